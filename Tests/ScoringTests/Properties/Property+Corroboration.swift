import Evidence
import Scoring

extension Property {
    static let corroboration: [Property] = [
        Property(name: "a second source moves confidence only", fails: .confidenceScales) {
            seed,
            mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [])
            var scene = world.scene
            for (index, claim) in world.scene.claims.enumerated() {
                var copy = claim
                copy.id = ClaimID(rawValue: claim.id.rawValue + "+")
                copy.quote.document = DocumentID(rawValue: "second-\(index)")
                copy.source.publisher = "second publisher \(index)"
                scene.append(copy)
            }
            return world.assessed.allSatisfy {
                let before = world.scene.assess($0, with: engine)
                let after = scene.assess($0, with: engine)
                let isMoreSure = zip(
                    before?.deployments.map(\.confidence).sorted() ?? [],
                    after?.deployments.map(\.confidence).sorted() ?? []
                ).allSatisfy { $0 < $1 || $0 >= 0.97 }
                return isMoreSure
                    && before?.dataSovereignty.evidenced == after?.dataSovereignty.evidenced
                    && before?.lockIn.evidenced == after?.lockIn.evidenced
            }
        },
        Property(
            name: "rumours alone move nothing at the lower end",
            fails: .rumoursAdmitted
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [])
            var scene = world.scene
            let rumours = World(seed: seed &+ 77, traits: [])
            for (index, claim) in rumours.scene.claims.enumerated() {
                var rumour = claim
                rumour.id = ClaimID(rawValue: "c-rumour\(index)")
                rumour.assertion = .rumour
                rumour.source.publisher = "one publisher"
                rumour.quote.document = "the rumours"
                scene.append(rumour)
            }
            return isSameLow(world.assessed, world.scene, scene, engine)
        },
        Property(
            name: "what is denied as firmly as it is said moves nothing",
            fails: .denialsIgnored
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let empty = World(seed: seed, traits: [], deployments: 0...0)
            var scene = empty.scene
            for (index, claim) in World(seed: seed, traits: []).scene.claims.enumerated() {
                scene.append(claim)
                for copy in 0..<2 {
                    var denial = claim
                    denial.id = ClaimID(rawValue: "c-denial\(index)-\(copy)")
                    denial.polarity = .denied
                    denial.source.publisher = "denier \(index)-\(copy)"
                    denial.quote.document = .init(rawValue: "denial \(index)-\(copy)")
                    scene.append(denial)
                }
            }
            return isSameLow(empty.assessed, empty.scene, scene, engine)
        },
        Property(name: "a denial never raises the lower end", fails: .manyAreMilder) {
            seed,
            mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed, traits: [.doubts, .statements])
            var scene = world.scene
            let claim = world.scene.claims[Int(seed) % world.scene.claims.count]
            scene.change(claim.id) { $0.polarity = .denied }
            return world.assessed.allSatisfy {
                let before = world.scene.assess($0, with: engine)?.dataSovereignty.evidenced ?? 0
                let after = scene.assess($0, with: engine)?.dataSovereignty.evidenced ?? 0
                return after <= before + 1e-9
            }
        },
        Property(
            name: "reprints by one publisher are one voice",
            fails: .everyClaimIndependent
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            var scene = World(seed: seed, traits: [], deployments: 0...0).scene
            let model = World(seed: seed, traits: []).scene.claims[0]
            for copy in 0..<6 {
                var claim = model
                claim.id = ClaimID(rawValue: "c-\(copy)")
                claim.assertion = .reported
                claim.source.publisher = "one publisher"
                claim.quote.document = .init(rawValue: "reprint \(copy)")
                scene.append(claim)
            }
            return World.codes.allSatisfy {
                let score = scene.assess(.country(.init($0)), with: engine)?.dataSovereignty
                return (score?.evidenced ?? 0) == 0 && (score?.coverage ?? 0) == 0
            }
        },
    ]

    private static func isSameLow(
        _ subjects: [EntityID],
        _ left: Scene,
        _ right: Scene,
        _ engine: ScoringEngine
    ) -> Bool {
        subjects.allSatisfy {
            let before = left.assess($0, with: engine)
            let after = right.assess($0, with: engine)
            return (before?.dataSovereignty.evidenced ?? 0)
                == (after?.dataSovereignty.evidenced ?? 0)
                && (before?.lockIn.evidenced ?? 0) == (after?.lockIn.evidenced ?? 0)
        }
    }
}

extension DocumentID: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}
