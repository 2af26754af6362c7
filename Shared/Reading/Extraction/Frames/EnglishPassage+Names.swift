import Evidence

/// Ties that stand inside a name or between names side by side.
extension EnglishPassage {
    mutating func readNames(_ noun: Int) {
        readSeat(noun)
        readOrigin(noun)
        readPossession(noun)
        readOffice(noun)
        readPairs(noun)
    }

    func isBody(_ party: Party) -> Bool {
        switch party.kind {
        case .company, .stateOwnedEnterprise, .organization, .financier, .publicBody: true
        default: false
        }
    }

    func isPlace(_ party: Party) -> Bool {
        party.kind == .territory || party.kind == .country
    }

    /// "Beijing-based startup Infervision", "state-owned", "MIIT-affiliated think tank CAICT".
    private mutating func readSeat(_ noun: Int) {
        guard let last = party(head(noun)), isBody(last) else { return }
        let range = sentence.nouns[noun].items
        for index in range.dropLast()
        where sentence.items[index].tag == .hyphen && index > 0 {
            guard let first = party(sentence.items[index - 1]) ?? bracketed(before: index) else {
                continue
            }
            switch sentence.items[index + 1].text {
            case "based", "headquartered":
                if isPlace(first) { relate(.locatedIn, last, first, rule: "seat.premodifier@1") }
            case "affiliated", "linked", "run":
                if isBody(first) { relate(.partOf, last, first, rule: "part.premodifier@1") }
            case "owned", "controlled":
                if isBody(first) || first.kind.isGovernment {
                    relate(.controls, first, last, rule: "control.premodifier@1")
                }
            case "backed", "funded", "sponsored", "financed":
                if isBody(first) || first.kind == .country {
                    relate(.funds, first, last, rule: "fund.premodifier@1")
                }
            default: break
            }
        }
    }

    /// "the Ministry of X (ABBR)-affiliated": the name before a bracket that a hyphen follows.
    private func bracketed(before hyphen: Int) -> Party? {
        guard tag(hyphen - 1) == .close else { return nil }
        var index = hyphen - 2
        while index > 0, tag(index) != .open { index -= 1 }
        return index > 0 ? party(sentence.items[index - 1]) : nil
    }

    /// "Chinese AI firm CloudWalk": a company of a country.
    private mutating func readOrigin(_ noun: Int) {
        guard let last = party(head(noun)), last.isCompany else { return }
        let words = items(noun)
        let kinds = context.relationWords.english
        guard
            words.contains(where: {
                $0.entry?.noun.contains(.company) ?? false || kinds.companies.contains($0.text)
                    || kinds.rivals.contains($0.text) || kinds.partners.contains($0.text)
            })
        else { return }
        for (place, item) in zip(words.indices, words).dropLast() {
            guard let origin = party(item), isPlace(origin), tag(place + 1) != .hyphen,
                origin.kind == .country || use(item) == .name && tag(place + 1) != .possessive
            else { continue }
            relate(.locatedIn, last, origin, rule: "origin.premodifier@1")
        }
    }

    /// "China Telecom's Tianyi Cloud", "Egypt's Ministry of Education", "China's Xinjiang region".
    private mutating func readPossession(_ noun: Int) {
        guard let mark = sentence.nouns[noun].possessive else { return }
        let range = sentence.nouns[noun].items
        guard mark > range.lowerBound, let owner = party(sentence.items[mark - 1]) else { return }
        let rest = sentence.items[(mark + 1)..<range.upperBound]
        let owned = rest.compactMap { party($0) }
        for one in owned where one.entity != owner.entity {
            if owner.kind == .country,
                one.kind == .publicBody || one.kind == .territory || one.kind == .financier,
                context.country(of: one.entity) == owner.entity
            {
                relate(.partOf, one, owner, rule: "part.possessive@1")
            } else if owner.kind == .country, one.isCompany, rest.count == 1 {
                relate(.locatedIn, one, owner, rule: "origin.possessive@1", isGiven: true)
            } else if owner.isCompany, one.isCompany, rest.count == 1,
                !one.surface.hasPrefix(owner.surface), !owner.surface.hasPrefix(one.surface)
            {
                relate(.subsidiaryOf, one, owner, rule: "subsidiary.possessive@2")
            } else if owner.isCompany || owner.kind == .organization, one.kind == .person {
                relate(.employs, owner, one, rule: "office.possessive@1")
                readSeatInBody(noun, of: one)
            }
        }
        // "Acme's Jane Roe" where the person's name is not known: nothing to say.
    }

