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
        /// How far a deal has come.
        case status

        fileprivate var column: Int {
            switch self {
            case .supplier: 0
            case .financier: 1
            case .buyer: 2
            case .kind: 3
            case .amount: 4
            case .status: 5
            }
        }
    }

    private let table: EvidenceTable
    private let known: Set<Choice>
    /// Of each choice, what speaks for none of its candidates.
    private let none: [Double]

    /// How many parts one is kept in: more than the file has decimals for.
    private static let unit = 1e6

    /// Reads lines of choice, evidence and weight, parted by tabs; lines that begin with `#` and
    /// empty ones are notes.
    ///
    /// - Throws: ``LexiconError`` for a line that is something else.
    package init(text: String) throws {
        let file = try EvidenceFile(text: text, file: "weights", unit: Self.unit)
        known = Set(file.choices.compactMap(Choice.init(rawValue:)))
        guard known.count == file.choices.count else {
            let other = file.choices.first { Choice(rawValue: $0) == nil } ?? ""
            throw LexiconError.malformed(file: "weights", "\(other) is no choice")
        }
        let choices = Choice.allCases.sorted { $0.column < $1.column }
        let table = file.table(choices.map(\.rawValue))
        self.table = table
        let row = table.row(of: ("none" as EvidenceWord).key)
        none = choices.map { choice in
            row.map { Double(table.weight($0, choice.column)) / Self.unit } ?? 0
        }
    }

    /// Reads the weights that come with the module.
    static func bundled() throws -> Weights {
        try Weights(text: EvidenceFile.bundled("weights"))
    }

    /// Whether anything is known of a choice.
    func knows(_ choice: Choice) -> Bool { known.contains(choice) }

    /// A set of evidence that these weights are for, with some in it.
    ///
    /// It keeps the names of what is added only where that is asked for.
    package func evidence(_ words: [EvidenceWord] = [], isNamed: Bool = false) -> EvidenceSet {
        var set = EvidenceSet(table, isNamed: isNamed)
        for word in words { set.insert(word) }
        return set
    }

    /// The probability of a choice by its evidence, 0…1.
    func probability(of choice: Choice, _ evidence: EvidenceSet) -> Double {
        1 / (1 + exp(-sum(choice, evidence)))
    }

    /// The probability of each of several candidates of which one or none is right, 0…1.
    func probabilities<Candidate: Hashable>(
        of choice: Choice,
        _ candidates: [Candidate: EvidenceSet]
    ) -> [Candidate: Double] {
        Odds.chances(candidates.mapValues { sum(choice, $0) }, none: none[choice.column])
    }

    private func sum(_ choice: Choice, _ evidence: EvidenceSet) -> Double {
        Double(table.sum(evidence.rows, column: choice.column)) / Self.unit
    }
}
