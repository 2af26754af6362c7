package import Evidence
package import Scoring

/// A rule of the configuration holds for a government from now on.
package struct AlertRaised: Message {
    package static let type = "mooring.alert.raised.v1"

    /// Names this raising: another one of the same rule and government has another.
    package var id: String
    package var subject: EntityID
    /// The rule's name in the configuration.
    package var rule: String
    package var kind: AlertRule.Kind
    /// The score that it watches.
    package var dimension: Dimension
    /// What the rule looks at, now: a score, or a level 0–4.
    package var value: Double
    /// What must be reached for the rule to hold: a score, points of a jump, or a level.
    package var limit: Double
    /// For foreign control the functions that the rule watches.
    package var functions: [GovernmentFunction]?
    /// The claims that the value rests on, in order, cut at 50.
    package var claims: [ClaimID]
    package var asOf: PartialDate
    /// The version of the methodology that the value was computed under.
    package var methodology: String
    /// The last event of each source that the value rests on.
    package var rests: [String: Int64]

    package init(
        id: String,
        subject: EntityID,
        rule: String,
        kind: AlertRule.Kind,
        dimension: Dimension,
        value: Double,
        limit: Double,
        functions: [GovernmentFunction]? = nil,
        claims: [ClaimID],
        asOf: PartialDate,
        methodology: String,
        rests: [String: Int64]
    ) {
        self.id = id
        self.subject = subject
        self.rule = rule
        self.kind = kind
        self.dimension = dimension
        self.value = value
        self.limit = limit
        self.functions = functions
        self.claims = claims
        self.asOf = asOf
        self.methodology = methodology
        self.rests = rests
    }
}
