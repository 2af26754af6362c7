import Evidence

/// Those whom a line's topic may be about, with the evidence found for each so far.
struct SubjectCandidates {
    struct Candidate {
        let id: EntityID
        /// Where it stands, each once.
        var facts: [EvidenceWord] = []
        var others: [SubjectEvidence] = []

        func has(_ fact: EvidenceWord) -> Bool { facts.contains { $0.key == fact.key } }
    }

    private(set) var all: [Candidate] = []
    private var places: [EntityID: Int] = [:]

    mutating func add(_ id: EntityID?, _ fact: EvidenceWord) {
        if let id { add(at: place(of: id), fact) }
    }

    mutating func add(at place: Int, _ fact: EvidenceWord) {
        if !all[place].has(fact) { all[place].facts.append(fact) }
    }

    /// Whether somebody is a candidate of whom that has been found.
    func has(_ id: EntityID, _ fact: EvidenceWord) -> Bool {
        places[id].map { all[$0].has(fact) } ?? false
    }

    /// Adds a word beside its name.
    mutating func add(at place: Int, word side: EvidenceWord, _ name: EvidenceWord) {
        all[place].others.append(.word(side, name))
    }

    mutating func add(_ id: EntityID, rule topic: Topic) {
        all[place(of: id)].others.append(.rule(topic))
    }

    mutating func add(_ deal: ToldDeal, _ names: SubjectFact.Deal) {
        for id in deal.recipients { add(id, names.buyer) }
        for id in deal.suppliers { add(id, names.supplier) }
        for id in deal.payers { add(id, names.payer) }
    }

    /// Where somebody stands among the candidates, who is one of them from then on.
    mutating func place(of id: EntityID) -> Int {
        if let place = places[id] { return place }
        places[id] = all.count
        all.append(Candidate(id: id))
        return all.count - 1
    }
}
