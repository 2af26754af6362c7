import Evidence
import Foundation

/// What each piece of evidence counts for a name's being of some kind: logarithms of odds.
struct NameWeights: Sendable {
    /// The kinds that have weights, in the order of the weights of each piece of evidence.
    private var kinds: [EntityKind] = []
    /// In hundredths, so that a sum is the same in any order.
    private var values: [String: [Int32]] = [:]

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
                let weight = Double(fields[2]), abs(weight) < 1_000
            else { throw .malformed(file: "name-weights", "line \(number + 1)") }
            add(Int32((weight * 100).rounded()), to: kind, of: String(fields[1]))
        }
    }

    private mutating func add(_ weight: Int32, to kind: EntityKind, of evidence: String) {
        if !kinds.contains(kind) { kinds.append(kind) }
        guard let place = kinds.firstIndex(of: kind) else { return }
        var row = values[evidence] ?? []
        while row.count <= place { row.append(0) }
        row[place] = weight
        values[evidence] = row
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
        var sums = [Int32](repeating: 0, count: kinds.count)
        for one in evidence {
            guard let row = values[one] else { continue }
            for (place, weight) in row.enumerated() { sums[place] += weight }
        }
        return zip(kinds, sums).max { $0.1 < $1.1 }
            .map { ($0.0, 1 / (1 + exp(-Double($0.1) / 100))) }
    }
}
