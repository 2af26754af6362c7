/// How far two names name the same organization, and why.
package struct NameComparison: Hashable, Sendable {
    /// 0…1.
    package var score: Double
    package var decision: Decision
    /// What spoke for and against it, in words for people.
    package var reasons: [String]

    package enum Decision: String, Hashable, Sendable, CaseIterable {
        case same, ambiguous, different
    }

    /// At and above this score two names are the same.
    package static let sameMin = 0.92
    /// Below this score they are different.
    package static let ambiguousMin = 0.70

    package init(score: Double, reasons: [String]) {
        self.score = score
        self.reasons = reasons
        decision =
            score >= Self.sameMin ? .same : score >= Self.ambiguousMin ? .ambiguous : .different
    }

    /// The better of two comparisons of the same names.
    func atLeast(_ other: NameComparison?) -> NameComparison {
        guard let other, other.score > score else { return self }
        return other
    }
}
