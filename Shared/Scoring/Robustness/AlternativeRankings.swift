package import Evidence

/// How the governments would be ranked if their exposures were aggregated in other ways.
package struct AlternativeRankings: Codable, Hashable, Sendable {
    /// In the order of ``Aggregation``'s cases.
    package var rankings: [Ranking]
    /// In the order of the governments given.
    package var entries: [Entry]

    /// One way, and how far it departs from the published order.
    package struct Ranking: Codable, Hashable, Sendable {
        package var aggregation: Aggregation
        /// The mean distance between a government's rank under it and its published rank (Saisana,
        /// Saltelli and Tarantola, 2005).
        package var meanShift: Double
        /// Kendall's τ-b with the published order; `nil` where one of the orders ties all.
        package var agreement: Double?
    }

    /// A government's rank as published, and under each aggregation in the order of its cases.
    package struct Entry: Codable, Hashable, Sendable {
        package var subject: EntityID
        package var rank: Int
        package var ranks: [Int]
    }

    /// Ranks governments by their exposures in the functions.
    ///
    /// - Parameters:
    ///   - profiles: The governments.
    ///   - dimension: Which of the scores; of L the part that has functions.
    ///   - weights: The published weights.
    ///   - mutation: A rule that a test breaks on purpose.
    package init(
        of profiles: [ExposureProfile],
        _ dimension: Dimension,
        weights: Weights,
        breaking mutation: Mutation? = nil
    ) {
        let exposures = profiles.map { $0.exposures(dimension, weights) }
        let published = Ranks.falling(
            exposures.map { row in
                zip(row, weights.functions).reduce(0) { $0 + $1.0 * $1.1 }
            }
        )
        let ranks = Aggregation.allCases.map {
            mutation == .tiesRanked
                ? Array(1...max(1, exposures.count))
                : Ranks.falling(
                    $0.figures(exposures, weights: weights.functions, breaking: mutation)
                )
        }
        rankings = zip(Aggregation.allCases, ranks).map { aggregation, own in
            let shift = zip(own, published).reduce(0) { $0 + abs($1.0 - $1.1) }
            return Ranking(
                aggregation: aggregation,
                meanShift: own.isEmpty ? 0 : Double(shift) / Double(own.count),
                agreement: Ranks.agreement(own, published)
            )
        }
        entries = profiles.indices.map { index in
            Entry(
                subject: profiles[index].subject,
                rank: published[index],
                ranks: ranks.map { $0[index] }
            )
        }
    }
}
