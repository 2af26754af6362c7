import Evidence
import Scoring

extension Property {
    static let robustness: [Property] = [
        Property(
            name: "no weights turn round an order that is told to hold under any",
            fails: .dominanceByScore
        ) {
            seed,
            mutation in
            var random = SplitMix64(seed: seed)
            let profiles = randomProfiles(&random, count: 5)
            let base = try worldEngine().weights
            for dimension in Dimension.allCases {
                let dominance = Dominance(
                    among: profiles,
                    dimension,
                    weights: base,
                    breaking: mutation
                )
                for over in profiles {
                    for under in profiles where over.subject != under.subject {
                        let extent = dominance.extent(over.subject, under.subject)
                        // A single cell with all the weight, and a draw within the spread.
                        let isAnyKept = isKept(over, under, dimension, extent == .anyWeights)
                        let moved = base.moved(
                            by: corner(&random, Weights.coordinateCount),
                            spread: 0.25
                        )
                        let isSpreadKept =
                            extent == nil
                            || over.score(dimension, moved) > under.score(dimension, moved) - 1e-9
                        guard isAnyKept, isSpreadKept else { return false }
                    }
                }
            }
            return true
        },
        Property(
            name: "an order that the spread can turn round is not told to hold within it",
            fails: .spreadByScore
        ) {
            seed,
            mutation in
            var random = SplitMix64(seed: seed)
            let profiles = randomProfiles(&random, count: 4)
            let base = try worldEngine().weights
            let dominance = Dominance(
                among: profiles,
                .dataSovereignty,
                weights: base,
                breaking: mutation
            )
            return profiles.allSatisfy { over in
                profiles.allSatisfy { under in
                    let extent = dominance.extent(over.subject, under.subject)
                    guard over.subject != under.subject, extent != .anyWeights else { return true }
                    let least = leastOfCorners(over, under, base)
                    return abs(least) < 1e-9 || (extent == .withinSpread) == (least > 0)
                }
            }
        },
        Property(name: "identical governments differ under no method", fails: .tiesRanked) {
            seed,
            mutation in
            var random = SplitMix64(seed: seed)
            let model = randomProfiles(&random, count: 1)[0]
            let twins = (0..<4).map { model.renamed(.init("twin-\($0)")) }
            let weights = try worldEngine().weights
            let intervals = RankIntervals(
                varieties: [twins, twins],
                weights: weights,
                seed: "\(seed)",
                draws: 20
            )
            return Dimension.allCases.allSatisfy { dimension in
                let rankings = AlternativeRankings(
                    of: twins,
                    dimension,
                    weights: weights,
                    breaking: mutation
                )
                let pairs = Dominance(
                    among: twins,
                    dimension,
                    weights: weights,
                    breaking: mutation
                ).pairs
                return rankings.entries.allSatisfy {
                    $0.rank == 1 && $0.ranks.allSatisfy { $0 == 1 }
                }
                    && rankings.rankings.allSatisfy { $0.meanShift == 0 && $0.agreement == nil }
                    && pairs.isEmpty
            } && intervals.entries.allSatisfy { $0.rank == 1 && $0.lo == 1 && $0.hi == 1 }
        },
        Property(
            name: "every aggregation puts who is exposed more everywhere first",
            fails: .lowFiguresLead
        ) {
            seed,
            mutation in
            var random = SplitMix64(seed: seed)
            let low = (0..<11).map { _ in Double.random(in: 0..<0.5, using: &random) }
            let exposures = [low, low.map { $0 + 0.3 }, low.map { $0 + 0.1 }]
            let weights = try worldEngine().weights.functions
            return Aggregation.allCases.allSatisfy {
                let figures = $0.figures(exposures, weights: weights, breaking: mutation)
                return figures[1] > figures[2] && figures[2] > figures[0]
            }
        },
        Property(
            name: "a majority lost counts against as much as one won counts for",
            fails: .lostMajoritiesForgotten
        ) {
            seed,
            mutation in
            var random = SplitMix64(seed: seed)
            let exposures = randomExposures(&random, count: 7)
            let weights = try worldEngine().weights.functions
            let figures = Aggregation.copeland.figures(
                exposures,
                weights: weights,
                breaking: mutation
            )
            return figures.reduce(0, +) == 0
        },
        Property(name: "a function votes with its weight", fails: .functionsVoteAlike) {
            seed,
            mutation in
            var random = SplitMix64(seed: seed)
            var exposures = randomExposures(&random, count: 2)
            // The first is ahead in the three weightiest functions of eleven, which weigh 0.36.
            for function in 0..<11 {
                let isAhead = function < 5
                exposures[0][function] = isAhead ? 0.9 : 0.1
                exposures[1][function] = 0.5
            }
            let weights = try worldEngine().weights.functions
            let figures = Aggregation.borda.figures(
                exposures,
                weights: weights,
                breaking: mutation
            )
            return figures[0] > figures[1]
        },
        Property(
            name: "the most exposed function decides where the worst counts",
            fails: .mildestFunctionCounts
        ) {
            seed,
            mutation in
            var random = SplitMix64(seed: seed)
            var exposures = randomExposures(&random, count: 4)
            exposures[2][Int(seed % 11)] = 1
            let figures = Aggregation.worstFunction.figures(
                exposures,
                weights: try worldEngine().weights.functions,
                breaking: mutation
            )
            return figures[2] == 1 && figures.allSatisfy { $0 <= 1 }
        },
        Property(
            name: "an input's total share is that of its square where inputs multiply",
            fails: .totalOrderIsFirst
        ) {
            seed,
            mutation in
            // f = x·y for x, y in 0..<1: V = 7/144, first = 3/7 each, total = 4/7 each.
            let indices = SensitivityIndices.estimate(
                sizes: [1, 1],
                samples: 2500,
                seed: "product \(seed)",
                breaking: mutation
            ) { [$0[0] * $0[1]] }[0]
            return indices.first.allSatisfy { abs($0 - 3.0 / 7) < 0.13 }
                && indices.total.allSatisfy { abs($0 - 4.0 / 7) < 0.09 }
        },
    ]

