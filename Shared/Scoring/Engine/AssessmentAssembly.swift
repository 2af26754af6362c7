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
        var dataSovereignty = assembly(.dataSovereignty, grid, engine.weights).score()
        var lockIn = assembly(.lockIn, grid, engine.weights).score()
        let floors = FloorReading(
            systems: inventory.systems,
            entries: inventory.entries,
            methodology: methodology,
            weights: engine.weights.functions,
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
            isRanked: dataSovereignty.coverage + 1e-12 >= methodology.rankingCoverage
                || engine.mutation == .thinEvidenceRanked,
            dataSovereignty: dataSovereignty,
            lockIn: lockIn,
            sovereignty: sovereignty(grid),
            deployments: listed,
            omittedDeployments: total - listed.count,
            context: Array(inventory.context.prefix(methodology.listings.context))
        )
    }

    private func assembly(
        _ dimension: Dimension,
        _ grid: Grid,
        _ weights: Weights
    ) -> ScoreAssembly {
        ScoreAssembly(
            dimension: dimension,
            grid: grid,
            weights: weights,
            sets: dimension == .lockIn ? sets(weights) : [],
            listings: methodology.listings,
            mutation: engine.mutation
        )
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
        engine.officialWeights.map { profile, weights in
            let ends = assembly(.dataSovereignty, grid, weights).ends()
            return SovereigntyScore(
                profile: profile,
                evidenced: 100 - ends.evidenced,
                lo: 100 - ends.hi
            )
        }
    }
}
