import Evidence

/// Joint ventures, common foundations, regulators' acts and purchases of companies.
extension EnglishPassage {
    private var words: RelationWords.English { context.relationWords.english }

    mutating func readVentures() {
        for place in sentence.items.indices
        where ["joint venture", "joint ventures"].contains(word(place)) {
            readVenture(place)
        }
        readTogether()
    }

    /// "a joint venture of A and B", "A and B set up a joint venture", "A formed one with B".
    private mutating func readVenture(_ place: Int) {
        let link = word(place + 1)
        if ["of", "between", "by"].contains(link) {
            let partners = names(from: place + 2)
            if partners.count > 1 {
                relatePairs(partners, .jointVenture, rule: "venture.of@1")
                readVentureItself(place, partners)
                return
            }
        }
        guard
            let verb = (max(0, place - 8)..<place).last(where: { words.setUp.contains(word($0)) }),
            !isDoubtful(before: verb)
        else { return }
        var partners = names(before: verb)
        if partners.isEmpty, verb > 0, ["which", "that"].contains(word(verb - 1)) { return }
        var index = place + 1
        while index < min(sentence.items.count, place + 4), word(index) != "with" { index += 1 }
        if word(index) == "with" { partners += names(from: index + 1) }
        guard partners.count > 1 else { return }
        relatePairs(partners, .jointVenture, rule: "venture.formed@2")
    }

    /// "S3NS, a joint venture of A and B": both have a share in it.
    private mutating func readVentureItself(_ place: Int, _ partners: [Party]) {
        guard let comma = (max(0, place - 4)..<place).last(where: { tag($0) == .comma }),
            comma > 0, ["a", "the"].contains(word(comma + 1)),
            let venture = party(sentence.items[comma - 1]), venture.isCompany,
            !partners.contains(where: { $0.entity == venture.entity })
        else { return }
        for partner in partners {
            relate(.ownsStake, partner, venture, rule: "venture.share@1", isGiven: true)
        }
    }

    /// Whether "to", "will", "may", "not" or a plan stands before a verb.
    func isDoubtful(before verb: Int) -> Bool {
        (max(0, verb - 3)..<verb).contains { place in
            switch tag(place) {
            case .modal, .infinitive, .negation: true
            default: ["to", "plan", "plans", "planned", "denied"].contains(word(place))
            }
        }
    }

    /// A list of names from a place on; of "Google's partner Cognite" the last.
    func names(from start: Int) -> [Party] {
        var found: [Party] = []
        var index = start
        scan: while index < sentence.items.count, index - start < 24 {
            let item = sentence.items[index]
            switch item.tag {
            case .mention:
                if let party = party(item), tag(index + 1) != .possessive,
                    use(item) != .demonym, isActor(party)
                {
                    found.append(party)
                }
            case .determiner, .noun, .adjective, .possessive, .conjunction, .hyphen, .open, .close:
                break
            case .comma:
                guard isListed(index + 1) || found.isEmpty && tag(index - 1) == .noun else {
                    break scan
                }
            default:
                break scan
            }
            index += 1
        }
        return found
    }

    private func isListed(_ place: Int) -> Bool {
        tag(place) == .mention && [.comma, .conjunction].contains(tag(place + 1))
            || tag(place) == .conjunction
    }

    /// The names joined by "and" right before a verb.
    func names(before verb: Int) -> [Party] {
        guard verb > 0 else { return [] }
        var index = verb - 1
        while index >= 0, tag(index) == .adverb || tag(index) == .have { index -= 1 }
        if tag(index) == .close {
            while index >= 0, tag(index) != .open { index -= 1 }
            index -= 1
        }
        guard index >= 0, let last = party(sentence.items[index]) else { return [] }
        return listed(before: index).reversed() + [last]
    }

    /// "Together with Finland, Estonia founded …".
    private mutating func readTogether() {
        guard word(0) == "together with" || word(0) == "together" && word(1) == "with" else {
            return
        }
        let start = word(0) == "together" ? 2 : 1
        let partners = names(from: start)
        guard let comma = sentence.items.indices.first(where: { tag($0) == .comma }),
            sentence.items.indices.contains(comma + 2),
            let one = party(sentence.items[comma + 1]), isActor(one),
            tag(comma + 2) == .verb || words.setUp.contains(word(comma + 2))
        else { return }
        for other in partners where other.entity != one.entity {
            relate(.partnersWith, one, other, rule: "partner.together@2")
        }
    }

    /// "a consortium of A and B", "A signed a partnership agreement with B".
    mutating func readPacts() {
        for place in sentence.items.indices {
            let text = word(place)
            if words.consortia.contains(text),
                ["of", "between", "comprising", "with"].contains(word(place + 1))
            {
                let members = names(from: place + 2).filter(\.isCompany)
                relatePairs(members, .partnersWith, rule: "partner.consortium@1")
            }
            guard words.pacts.contains(where: { text.hasSuffix($0) }),
                let verb = (max(0, place - 7)..<place).last(where: {
                    words.signs.contains(word($0))
                }), !isDoubtful(before: verb)
            else { continue }
            var index = place + 1
            while index < min(sentence.items.count, place + 4), word(index) != "with" { index += 1 }
            let before = names(before: verb)
            let others = word(index) == "with" ? names(from: index + 1) : []
            let all = before + others
            guard all.count > 1,
                all.filter(\.isCompany).count > 1 || text.hasSuffix("partnership")
                    || text.contains("partnership")
            else { continue }
            for one in before {
                for other in others.isEmpty ? Array(before.dropFirst()) : others
                where one.entity != other.entity {
                    relate(.partnersWith, one, other, rule: "partner.signed@1")
                }
            }
        }
    }

