/// One choice that the weights have to make, with its evidence: what they are fitted to.
package struct FeatureRecord: Codable, Sendable {
    package var choice: Choice
    /// Where the line stands: Unicode scalars, half-open; tokens for ``Choice/name``.
    package var line: [Int]
    /// The party whose part is in question, and where it is named; empty for ``Choice/name``.
    package var party: String
    package var at: Int
    /// The buyer, the kind of system, the sum (`1200000 USD`) or the status in question; where a
    /// token ends, for ``Choice/name``.
    package var candidate: String?
    package var evidence: [String]

    package enum Choice: String, Codable, Sendable {
        /// Which part the party has: supplier, financier or none.
        case part
        case buyer, kind, amount, status
        /// Whether a token, which starts at ``at``, is part of a name, and of which kind.
        case name
        /// What a line tells besides deals and ties, and whom it is about.
        case topic, subject
        /// Whether two parties are tied, and how.
        case tie
    }
}

/// Collects the records of a reading.
final class FeatureSink {
    var records: [FeatureRecord] = []
}