    /// "Lei Jun (NPC)": a seat in the body in parentheses.
    private mutating func readSeatInBody(_ noun: Int, of person: Party) {
        guard let parenthesis = sentence.nouns[noun].parenthesis else { return }
        for item in sentence.items[parenthesis] {
            if let body = party(item), body.kind == .publicBody || body.kind == .organization {
                relate(.partOf, person, body, rule: "seat.parenthesis@1")
            }
        }
    }

    /// "Tencent vice president Li Qiang", "Qihoo 360 CEO and CPPCC delegate Zhou Hongyi".
    private mutating func readOffice(_ noun: Int) {
        guard let person = party(head(noun)), person.kind == .person else { return }
        let words = officeItems(before: noun)
        guard words.contains(where: { $0.entry?.noun.contains(.person) ?? false }) else { return }
        var isSeat = false
        for (place, item) in words.enumerated() {
            guard let body = party(item), isBody(body) else { continue }
            let title = words[(place + 1)...].first {
                $0.entry?.noun.contains(.person) ?? false || party($0) != nil
            }
            isSeat = title.map { ["delegate", "member", "deputy"].contains($0.text) } ?? false
            relate(
                isSeat ? .partOf : .employs,
                isSeat ? person : body,
                isSeat ? body : person,
                rule: "office.premodifier@1"
            )
        }
    }

    /// The items of a noun phrase and, where "and" joins offices, of the phrase before it.
    private func officeItems(before noun: Int) -> [Item] {
        let own = Array(items(noun).dropLast())
        let chunk = sentence.nounChunks[noun]
        guard chunk >= 2, case .conjunction = sentence.chunks[chunk - 1],
            case .noun(let earlier) = sentence.chunks[chunk - 2],
            isKind(earlier, .person), party(head(earlier)) == nil
        else { return own }
        return Array(items(earlier)) + own
    }

    private static let pairs: Set<String> = [
        "cooperation", "partnership", "alliance", "hub", "initiative", "collaboration", "forum",
        "program", "programme", "summit", "agreement", "dialogue",
    ]

    /// "Europe-China cooperation", "the African Union-European Union hub".
    private mutating func readPairs(_ noun: Int) {
        let range = sentence.nouns[noun].items
        let end = min(sentence.items.count, range.upperBound + 6)
        let own = sentence.items[range].last { $0.mention == nil && $0.tag == .noun }
        let tail =
            own.flatMap { Self.pairs.contains($0.text) ? $0 : nil }
            ?? sentence.items[range.upperBound..<end].first { Self.pairs.contains($0.text) } ?? own
        guard let tail,
            Self.pairs.contains(tail.text)
                || (tail.entry?.event.contains(.partner) ?? false)
                || ["war", "rivalry", "competition"].contains(tail.text)
        else { return }
        for index in range where sentence.items[index].tag == .hyphen {
            guard index > range.lowerBound, index + 1 < range.upperBound,
                let one = party(sentence.items[index - 1]),
                let other = party(sentence.items[index + 1])
            else { continue }
            let isRivalry = ["war", "rivalry", "competition"].contains(tail.text)
            relate(isRivalry ? .competesWith : .partnersWith, one, other, rule: "pair.hyphen@1")
        }
    }

    // MARK: - Names side by side

