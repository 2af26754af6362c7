import Evidence
import Scoring
import Testing

/// The delivered methodology, read once for all tests.
enum Delivered {
    static let methodology = Result { try Methodology.bundled() }
}

/// The product's engine, or one with a rule broken.
func engine(profile: String = "prior", breaking mutation: Mutation? = nil) throws -> ScoringEngine {
    ScoringEngine(
        methodology: try Delivered.methodology.get(),
        profile: profile,
        mutation: mutation
    )
}

/// An engine whose table of laws has rows for three of the four countries of a ``World``.
func worldEngine(breaking mutation: Mutation? = nil) throws -> ScoringEngine {
    ScoringEngine(methodology: try worldMethodology(), mutation: mutation)
}

func worldMethodology() throws -> Methodology {
    var methodology = try Delivered.methodology.get()
    methodology.laws = [:]
    for (code, compels) in [("AA", true), ("BB", true), ("CC", false)] {
        methodology.laws[.init(code)] = .init(
            jurisdiction: .init(code),
            compels: compels,
            law: "law of \(code)",
            source: "https://example.org"
        )
    }
    methodology.unions = [:]
    methodology.dependencies = [:]
    return methodology
}

extension Assessment {
    /// The cell of a factor in a function.
    func cell(_ factor: Factor, in function: GovernmentFunction) throws -> Score.Cell {
        let isOfData = Factor.dataSovereignty.contains(factor)
        let cells = isOfData ? dataSovereignty.cells : lockIn.cells
        return try #require(cells.first { $0.factor == factor && $0.function == function })
    }

    var allCells: [Score.Cell] { dataSovereignty.cells + lockIn.cells }
}