    // MARK: - Random profiles

    /// Governments whose cells are often 0 and often alike, so that some dominate others.
    private static func randomProfiles(_ random: inout SplitMix64, count: Int) -> [ExposureProfile]
    {
        (0..<count).map { index in
            let density = random.pick([0.1, 0.5, 0.9])
            let cells = GovernmentFunction.allCases.map { _ in
                Factor.allCases.map { factor in
                    factor.isOfTheSet || !random.chance(density)
                        ? 0 : random.pick([1, 2, 3, 4]) * 1_000_000
                }
            }
            return ExposureProfile(
                subject: .init("government-\(index)"),
                cells: cells,
                sets: [.l1: random.pick([0, 0.3, 0.9]), .l8: random.pick([0, 0.5])]
            )
        }
    }

    private static func randomExposures(_ random: inout SplitMix64, count: Int) -> [[Double]] {
        (0..<count).map { _ in
            (0..<11).map { _ in random.pick([0, 0.2, 0.4, 0.9]) }
        }
    }

    private static func corner(_ random: inout SplitMix64, _ count: Int) -> [Double] {
        (0..<count).map { _ in random.pick([0, 1]) }
    }

    /// Whether each single cell and set factor, given all the weight, keeps an order, and whether
    /// some turns it round where the order is not said to hold under any weights.
    private static func isKept(
        _ over: ExposureProfile,
        _ under: ExposureProfile,
        _ dimension: Dimension,
        _ isToHold: Bool
    ) -> Bool {
        let differences =
            zip(over.cells, under.cells).flatMap { one, other in
                Factor.ofGrid(dimension).map { factor -> Double in
                    let index = Factor.allCases.firstIndex(of: factor) ?? 0
                    return Double(one[index] - other[index])
                }
            }
            + dimension.factors.filter(\.isOfTheSet).map { factor in
                let index = Factor.allCases.firstIndex(of: factor) ?? 0
                return over.sets[index] - under.sets[index]
            }
        let holds = differences.allSatisfy { $0 >= 0 } && differences.contains { $0 > 0 }
        return holds == isToHold
    }

    /// The least difference in D over all corners of the box, one after the other.
    private static func leastOfCorners(
        _ over: ExposureProfile,
        _ under: ExposureProfile,
        _ weights: Weights
    ) -> Double {
        let factors = Factor.dataSovereignty
        let cells = zip(over.cells, under.cells).map { one, other in
            (0..<factors.count).map { Double(one[$0] - other[$0]) / 4_000_000 }
        }
        var least = Double.infinity
        for corner in 0..<(1 << factors.count) {
            var sum = 0.0
            for (function, row) in cells.enumerated() {
                var difference = 0.0
                for (index, factor) in factors.enumerated() {
                    let end = corner >> index & 1 == 1 ? 1.25 : 0.75
                    difference += row[index] * end * weights.factors[factor, default: 0]
                }
                sum += difference * weights.functions[function] * (difference < 0 ? 1.25 : 0.75)
            }
            least = min(least, sum)
        }
        return least
    }
}

extension Dominance {
    fileprivate func extent(_ over: EntityID, _ under: EntityID) -> Extent? {
        pairs.first { $0.over == over && $0.under == under }?.extent
    }
}
