/// Another way to make one order of governments from their exposures by function.
///
/// The published score is the weighted arithmetic mean over functions, in which a low exposure in
/// one function makes up for a high one in another. These make up for less, or look at order only.
package enum Aggregation: String, Codable, Hashable, Sendable, CaseIterable {
    /// 1 − the weighted geometric mean of what is not exposed: exposure in one function is hardly
    /// made up for by another. OECD/JRC, Handbook on Constructing Composite Indicators (2008),
    /// ch. 6.2.
    case geometricMean = "geometric-mean"
    /// The weighted mean of squares, squared back: large exposures count more. Power (Hölder)
    /// means: Hardy, Littlewood and Pólya, Inequalities (1934), ch. II.
    case powerMean = "power-mean"
    /// The weight of the functions in which others are less exposed, and half of those in which
    /// they are equally so, added over the others: J.-C. de Borda, Mémoire sur les élections au
    /// scrutin (1781).
    case borda
    /// Majorities won less majorities lost, a majority being the greater weight of functions:
    /// A. H. Copeland, A reasonable social welfare function (1951); OECD/JRC (2008), ch. 6.3.
    case copeland
    /// The most exposed function alone, as in maximin: A. Wald, Statistical Decision Functions
    /// (1950).
    case worstFunction = "worst-function"

    /// How exposed each government is under it; only the order means something.
    ///
    /// - Parameters:
    ///   - exposures: For each government, its exposure in each function, 0…1.
    ///   - weights: Of the functions; they sum to 1.
    ///   - mutation: A rule that a test breaks on purpose.
    /// - Returns: A figure for each government, the greater the more exposed.
    package func figures(
        _ exposures: [[Double]],
        weights: [Double],
        breaking mutation: Mutation? = nil
    ) -> [Double] {
        switch self {
        case .geometricMean:
            exposures.map { Self.geometric($0, weights) * (mutation == .lowFiguresLead ? -1 : 1) }
        case .powerMean: exposures.map { Self.quadratic($0, weights) }
        case .borda: Self.borda(exposures, weights, mutation)
        case .copeland: Self.copeland(exposures, weights, mutation)
        case .worstFunction:
            exposures.map { Self.worst($0, weights, isMildest: mutation == .mildestFunctionCounts) }
        }
    }

    private static func geometric(_ row: [Double], _ weights: [Double]) -> Double {
        1 - zip(row, weights).reduce(1) { $0 * Powers.of(max(0, 1 - $1.0), $1.1) }
    }

    private static func quadratic(_ row: [Double], _ weights: [Double]) -> Double {
        zip(row, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }.squareRoot()
    }

    private static func worst(_ row: [Double], _ weights: [Double], isMildest: Bool) -> Double {
        let counted = zip(row, weights).filter { $0.1 > 0 }.map(\.0)
        return (isMildest ? counted.min() : counted.max()) ?? 0
    }

    /// The weight of functions in which the first is more exposed, and that in which it is less.
    private static func duel(
        _ left: [Double],
        _ right: [Double],
        _ weights: [Double]
    ) -> (more: Double, less: Double) {
        var duel = (more: 0.0, less: 0.0)
        for (index, weight) in weights.enumerated() {
            let difference = left[index] - right[index]
            if difference > Ranks.tolerance { duel.more += weight }
            if difference < -Ranks.tolerance { duel.less += weight }
        }
        return duel
    }

    private static func borda(
        _ exposures: [[Double]],
        _ weights: [Double],
        _ mutation: Mutation?
    ) -> [Double] {
        let weights = mutation == .functionsVoteAlike ? weights.map { _ in 1 } : weights
        return exposures.indices.map { own in
            exposures.indices.filter { $0 != own }.reduce(0) { sum, other in
                let duel = duel(exposures[own], exposures[other], weights)
                return sum + (1 + duel.more - duel.less) / 2
            }
        }
    }

    private static func copeland(
        _ exposures: [[Double]],
        _ weights: [Double],
        _ mutation: Mutation?
    ) -> [Double] {
        exposures.indices.map { own in
            exposures.indices.filter { $0 != own }.reduce(0) { sum, other in
                let duel = duel(exposures[own], exposures[other], weights)
                let margin = duel.more - duel.less
                if mutation == .lostMajoritiesForgotten { return sum + (margin > 0 ? 1 : 0) }
                return sum + (abs(margin) <= Ranks.tolerance ? 0 : margin > 0 ? 1 : -1)
            }
        }
    }
}