    // MARK: - Regulators

    /// "The data protection authority, X, forbade Y to …", "the regulator fined Y".
    mutating func readRegulation() {
        for verb in sentence.items.indices
        where words.regulating.contains(word(verb)) && !isDoubtful(before: verb) {
            if let doer = regulator(before: verb) ?? regulator(of: verb) {
                for object in regulated(after: verb + 1) {
                    relate(.regulates, doer, object, rule: "regulate.act@2")
                }
            }
            guard tag(verb - 1) == .be, word(verb + 1) == "by",
                let patient = patient(before: verb - 1),
                let doer = names(from: verb + 2).first(where: isRegulator)
            else { continue }
            relate(.regulates, doer, patient, rule: "regulate.suffered@1")
        }
    }

    private func patient(before auxiliary: Int) -> Party? {
        var index = auxiliary - 1
        while index >= 0, tag(index) == .have || tag(index) == .be || tag(index) == .adverb {
            index -= 1
        }
        guard index >= 0, let party = party(sentence.items[index]), isRegulated(party) else {
            return nil
        }
        return party
    }

    private func isRegulated(_ party: Party) -> Bool {
        party.isCompany || party.kind == .organization || party.kind == .publicBody
            || party.kind == .territory
    }

    private func isRegulator(_ party: Party) -> Bool {
        (party.kind == .publicBody || party.kind == .organization)
            && party.surface.lowercased().split(separator: " ")
                .contains { words.regulators.contains(String($0)) }
    }

    /// A body right before a verb that is a regulator by its name or by what it is called.
    private func regulator(before verb: Int) -> Party? {
        var index = verb - 1
        while index >= 0, tag(index) == .adverb || tag(index) == .comma { index -= 1 }
        guard index >= 0, let party = party(sentence.items[index]),
            party.kind == .publicBody || party.kind == .organization
        else { return nil }
        if isRegulator(party) { return party }
        let before = max(0, index - 7)..<index
        return before.contains { words.regulators.contains(word($0)) } ? party : nil
    }

    /// "fined A and warned B": the regulator that is the subject of both verbs.
    private func regulator(of verb: Int) -> Party? {
        let clause = sentence.clauses.first {
            sentence.verbs[$0.verb].items.contains(verb) && !sentence.verbs[$0.verb].isPassive
        }
        return parties(clause?.subjects ?? [], where: isRegulator).first
    }

    private func regulated(after start: Int) -> [Party] {
        var index = start
        while index < sentence.items.count, tag(index) == .determiner { index += 1 }
        guard index < sentence.items.count, let party = party(sentence.items[index]),
            tag(index + 1) != .possessive, isRegulated(party)
        else { return [] }
        return [party] + names(from: index).dropFirst().filter { $0.isCompany && party.isCompany }
    }

    // MARK: - Buyers

    /// "Y, which had acquired the contractor, Z", "X bought Y's operator Z".
    mutating func readBuyers() {
        for clause in sentence.clauses {
            let verb = sentence.verbs[clause.verb]
            guard !isDoubted, verb.frames.contains(.acquire), !verb.isPassive, !verb.isFuture,
                !verb.isNegated, !verb.isTentative, verb.form == .finite,
                ["acquire", "buy", "take over"].contains(verb.lemma),
                let target = bought(after: verb.items.upperBound),
                let buyer = buyer(clause, before: verb.items.lowerBound),
                buyer.entity != target.entity, !isTold(.acquires, buyer, target)
            else { continue }
            relate(.acquires, buyer, target, rule: "acquire.item@1")
        }
    }

    private func buyer(_ clause: Clause, before verb: Int) -> Party? {
        if verb > 0, tag(verb - 1) == .relative || tag(verb - 1) == .pronoun {
            var index = verb - 2
            while index >= 0 {
                let item = sentence.items[index]
                if let party = party(item), party.isCompany { return party }
                if item.tag == .verb { return nil }
                index -= 1
            }
            return nil
        }
        return parties(clause.subjects, where: \.isCompany).first
    }

    /// The company bought: no maker of what is bought, and not one from whom it is bought.
    private func bought(after start: Int) -> Party? {
        var index = start
        while index < min(sentence.items.count, start + 16) {
            let item = sentence.items[index]
            if case .quantity(.share) = item.kind, word(index + 1) == "of" { index += 2 }
            guard index < sentence.items.count else { return nil }
            if let party = party(sentence.items[index]), party.isCompany,
                tag(index + 1) != .possessive
            {
                let next = tag(index + 1)
                return next == .noun || next == .adjective || next == .hyphen ? nil : party
            }
            switch item.tag {
            case .preposition, .verb, .relative, .stop, .subordinator, .infinitive: return nil
            default: index += 1
            }
        }
        return nil
    }
}
