import Evidence

/// The governments that can be assessed, kept up to date claim by claim.
///
/// It always holds what ``EvidenceBase/subjects()`` would find.
struct SubjectIndex {
    /// How many asserted claims are about a government's systems, by that government.
    private var claimCounts = Sharded<EntityID, Int>()
    /// The subjects that the claims about one government make, by that government.
    private var made = Sharded<EntityID, Set<EntityID>>()
    /// How many governments with claims make a subject.
    private var makers = Sharded<EntityID, Int>()

    init(_ evidence: EvidenceBase) {
        for claim in evidence.claimTable.values {
            guard let topic = claim.claim.assessedTopic else { continue }
            claimCounts[topic, default: 0] += 1
        }
        for topic in claimCounts.keys { update(topic, evidence) }
    }

    var subjects: [EntityID] { makers.keys.sorted() }

    func contains(_ subject: EntityID) -> Bool { makers[subject] != nil }

    /// Takes note of a claim that came; returns the subjects that came or went with it.
    mutating func insert(_ claim: Claim, _ evidence: EvidenceBase) -> Set<EntityID> {
        guard let topic = claim.assessedTopic else { return [] }
        claimCounts[topic, default: 0] += 1
        return claimCounts[topic] == 1 ? update(topic, evidence) : []
    }

    /// Takes note of a claim that went; returns the subjects that came or went with it.
    mutating func remove(_ claim: Claim, _ evidence: EvidenceBase) -> Set<EntityID> {
        guard let topic = claim.assessedTopic, let count = claimCounts[topic] else { return [] }
        claimCounts[topic] = count == 1 ? nil : count - 1
        return count == 1 ? update(topic, evidence) : []
    }

    /// Takes note of a change of an entity; returns the subjects that came or went with it.
    mutating func update(
        below entity: EntityID,
        _ evidence: EvidenceBase
    ) -> Set<EntityID> {
        var changed: Set<EntityID> = []
        for topic in evidence.descendants(of: entity) where claimCounts[topic] != nil {
            changed.formUnion(update(topic, evidence))
        }
        return changed
    }

    @discardableResult
    private mutating func update(_ topic: EntityID, _ evidence: EvidenceBase) -> Set<EntityID> {
        let before = made[topic] ?? []
        let after = claimCounts[topic] == nil ? [] : evidence.subjects(madeBy: topic)
        guard before != after else { return [] }
        made[topic] = after.isEmpty ? nil : after
        for subject in after.subtracting(before) { makers[subject, default: 0] += 1 }
        for subject in before.subtracting(after) {
            makers[subject] = makers[subject].flatMap { $0 == 1 ? nil : $0 - 1 }
        }
        return before.symmetricDifference(after)
    }
}
