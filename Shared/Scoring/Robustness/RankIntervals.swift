package import Evidence

/// How far each government's rank moves when the choices behind the scores do.
///
/// Weights of factors and functions are drawn anew within ±`spread`, each draw together with one
/// of the given variations of τ, status and reach, from a generator that the methodology's version
/// seeds; the same evidence gives the same intervals. They are computed apart from the scores,
/// because one claim can move everybody's rank.
package struct RankIntervals: Codable, Hashable, Sendable {
    package var entries: [Entry]

    /// A government's rank: as published, and from the 5th to the 95th percentile of the draws.
    package struct Entry: Codable, Hashable, Sendable {
        package var subject: EntityID
        package var rank: Int
        package var lo: Int
        package var hi: Int
    }

    /// Ranks the governments by evidenced D under drawn weights alone.
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
        self.init(
            varieties: [ranked.map(ExposureProfile.init)],
            weights: weights,
            seed: seed,
            draws: draws,
            spread: spread
        )
    }

    /// Ranks the governments by evidenced D under drawn weights and drawn variations.
    ///
    /// - Parameters:
    ///   - varieties: The same governments in the same order under each variation; the published
    ///     one is the first.
    ///   - weights: The published weights.
    ///   - seed: The methodology's version.
    ///   - draws: How often weights and a variation are drawn.
    ///   - spread: How far a weight may be off, as a part of it.
    package init(
        varieties: [[ExposureProfile]],
        weights: Weights,
        seed: String,
        draws: Int = 500,
        spread: Double = 0.25
    ) {
        guard let published = varieties.first else {
            entries = []
            return
        }
        var numbers = SeededNumbers(seed: seed)
        var ranks = [[Int]](repeating: [], count: published.count)
        for _ in 0..<max(draws, 0) {
            let coordinates = numbers.uniforms(Weights.coordinateCount)
            let drawn = weights.moved(by: coordinates, spread: spread)
            let variety = varieties[Int(numbers.uniform() * Double(varieties.count))]
            for (index, rank) in Self.ranks(of: variety, drawn).enumerated() {
                ranks[index].append(rank)
            }
        }
        let first = Self.ranks(of: published, weights)
        entries = published.indices.map { index in
            let sorted = ranks[index].sorted()
            return Entry(
                subject: published[index].subject,
                rank: first[index],
                lo: Ranks.percentile(5, of: sorted) ?? first[index],
                hi: Ranks.percentile(95, of: sorted) ?? first[index]
            )
        }
    }

    private static func ranks(of profiles: [ExposureProfile], _ weights: Weights) -> [Int] {
        Ranks.falling(profiles.map { $0.score(.dataSovereignty, weights) })
    }
}
