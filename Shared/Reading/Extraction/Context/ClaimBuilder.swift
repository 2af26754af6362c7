import Evidence

/// Makes claims, with exact quotes, of what a document's passages told.
struct ClaimBuilder {
    let context: DocumentContext
    let source: SourceText

    private let deployments: [(deployment: Deployment, draft: Draft)]
    /// The ties that the rules told, and those of money that follow from deals.
    let ties: [RelationDraft]

    init(context: DocumentContext, source: SourceText, currencies: SharedCurrencies) {
        self.context = context
        self.source = source
        let text = SharedCurrencies.Text { context.text.string(0..<context.text.count) }
        deployments = DraftResolver(context: context).deployments().map { found in
            guard let amount = found.deployment.amount else { return found }
            let deal = found.deployment
            let parties = SharedCurrencies.Parties(
                recipient: context.country(of: deal.recipient),
                payers: (deal.financiers + deal.donors).map { context.country(of: $0) },
                suppliers: deal.suppliers.map { context.country(of: $0) }
            )
            let code = currencies.local(amount.currency, parties: parties, in: text)
            var local = found
            if let code {
                local.deployment.amount?.currency = code
            } else {
                // Pesos of nobody knows which country are no amount.
                local.deployment.amount = nil
            }
            return local
        }
        let told = context.relations.map { draft in
            var draft = draft
            if let code = draft.relation.amount?.currency, !SharedCurrencies.isCode(code) {
                draft.relation.amount = nil
            }
            return draft
        }
        ties = told + FundingTies(context: context).ties(deployments)
    }

    /// The statements and incidents that the rules told, or that follow from ties and deals.
    func topics(_ ties: [RelationDraft]) -> [ToldTopic] {
        let inferred = InferredStatements(context: context)
        let statements =
            context.statements + inferred.influence(ties) + inferred.tiedFinance(deployments)
            + inferred.weakness()
        return context.incidents.map(ToldTopic.incident) + statements.map(ToldTopic.statement)
    }

    func claims(_ ties: [RelationDraft], _ topics: [ToldTopic]) -> [Claim] {
        var claims = deployments.map { found in
            claim(
                .deployment(found.deployment),
                quote: found.draft.quote,
                rule: found.draft.rules.joined(separator: "+"),
                surfaces: surfaces(of: found.draft, found.deployment),
                manner: (found.draft.polarity, found.draft.assertion, found.draft.attribution)
            )
        }
        claims += ties.map { claim(.relation($0.relation), $0, surfaces: $0.surfaces) }
        claims += topics.map { topic in
            switch topic {
            case .incident(let draft):
                claim(.incident(draft.incident), draft, surfaces: [draft.surface])
            case .statement(let draft):
                claim(.statement(draft.statement), draft, surfaces: [draft.surface])
            }
        }
        return ordered(claims)
    }

    /// In the order of their quotes, then ids; the same claim once.
    private func ordered(_ claims: [Claim]) -> [Claim] {
        var seen: Set<ClaimID> = []
        return claims.sorted {
            ($0.quote.range.lowerBound, $0.quote.range.upperBound, $0.id)
                < ($1.quote.range.lowerBound, $1.quote.range.upperBound, $1.id)
        }
        .filter { seen.insert($0.id).inserted }
    }

    private func surfaces(of draft: Draft, _ deployment: Deployment) -> [String] {
        [deployment.recipient.rawValue, draft.system]
            + (draft.suppliers + draft.financiers + draft.donors).map(\.surface)
    }

    private func claim(
        _ content: Claim.Content,
        _ draft: some ToldDraft,
        surfaces: [String]
    ) -> Claim {
        claim(
            content,
            quote: draft.quote,
            rule: draft.rule,
            surfaces: surfaces,
            manner: (draft.polarity, draft.assertion, draft.attribution)
        )
    }

    private func claim(
        _ content: Claim.Content,
        quote: Range<Int>,
        rule: String,
        surfaces: [String],
        manner: (Claim.Polarity, Claim.Assertion, String?)
    ) -> Claim {
        let quote = telling(quote)
        return Claim(
            id: ClaimID(
                document: source.id,
                range: quote,
                kind: content.kindName,
                surfaces: surfaces
            ),
            content: content,
            polarity: manner.0,
            assertion: manner.1,
            attribution: manner.2,
            quote: Quote(document: source.id, text: context.text.string(quote), range: quote),
            rule: rule,
            source: source.grade
        )
    }

    /// A quote that says something by itself: what stands in a short cell of a table is quoted with
    /// its line, and a line of one word with its neighbours.
    private func telling(_ quote: Range<Int>) -> Range<Int> {
        let text = context.text
        var start = quote.lowerBound
        var end = quote.upperBound
        func isShort() -> Bool {
            let hasHan = (start..<end).contains { ScalarClass.isHan(text[$0]) }
            return end - start < (hasHan ? Self.hanMin : Self.lettersMin)
        }
        let first = max(0, start - Self.lineMax)
        let last = min(text.count, end + Self.lineMax)
        while isShort(), start > first || end < last {
            if start > first { start -= 1 }
            if end < last { end += 1 }
            while start > first, text[start - 1] != "\n" { start -= 1 }
            while end < last, text[end] != "\n" { end += 1 }
        }
        return start..<end
    }

    /// The shortest quotes that say something, in scalars.
    private static let lettersMin = 12
    private static let hanMin = 6
    /// How much of a line before and after a short cell is quoted with it, in scalars.
    private static let lineMax = 2_000
}
