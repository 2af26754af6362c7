import Evidence

/// Giving systems away.
extension EnglishPassage {
    /// "X donated N to Y", "N donated by X", "China gave Y N".
    mutating func readDonation(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let form = template(place)
        let isGift =
            verb.frames.contains(.donate) && (!isShown(verb) || goesTo(clause)) || isGiven(clause)
        let targets = goods(verb.isPassive ? clause.subjects : clause.objects)
            .filter { !isKind($0, .finance) }
        guard !targets.isEmpty else { return }
        let givers =
            donors(verb.isPassive ? agents(of: clause) : clause.subjects)
            + parties(
                clause.phrases.filter { $0.preposition == "on behalf of" }.flatMap(\.nouns),
                where: isFinancier
            )
        let receivers =
            parties(clause.indirect, where: isGovernment)
            + parties(
                clause.phrases.filter { $0.preposition == "to" }.flatMap(\.nouns),
                where: isGovernment
            )
        let near =
            receivers + targets.flatMap(governmentsBefore)
            + parties(
                clause.phrases.filter { $0.preposition == "for" }.flatMap(\.nouns),
                where: isGovernment
            )
        let isForeign = givers.contains { giver in
            (giver.kind == .country || giver.kind == .publicBody)
                && (near.contains { isAbroad($0, from: giver) }
                    || receivers.isEmpty && giver.kind == .country
                        && (isHandedOver(verb) || isGivenAbroad(clause, giver)))
        }
        guard !givers.isEmpty, isGift || isForeign else { return }
        for target in targets {
            let status = status(place, done: .operational)
            slot(target) { draft in
                draft.add(givers, to: \.donors)
                draft.add(givers.filter(\.isCompany), to: \.suppliers)
                draft.add(
                    receivers.filter { r in !givers.contains { $0.entity == r.entity } },
                    to: \.recipients
                )
                draft.award = .donated
                draft.setStatus(status.0, rank: status.1)
                draft.fire("donate.\(form)@1")
            }
            attach(clause, to: target)
        }
    }

    /// Whether a verb tells that things change hands: those of a state, given by another.
    private func isHandedOver(_ verb: VerbGroup) -> Bool {
        ["hand over", "turn over", "present", "dispatch", "send"].contains(verb.lemma)
    }

    /// Whether somebody may only show or allow something, and give it to nobody.
    private func isShown(_ verb: VerbGroup) -> Bool {
        ["present", "grant"].contains(verb.lemma) && !verb.isPassive
    }

    /// Whether a clause says to whom something goes.
    private func goesTo(_ clause: Clause) -> Bool {
        !clause.indirect.isEmpty
            || clause.phrases.contains { $0.preposition == "to" || $0.preposition == "with" }
    }

    /// "gave 60 computers to the College of Northland": whether an organisation elsewhere gets it.
    private func isGivenAbroad(_ clause: Clause, _ giver: Party) -> Bool {
        let to = clause.phrases.filter { $0.preposition == "to" }.flatMap(\.nouns)
        return parties(to + clause.indirect) { $0.kind == .organization || $0.isCompany }
            .contains { isAbroad($0, from: giver) }
    }

    /// Whether a party is of another country than one that gives.
    func isAbroad(_ party: Party, from giver: Party) -> Bool {
        guard let home = context.country(of: giver.entity) else { return false }
        return context.country(of: party.entity) != home
    }

    /// "as a gift", "free of charge".
    private func isGiven(_ clause: Clause) -> Bool {
        clause.phrases.contains { phrase in
            phrase.nouns.contains { noun in
                items(noun).contains {
                    ["gift", "donation", "grant", "charge", "gratis"].contains($0.text)
                }
            }
        }
    }
}
