import Evidence
import Scoring
import Testing

extension Property {
    static let incremental: [Property] = [
        Property(
            name: "scores kept up to date are those computed from scratch",
            fails: .ownersChangeUnnoticed
        ) { seed, mutation in
            var history = try RandomHistory(seed: seed, breaking: mutation)
            for _ in 0..<4 {
                for _ in 0..<6 { history.change() }
                guard try history.isUpToDate() else { return false }
            }
            return true
        },
        Property(
            name: "a change of a vendor's owners re-scores its governments and no others",
            fails: .changesReachAll
        ) {
            seed,
            mutation in
            var world = World(seed: seed)
            var random = SplitMix64(seed: seed &+ 31)
            world.scene.add("lone", .company, of: "CC")
            let recipients = Set((0..<3).map { _ in random.pick(world.subjects) })
            for recipient in recipients { world.scene.deploy(to: recipient, .health, by: "lone") }
            var scorer = try unscored(world, mutation)
            _ = scorer.rescoreReached(limit: .max)
            var lone = try #require(scorer.evidence.entity("lone"))
            for holder in [random.pick(world.companies), "dd"] {
                lone.holdings = [Holding(holder: holder, means: .sole)]
                scorer.insert(lone)
                guard scorer.touchedCount == 0 else { return false }
                let rescored = scorer.rescoreReached(limit: .max)
                let concerned = scorer.evidence.subjects().filter {
                    !recipients.isDisjoint(with: scorer.evidence.descendants(of: $0))
                }
                guard rescored.map(\.subject).sorted() == concerned else { return false }
                guard try isAnew(rescored, scorer) else { return false }
            }
            return true
        },
        Property(
            name: "two entities that are merged and parted again leave no trace",
            fails: .removalsForgotten
        ) {
            seed,
            mutation in
            let world = World(seed: seed)
            var scorer = try unscored(world, mutation)
            var published = Published()
            published.take(scorer.rescoreReached(limit: .max))
            let before = published
            let kept = world.companies[Int(seed % 9)]
            let merged = world.companies[Int(seed / 9 % 9)]
            for claim in world.scene.claims {
                var changed = claim
                changed.content = claim.content.replacing(merged, by: kept)
                scorer.insert(changed)
            }
            published.take(scorer.rescoreTouched() + scorer.rescoreReached(limit: .max))
            for claim in world.scene.claims { scorer.insert(claim) }
            published.take(scorer.rescoreTouched() + scorer.rescoreReached(limit: .max))
            return published == before
        },
    ]

    /// The assessments as they were published last.
    private struct Published: Equatable {
        private var assessments: [EntityID: Assessment] = [:]

        mutating func take(_ rescored: [IncrementalScorer.Rescored]) {
            for score in rescored { assessments[score.subject] = score.assessment }
        }
    }

    /// A scorer that knows a world and has scored nothing of it.
    private static func unscored(
        _ world: World,
        _ mutation: Mutation?
    ) throws -> IncrementalScorer {
        IncrementalScorer(
            EvidenceBase(
                entities: world.scene.entities.values,
                claims: world.scene.claims,
                breaking: mutation
            ),
            engine: try worldEngine(breaking: mutation),
            asOf: world.scene.asOf
        )
    }

    /// Whether what was scored is what a fresh start gives.
    private static func isAnew(
        _ rescored: [IncrementalScorer.Rescored],
        _ scorer: IncrementalScorer
    ) throws -> Bool {
        let fresh = EvidenceBase(
            entities: scorer.evidence.entities,
            claims: scorer.evidence.claims
        )
        return try rescored.allSatisfy {
            let anew = scorer.engine.assess($0.subject, in: fresh, asOf: scorer.asOf)
            return try encoded($0.assessment) == encoded(anew)
        }
    }
}

extension Claim.Content {
    /// The same of another party.
    fileprivate func replacing(_ old: EntityID, by new: EntityID) -> Claim.Content {
        func other(_ id: EntityID) -> EntityID { id == old ? new : id }
        switch self {
        case .deployment(var deployment):
            deployment.suppliers = deployment.suppliers.map(other)
            deployment.operators = deployment.operators.map(other)
            deployment.donors = deployment.donors.map(other)
            return .deployment(deployment)
        case .relation(var relation):
            relation.from = other(relation.from)
            relation.to = other(relation.to)
            return .relation(relation)
        case .statement(var statement):
            statement.subject = other(statement.subject)
            return .statement(statement)
        case .incident: return self
        }
    }
}
