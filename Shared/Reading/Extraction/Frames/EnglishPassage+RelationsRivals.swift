import Evidence

/// Rivals for one order, and partners in one, as the words around their names tell.
extension EnglishPassage {
    private var words: RelationWords.English { context.relationWords.english }

    mutating func readRivals() {
        guard !isDoubted else { return }
        for place in sentence.items.indices {
            let text = word(place)
            if words.beats.contains(text), !isDoubtful(before: place) { readBeating(place) }
            if words.picks.contains(text), !isDoubtful(before: place) { readChoice(place) }
            if words.vies.contains(text), !isDoubtful(before: place) { readVying(place) }
            if words.partners.contains(text) { readPartnerBeside(place) }
            if words.jointly.contains(text) { readJointly(place) }
        }
    }

    /// "NEC beat Thales and Idemia", "outbidding X".
    private mutating func readBeating(_ verb: Int) {
        var winners = names(before: verb)
        if winners.isEmpty {
            winners = Array(
                (0..<verb).reversed().compactMap { party(sentence.items[$0]) }
                    .filter(\.isCompany).prefix(1)
            )
        }
        let beaten = names(from: verb + 1).filter(\.isCompany)
        for winner in winners.suffix(1) where winner.isCompany {
            for other in beaten where other.entity != winner.entity {
                relate(.competesWith, winner, other, rule: "rival.beaten@1")
            }
        }
    }

    /// "picked LG CNS over its Russian rival Vega and Sunwin".
    private mutating func readChoice(_ verb: Int) {
        let near = (verb + 1)..<min(sentence.items.count, verb + 12)
        guard near.lowerBound < near.upperBound,
            let over = near.first(where: {
                ["over", "ahead of", "rather than", "instead of"].contains(word($0))
            })
        else { return }
        let chosen = ((verb + 1)..<over).compactMap { party(sentence.items[$0]) }
            .filter(\.isCompany)
        let passed = names(from: over + 1).filter(\.isCompany)
        for one in chosen.suffix(1) {
            for other in passed where other.entity != one.entity {
                relate(.competesWith, one, other, rule: "rival.passed-over@1")
            }
        }
    }

    /// "A, B and C vied for the contract", "A in Sweden and B fight over the market".
    private mutating func readVying(_ verb: Int) {
        guard ["for", "over", "against"].contains(word(verb + 1)) || word(verb + 1) == "with"
        else { return }
        let rivals = names(before: verb).filter(\.isCompany)
        if rivals.count > 1 { relatePairs(rivals, .competesWith, rule: "rival.vying@1") }
    }

    /// "NEC and its local partner, Pasig-based Tagpuan Systems".
    private mutating func readPartnerBeside(_ noun: Int) {
        let start = max(0, noun - 5)
        guard let own = (start..<noun).last(where: { ["its", "their"].contains(word($0)) }),
            own > 0
        else { return }
        var index = own - 1
        while index >= 0,
            tag(index) == .conjunction || tag(index) == .comma || tag(index) == .preposition
        {
            index -= 1
        }
        let next = tag(noun + 1) == .comma ? noun + 2 : noun + 1
        guard index >= 0, let other = names(from: next).first(where: isActor) else { return }
        let owner = party(sentence.items[index]) ?? mainCompany(before: own)
        guard let owner, isActor(owner), owner.entity != other.entity, owner.kind != .country
        else { return }
        relate(.partnersWith, owner, other, rule: "partner.beside@1", isGiven: true)
    }

    private func mainCompany(before place: Int) -> Party? {
        (0..<place).compactMap { party(sentence.items[$0]) }.first(where: \.isCompany)
    }

    /// "A and B jointly hold the contract", "installed jointly with B", "together with B".
    private mutating func readJointly(_ place: Int) {
        if word(place + 1) == "with" || word(place).hasSuffix("with") {
            let start = word(place + 1) == "with" ? place + 2 : place + 1
            let others = names(from: start).filter(\.isCompany)
            let own = (0..<place).reversed().compactMap { party(sentence.items[$0]) }
                .first(where: \.isCompany)
            for other in others {
                if let own, own.entity != other.entity {
                    relate(.partnersWith, own, other, rule: "partner.jointly@1")
                }
            }
            return
        }
        let doers = names(before: place).filter(isActor)
        if doers.count > 1, tag(place + 1) == .verb || tag(place + 1) == .be {
            relatePairs(doers, .partnersWith, rule: "partner.jointly@1")
        }
    }

    /// "X has partnerships with the ministry": whoever has them is named, or was the company last
    /// spoken of.
    mutating func readPartnerships() {
        for clause in sentence.clauses {
            let verb = sentence.verbs[clause.verb]
            guard !verb.isNegated, !verb.isTentative, !verb.isFuture,
                words.holds.contains(verb.lemma) || words.signs.contains(verb.lemma)
                    || ["maintain", "run", "enter", "include", "form", "have"].contains(verb.lemma)
            else { continue }
            let nouns = clause.objects.filter { noun in
                words.partnerships.contains(head(noun).text)
                    && !items(noun).contains { ["no", "any"].contains($0.text) }
            }
            guard !nouns.isEmpty else { continue }
            let others =
                parties(
                    (clause.phrases + nouns.flatMap { phrases(after: $0) })
                        .filter { $0.preposition == "with" }.flatMap(\.nouns),
                    where: isActor
                )
            var own = parties(clause.subjects, where: isActor)
            if own.isEmpty, verb.lemma == "include" { own = Array(context.companies.suffix(1)) }
            for one in own {
                for other in others
                where one.entity != other.entity && !isTold(.partnersWith, one, other)
                    && !isTold(.partnersWith, other, one)
                {
                    relate(.partnersWith, one, other, rule: "partner.had@1")
                }
            }
        }
    }
}
