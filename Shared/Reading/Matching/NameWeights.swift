import Evidence
import Foundation

/// What each piece of evidence counts for a name's being of some kind: logarithms of odds.
struct NameWeights: Sendable {
    /// The kinds that have weights, in the order of the table's columns.
    private let kinds: [EntityKind]
    private let table: EvidenceTable

    /// In hundredths, so that a sum is the same in any order.
    private static let unit = 100.0

    /// Reads lines of kind, evidence and weight, parted by tabs; lines that begin with `#` and
    /// empty ones are notes.
    ///
    /// - Throws: ``LexiconError`` for a line that is something else.
    init(text: String) throws(LexiconError) {
        let file = try EvidenceFile(text: text, file: "name-weights", unit: Self.unit)
        kinds = file.choices.compactMap(EntityKind.init(rawValue:))
        guard kinds.count == file.choices.count else {
            let other = file.choices.first { EntityKind(rawValue: $0) == nil } ?? ""
            throw .malformed(file: "name-weights", "\(other) is no kind")
        }
        table = file.table(file.choices)
    }

    /// Reads the weights that come with the module.
    static func bundled() throws -> NameWeights {
        try NameWeights(text: EvidenceFile.bundled("name-weights"))
    }

    /// A set without anything in it, of the evidence that these weights are for.
    ///
    /// It keeps the names of what is added only where that is asked for.
    func evidence(isNamed: Bool = false) -> EvidenceSet { EvidenceSet(table, isNamed: isNamed) }

    /// The likeliest kind by the evidence and how likely it is, 0…1; `nil` without weights.
    func kind(by evidence: EvidenceSet) -> (kind: EntityKind, chance: Double)? {
        let sums = kinds.indices.map { table.sum(evidence.rows, column: $0) }
        return zip(kinds, sums).max { $0.1 < $1.1 }
            .map { ($0.0, 1 / (1 + exp(-Double($0.1) / Self.unit))) }
    }
}
