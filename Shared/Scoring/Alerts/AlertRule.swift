package import Evidence

/// A rule over the scores of one government, as configuration has it.
package struct AlertRule: Codable, Hashable, Sendable, Identifiable {
    /// In small letters, digits and dashes; it never comes to mean something else.
    package var id: String
    package var condition: Condition
    /// For how many assessments in a row a rule must not hold until its alert is over.
    package var calm: Int
    /// How many assessments of a government only tell what is usual for it.
    ///
    /// What holds by then is known, not news: it raises nothing until it has been over. With 0 the
    /// first assessment can raise an alert.
    package var baseline: Int

    package init(id: String, condition: Condition, calm: Int = 1, baseline: Int = 0) {
        self.id = id
        self.condition = condition
        self.calm = calm
        self.baseline = baseline
    }

    /// What the rule watches for.
    package enum Condition: Codable, Hashable, Sendable {
        /// A score is at least `raise`; it is over when the score is below `clear`, which is lower.
        case threshold(Dimension, raise: Double, clear: Double)
        /// A score rose by at least this much since it was last quiet; it is over when the score
        /// rises no further.
        case jump(Dimension, points: Double)
        /// A floor is at least this; it is over when it is lower.
        case floor(Dimension, level: Int)
        /// A foreign-controlled provider (D1 at 3 or 4) is known in one of these functions.
        case foreignControl([GovernmentFunction])
    }
}

extension AlertRule {
    /// What sort of rule it is.
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case threshold, jump, floor
        case foreignControl = "foreign-control"
    }

    package var kind: Kind {
        switch condition {
        case .threshold: .threshold
        case .jump: .jump
        case .floor: .floor
        case .foreignControl: .foreignControl
        }
    }

    /// The score that it watches.
    package var dimension: Dimension {
        switch condition {
        case .threshold(let dimension, _, _), .jump(let dimension, _), .floor(let dimension, _):
            dimension
        case .foreignControl: .dataSovereignty
        }
    }

    /// What must be reached for it to hold: a score, points, a floor's level or a level of D1.
    package var limit: Double {
        switch condition {
        case .threshold(_, let raise, _): raise
        case .jump(_, let points): points
        case .floor(_, let level): Double(level)
        case .foreignControl: Double(Self.foreignLevel)
        }
    }

    /// From which level on D1 means control from abroad.
    static let foreignLevel = 3
}
