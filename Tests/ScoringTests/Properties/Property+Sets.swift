import Evidence
import Scoring

extension Property {
    /// The report is a function of a set.
    static let sets: [Property] = [
        Property(
            name: "any order of claims and entities gives the same bytes",
            fails: .orderCounts
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            var random = SplitMix64(seed: seed)
            var world = World(seed: seed)
            for claim in world.scene.claims.prefix(3) {
                var second = claim
                second.id = ClaimID(rawValue: claim.id.rawValue + "+")
                second.quote.document = DocumentID(rawValue: "second")
                world.scene.append(second)
            }
            let shuffled = EvidenceBase(
                entities: world.scene.entities.values.shuffled(using: &random),
                claims: world.scene.claims.shuffled(using: &random),
                breaking: mutation
            )
            return try bytes(world.scene.base, engine) == bytes(shuffled, engine)
        },
        Property(name: "a claim that comes twice is one", fails: .repeatsKept) {
            seed,
            mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed)
            let twice = EvidenceBase(
                entities: world.scene.entities.values,
                claims: world.scene.claims + world.scene.claims.reversed(),
                breaking: mutation
            )
            return try bytes(world.scene.base, engine) == bytes(twice, engine)
        },
        Property(
            name: "what is inserted and removed leaves no trace",
            fails: .removalsForgotten
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed)
            let other = World(seed: seed &+ 1_000_000)
            let before = try bytes(world.scene.base, engine)
            var base = EvidenceBase(
                entities: world.scene.entities.values,
                claims: world.scene.claims,
                breaking: mutation
            )
            for entity in other.scene.entities.values { base.insert(entity) }
            for claim in other.scene.claims { base.insert(claim) }
            for claim in other.scene.claims { base.remove(claim.id) }
            for entity in world.scene.entities.values { base.insert(entity) }
            for claim in world.scene.claims { base.insert(claim) }
            return try bytes(base, engine) == before
        },
        Property(
            name: "another government's evidence changes nothing",
            fails: .otherGovernmentsCount
        ) { seed, mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed)
            var scene = world.scene
            scene.removeClaims { claim in
                switch claim.content {
                case .relation: false
                case .deployment(let deployment): isElsewhere(deployment.recipient)
                case .incident(let incident): isElsewhere(incident.subject)
                case .statement(let statement): isElsewhere(statement.subject)
                }
            }
            return try ["aa", "aa-city", "aa-ministry"].allSatisfy {
                try encoded(world.scene.assess($0, with: engine))
                    == encoded(scene.assess($0, with: engine))
            }
        },
        Property(
            name: "amounts, names and the words of attributions change nothing",
            fails: .amountsCount
        ) {
            seed,
            mutation in
            let engine = try worldEngine(breaking: mutation)
            let world = World(seed: seed)
            var scene = world.scene
            for claim in world.scene.claims {
                scene.change(claim.id) { $0.attribution = "somebody" }
                scene.changeDeployment(claim.id) {
                    $0.amount = Money(value: Double(seed), currency: "XOF", measures: .loan)
                }
            }
            for id in world.subjects {
                scene.edit(id) { $0.localNames = ["zh": "某国"] }
            }
            return try world.assessed.allSatisfy {
                try encoded(world.scene.assess($0, with: engine))
                    == encoded(scene.assess($0, with: engine))
            }
        },
    ]

    static func bytes(_ base: EvidenceBase, _ engine: ScoringEngine) throws -> [UInt8] {
        try CanonicalReport(base, engine: engine, asOf: "2026").encoded()
    }

    static func encoded(_ assessment: Assessment?) throws -> [UInt8] {
        try CanonicalJSON.encode(assessment)
    }

    /// Whether it is a government other than that of the country `aa`.
    private static func isElsewhere(_ entity: EntityID) -> Bool {
        World.codes.dropFirst().contains { entity.rawValue.hasPrefix($0.lowercased()) }
    }
}
