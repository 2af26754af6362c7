import Evidence
import Scoring
import Testing

/// The product's engine, or one with a rule broken.
func engine(profile: String = "prior", breaking mutation: Mutation? = nil) throws -> ScoringEngine {
    ScoringEngine(methodology: try Methodology.bundled(), profile: profile, mutation: mutation)
}

extension Assessment {
    /// The cell of a factor in a function.
    func cell(_ factor: Factor, in function: GovernmentFunction) throws -> Score.Cell {
        let isOfData = Factor.dataSovereignty.contains(factor)
        let cells = isOfData ? dataSovereignty.cells : lockIn.cells
        return try #require(cells.first { $0.factor == factor && $0.function == function })
    }
}
