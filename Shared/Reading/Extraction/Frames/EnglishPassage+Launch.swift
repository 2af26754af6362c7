import Evidence

/// Opening systems, and taking part in building them.
extension EnglishPassage {
    // MARK: - Launch

    /// "X will open its third data centre in Y", "the data centre opened in May".
    mutating func readLaunch(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let form = template(place)
        let isIntransitive = clause.objects.isEmpty && !verb.isPassive
        let targets = systems(verb.isPassive || isIntransitive ? clause.subjects : clause.objects)
        guard !targets.isEmpty else { return }
        let doers = verb.isPassive ? agents(of: clause) : isIntransitive ? [] : clause.subjects
        let companies = parties(doers, where: isSupplier)
        let governments =
            companies.isEmpty ? parties(doers) { isGovernment($0) && $0.kind != .publicBody } : []
        let bodies = companies.isEmpty ? parties(doers) { $0.kind == .publicBody } : []
        for target in targets {
            let status = status(place, done: .operational)
            let isOwn = items(target).contains { $0.text == "its" || $0.text == "their" }
            // "the operator switched on stations supplied by X"
            let isBuyer = isSuppliedByOthers(target, besides: companies)
            slot(target) { draft in
                draft.add(companies, to: isBuyer ? \.recipients : \.suppliers)
                if verb.lemma == "launch" { draft.add(bodies, to: \.suppliers) }
                draft.add(governments, to: \.recipients)
                if isOwn, !companies.isEmpty { draft.isVendorOwned = true }
                draft.setStatus(status.0, rank: status.1)
                draft.fire("launch.\(form)@1")
            }
            attach(clause, to: target)
        }
    }

    /// Whether a participle after a system names another company as its supplier.
    private func isSuppliedByOthers(_ target: Int, besides companies: [Party]) -> Bool {
        sentence.clauses.contains { clause in
            let verb = sentence.verbs[clause.verb]
            guard verb.form == .participle, verb.frames.containsAny(.supply, .build),
                clause.subjects.contains(target)
            else { return false }
            return parties(agents(of: clause), where: isSupplier).contains { party in
                !companies.contains { $0.entity == party.entity }
            }
        }
    }

    // MARK: - Involvement

    /// "X is involved in the construction of N", "X began construction of N".
    mutating func readInvolvement(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let doers = verb.isPassive && verb.lemma != "involve" ? [] : clause.subjects
        let companies = parties(doers, where: isSupplier)
        guard !companies.isEmpty else { return }
        let deeds =
            (clause.objects
            + clause.phrases.filter {
                $0.preposition == "in" || $0.preposition == "for" || $0.preposition == "on"
            }.flatMap(\.nouns))
            .filter { isKind($0, .event) || (verb.lemma == "involve" && namesSystem($0)) }
        let isStated = verb.lemma != "be" || clause.phrases.contains { $0.preposition == "for" }
        for deed in deeds where isStated {
            let events = head(deed).entry?.event ?? .none
            guard events.containsAny(.build, .supply, .operate) || !isKind(deed, .event) else {
                continue
            }
            let cast = cast(place)
            for target in systems([deed]) {
                slot(target) { draft in
                    draft.add(companies, to: \.suppliers)
                    draft.add(cast.governments, to: \.recipients)
                    let isDone = ["complete", "finish"].contains(verb.lemma)
                    draft.setStatus(
                        verb.isFuture ? .planned : isDone ? .operational : .underConstruction,
                        rank: 4
                    )
                    draft.fire("involve.active@1")
                }
                attach(clause, to: target)
            }
        }
    }
}
