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
                return
            }
        }
        guard let verb = sentence.clauses.last(where: { $0.chunk >= 0 && isBefore($0, place) }),
            !sentence.verbs[verb.verb].isNegated, !sentence.verbs[verb.verb].isTentative,
            !sentence.verbs[verb.verb].isFuture,
            words.setUp.contains(sentence.verbs[verb.verb].lemma)
                || words.setUp.contains(word(sentence.verbs[verb.verb].main))
        else { return }
        let start = sentence.verbs[verb.verb].items.lowerBound
        var partners = names(before: start)
        if partners.isEmpty { partners = parties(verb.subjects, where: isActor) }
        var index = place + 1
        while index < min(sentence.items.count, place + 4), word(index) != "with" { index += 1 }
        if word(index) == "with" { partners += names(from: index + 1) }
        guard partners.count > 1 else { return }
        relatePairs(partners, .jointVenture, rule: "venture.formed@1")
    }

    private func isBefore(_ clause: Clause, _ place: Int) -> Bool {
        sentence.verbs[clause.verb].items.upperBound <= place
            && place - sentence.verbs[clause.verb].items.upperBound < 6
    }

    /// A list of names from a place on; of "Google's partner Cognite" the last.
    private func names(from start: Int) -> [Party] {
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
                guard isListed(index + 1) else { break scan }
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
    private func names(before verb: Int) -> [Party] {
        guard verb > 0 else { return [] }
        var index = verb - 1
        while index >= 0, tag(index) == .adverb { index -= 1 }
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
        guard let main = sentence.clauses.first(where: { sentence.verbs[$0.verb].form == .finite }),
            sentence.verbs[main.verb].frames.containsAny(.build, .launch, .operate)
                || words.setUp.contains(sentence.verbs[main.verb].lemma)
        else { return }
        for one in parties(main.subjects, where: isActor) {
            for other in partners where other.entity != one.entity {
                relate(.partnersWith, one, other, rule: "partner.together@1")
            }
        }
    }

    // MARK: - Regulators

    /// "The data protection authority, X, forbade Y to …", "the regulator fined Y".
    mutating func readRegulation() {
        for clause in sentence.clauses {
            let verb = sentence.verbs[clause.verb]
            guard words.regulating.contains(verb.lemma), !verb.isNegated, !verb.isFuture,
                !verb.isTentative
            else { continue }
            let start = verb.items.lowerBound
            let doers =
                verb.isPassive
                ? parties(agents(of: clause), where: isRegulator)
                : [regulator(before: start)].compactMap { $0 }
            let objects =
                verb.isPassive
                ? parties(clause.subjects, where: isRegulated) : regulated(after: verb.items)
            for doer in doers {
                for object in objects {
                    relate(.regulates, doer, object, rule: "regulate.act@1")
                }
            }
        }
    }

    private func isRegulated(_ party: Party) -> Bool {
        party.isCompany || party.kind == .organization || party.kind == .publicBody
            || party.kind == .territory
    }

    private func isRegulator(_ party: Party) -> Bool {
        party.kind == .publicBody
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

    private func regulated(after verb: Range<Int>) -> [Party] {
        var index = verb.upperBound
        while index < sentence.items.count, tag(index) == .determiner { index += 1 }
        guard index < sentence.items.count, let party = party(sentence.items[index]),
            tag(index + 1) != .possessive, isRegulated(party)
        else { return [] }
        return [party]
    }

    // MARK: - Buyers

    /// "Y, which had acquired the contractor, Z", "X bought Y's operator Z".
    mutating func readBuyers() {
        for clause in sentence.clauses {
            let verb = sentence.verbs[clause.verb]
            guard verb.frames.contains(.acquire), !verb.isPassive, !verb.isFuture,
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
        if verb > 0, tag(verb - 1) == .relative {
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
            if let party = party(item), party.isCompany, tag(index + 1) != .possessive {
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
