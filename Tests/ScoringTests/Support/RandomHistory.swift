import Evidence
import Scoring

/// A world that changes at random, with scores that are kept up to date.
struct RandomHistory {
    private var random: SplitMix64
    private var world: World
    private var scorer: IncrementalScorer
    private var published: [EntityID: Assessment] = [:]

    init(seed: UInt64, breaking mutation: Mutation?) throws {
        world = World(seed: seed)
        random = SplitMix64(seed: seed &+ 99)
        scorer = IncrementalScorer(
            EvidenceBase(),
            engine: try worldEngine(breaking: mutation),
            asOf: world.scene.asOf,
            keeping: seed.isMultiple(of: 2) ? 6 : IncrementalScorer.keptMaxByDefault
        )
        for entity in world.scene.entities.values.sorted(by: { $0.id < $1.id }) {
            scorer.insert(entity)
        }
        for claim in world.scene.claims { scorer.insert(claim) }
        work()
    }

    /// Changes one thing, and scores some of what is due.
    mutating func change() {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3:
            let count = world.scene.claims.count
            if random.chance(0.6) {
                world.addDeployment(&random)
            } else {
                world.addRelation(&random)
            }
            for claim in world.scene.claims[count...] { scorer.insert(claim) }
        case 4:
            if let claim = scorer.evidence.claims.randomElement(using: &random) {
                scorer.remove(claim.id)
            }
        case 5: changeClaim()
        case 6, 7: changeEntity()
        case 8: scorer.insert(random.pick(world.scene.claims))
        default:
            scorer.move(to: PartialDate(year: Int.random(in: 2018...2027, using: &random)))
        }
        work()
    }

    /// Whether the scores kept are, to the byte, those of a report made from scratch.
    mutating func isUpToDate() throws -> Bool {
        while scorer.reachedCount > 0 { publish(scorer.rescoreReached(limit: 5)) }
        let kept = CanonicalReport(
            methodology: scorer.engine.methodology.version,
            profile: scorer.engine.profile,
            asOf: scorer.asOf,
            assessments: published.values,
            claims: scorer.evidence.claims
        )
        let fresh = EvidenceBase(
            entities: scorer.evidence.entities,
            claims: scorer.evidence.claims
        )
        let anew = CanonicalReport(fresh, engine: scorer.engine, asOf: scorer.asOf)
        return try kept.encoded() == anew.encoded()
    }

    // MARK: - Steps

    private mutating func work() {
        publish(scorer.rescoreTouched())
        let limit = Int.random(in: 0...3, using: &random)
        publish(scorer.rescoreReached(limit: limit))
    }

    private mutating func publish(_ rescored: [IncrementalScorer.Rescored]) {
        for score in rescored { published[score.subject] = score.assessment }
    }

    private mutating func changeClaim() {
        guard var claim = scorer.evidence.claims.randomElement(using: &random) else { return }
        if case .deployment(var deployment) = claim.content {
            deployment.recipient = random.pick(world.subjects)
            deployment.suppliers = [random.pick(world.companies)]
            claim.content = .deployment(deployment)
        }
        claim.polarity = random.pick([.asserted, .asserted, .denied])
        claim.assertion = random.pick(Claim.Assertion.allCases)
        scorer.insert(claim)
    }

    private mutating func changeEntity() {
        guard var entity = scorer.evidence.entities.randomElement(using: &random) else { return }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: entity.jurisdiction = .init(random.pick(World.codes))
        case 1:
            entity.holdings = [
                Holding(
                    holder: random.pick(world.companies),
                    means: random.pick(Holding.Means.allCases)
                )
            ]
        case 2: entity.within = random.pick(world.subjects)
        case 3: entity.kind = random.pick([.territory, .publicBody, .company, entity.kind])
        default: entity.name += "."
        }
        scorer.insert(entity)
    }
}
