import Evidence
import Scoring

extension Property {
    static let uncertainty: [Property] = [
        Property(
            name: "resolving an unknown level stays inside the interval",
            fails: .unknownCountsAsMild
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [])
            var open = world.scene
            for claim in world.scene.claims { open.changeDeployment(claim.id, leaveOpen) }
            var scene = open
            let random = SplitMix64(seed: seed &+ 21)
            for claim in world.scene.claims {
                var same = random
                scene.changeDeployment(claim.id) { resolve(&$0, &same) }
            }
            return world.assessed.allSatisfy {
                let before = open.assess($0, with: engine)
                let after = scene.assess($0, with: engine)
                return isInside(after?.dataSovereignty, before?.dataSovereignty)
                    && isInside(after?.lockIn, before?.lockIn)
            }
        },
        Property(
            name: "nothing known is no score of 0 but a wide interval",
            fails: .worstIgnoresUnknown
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            var scene = World(seed: seed, traits: [], deployments: 0...0).scene
            scene.deploy(to: "aa", .health, status: .operational, reach: .site)
            guard let assessment = scene.assess("aa", with: engine) else { return false }
            return assessment.dataSovereignty.intensity == nil
                && assessment.dataSovereignty.evidenced == 0
                && assessment.dataSovereignty.hi > 99 && !assessment.isRanked
        },
        Property(
            name: "withholding a supplier is no better than disclosing one at home",
            fails: .withheldForgotten
        ) {
            seed,
            mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [])
            var disclosed = world.scene
            var withheld = world.scene
            disclosed.add("own", .company, of: "AA")
            disclosed.deploy(to: "aa", .digitalIdentity, by: "own")
            withheld.deploy(to: "aa", .digitalIdentity) { $0.isSupplierWithheld = true }
            guard
                let left = disclosed.assess("aa", with: engine),
                let right = withheld.assess("aa", with: engine)
            else { return false }
            let cell = try right.cell(.d1, in: .identity)
            return right.dataSovereignty.evidenced >= left.dataSovereignty.evidenced
                && right.deployments.contains { $0.isSupplierWithheld }
                && cell.value >= 0.5 && cell.hi == 1
        },
    ]

    /// Tells nothing of the award, the place and the operation.
    private static func leaveOpen(_ deployment: inout Deployment) {
        deployment.operation = nil
        deployment.operators = []
        deployment.award = nil
        deployment.donors = []
        deployment.isSupplierWithheld = false
        deployment.isFinanceTied = nil
        deployment.hosting = nil
    }

    /// Tells what the text left open, the same of every deployment.
    private static func resolve(_ deployment: inout Deployment, _ random: inout SplitMix64) {
        deployment.operation = random.pick([.inHouse, .vendorSupports, .shared])
        deployment.award = random.pick(Deployment.Award.allCases)
        deployment.hosting = .init(country: .init(random.pick(World.codes)))
    }

    private static func isInside(_ inner: Score?, _ outer: Score?) -> Bool {
        guard let inner, let outer else { return inner == nil && outer == nil }
        return outer.evidenced <= inner.evidenced + 1e-9 && inner.hi <= outer.hi + 1e-9
    }
}
