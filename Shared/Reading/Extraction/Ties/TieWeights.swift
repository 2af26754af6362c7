import Evidence
import Foundation

/// What each piece of evidence counts for two parties of a line being tied in each way.
package struct TieWeights: Sendable {
    /// A way to be tied: from the party that the line names first, or to it.
    struct Tie: Hashable {
        var kind: Relation.Kind
        var isBackward: Bool

        var name: String { kind.rawValue + (isBackward ? " back" : "") }
    }

    static let all = Relation.Kind.allCases.flatMap { kind in
        kind.isMutual
            ? [Tie(kind: kind, isBackward: false)]
            : [Tie(kind: kind, isBackward: false), Tie(kind: kind, isBackward: true)]
    }

    /// The choice of no tie.
    private static let none = "none"

    private let table: EvidenceTable
    private static let unit = 1e6

    /// Reads lines of choice, evidence and weight, parted by tabs.
    ///
    /// A choice is a kind of tie, with
    /// `back` after it where the party named second is its origin, or `none`.
    ///
    /// - Throws: ``LexiconError`` for a line that is something else.
    package init(text: String) throws {
        let file = try EvidenceFile(text: text, file: "tie-weights", unit: Self.unit)
        let names = Self.all.map(\.name) + [Self.none]
        if let other = file.choices.first(where: { !names.contains($0) }) {
            throw LexiconError.malformed(file: "tie-weights", "\(other) is no choice")
        }
        table = file.table(names)
    }

    static func bundled() throws -> TieWeights {
        try TieWeights(text: EvidenceFile.bundled("tie-weights"))
    }

    func blank(isNamed: Bool) -> EvidenceSet { EvidenceSet(table, isNamed: isNamed) }

    /// The likeliest tie of all and none, with its probability, 0…1.
    func likeliest(_ evidence: EvidenceSet) -> (tie: Tie, chance: Double)? {
        guard table.count > 0 else { return nil }
        let sums = table.sums(evidence.rows).map { Double($0) / Self.unit }
        let top = sums.reduce(-Double.infinity, max)
        let total = sums.reduce(0) { $0 + exp($1 - top) }
        let best = Self.all.indices.max { sums[$0] < sums[$1] }
        return best.map { (Self.all[$0], exp(sums[$0] - top) / total) }
    }
}

extension Relation.Kind {
    /// Whether it has no direction.
    var isMutual: Bool { self == .jointVenture || self == .partnersWith || self == .competesWith }
}
