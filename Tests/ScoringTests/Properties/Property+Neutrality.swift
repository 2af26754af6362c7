import Evidence
import Scoring

extension Property {
    static let neutrality: [Property] = [
        Property(
            name: "relabelling two jurisdictions everywhere gives the same scores",
            fails: .jurisdictionHasConstant
        ) {
            seed,
            mutation in
            let world = World(seed: seed)
            let (one, other) = ("AA", World.codes[1 + Int(seed % 3)])
            let swapped = Relabelling(one, other).applied(to: world.scene)
            var methodology = try worldMethodology()
            let left = ScoringEngine(methodology: methodology, mutation: mutation)
            methodology.laws = Relabelling(one, other).applied(to: methodology.laws)
            let right = ScoringEngine(methodology: methodology, mutation: mutation)
            return world.assessed.allSatisfy { subject in
                let before = world.scene.assess(subject, with: left)
                let twin = Relabelling(one, other).applied(to: subject)
                let after = swapped.assess(twin, with: right)
                return isAlike(before?.dataSovereignty, after?.dataSovereignty)
                    && isAlike(before?.lockIn, after?.lockIn)
            }
        },
        Property(
            name: "lock-in does not see where a supplier comes from",
            fails: .lockInReadsNationality
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [.doubts, .statements, .statuses])
            var scene = world.scene
            var random = SplitMix64(seed: seed &+ 3)
            for company in world.companies + world.financiers {
                scene.edit(company) { $0.jurisdiction = .init(random.pick(World.codes)) }
            }
            return world.assessed.allSatisfy {
                isAlike(
                    world.scene.assess($0, with: engine)?.lockIn,
                    scene.assess($0, with: engine)?.lockIn
                )
            }
        },
        Property(
            name: "a government that everything is home to has no exposure",
            fails: .homeIgnored
        ) {
            seed,
            mutation in
            let engine = try worldEngine(breaking: mutation)
            var scene = World(seed: seed).scene
            for id in scene.entities.keys.sorted() {
                scene.edit(id) { $0.jurisdiction = "AA" }
            }
            for claim in scene.claims {
                scene.changeDeployment(claim.id) {
                    $0.isSupplierWithheld = false
                    if $0.hosting?.country != nil { $0.hosting?.country = "AA" }
                }
            }
            scene.removeClaims { claim in
                guard case .statement(let statement) = claim.content else { return false }
                return statement.kind == .exportControlConstraint
            }
            return World(seed: seed).assessed.allSatisfy {
                guard let assessment = scene.assess($0, with: engine) else { return true }
                let control = assessment.dataSovereignty.cells.filter { $0.factor == .d1 }
                return assessment.dataSovereignty.evidenced == 0
                    && assessment.dataSovereignty.contributions.isEmpty
                    && control.allSatisfy { $0.value == 0 }
            }
        },
        Property(
            name: "what is foreign depends on whose government it is",
            fails: .homeIgnored
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            var scene = Scene()
            for code in World.codes { scene.country(code) }
            scene.add("vendor", .company, of: .init(World.codes[Int(seed % 4)]))
            for code in World.codes {
                scene.deploy(to: .country(.init(code)), .health, by: "vendor")
            }
            return try World.codes.enumerated().allSatisfy { index, code in
                let assessment = scene.assess(.country(.init(code)), with: engine)
                let level = try assessment?.cell(.d1, in: .health).level
                return level == (index == Int(seed % 4) ? 0 : 4)
            }
        },
    ]

    private static func isAlike(_ left: Score?, _ right: Score?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        let figures = [
            (left.evidenced, right.evidenced), (left.hi, right.hi),
            (left.coverage, right.coverage), (left.intensity ?? -1, right.intensity ?? -1),
        ]
        return figures.allSatisfy { abs($0 - $1) < 1e-9 }
            && left.floor?.label == right.floor?.label
    }
}
