package import Evidence

/// A rule over the scores of one government, as configuration has it.
package struct AlertRule: Codable, Hashable, Sendable, Identifiable {
    package var id: String
    package var condition: Condition

    package init(id: String, condition: Condition) {
        self.id = id
        self.condition = condition
    }

    /// What the rule watches for.
    package enum Condition: Codable, Hashable, Sendable {
        /// A score is at least `raise`; it is over when the score is below `clear`, which is lower.
        case threshold(Dimension, raise: Double, clear: Double)
        /// A score rose by at least this much since it was last quiet; it is over when the score
        /// has stayed for `calm` further assessments.
        case jump(Dimension, points: Double, calm: Int)
        /// A floor is at least this; it is over when it is lower.
        case floor(Dimension, level: Int)
        /// A foreign-controlled provider (D1 at 3 or 4) is known in one of these functions.
        case foreignControl([GovernmentFunction])
    }
}

/// What became of a rule.
package enum AlertChange: String, Codable, Hashable, Sendable {
    case raised, cleared
}
