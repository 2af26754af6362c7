import Evidence
import Foundation

/// What each piece of evidence counts for a name's being of some kind: logarithms of odds.
struct NameWeights: Sendable {
    private var values: [EntityKind: [String: Double]] = [:]

    /// Reads lines of kind, evidence and weight, parted by tabs; lines that begin with `#` and
    /// empty ones are notes.
    ///
    /// - Throws: ``LexiconError`` for a line that is something else.
    init(text: String) throws(LexiconError) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let kind = EntityKind(rawValue: String(fields[0])),
                let weight = Double(fields[2])
            else { throw .malformed(file: "name-weights", "line \(number + 1)") }
            values[kind, default: [:]][String(fields[1])] = weight
        }
    }

    /// Reads the weights that come with the module.
    static func bundled() throws -> NameWeights {
        let url = Bundle.module.url(
            forResource: "name-weights",
            withExtension: "tsv",
            subdirectory: "Data"
        )
        guard let url else { throw CocoaError(.fileNoSuchFile) }
        return try NameWeights(text: String(contentsOf: url, encoding: .utf8))
    }

    /// The likeliest kind by the evidence and how likely it is, 0…1; `nil` without weights.
    func kind(by evidence: Set<String>) -> (kind: EntityKind, chance: Double)? {
        EntityKind.allCases.compactMap { kind -> (kind: EntityKind, chance: Double)? in
            guard let known = values[kind] else { return nil }
            // In order, so that the sum is the same at every reading.
            let sum = evidence.compactMap { known[$0] }.sorted().reduce(0, +)
            return (kind, 1 / (1 + exp(-sum)))
        }
        .max { $0.chance < $1.chance }
    }
}
