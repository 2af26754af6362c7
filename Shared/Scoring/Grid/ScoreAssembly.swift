import Evidence

/// Weighs the cells of the grid into one score and takes it apart again.
struct ScoreAssembly {
    let dimension: Dimension
    let grid: Grid
    let weights: Weights
    let sets: [Score.SetValue]
    let listings: Methodology.Listings
    let mutation: Mutation?

    private static let functions = GovernmentFunction.allCases

    /// The two ends of the score, without what it is made of.
    func ends() -> (evidenced: Double, hi: Double) {
        var ends = (evidenced: 0.0, hi: 0.0)
        let columns = columns
        for index in Self.functions.indices {
            for (factor, share) in columns {
                let cell = grid.cells[index][factor.index]
                let weight = weights.functions[index] * share
                ends.evidenced += 100 * weight * cell.value
                ends.hi += 100 * weight * cell.hi
            }
        }
        for set in sets {
            let weight = weights.factors[set.factor, default: 0]
            ends.evidenced += 100 * weight * set.lo
            ends.hi += 100 * weight * set.hi
        }
        return (ends.evidenced, min(100, max(ends.hi, ends.evidenced)))
    }

    func score() -> Score {
        var score = Score(evidenced: 0, hi: 0, coverage: 0, sets: sets)
        var known = 0.0
        var ofGrid = 0.0
        let columns = columns
        for (index, function) in Self.functions.enumerated() {
            var parts: [Contribution.OfFactor] = []
            for (factor, share) in columns {
                let cell = grid.cells[index][factor.index]
                let weight = weights.functions[index] * share
                score.cells.append(published(cell, factor, function))
                score.hi += 100 * weight * cell.hi
                known += weight * Double(cell.coverage) / 1_000_000
                ofGrid += weight * cell.value
                if let part = contribution(of: cell, factor, index, weight) { parts.append(part) }
            }
            add(parts, function, to: &score)
        }
        addSets(to: &score)
        let gridWeight = 1 - sets.reduce(0) { $0 + weights.factors[$1.factor, default: 0] }
        score.coverage = gridWeight > 0 ? min(1, known / gridWeight) : 0
        score.intensity = known > 0 ? 100 * ofGrid / known : nil
        score.hi = min(100, max(score.hi, score.evidenced))
        return score
    }

    /// The factors of the grid with their weights.
    private var columns: [(factor: Factor, weight: Double)] {
        Factor.ofGrid(dimension).map { factor in
            let isUneven = mutation == .weightsUneven && (factor == .d4 || factor == .l4)
            return (factor, weights.factors[factor, default: 0] * (isUneven ? 1.1 : 1))
        }
    }

    private func published(
        _ cell: Grid.Cell,
        _ factor: Factor,
        _ function: GovernmentFunction
    ) -> Score.Cell {
        Score.Cell(
            function: function,
            factor: factor,
            level: cell.level,
            value: cell.value,
            hi: cell.hi,
            coverage: Double(cell.coverage) / 1_000_000,
            deployments: first(cell.top.map { grid.entries[$0].id }),
            deploymentCount: cell.top.count,
            under: cell.under.map {
                .init(
                    deployment: grid.entries[$0.index].id,
                    value: Double($0.key) / Double(Grid.scale)
                )
            }
        )
    }

    /// The first ids of those that tie.
    private func first(_ ids: [String]) -> [String] {
        ids.count < 2 ? ids : Array(ids.sorted().prefix(listings.ties))
    }

    // MARK: - Contributions

    /// The parts of one cell, equal among those that tie; `nil` for a cell that is 0.
    private func contribution(
        of cell: Grid.Cell,
        _ factor: Factor,
        _ function: Int,
        _ weight: Double
    ) -> Contribution.OfFactor? {
        if mutation == .zerosExplained, cell.key == 0 {
            return .init(factor: factor, points: 0, deployments: [])
        }
        guard cell.key > 0, !cell.top.isEmpty else { return nil }
        let points = 100 * weight * cell.value
        let top = cell.top.map { grid.entries[$0] }.sorted { $0.id < $1.id }
        let share = mutation == .tiesUnshared ? points : points / Double(top.count)
        return .init(
            factor: factor,
            points: points,
            deployments: top.prefix(listings.ties).map { entry in
                let claims = entry.level(factor, in: function)?.claims ?? []
                return .init(
                    deployment: entry.id,
                    points: share,
                    claims: Array(claims.prefix(listings.reasons))
                )
            },
            omittedDeployments: max(0, top.count - listings.ties)
        )
    }

    private func add(
        _ parts: [Contribution.OfFactor],
        _ function: GovernmentFunction?,
        to score: inout Score
    ) {
        guard !parts.isEmpty else { return }
        let points = parts.reduce(0) { $0 + $1.points }
        score.evidenced += points
        score.contributions.append(.init(function: function, points: points, factors: parts))
    }

    private func addSets(to score: inout Score) {
        var parts: [Contribution.OfFactor] = []
        for set in sets {
            let weight = weights.factors[set.factor, default: 0]
            score.hi += 100 * weight * set.hi
            guard set.lo > 0 else { continue }
            parts.append(.init(factor: set.factor, points: 100 * weight * set.lo, deployments: []))
        }
        add(parts, nil, to: &score)
        if mutation == .setsUnexplained, !parts.isEmpty { score.contributions.removeLast() }
    }
}
