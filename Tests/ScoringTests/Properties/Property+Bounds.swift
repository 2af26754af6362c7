import Evidence
import Scoring

extension Property {
    static let bounds: [Property] = [
        Property(
            name: "scores and cells are bounded, and the evidenced end is the lower one",
            fails: .cellsAdd
        ) {
            try eachAssessment($0, $1) { assessment in
                [assessment.dataSovereignty, assessment.lockIn].allSatisfy(isBounded)
            }
        },
        Property(
            name: "the order of statuses is the order of what they count",
            fails: .plannedCountsAsOperational
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let ladder: [Deployment.Status] = [
                .cancelled, .planned, .agreed, .contracted, .underConstruction, .operational,
            ]
            let world = World(seed: seed, traits: [])
            var previous: [Double] = []
            for status in ladder {
                var scene = world.scene
                for claim in world.scene.claims {
                    scene.changeDeployment(claim.id) { $0.status = status }
                }
                let scores = world.assessed.map {
                    scene.assess($0, with: engine)?.dataSovereignty.evidenced ?? 0
                }
                let isRising = zip(previous, scores).allSatisfy {
                    $0.0 < $0.1 || ($0.0 == $0.1 && ($0.0 == 0 || status == .cancelled))
                }
                guard isRising else { return false }
                previous = scores
            }
            return true
        },
        Property(
            name: "of several statuses the latest event decides",
            fails: .firstStatusStands
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            var random = SplitMix64(seed: seed)
            var scene = Scene()
            scene.country("AA")
            scene.country("BB")
            scene.add("vendor", .company, of: "BB")
            let statuses: [Deployment.Status] = [.agreed, .contracted, .operational, .cancelled]
            let years = [2019, 2020, 2021, 2022].shuffled(using: &random)
            for (status, year) in zip(statuses, years) {
                scene.deploy(to: "aa", .health, by: "vendor", status: status) {
                    $0.date = PartialDate(year: year)
                }
            }
            let latest = zip(statuses, years).max { $0.1 < $1.1 }?.0
            let deployments = scene.assess("aa", with: engine)?.deployments ?? []
            return deployments.count == 1 && deployments[0].status == latest
        },
        Property(name: "an ended system counts less every year", fails: .decayIgnored) {
            seed,
            mutation in
            let engine = try worldEngine(breaking: mutation)
            var scene = World(seed: seed, traits: []).scene
            for id in scene.entities.keys {
                scene.edit(id) { $0.holdings = [] }
            }
            for claim in scene.claims {
                scene.changeDeployment(claim.id) {
                    $0.status = .ended
                    $0.date = PartialDate(year: 2015)
                }
            }
            var previous = Double.infinity
            for year in [2016, 2019, 2022, 2026] {
                scene.asOf = PartialDate(year: year)
                for claim in scene.claims {
                    scene.change(claim.id) { $0.source.published = nil }
                }
                let score = scene.assess("aa", with: engine)?.dataSovereignty.evidenced ?? 0
                guard score < previous || (score == 0 && previous == 0) || previous == .infinity
                else { return false }
                previous = score
            }
            return true
        },
    ]

    /// Whether a condition holds of every assessment in the world of a seed.
    static func eachAssessment(
        _ seed: UInt64,
        _ mutation: Mutation?,
        _ condition: (Assessment) throws -> Bool
    ) throws -> Bool {
        let engine = try worldEngine(breaking: mutation)
        let world = World(seed: seed)
        let base = world.scene.base
        for subject in world.assessed {
            guard let assessment = engine.assess(subject, in: base, asOf: world.scene.asOf)
            else { continue }
            guard try condition(assessment) else { return false }
        }
        return true
    }

    private static func isBounded(_ score: Score) -> Bool {
        let isScaled =
            0 <= score.evidenced && score.evidenced <= score.hi && score.hi <= 100
            && (0...1).contains(score.coverage)
            && score.intensity.map { (0...100.000001).contains($0) } ?? (score.coverage == 0)
        return isScaled
            && score.cells.allSatisfy {
                0 <= $0.value && $0.value <= $0.hi && $0.hi <= 1 && $0.value <= $0.coverage
            }
            && score.sets.allSatisfy { 0 <= $0.lo && $0.lo <= $0.hi && $0.hi <= 1 }
    }
}
