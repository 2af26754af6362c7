import Evidence

/// Statements that follow from ties and deals: a state's company is under its influence, and
/// money from the supplier's own state comes tied to it.
struct InferredStatements {
    let context: DocumentContext

    /// Companies that a state owns or controls, as the document's ties tell.
    func influence(_ ties: [RelationDraft]) -> [StatementDraft] {
        var seen = Set(
            context.statements.filter { $0.statement.kind == .stateInfluenceOverSupplier }
                .map(\.statement.subject)
        )
        return ties.compactMap { tie in
            let relation = tie.relation
            guard relation.kind == .controls || relation.kind == .ownsStake,
                tie.polarity == .asserted, (relation.share ?? 1) >= 0.2,
                !tie.rule.hasPrefix("venture"),
                let owner = context.entity(relation.from), owner.kind.isGovernment,
                let company = context.entity(relation.to),
                company.kind == .company || company.kind == .stateOwnedEnterprise,
                seen.insert(relation.to).inserted
            else { return nil }
            return draft(
                .stateInfluenceOverSupplier,
                relation.to,
                tie.quote,
                "influence.owned@1",
                (tie.polarity, tie.assertion, tie.attribution)
            )
        }
    }

    /// Systems that malware stopped, or whose data leaked, were not safe.
    func weakness() -> [StatementDraft] {
        var seen = Set(
            context.statements.filter { $0.statement.kind == .securityWeakness }
                .map(\.statement.subject)
        )
        return context.incidents.compactMap { incident in
            guard incident.incident.kind == .malware || incident.incident.kind == .dataLeak,
                incident.polarity == .asserted, seen.insert(incident.incident.subject).inserted
            else { return nil }
            return draft(
                .securityWeakness,
                incident.incident.subject,
                incident.quote,
                "security.\(incident.incident.kind.rawValue)@1",
                (incident.polarity, incident.assertion, incident.attribution)
            )
        }
    }

    /// Whether a passage speaks of a loan: what is given binds nobody to pay it back, and of
    /// money that is only named nobody says on what terms it comes.
    private func isLent(_ quote: Range<Int>) -> Bool {
        let words = context.relationWords
        return LexemeReader.tokens(of: context.text, in: quote).contains {
            words.english.loans.contains($0.text) || words.chinese.loans.contains($0.text)
        }
    }

    /// Governments that borrow to take a supplier with money from the supplier's own country.
    func tiedFinance(_ deals: [(deployment: Deployment, draft: Draft)]) -> [StatementDraft] {
        var seen = Set(
            context.statements.filter { $0.statement.kind == .tiedFinance }.map(\.statement.subject)
        )
        return deals.compactMap { deployment, draft in
            guard deployment.status != .cancelled, draft.polarity == .asserted,
                let home = context.country(of: deployment.recipient)
            else { return nil }
            let suppliers = Set(deployment.suppliers.compactMap { context.country(of: $0) })
            let money = Set(
                (deployment.financiers + deployment.donors)
                    .filter { context.entity($0)?.kind != .company }
                    .compactMap { context.country(of: $0) }
            )
            guard !suppliers.intersection(money).subtracting([home]).isEmpty,
                isLent(draft.quote), seen.insert(home).inserted
            else { return nil }
            return self.draft(
                .tiedFinance,
                home,
                draft.quote,
                "finance.same-country@1",
                (draft.polarity, draft.assertion, draft.attribution)
            )
        }
    }

    private func draft(
        _ kind: Statement.Kind,
        _ subject: EntityID,
        _ quote: Range<Int>,
        _ rule: String,
        _ manner: (Claim.Polarity, Claim.Assertion, String?)
    ) -> StatementDraft {
        StatementDraft(
            statement: Statement(kind: kind, subject: subject, isInForce: nil, date: nil),
            surface: subject.rawValue,
            quote: quote,
            rule: rule,
            polarity: manner.0,
            assertion: manner.1,
            attribution: manner.2
        )
    }
}
