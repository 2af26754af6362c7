import Evidence

/// The governments that a deal may be for, with the evidence found for each so far.
struct BuyerCandidates {
    struct Candidate {
        let id: EntityID
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
    private(set) var all: [Candidate] = []
    private var places: [EntityID: Int] = [:]

    init(document: DocumentLines, context: DocumentContext, party: EntityID?) {
        self.document = document
        self.context = context
        self.party = party
    }

    var ids: [EntityID] { all.map(\.id) }

    /// Adds evidence for an entity, by itself and together with the entity's kind.
    mutating func add(_ id: EntityID?, _ evidence: EvidenceWord, _ standing: Standings = []) {
        guard let place = place(of: id) else { return }
        add(at: place, evidence, standing)
    }

    mutating func add(at place: Int, _ evidence: EvidenceWord, _ standing: Standings = []) {
        all[place].evidence.insert(evidence)
        all[place].evidence.insert(all[place].kind, evidence)
        all[place].standings.formUnion(standing)
    }

    /// Adds a word beside the name of a candidate.
    mutating func add(at place: Int, word: EvidenceWord, _ name: EvidenceWord) {
        all[place].evidence.insert(word, name)
    }

    /// Where an entity stands among the candidates, which it is one of from then on; `nil` for
    /// none, and for who supplies.
    mutating func place(of id: EntityID?) -> Int? {
        guard let id, id != party else { return nil }
        if let place = places[id] { return place }
        let entity = context.entity(id)
        let kind = EvidenceWord((entity?.kind.rawValue ?? "unknown") + " ")
        places[id] = all.count
        all.append(Candidate(id: id, entity: entity, kind: kind, evidence: document.blank))
        return all.count - 1
    }
}
