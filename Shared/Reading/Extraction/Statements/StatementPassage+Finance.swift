import Evidence

/// Money of a state beside a supplier from it: "built by A with a loan from its country's bank".
extension StatementPassage {
    func readTiedFinance() {
        guard let cue = tokens.firstIndex(where: { lending.contains($0.text) }) else { return }
        let homes = lenders(near: cue)
        guard !homes.isEmpty else { return }
        let here = mentions.filter { $0.kind == .company || $0.kind == .stateOwnedEnterprise }
            .map(\.entity)
        let suppliers = here.isEmpty ? context.companies.suffix(1).map(\.entity) : here
        let tied = Set(suppliers.compactMap { context.country(of: $0) }).intersection(homes)
        guard !tied.isEmpty, let subject = borrower(besides: tied) else { return }
        context.statements.append(
            StatementDraft(
                statement: Statement(
                    kind: .tiedFinance,
                    subject: subject,
                    isInForce: nil,
                    date: nil
                ),
                surface: subject.rawValue,
                quote: range,
                rule: "finance.same-home@1"
            )
        )
    }

    private var lending: Set<String> { context.relationWords.english.lending }

    /// The countries of state banks that the sentence names, and of "Chinese loan".
    private func lenders(near cue: Int) -> Set<EntityID> {
        var homes: Set<EntityID> = []
        for mention in mentions {
            if mention.kind == .financier, let home = context.country(of: mention.entity) {
                homes.insert(home)
            }
            guard mention.kind == .country,
                let next = tokens.firstIndex(where: {
                    $0.range.lowerBound >= mention.range.upperBound
                })
            else { continue }
            let near = next..<min(tokens.count, next + 4)
            if mention.use == .demonym, near.contains(where: { lending.contains(tokens[$0].text) })
            {
                homes.insert(mention.entity)
            }
        }
        return homes
    }

    /// The country that the money is for: named, else the one that the block speaks of.
    private func borrower(besides lenders: Set<EntityID>) -> EntityID? {
        if let scope = context.scope, !lenders.contains(scope) { return scope }
        let named = FocusReader.governments(mentions, context)
            .filter { $0.use != .demonym }
            .compactMap { context.country(of: $0.entity) }
            .filter { !lenders.contains($0) }
        if let first = named.first { return first }
        return context.focus.flatMap { lenders.contains($0) ? nil : $0 }
    }
}
