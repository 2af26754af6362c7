import Evidence

/// Seats that stand beside a name without a verb: "Wasion of Changsha", "Cybernetica AS, Tallinn".
extension EnglishPassage {
    private var words: RelationWords.English { context.relationWords.english }

    mutating func readSeats() {
        for place in sentence.items.indices {
            guard let party = party(sentence.items[place]) else { continue }
            if isBody(party) {
                readAddress(party, place)
                readCalled(party, place)
            }
            if party.kind == .territory { readSettlement(party, place) }
        }
    }

    /// "Cybernetica AS, Tallinn, Estonia", "Agency for X, Chisinau": a name and its town alone.
    private mutating func readAddress(_ party: Party, _ place: Int) {
        guard tag(place + 1) == .comma, sentence.items.indices.contains(place + 2),
            let seat = self.party(sentence.items[place + 2]), seat.kind == .territory,
            use(sentence.items[place + 2]) == .name, isAddressEnd(place + 3),
            tag(place - 1) != .comma, isHome(seat, of: party)
        else { return }
        relate(.locatedIn, party, seat, rule: "seat.address@1", isGiven: true)
    }

    /// Whether nothing follows a town that would make it a member of a list.
    private func isAddressEnd(_ place: Int) -> Bool {
        switch tag(place) {
        case nil, .stop, .open: true
        case .comma:
            sentence.items.indices.contains(place + 1)
                && party(sentence.items[place + 1])?.kind == .country
        default: false
        }
    }

    /// "an Israeli start-up called BriefCam", "a Dubai reseller named Falcon Gate".
    private mutating func readCalled(_ party: Party, _ place: Int) {
        guard place > 2, ["called", "named", "dubbed"].contains(word(place - 1)) else { return }
        let noun = tag(place - 2) == .comma ? place - 3 : place - 2
        guard words.companies.contains(word(noun)) else { return }
        for index in stride(from: noun - 1, through: max(0, noun - 5), by: -1) {
            if tag(index) == .determiner || tag(index) == .comma { return }
            if let origin = self.party(sentence.items[index]), isPlace(origin) {
                relate(.locatedIn, party, origin, rule: "origin.called@1", isGiven: true)
                return
            }
        }
    }

    /// "Almaty, the largest city in Kazakhstan", "the Finnish city of Turku", "Peru's capital".
    private mutating func readSettlement(_ town: Party, _ place: Int) {
        guard tag(place + 1) == .comma, use(sentence.items[place]) == .name else { return }
        let near = (place + 2)..<min(sentence.items.count, place + 9)
        guard near.lowerBound < near.upperBound,
            let noun = near.first(where: { words.settlements.contains(word($0)) }),
            (near.lowerBound..<noun).allSatisfy({ tag($0) != .comma && tag($0) != .verb })
        else { return }
        let inner = (near.lowerBound..<noun).compactMap { self.party(sentence.items[$0]) }
        let after = ["in", "of"].contains(word(noun + 1)) ? noun + 2 : sentence.items.count
        let outer = sentence.items.indices.contains(after) ? party(sentence.items[after]) : nil
        guard let country = inner.first(where: { $0.kind == .country }) ?? outer,
            country.kind == .country
        else { return }
        relate(.locatedIn, town, country, rule: "town.apposition@1", isGiven: true)
    }
}
