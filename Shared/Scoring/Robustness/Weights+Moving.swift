import Evidence

extension Weights {
    /// How many coordinates ``moved(by:spread:)`` reads: one for each function, then each factor.
    package static let coordinateCount = GovernmentFunction.allCases.count + Factor.allCases.count

    /// Weights that differ from these by at most a part of each, scaled to the sums that they had.
    ///
    /// - Parameters:
    ///   - coordinates: One of 0…1 for each weight; 0.5 leaves it, 0 and 1 are the ends.
    ///   - spread: How far a weight may be off, as a part of it.
    /// - Returns: The weights at that point.
    package func moved(by coordinates: [Double], spread: Double) -> Weights {
        var moved = self
        moved.functions = Self.moved(functions, by: coordinates.prefix(functions.count), spread)
        let ofFactors = Array(coordinates.dropFirst(functions.count))
        for dimension in Dimension.allCases {
            let own = dimension.factors
            let weights = own.map { factors[$0, default: 0] }
            let drawn = Self.moved(weights, by: own.map { ofFactors[$0.index] }, spread)
            for (factor, weight) in zip(own, drawn) { moved.factors[factor] = weight }
        }
        return moved
    }

    private static func moved(
        _ weights: [Double],
        by coordinates: some Sequence<Double>,
        _ spread: Double
    ) -> [Double] {
        let moved = zip(weights, coordinates).map { $0 * (1 + spread * (2 * $1 - 1)) }
        let (sum, total) = (moved.reduce(0, +), weights.reduce(0, +))
        return sum > 0 ? moved.map { $0 * total / sum } : weights
    }
}
