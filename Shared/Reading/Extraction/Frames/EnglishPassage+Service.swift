import Evidence

/// Products that serve somebody, and what a company builds for itself.
extension EnglishPassage {
    private static let serving: Set<String> = [
        "serve", "underpin", "power", "drive", "equip", "support", "run", "host", "handle",
    ]

    /// "Acme's Insight has served the city police", "an Acme platform underpins the register".
    mutating func readService(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        guard Self.serving.contains(verb.lemma), !verb.isPassive, verb.form == .finite,
            let product = clause.subjects.first, named(product)?.isCompany != true
        else { return }
        let makers = premodifiers(product).filter(\.isCompany)
        guard !makers.isEmpty,
            !isKind(product, [.person, .company, .agreement, .finance, .government])
        else { return }
        let users = parties(clause.objects) { isGovernment($0) && $0.kind == .publicBody }
        var targets = systems(clause.objects)
        if targets.isEmpty, !users.isEmpty { targets = [product] }
        let status = status(place, done: .operational)
        for target in targets {
            slot(target) { draft in
                draft.add(makers, to: \.suppliers)
                draft.add(users, to: \.recipients)
                draft.setStatus(status.0, rank: status.1)
                draft.fire("service.active@1")
            }
            attach(clause, to: target)
        }
    }

    /// "X is enlarging its own data centre": what a company builds for nobody else.
    func isVendorsOwn(_ noun: Int, _ clause: Clause, _ cast: Cast) -> Bool {
        guard !sentence.verbs[clause.verb].isPassive, cast.governments.isEmpty,
            items(noun).contains(where: { $0.text == "own" }),
            items(noun).contains(where: { ["its", "their"].contains($0.text) })
        else { return false }
        let owners = parties(clause.subjects, where: \.isCompany)
        return !owners.isEmpty && owners.allSatisfy { $0.kind == .company }
    }
}
