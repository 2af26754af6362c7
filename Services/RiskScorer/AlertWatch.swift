import Contracts
import Evidence
import GRDB
import Scoring

/// Watches the scores by the rules of the configuration, and says what is raised and cleared.
///
/// Where each rule stands is stored with the scores, so that a restart raises nothing anew.
struct AlertWatch: Sendable {
    let rules: [AlertRule]

    /// How many claims an alert names at the most.
    static let claimsMax = 50

    /// Takes a government's new assessment; `nil` where nothing is said of it any more.
    func take(
        _ assessment: Assessment?,
        of subject: EntityID,
        asOf: PartialDate,
        rests: [String: Int64],
        in db: Database
    ) throws -> [any Message] {
        var messages: [any Message] = []
        for rule in rules {
            let before = try AlertRows.state(of: rule.id, for: subject, db)
            var state = before
            let change = state.take(assessment, under: rule)
            if state != before { try AlertRows.set(state, of: rule.id, for: subject, db) }
            let id = Self.id(of: rule.id, subject, state)
            switch change {
            case .raised?:
                guard let assessment else { continue }
                messages.append(raised(rule, id, assessment, rests))
            case .cleared?:
                messages.append(
                    AlertCleared(
                        id: id,
                        subject: subject,
                        rule: rule.id,
                        reason: assessment == nil ? .unassessed : .over,
                        value: assessment.map(rule.value(in:)),
                        asOf: asOf,
                        rests: rests
                    )
                )
            case nil: break
            }
        }
        return messages
    }

    /// Ends the alerts whose rules are not in the configuration any more.
    func clearGone(
        asOf: PartialDate,
        rests: [String: Int64],
        in db: Database
    ) throws -> [AlertCleared] {
        try AlertRows.states(notOf: rules.map(\.id), db).compactMap { rule, subject, before in
            var state = before
            guard state.clear() == .cleared else { return nil }
            try AlertRows.set(state, of: rule, for: subject, db)
            return AlertCleared(
                id: Self.id(of: rule, subject, state),
                subject: subject,
                rule: rule,
                reason: .ruleGone,
                value: nil,
                asOf: asOf,
                rests: rests
            )
        }
    }

    private func raised(
        _ rule: AlertRule,
        _ id: String,
        _ assessment: Assessment,
        _ rests: [String: Int64]
    ) -> AlertRaised {
        var functions: [GovernmentFunction]?
        if case .foreignControl(let watched) = rule.condition { functions = watched }
        return AlertRaised(
            id: id,
            subject: assessment.subject,
            rule: rule.id,
            kind: rule.kind,
            dimension: rule.dimension,
            value: rule.value(in: assessment),
            limit: rule.limit,
            functions: functions,
            claims: Array(rule.claims(in: assessment).prefix(Self.claimsMax)),
            asOf: assessment.asOf,
            methodology: assessment.methodology,
            rests: rests
        )
    }

    private static func id(of rule: String, _ subject: EntityID, _ state: AlertState) -> String {
        "a-\(rule)-\(subject)-\(state.raisedCount)"
    }
}
