import Evidence

/// The governments that a deal may be for, with the evidence found for each so far.
struct BuyerCandidates {
    struct Candidate {
        var entity: Entity?
        /// Its kind and a space: what evidence for one of its kind begins with.
        var kind: EvidenceWord
        var evidence: EvidenceSet
        var standings: Standings = []
    }

    /// Where a candidate was found, as far as other candidates are told by it.
    struct Standings: OptionSet {
        let rawValue: UInt8

        static let line = Standings(rawValue: 1 << 0)
        static let last = Standings(rawValue: 1 << 1)
        static let resolved = Standings(rawValue: 1 << 2)
        static let heading = Standings(rawValue: 1 << 3)

        static let names: [(standing: Standings, name: String)] = [
            (.line, "line"), (.last, "last"), (.resolved, "resolved"), (.heading, "heading"),
        ]
    }

    private let document: DocumentLines
    private let context: DocumentContext
    /// Who supplies: no candidate.
    private let party: EntityID?
    private(set) var all: [EntityID: Candidate] = [:]

    init(document: DocumentLines, context: DocumentContext, party: EntityID?) {
        self.document = document
        self.context = context
        self.party = party
    }

    var ids: [EntityID] { Array(all.keys) }

    /// Adds evidence for an entity, by itself and together with the entity's kind.
    mutating func add(_ id: EntityID?, _ evidence: EvidenceWord, _ standing: Standings = []) {
        update(id) { candidate in
            candidate.evidence.insert(evidence)
            candidate.evidence.insert(candidate.kind, evidence)
            candidate.standings.formUnion(standing)
        }
    }

    /// Adds a word beside an entity's name.
    mutating func add(_ id: EntityID?, word place: EvidenceWord, _ name: EvidenceWord) {
        update(id) { $0.evidence.insert(place, name) }
    }

    private mutating func update(_ id: EntityID?, _ body: (inout Candidate) -> Void) {
        guard let id, id != party else { return }
        if all[id] == nil {
            let entity = context.entity(id)
            all[id] = Candidate(
                entity: entity,
                kind: EvidenceWord((entity?.kind.rawValue ?? "unknown") + " "),
                evidence: document.blank
            )
        }
        if var candidate = all.removeValue(forKey: id) {
            body(&candidate)
            all[id] = candidate
        }
    }
}
