import Evidence

/// Who holds whom at one date, from the entities' records and from admitted claims.
///
/// Control is followed to its end: along a chain a hold is as firm as its weakest link, and of
/// several chains the firmest counts. What is computed is a fixed point, so circles are harmless.
/// A graph remembers what it has computed, as long as the evidence that this rests on stands.
final class OwnershipGraph {
    /// The most parties that are followed upwards from one.
    static let partiesMax = 256

    let evidence: EvidenceView
    let asOf: AsOf
    let corroboration: Corroboration
    private let mutation: Mutation?
    private var remembered: [Question: Remembered<Control>] = [:]
    var rememberedEdges: [Question: Remembered<[OwnershipEdge]>] = [:]
    var rememberedRelations: [EntityID: Remembered<[ToldRelation]>] = [:]
    var rememberedParents: [EntityID: Remembered<EntityID>] = [:]

    init(_ evidence: EvidenceView, asOf: AsOf, corroboration: Corroboration, mutation: Mutation?) {
        self.evidence = evidence
        self.asOf = asOf
        self.corroboration = corroboration
        self.mutation = mutation
    }

    struct Question: Hashable {
        var entity: EntityID
        var withUnadmitted: Bool
    }

    /// Who controls a party, by what is admitted, or also by what is merely said.
    func control(of entity: EntityID, withUnadmitted: Bool) -> Control {
        let question = Question(entity: entity, withUnadmitted: withUnadmitted)
        if let known = evidence.recalled(remembered[question]) { return known }
        let answer = evidence.noting { solve(question) }
        remembered[question] = answer
        return answer.value
    }

    private func solve(_ question: Question) -> Control {
        let chain = closure(question)
        let order = chain.keys.sorted()
        var solution: [EntityID: Control] = [:]
        let settled = grounded(chain, order: order)
        for entity in order {
            let rests = chain[entity]?.contains { $0.strength.isControl } == true
            let isBase = !rests || !settled.contains(entity)
            solution[entity] = base(of: entity, isOwnMaster: isBase)
        }
        var changed = true
        while changed {
            changed = false
            for entity in order {
                let next = step(entity, edges: chain[entity] ?? [], solution)
                if next != solution[entity] {
                    solution[entity] = next
                    changed = true
                }
            }
        }
        var answer = solution[question.entity] ?? Control()
        answer.claims = Set(chain.values.flatMap { $0.flatMap(\.claims) }).sorted()
        addStateFallback(&answer, for: question.entity)
        return answer
    }

    /// The edges of a party and of all its holders.
    private func closure(_ question: Question) -> [EntityID: [OwnershipEdge]] {
        var chain: [EntityID: [OwnershipEdge]] = [:]
        var open = [question.entity]
        while let next = open.popLast(), chain.count < Self.partiesMax {
            guard chain[next] == nil else { continue }
            if mutation == .ownershipIgnored
                || (mutation == .ownershipNotTransitive && next != question.entity)
            {
                chain[next] = []
                continue
            }
            let edges = edges(to: next, withUnadmitted: question.withUnadmitted)
            chain[next] = edges
            open += edges.map(\.holder).sorted().reversed()
        }
        return chain
    }

    /// The parties whose control leads to somebody who has no master.
    private func grounded(
        _ chain: [EntityID: [OwnershipEdge]],
        order: [EntityID]
    ) -> Set<EntityID> {
        var settled: Set<EntityID> = []
        var changed = true
        while changed {
            changed = false
            for entity in order where !settled.contains(entity) {
                let masters = (chain[entity] ?? []).filter(\.strength.isControl)
                if masters.isEmpty || masters.contains(where: { settled.contains($0.holder) }) {
                    settled.insert(entity)
                    changed = true
                }
            }
        }
        return settled
    }

    /// What a party is by itself, before its holders are looked at.
    private func base(of id: EntityID, isOwnMaster: Bool) -> Control {
        var control = Control()
        let entity = evidence.entity(id)
        if isOwnMaster {
            if let jurisdiction = entity?.jurisdiction {
                control.holds[jurisdiction] = .sole
            } else {
                control.unknown = .sole
            }
        }
        guard let entity, let jurisdiction = entity.jurisdiction else { return control }
        if entity.kind.isGovernment || (entity.kind == .stateOwnedEnterprise && isOwnMaster) {
            control.states[jurisdiction] = 4
        }
        return control
    }

    /// A state enterprise whose holders tell of no state is its own jurisdiction's.
    private func addStateFallback(_ control: inout Control, for id: EntityID) {
        guard
            let entity = evidence.entity(id), entity.kind == .stateOwnedEnterprise,
            let jurisdiction = entity.jurisdiction, control.states.isEmpty
        else { return }
        control.states[jurisdiction] = 4
    }

    /// One party's control from what its holders' is so far.
    private func step(
        _ entity: EntityID,
        edges: [OwnershipEdge],
        _ solution: [EntityID: Control]
    ) -> Control {
        var control = solution[entity] ?? Control()
        var shares: [Jurisdiction: Int] = [:]
        for edge in edges {
            guard let holder = solution[edge.holder] else { continue }
            for (jurisdiction, hold) in holder.holds {
                let passed = min(edge.strength, hold)
                control.holds[jurisdiction] = max(control.holds[jurisdiction] ?? .none, passed)
                if let share = edge.share, hold.isControl {
                    shares[jurisdiction, default: 0] += share
                }
            }
            control.unknown = max(control.unknown, min(edge.strength, holder.unknown))
            for (state, level) in holder.states {
                let passed = Self.leverage(level, through: edge.strength)
                control.states[state] = max(control.states[state] ?? 0, passed)
            }
        }
        control.states = control.states.filter { $0.value > 0 }
        control.shares = mutation == .sharesStandAlone ? [:] : shares
        return control
    }

    /// What is left of a state's leverage on a holder in what the holder holds.
    private static func leverage(_ level: Int, through hold: OwnershipEdge.Strength) -> Int {
        switch hold {
        case .sole, .majority: level
        case .special, .jointVenture: min(level, 3)
        case .largeMinority, .smallMinority: min(level, 2)
        case .none: 0
        }
    }
}
