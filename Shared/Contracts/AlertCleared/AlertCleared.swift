package import Evidence

/// What an alert was raised for is over.
package struct AlertCleared: Message {
    package static let type = "mooring.alert.cleared.v1"

    /// The alert's, as it was raised.
    package var id: String
    package var subject: EntityID
    package var rule: String
    package var reason: Reason
    /// What the rule looks at, now; `nil` where nothing is said of the government any more.
    package var value: Double?
    package var asOf: PartialDate
    /// The last event of each source that this rests on.
    package var rests: [String: Int64]

    package enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
        /// The rule does not hold any more.
        case over
        /// Nothing is said of the government any more.
        case unassessed
        /// The rule is not in the configuration any more.
        case ruleGone = "rule-gone"
    }

    package init(
        id: String,
        subject: EntityID,
        rule: String,
        reason: Reason,
        value: Double?,
        asOf: PartialDate,
        rests: [String: Int64]
    ) {
        self.id = id
        self.subject = subject
        self.rule = rule
        self.reason = reason
        self.value = value
        self.asOf = asOf
        self.rests = rests
    }
}
