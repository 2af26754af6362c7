import Evidence

extension EnglishPassage {
    // MARK: - Place

    /// "X, based in Y", "X is headquartered in Y".
    mutating func readHead(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let isSeat =
            verb.frames.contains(.head) && verb.isPassive
            || ["operate", "locate"].contains(verb.lemma) && verb.form != .finite
        guard isSeat else { return }
        let places = parties(
            clause.phrases.filter { $0.preposition == "in" || $0.preposition == "at" }.prefix(1)
                .flatMap(\.nouns)
        ) {
            $0.kind == .territory || $0.kind == .country
        }
        let named = clause.subjects.filter { head($0).tag != .pronoun }
        var residents = parties(named) {
            $0.canSupply || $0.kind == .financier || $0.kind == .publicBody
        }
        let isKind = residents.isEmpty
        if isKind { residents = examples(after: clause) }
        // "companies based in Beijing or China, like X": which of them is in the city is not said.
        let seats = isKind && places.count > 1 ? places.filter { $0.kind == .country } : places
        for resident in residents {
            for seat in seats {
                relate(.locatedIn, resident, seat, rule: "seat.\(template(place))@1")
            }
        }
    }

    /// "…, like A, B, and C".
    private func examples(after clause: Clause) -> [Party] {
        clause.phrases.filter {
            ["like", "such as", "including", "namely"].contains($0.preposition)
        }
        .flatMap { parties($0.nouns, where: { $0.canSupply }) }
    }

    // MARK: - Money

    /// "X funds the institute Y", "the fund Y, backed by X".
    mutating func readFunding(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        guard verb.frames.contains(.finance), !verb.isFuture else { return }
        let givers = parties(verb.isPassive ? agents(of: clause) : clause.subjects) {
            isLender($0) || $0.isGeneric
        }
        var takers = parties(verb.isPassive ? clause.subjects : clause.objects) {
            $0.kind == .organization || $0.kind == .financier || $0.kind == .policy || $0.isCompany
        }
        if !verb.isPassive { takers += examples(after: clause) }
        // Whoever pays, insures or lends to a company has bought from it or helped it, and owns no part.
        takers.removeAll { $0.isCompany && !Self.isBacking(verb.lemma) }
        let isHelp = verb.lemma == "support" || verb.lemma == "assist"
        for giver in givers where giver.kind != .person {
            if isHelp, giver.isCompany {
                for taker in takers where taker.isCompany && taker.entity != giver.entity {
                    relate(.partnersWith, taker, giver, rule: "partner.supported@1")
                }
                continue
            }
            for taker in takers where taker.kind != .financier || verb.isPassive {
                // Whoever backs a company has a part of it; a government or a project is paid for.
                let isInvestment = taker.isCompany && !giver.kind.isGovernment
                relate(
                    isInvestment ? .investsIn : .funds,
                    giver,
                    taker,
                    rule: "\(isInvestment ? "invest" : "fund").\(template(place))@2"
                )
            }
        }
    }

    /// Whether a verb of money, said of a company, gives it capital.
    private static func isBacking(_ lemma: String) -> Bool {
        ["back", "fund", "finance", "bankroll", "support", "assist", "sponsor"].contains(lemma)
    }

    // MARK: - Cooperation

    /// "X and Y jointly developed N", "N was developed by X and Y", "X works with Y".
    mutating func readCooperation(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let form = template(place)
        if verb.frames.containsAny(.build, .operate, .launch), !verb.isFuture {
            let doers = parties(verb.isPassive ? agents(of: clause) : []) {
                $0.canSupply || $0.kind == .publicBody
            }
            // "It was built by X and Y" tells of two suppliers; that they are partners must be said.
            if isMutual(clause) || verb.form == .participle {
                relateAll(doers, rule: "co-agents.\(form)@1")
            }
        }
        if verb.frames.containsAny(.partner, .work), verb.lemma != "tie" || verb.isPassive == false
        {
            let with =
                parties(clause.phrases.filter { $0.preposition == "with" }.flatMap(\.nouns)) {
                    isActor($0)
                }
                + (verb.lemma == "work with" ? parties(clause.objects, where: isActor) : [])
            let own = parties(clause.subjects, where: isActor) + listed(near: clause)
            if with.isEmpty, isMutual(clause) {
                relateAcross(own)
            } else {
                for one in own {
                    for other in with where isPair(one, other) {
                        relate(.partnersWith, one, other, rule: "partner.\(form)@1")
                    }
                }
            }
        }
        if verb.frames.contains(.select), verb.isPassive,
            verb.lemma == "entrust" || verb.lemma == "commission"
        {
            for one in parties(clause.subjects, where: { $0.canSupply }) {
                for other in parties(agents(of: clause), where: isGovernment) {
                    relate(.partnersWith, one, other, rule: "entrust.\(form)@1")
                }
            }
        }
    }

    func isActor(_ party: Party) -> Bool {
        switch party.kind {
        case .person, .event, .policy: false
        default: true
        }
    }

    /// Parties named in "such as" phrases of the subject.
    private func listed(near clause: Clause) -> [Party] {
        clause.subjects.flatMap { noun in
            phrases(after: noun).filter {
                ["like", "such as", "including"].contains($0.preposition)
            }
            .flatMap { parties($0.nouns, where: isActor) }
        }
    }

    private func isMutual(_ clause: Clause) -> Bool {
        let range = sentence.verbs[clause.verb].items
        let after = sentence.items[
            range.upperBound..<min(sentence.items.count, range.upperBound + 4)
        ]
        let around = sentence.items[max(0, range.lowerBound - 2)..<range.upperBound] + after
        return around.contains { ["together", "closely", "jointly"].contains($0.text) }
    }

    private func isPair(_ one: Party, _ other: Party) -> Bool {
        one.entity != other.entity && !(one.kind == .territory && other.kind == .territory)
    }

    private mutating func relateAll(_ parties: [Party], rule: String) {
        for (place, one) in parties.enumerated() {
            for other in parties[(place + 1)...] where isPair(one, other) {
                relate(.partnersWith, one, other, rule: rule)
            }
        }
    }

    /// Governments with companies that work together.
    private mutating func relateAcross(_ parties: [Party]) {
        for one in parties where one.kind.isGovernment {
            for other in parties where other.isCompany {
                relate(.partnersWith, one, other, rule: "partner.mutual@1")
            }
        }
    }
}
