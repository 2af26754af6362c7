import Evidence

/// Where companies and towns lie, as names and what stands beside them tell.
extension EnglishPassage {
    private var words: RelationWords.English { context.relationWords.english }

    mutating func readPlaces() {
        for place in sentence.items.indices {
            guard let party = party(sentence.items[place]) else { continue }
            if party.isCompany || party.kind == .organization { readOriginAfter(party, place) }
            if party.kind == .territory { readTown(party, place) }
            if isBody(party) { readHeadquarters(party, place) }
        }
    }

    /// Whether nothing known speaks against a party being of a country.
    func isHome(_ country: Party, of party: Party) -> Bool {
        guard country.kind == .country, let known = context.country(of: party.entity) else {
            return true
        }
        return known == country.entity
    }

    /// "a French company", "the German software company": the country before the noun.
    mutating func readNationality(_ party: Party, _ range: Range<Int>, _ form: String) {
        guard party.isCompany || party.kind == .organization || party.kind == .financier,
            let noun = place(
                of: words.companies.union(words.bodies).union(words.rivals).union(words.partners),
                in: range
            )
        else {
            readAdjective(party, range, form)
            return
        }
        // "X, with Y as its Finnish partner": the country is not that of X.
        let isOthers =
            form == "apposition" && range.lowerBound < noun
            && (range.lowerBound..<noun).contains { tag($0) == .preposition }
        for index in range.lowerBound..<noun where !isOthers {
            let item = sentence.items[index]
            guard let origin = self.party(item), isPlace(origin) else { continue }
            if origin.kind == .territory, use(item) != .name || party.kind == .organization {
                continue
            }
            if tag(index + 1) == .hyphen || tag(index + 1) == .possessive && form == "premodifier" {
                continue
            }
            relate(.locatedIn, party, origin, rule: "origin.\(form)@2", isGiven: true)
        }
        readSeatIn((noun + 1)..<max(noun + 1, range.upperBound), party, form)
    }

    /// Reads "Telmex is Mexican".
    private mutating func readAdjective(_ party: Party, _ range: Range<Int>, _ form: String) {
        guard form == "is", range.count == 1, party.isCompany,
            let origin = self.party(sentence.items[range.lowerBound]), origin.kind == .country,
            use(sentence.items[range.lowerBound]) == .demonym
        else { return }
        relate(.locatedIn, party, origin, rule: "origin.adjective@1", isGiven: true)
    }

    /// "a company based in Nairobi", "a vendor from France".
    private mutating func readSeatIn(_ range: Range<Int>, _ party: Party, _ form: String) {
        for index in range {
            guard let seat = self.party(sentence.items[index]), isPlace(seat),
                use(sentence.items[index]) == .name
            else { continue }
            let before = word(index - 1)
            let isSeat =
                before == "from"
                || before == "in"
                    && (["based", "headquartered"].contains(word(index - 2))
                        || words.companies.contains(word(index - 2)))
            if isSeat { relate(.locatedIn, party, seat, rule: "seat.\(form)@2", isGiven: true) }
        }
    }

    /// "ZTE of China", "CloudWalk, of Guangzhou,", "Nextcloud, from Stuttgart", "Thales (France)".
    private mutating func readOriginAfter(_ party: Party, _ place: Int) {
        var index = place + 1
        let isBracket = tag(index) == .open
        let isApart = isBracket || tag(index) == .comma
        if isApart { index += 1 }
        let isSeat = ["based", "headquartered"].contains(word(index)) && word(index + 1) == "in"
        if isSeat {
            index += 2
        } else if ["of", "from"].contains(word(index)) {
            index += 1
        } else if !isBracket {
            return
        }
        if word(index) == "the" { index += 1 }
        guard sentence.items.indices.contains(index),
            let seat = self.party(sentence.items[index]), isPlace(seat),
            use(sentence.items[index]) == .name,
            seat.kind == .country || isApart || word(index - 1) == "of" && party.isCompany,
            !isBracket || tag(index + 1) == .close
        else { return }
        relate(.locatedIn, party, seat, rule: "origin.after@1", isGiven: true)
    }

    /// "Kiruna, Sweden", "the Kenyan city of Konza".
    private mutating func readTown(_ town: Party, _ place: Int) {
        if tag(place + 1) == .comma, sentence.items.indices.contains(place + 2),
            let country = self.party(sentence.items[place + 2]), country.kind == .country,
            use(sentence.items[place + 2]) == .name,
            tag(place + 3) != .conjunction, tag(place + 3) != .possessive,
            context.country(of: town.entity) == country.entity || isDerived(town)
        {
            relate(.locatedIn, town, country, rule: "town.comma@1", isGiven: true)
        }
        guard word(place - 1) == "of", words.settlements.contains(word(place - 2)) else { return }
        for index in stride(from: place - 3, through: max(0, place - 5), by: -1) {
            guard let country = self.party(sentence.items[index]) else { continue }
            if country.kind == .country {
                relate(.locatedIn, town, country, rule: "town.of@1", isGiven: true)
            }
            return
        }
    }

    private func isDerived(_ party: Party) -> Bool {
        context.country(of: party.entity) == nil
    }

    /// "the Daejeon headquarters of X", "X's headquarters in Paris".
    private mutating func readHeadquarters(_ party: Party, _ place: Int) {
        var noun = place - 1
        if tag(noun) == .determiner { noun -= 1 }
        if word(noun) == "of", word(noun - 1) == "headquarters", noun >= 2,
            let seat = self.party(sentence.items[noun - 2]), isPlace(seat)
        {
            relate(.locatedIn, party, seat, rule: "headquarters.of@1", isGiven: true)
        }
        guard tag(place + 1) == .possessive else { return }
        let near = (place + 2)..<min(sentence.items.count, place + 6)
        guard near.lowerBound < near.upperBound,
            let head = near.first(where: {
                word($0) == "headquarters"
            })
        else { return }
        let inner = (place + 2)..<head
        let seat =
            inner.compactMap { self.party(sentence.items[$0]) }.first
            ?? (word(head + 1) == "in" && head + 2 < sentence.items.count
                ? self.party(sentence.items[head + 2]) : nil)
        if let seat, isPlace(seat) {
            relate(.locatedIn, party, seat, rule: "headquarters.possessive@1", isGiven: true)
        }
    }
}
