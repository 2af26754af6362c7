import Evidence

/// All weights within a part of the published ones.
///
/// That the factors' weights are scaled to sum to 1 afterwards multiplies both scores alike and
/// turns no order round, so it is left out; that the functions' are is not, since L has a part
/// without functions.
struct WeightBox {
    private let functions: [ClosedRange<Double>]
    private let factors: [ClosedRange<Double>]
    private let sets: [ClosedRange<Double>]

    init(_ dimension: Dimension, _ weights: Weights, _ spread: Double) {
        func range(_ weight: Double) -> ClosedRange<Double> {
            weight * (1 - spread)...weight * (1 + spread)
        }
        functions = weights.functions.map(range)
        factors = Factor.ofGrid(dimension).map { range(weights.factors[$0, default: 0]) }
        sets = dimension.factors.filter(\.isOfTheSet).map {
            range(weights.factors[$0, default: 0])
        }
    }

    /// The least that one government's score can exceed another's by, 0…1, up to a factor above 0.
    func leastDifference(_ duel: Dominance.Duel) -> Double {
        var least = Double.infinity
        for corner in 0..<(1 << factors.count) {
            let weights = factors.enumerated().map { index, range in
                corner >> index & 1 == 1 ? range.upperBound : range.lowerBound
            }
            let differences = duel.cells.map { row in
                zip(row, weights).reduce(0) { $0 + Double($1.0) * $1.1 } / Double(Grid.scale)
            }
            least = min(least, leastMean(of: differences))
        }
        return least + zip(sets, duel.sets).reduce(0) { $0 + Self.least($1.0, $1.1) }
    }

    /// The least weighted mean over functions: some of the smallest differences weigh as much as
    /// they may, all others as little.
    private func leastMean(of differences: [Double]) -> Double {
        var (sum, total) = (0.0, 0.0)
        for (range, difference) in zip(functions, differences) {
            sum += range.lowerBound * difference
            total += range.lowerBound
        }
        var least = total > 0 ? sum / total : 0
        for index in differences.indices.sorted(by: { differences[$0] < differences[$1] }) {
            let gain = functions[index].upperBound - functions[index].lowerBound
            sum += gain * differences[index]
            total += gain
            if total > 0 { least = min(least, sum / total) }
        }
        return least
    }

    private static func least(_ range: ClosedRange<Double>, _ difference: Double) -> Double {
        difference * (difference < 0 ? range.upperBound : range.lowerBound)
    }
}
