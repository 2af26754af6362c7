import Foundation

/// What each piece of evidence counts for a choice: a sum of logarithms of odds.
package struct Weights: Sendable {
    /// A choice that is weighed.
    package enum Choice: String, Sendable, CaseIterable {
        /// Whether a party supplies a system that the line tells of.
        case supplier
        /// Whether a party pays for one.
        case financier
        /// Whether a government is whom the deal is for.
        case buyer
        /// Whether a category is the system's.
        case kind
        /// Whether a sum is the deal's.
        case amount
    }

    private var values: [Choice: [String: Double]] = [:]

    /// Reads lines of choice, evidence and weight, parted by tabs; lines that begin with `#` and
    /// empty ones are notes.
    ///
    /// - Throws: ``LexiconError`` for a line that is something else.
    package init(text: String) throws {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let choice = Choice(rawValue: String(fields[0])),
                let weight = Double(fields[2])
            else { throw LexiconError.malformed(file: "weights", "line \(number + 1)") }
            values[choice, default: [:]][String(fields[1])] = weight
        }
    }

    /// Reads the weights that come with the module.
    static func bundled() throws -> Weights {
        let url = Bundle.module.url(
            forResource: "weights",
            withExtension: "tsv",
            subdirectory: "Data"
        )
        guard let url else { throw CocoaError(.fileNoSuchFile) }
        return try Weights(text: String(contentsOf: url, encoding: .utf8))
    }

    /// Whether anything is known of a choice.
    func knows(_ choice: Choice) -> Bool { values[choice] != nil }

    /// The probability of a choice by its evidence, 0…1.
    func probability(of choice: Choice, _ evidence: Set<String>) -> Double {
        1 / (1 + exp(-sum(choice, evidence)))
    }

    /// The probability of each of several candidates of which one or none is right, 0…1.
    func probabilities<Candidate: Hashable>(
        of choice: Choice,
        _ candidates: [Candidate: Set<String>]
    ) -> [Candidate: Double] {
        let sums = candidates.mapValues { sum(choice, $0) }
        let none = values[choice]?[Self.none] ?? 0
        let top = sums.values.reduce(none, max)
        // In order, so that the sum is the same at every reading.
        let total = sums.values.map { exp($0 - top) }.sorted().reduce(exp(none - top), +)
        return sums.mapValues { exp($0 - top) / total }
    }

    /// The evidence that none of the candidates is right.
    private static let none = "none"

    private func sum(_ choice: Choice, _ evidence: Set<String>) -> Double {
        let known = values[choice] ?? [:]
        // In order, so that the sum is the same at every reading.
        return evidence.compactMap { known[$0] }.sorted().reduce(0, +)
    }
}