    /// "Elsa Kania, a senior fellow at X", "SAP, the German software corporation", "Y, the
    /// company behind Z", "the MIIT's top think tank".
    mutating func readAppositions() {
        for noun in sentence.nouns.indices {
            let chunk = sentence.nounChunks[noun]
            guard chunk + 2 < sentence.chunks.count, case .comma = sentence.chunks[chunk + 1],
                case .noun(let other) = sentence.chunks[chunk + 2], let one = party(head(noun))
            else { continue }
            if one.kind == .person { readPersonApposition(one, other) }
            if isBody(one) { readBodyApposition(one, other) }
        }
        readExamples()
    }

    private mutating func readPersonApposition(_ person: Party, _ title: Int) {
        guard
            isKind(title, .person)
                || items(title).contains(where: { $0.entry?.noun.contains(.person) ?? false })
        else { return }
        var bodies = premodifiers(title).filter { isBody($0) }
        for phrase in phrases(after: title).prefix(2)
        where ["at", "of", "with", "for", "from"].contains(phrase.preposition) {
            bodies += parties(phrase.nouns) { isBody($0) }
        }
        for body in bodies { relate(.employs, body, person, rule: "office.apposition@1") }
    }

    private mutating func readBodyApposition(_ body: Party, _ other: Int) {
        let words = items(other)
        let isCompanyNoun =
            isKind(other, .company)
            || words.contains {
                [
                    "maker", "bank", "group", "platform", "carrier", "tank", "institute", "agency",
                    "fund", "arm", "unit", "division",
                ].contains($0.text)
            }
        guard isCompanyNoun, party(head(other)) == nil else { return }
        let origins = governmentsBefore(other).filter { $0.kind == .country }
        let owners = premodifiers(other).filter { isBody($0) }
        // Those are read with all other descriptions.
        if ["subsidiary", "unit", "arm", "division", "affiliate"].contains(head(other).text) {
            return
        }
        for origin in origins where body.kind != .publicBody {
            relate(.locatedIn, body, origin, rule: "origin.apposition@1")
        }
        for owner in owners {
            // "X, an Acme company": no part of a body, but a company of a company.
            let isDaughter =
                body.isCompany && owner.isCompany
                && ["company", "business", "firm"].contains(head(other).text)
            relate(
                isDaughter ? .subsidiaryOf : .partOf,
                body,
                owner,
                rule: "part.apposition@1"
            )
        }
        for phrase in phrases(after: other).prefix(1) where phrase.preposition == "behind" {
            for product in parties(phrase.nouns, where: { _ in true }) {
                relate(.controls, body, product, rule: "control.behind@1")
            }
        }
        if words.contains(where: { $0.text == "backed" || $0.text == "funded" }),
            words.contains(where: { $0.text == "government" || $0.text == "state" }),
            let home = context.country(of: body.entity) ?? context.documentScope,
            let state = context.party(home, surface: home.rawValue)
        {
            relate(.funds, state, body, rule: "fund.apposition@1")
        }
    }

    /// "China's biggest tech players, namely A, B and C", "agencies like A and B".
    private mutating func readExamples() {
        for (chunk, kind) in sentence.chunks.enumerated() {
            guard case .preposition(let word) = kind,
                ["like", "such as", "including", "namely"].contains(word)
            else { continue }
            var before = chunk - 1
            if before >= 0, case .comma = sentence.chunks[before] { before -= 1 }
            guard before >= 0, case .noun(let noun) = sentence.chunks[before] else { continue }
            let listed = parties(builder.list(from: chunk + 1, isObject: true).nouns, where: isBody)
            let isPlayers =
                isKind(noun, .company)
                || ["player", "players", "enterprises", "startups"].contains(head(noun).text)
            let origins = governmentsBefore(noun).filter { $0.kind == .country }
            if isPlayers {
                for one in listed where one.isCompany {
                    for origin in origins where isHome(origin, of: one) {
                        relate(.locatedIn, one, origin, rule: "origin.examples@2")
                    }
                }
            } else if isKind(noun, .government) {
                for one in listed where one.kind == .publicBody {
                    guard let home = context.country(of: one.entity),
                        mentions.contains(where: { $0.entity == home }),
                        let state = context.party(home, surface: home.rawValue)
                    else { continue }
                    relate(.partOf, one, state, rule: "part.examples@1")
                }
            }
        }
    }
}
