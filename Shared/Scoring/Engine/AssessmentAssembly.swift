import Evidence

/// Puts the scores, the floors and the lists of one assessment together.
struct AssessmentAssembly {
    let engine: ScoringEngine
    let around: Surroundings
    let inventory: Inventory

    private var methodology: Methodology { engine.methodology }

    func assessment() -> Assessment {
        let grid = Grid(
            inventory.entries,
            underMax: methodology.listings.under,
            mutation: engine.mutation
        )
        var dataSovereignty = score(.dataSovereignty, grid, engine.weights)
        var lockIn = score(.lockIn, grid, engine.weights)
        let floors = FloorReading(
            systems: inventory.systems,
            entries: inventory.entries,
            methodology: methodology,
            mutation: engine.mutation
        )
        dataSovereignty.floor = floors.floor(.dataSovereignty)
        lockIn.floor = floors.floor(.lockIn)
        let listed = DeploymentListing(inventory: inventory, methodology: methodology)
            .deployments(setting: [dataSovereignty, lockIn])
        let total = inventory.systems.count + inventory.statements.count
        return Assessment(
            subject: around.subject.id,
            methodology: methodology.version,
            profile: engine.profile,
            asOf: around.asOf.date,
            isRanked: dataSovereignty.coverage + 1e-12 >= methodology.rankingCoverage,
            dataSovereignty: dataSovereignty,
            lockIn: lockIn,
            sovereignty: sovereignty(grid),
            deployments: listed,
            omittedDeployments: total - listed.count,
            context: Array(inventory.context.prefix(methodology.listings.context))
        )
    }

    private func score(_ dimension: Dimension, _ grid: Grid, _ weights: Weights) -> Score {
        ScoreAssembly(
            dimension: dimension,
            grid: grid,
            weights: weights,
            sets: dimension == .lockIn ? sets(weights) : [],
            listings: methodology.listings,
            mutation: engine.mutation
        ).score()
    }

    private func sets(_ weights: Weights) -> [Score.SetValue] {
        let entries = Array(inventory.entries.prefix(inventory.systems.count))
        let concentration = Concentration(
            mains: MainSuppliers(inventory.systems, entries),
            weights: weights.functions,
            around: around
        )
        let entanglement = Entanglement(
            systems: inventory.systems,
            entries: entries,
            weights: weights.functions,
            around: around
        )
        return [concentration.value(), entanglement.value()]
    }

    /// 100 − D under each profile that weighs the official objectives.
    private func sovereignty(_ grid: Grid) -> [SovereigntyScore] {
        methodology.profiles.filter { $0.value.objectives != nil }.keys.sorted().map { profile in
            let weights = Weights(methodology, profile: profile)
            let score = score(.dataSovereignty, grid, weights)
            return SovereigntyScore(
                profile: profile,
                evidenced: 100 - score.evidenced,
                lo: 100 - score.hi
            )
        }
    }
}
