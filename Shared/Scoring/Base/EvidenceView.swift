import Evidence

/// The evidence as one assessment sees it, with a record of everything that it looked up.
///
/// An assessment that looks at nothing else is the same as long as the answers to these look-ups
/// are; ``IncrementalScorer`` relies on it. One view serves one assessment.
final class EvidenceView {
    private let base: EvidenceBase
    private let isRecording: Bool
    /// What was looked up; empty where that is not recorded.
    private(set) var lookUps: Set<EvidenceKey> = []
    private var rememberedAncestors: [EntityID: [EntityID]] = [:]

    init(_ base: EvidenceBase, isRecording: Bool = false) {
        self.base = base
        self.isRecording = isRecording
    }

    func entity(_ id: EntityID) -> Entity? {
        record(.entity(id))
        return base.entity(id)
    }

    /// The claims of one sort about one entity, in the order of their ids.
    func claims(_ sort: EvidenceBase.Topic.Sort, about entity: EntityID) -> [Claim] {
        record(.claims(.init(sort: sort, entity: entity)))
        return base.claims(sort, about: entity)
    }

    /// What an entity lies in, nearest first, without itself.
    func ancestors(of id: EntityID) -> [EntityID] {
        if let known = rememberedAncestors[id] { return known }
        let chain = base.ancestors(of: id)
        record(.entity(id))
        for ancestor in chain { record(.entity(ancestor)) }
        rememberedAncestors[id] = chain
        return chain
    }

    /// An entity and everything below it, in the order of ids.
    func descendants(of id: EntityID) -> [EntityID] {
        let found = base.descendants(of: id)
        for entity in found { record(.children(entity)) }
        return found
    }

    /// Every government that is known, in the order of ids; only a broken rule asks for it.
    var governments: [EntityID] {
        base.entities.filter(\.kind.isGovernment).map(\.id)
    }

    private func record(_ key: EvidenceKey) {
        if isRecording { lookUps.insert(key) }
    }
}
