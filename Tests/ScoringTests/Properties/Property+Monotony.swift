import Evidence
import Scoring

extension Property {
    static let monotony: [Property] = [
        Property(name: "a further deployment lowers no cell", fails: .manyAreMilder) {
            seed,
            mutation in
            let world = World(seed: seed, traits: [.doubts, .statements, .incidents])
            var more = world
            var random = SplitMix64(seed: seed &+ 5)
            more.addDeployment(&random)
            return try noCellFalls(from: world, to: more, mutation)
        },
        Property(name: "a severer operation lowers no cell", fails: .worstLevelLost) {
            seed,
            mutation in
            let world = World(seed: seed, traits: [.statements])
            var more = world
            for claim in world.scene.claims {
                more.scene.changeDeployment(claim.id) {
                    if let now = $0.operation, now != .vendorTrains { $0.operation = .vendorAlone }
                }
            }
            return try noCellFalls(from: world, to: more, mutation)
        },
        Property(
            name: "a severer award, place and finance lower no cell",
            fails: .worstLevelLost
        ) { seed, mutation in
            let world = World(seed: seed, traits: [.statements])
            var more = world
            for claim in world.scene.claims {
                more.scene.changeDeployment(claim.id) {
                    if $0.award != nil { $0.award = .tiedToFinance }
                    if $0.hosting != nil { $0.hosting?.isVendorKeyed = true }
                    if !$0.financiers.isEmpty { $0.isFinanceTied = true }
                }
            }
            return try noCellFalls(from: world, to: more, mutation)
        },
        Property(
            name: "ten more deals like a known one change nothing",
            fails: .confidenceScales
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [.statements, .statuses])
            var scene = world.scene
            let model = world.scene.claims[Int(seed) % world.scene.claims.count]
            for index in 0..<10 {
                var copy = model
                copy.id = ClaimID(rawValue: "c-zz\(index)")
                copy.quote.document = DocumentID(rawValue: "further-\(index)")
                copy.source.publisher = "further publisher \(index)"
                scene.append(copy)
            }
            return world.assessed.allSatisfy {
                let before = world.scene.assess($0, with: engine)
                let after = scene.assess($0, with: engine)
                return before?.dataSovereignty.evidenced == after?.dataSovereignty.evidenced
                    && before?.dataSovereignty.intensity == after?.dataSovereignty.intensity
                    && before?.lockIn.evidenced == after?.lockIn.evidenced
            }
        },
        Property(
            name: "less evidence never raises the evidenced exposure",
            fails: .manyAreMilder
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [.doubts, .statements])
            var random = SplitMix64(seed: seed &+ 9)
            var scene = world.scene
            scene.removeClaims { _ in random.chance(0.4) }
            return world.assessed.allSatisfy {
                let before = world.scene.assess($0, with: engine)?.dataSovereignty
                let after = scene.assess($0, with: engine)?.dataSovereignty
                return (after?.evidenced ?? 0) <= (before?.evidenced ?? 0) + 1e-9
                    && (after?.coverage ?? 0) <= (before?.coverage ?? 0) + 1e-9
            }
        },
        Property(
            name: "a share of the deployments less moves intensity by twice that at most",
            fails: .leastCovers
        ) {
            seed,
            mutation in
            // Of all cells each belongs to one deployment at the most, and so does its coverage: the
            // changes by leaving out one deployment after the other sum to 200 points at the most.
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [], deployments: 0...0)
            var all = world.scene
            var random = SplitMix64(seed: seed &+ 41)
            for index in 0..<Int.random(in: 2...6, using: &random) {
                let vendor = random.pick(world.companies)
                let reach = random.pick(Deployment.Reach.allCases)
                let operation = random.pick(Deployment.Operation.allCases)
                all.deploy(to: "aa", .health, by: vendor, reach: reach) {
                    $0.date = PartialDate(year: 2020 - 15 * index)
                    $0.operation = operation
                }
            }
            guard
                let before = all.assess("aa", with: engine),
                let intensity = before.dataSovereignty.intensity
            else { return true }
            let moved = before.deployments.reduce(0.0) { sum, deployment in
                var scene = all
                scene.removeClaims { deployment.claims.contains($0.id) }
                let after = scene.assess("aa", with: engine)?.dataSovereignty.intensity
                return sum + abs(intensity - (after ?? intensity))
            }
            return moved <= 200 + 1e-9
        },
    ]

    /// Whether no evidenced cell of any subject is lower in the second world.
    private static func noCellFalls(
        from world: World,
        to more: World,
        _ mutation: Mutation?
    ) throws -> Bool {
        let engine = try worldEngine(breaking: mutation)
        for subject in world.assessed {
            guard let before = world.scene.assess(subject, with: engine) else { continue }
            guard let after = more.scene.assess(subject, with: engine) else { return false }
            let isKept = zip(before.allCells, after.allCells).allSatisfy { $0.value <= $1.value }
            guard isKept else { return false }
        }
        return true
    }
}
