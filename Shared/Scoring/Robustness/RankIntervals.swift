package import Evidence

/// How far each government's rank moves when the weights do.
///
/// The weights of factors and functions are drawn anew within ±`spread`, a number of times, from a
/// generator that the methodology's version seeds; the same evidence gives the same intervals.
/// They are computed apart from the scores, because one claim can move everybody's rank.
package struct RankIntervals: Codable, Hashable, Sendable {
    package var entries: [Entry]

    /// A government's rank: as published, and from the 5th to the 95th percentile of the draws.
    package struct Entry: Codable, Hashable, Sendable {
        package var subject: EntityID
        package var rank: Int
        package var lo: Int
        package var hi: Int
    }

    /// Ranks the governments by evidenced D under drawn weights.
    ///
    /// - Parameters:
    ///   - assessments: The assessments of one methodology; those that are not ranked are left out.
    ///   - weights: The weights that they were computed with.
    ///   - seed: The methodology's version.
    ///   - draws: How often weights are drawn.
    ///   - spread: How far a weight may be off, as a part of it.
    package init(
        of assessments: [Assessment],
        weights: Weights,
        seed: String,
        draws: Int = 500,
        spread: Double = 0.25
    ) {
        let ranked = assessments.filter(\.isRanked).sorted { $0.subject < $1.subject }
        let cells = ranked.map { $0.dataSovereignty.cells.map { ($0.function.index, $0) } }
        var generator = WeightDraws(seed: seed)
        var ranks = [[Int]](repeating: [], count: ranked.count)
        for _ in 0..<max(draws, 0) {
            let drawn = generator.draw(weights, spread: spread)
            let scores = cells.map { cells in
                cells.reduce(0) { sum, cell in
                    sum + drawn.functions[cell.0] * drawn.factors[cell.1.factor, default: 0]
                        * cell.1.value
                }
            }
            for (index, rank) in Self.ranks(of: scores).enumerated() { ranks[index].append(rank) }
        }
        let published = Self.ranks(of: ranked.map(\.dataSovereignty.evidenced))
        entries = ranked.indices.map { index in
            let sorted = ranks[index].sorted()
            return Entry(
                subject: ranked[index].subject,
                rank: published[index],
                lo: Self.percentile(5, of: sorted) ?? published[index],
                hi: Self.percentile(95, of: sorted) ?? published[index]
            )
        }
    }

    /// Rank 1 is the most exposed; equals share the better rank.
    private static func ranks(of scores: [Double]) -> [Int] {
        let rounded = scores.map { ($0 * 1e9).rounded() }
        let falling = rounded.sorted(by: >)
        var first: [Double: Int] = [:]
        for (index, score) in falling.enumerated() where first[score] == nil {
            first[score] = index + 1
        }
        return rounded.map { first[$0, default: 1] }
    }

    private static func percentile(_ percent: Int, of sorted: [Int]) -> Int? {
        guard !sorted.isEmpty else { return nil }
        return sorted[(sorted.count - 1) * percent / 100]
    }
}
