import Evidence
import Scoring

extension Property {
    static let explanation: [Property] = [
        Property(
            name: "contributions sum to the score, with ties and zeros",
            fails: .zerosExplained
        ) {
            try eachAssessment($0, $1) { assessment in
                [assessment.dataSovereignty, assessment.lockIn].allSatisfy(sums)
            }
        },
        Property(name: "deployments that tie share a cell equally", fails: .tiesUnshared) {
            _,
            mutation in
            var scene = Scene()
            scene.country("AA")
            scene.country("BB")
            for vendor in ["one", "two", "three"] {
                scene.add(.init(vendor), .company, of: "BB")
                scene.deploy(to: "aa", .health, by: .init(vendor))
            }
            let engine = try worldEngine(breaking: mutation)
            let score = scene.assess("aa", with: engine)?.dataSovereignty
            let parts = score?.contributions.first?.factors.first?.deployments ?? []
            return parts.count == 3 && parts.allSatisfy { abs($0.points - 10 * 0.22 / 3) < 1e-9 }
        },
        Property(name: "a score of 0 has no contributions", fails: .zerosExplained) {
            try eachAssessment($0, $1) { assessment in
                [assessment.dataSovereignty, assessment.lockIn].allSatisfy {
                    $0.evidenced > 0 || $0.contributions.isEmpty
                }
            }
        },
        Property(
            name: "the published levels, reaches and statuses give the published score",
            fails: .weightsUneven
        ) {
            try eachAssessment($0, $1) { assessment in
                guard assessment.omittedDeployments == 0 else { return true }
                let weights = Weights(try worldMethodology(), profile: "prior")
                return abs(
                    recomputed(assessment, weights) - assessment.dataSovereignty.evidenced
                ) < 1e-9
            }
        },
        Property(
            name: "without a deployment a cell falls to what lies under it",
            fails: .manyAreMilder
        ) {
            seed,
            mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [])
            guard let before = world.scene.assess("aa", with: engine) else { return true }
            for cell in before.dataSovereignty.cells where cell.deployments.count == 1 {
                let top = before.deployments.first { $0.id == cell.deployments[0] }
                guard let top, top.claimCount == top.claims.count else { continue }
                var scene = world.scene
                scene.removeClaims { top.claims.contains($0.id) }
                let after = scene.assess("aa", with: engine)?.dataSovereignty.cells
                let value =
                    after?.first { $0.function == cell.function && $0.factor == cell.factor }?
                    .value ?? 0
                guard value == cell.under.first?.value ?? 0 else { return false }
            }
            return true
        },
    ]

    private static func sums(_ score: Score) -> Bool {
        let total = score.contributions.reduce(0) { $0 + $1.points }
        let nested = score.contributions.allSatisfy { part in
            let factors = part.factors.reduce(0) { $0 + $1.points }
            return abs(factors - part.points) < 1e-9
                && part.factors.allSatisfy { factor in
                    let listed = factor.deployments.reduce(0) { $0 + $1.points }
                    let each = factor.deployments.first?.points ?? 0
                    let deployments = listed + Double(factor.omittedDeployments) * each
                    return factor.deployments.isEmpty
                        ? factor.factor.isOfTheSet : abs(deployments - factor.points) < 1e-9
                }
        }
        return abs(total - score.evidenced) < 1e-9 && nested
    }

    /// D once more, from the list of deployments, by the formula as it is published.
    private static func recomputed(_ assessment: Assessment, _ weights: Weights) -> Double {
        var sum = 0.0
        for (index, function) in GovernmentFunction.allCases.enumerated() {
            for factor in Factor.dataSovereignty {
                let values = assessment.deployments.filter(\.isEvidenced).map { deployment in
                    let reach = deployment.functions.first { $0.function == function }?.reach ?? 0
                    let level = deployment.levels.first { $0.factor == factor }?.lo ?? 0
                    return reach * deployment.statusWeight * Double(level) / 4
                }
                let worst = values.max() ?? 0
                sum += weights.functions[index] * weights.factors[factor, default: 0] * worst
            }
        }
        return 100 * sum
    }
}
