import Evidence

/// Ties of money between those who finance a deployment and whom it is for.
struct FundingTies {
    let context: DocumentContext

    /// Reads the document's deployments, as resolved.
    func ties(_ deployments: [(deployment: Deployment, draft: Draft)]) -> [RelationDraft] {
        var found: [RelationDraft] = []
        var seen: Set<[EntityID]> = []
        for (deployment, draft) in deployments where deployment.status != .cancelled {
            for financier in deployment.financiers + deployment.donors {
                guard isPublicMoney(financier), financier != deployment.recipient,
                    context.country(of: financier) != deployment.recipient || isLender(financier),
                    seen.insert([financier, deployment.recipient]).inserted
                else { continue }
                found.append(tie(from: financier, deployment, draft))
            }
        }
        return found
    }

    private func tie(
        from financier: EntityID,
        _ deployment: Deployment,
        _ draft: Draft
    ) -> RelationDraft {
        RelationDraft(
            relation: Relation(
                kind: .funds,
                from: financier,
                to: deployment.recipient,
                amount: isOfFinance(deployment.amount) ? deployment.amount : nil,
                date: deployment.date
            ),
            surfaces: [
                financier.rawValue, deployment.recipient.rawValue, Relation.Kind.funds.rawValue,
            ],
            quote: draft.quote,
            rule: "fund.deployment@1",
            polarity: draft.polarity,
            assertion: draft.assertion,
            attribution: draft.attribution
        )
    }

    /// Whether the amount is what the financier gives, and not the price of the whole.
    private func isOfFinance(_ amount: Money?) -> Bool {
        switch amount?.measures {
        case .loan, .grant: true
        default: false
        }
    }

    private func isLender(_ id: EntityID) -> Bool { context.entity(id)?.kind == .financier }

    /// A supplier that gives its own goods away supplies; it does not fund.
    private func isPublicMoney(_ id: EntityID) -> Bool {
        switch context.entity(id)?.kind {
        case .financier, .country, .publicBody, .organization: true
        default: false
        }
    }
}
