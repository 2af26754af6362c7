import Foundation

/// Probabilities of what sums of evidence, in logarithms of odds, speak for.
enum Odds {
    /// How likely each of several candidates is of which one or none is right, 0…1.
    static func chances<Candidate: Hashable>(
        _ sums: [Candidate: Double],
        none: Double
    ) -> [Candidate: Double] {
        let top = sums.values.reduce(none, max)
        // In order, so that the sum is the same at every reading.
        let total = sums.values.map { exp($0 - top) }.sorted().reduce(exp(none - top), +)
        return sums.mapValues { exp($0 - top) / total }
    }
}
