import DequeModule
package import Evidence

/// Keeps the assessments of all governments up to date while the evidence changes.
///
/// Each assessment records what it looked up; a change of the evidence makes exactly those due that
/// looked up something else than it is now. What is due is of two kinds: subjects that a change
/// touches directly (a claim about their own systems, which is a handful), and those that it
/// reaches through something shared (a supplier's owner, a law), which may be all. The first are
/// meant to be scored at once, the others in the background, a few at a time.
///
/// Once nothing is due, the assessments that it gave last are those that
/// ``ScoringEngine/assess(_:in:asOf:)`` gives for the same evidence. It is a value: a copy can be
/// changed to see what would be.
package struct IncrementalScorer: Sendable {
    package private(set) var evidence: EvidenceBase
    package let engine: ScoringEngine
    package private(set) var asOf: PartialDate
    /// How often the evidence or the date has changed: scores can differ only where this does.
    package private(set) var changeCount = 0
    private var index = DependencyIndex()
    /// What assessments have in common; a copy that changes has its own.
    private var ground: KeptGround
    private var subjects: SubjectIndex
    /// Due at once.
    private var touched: Set<EntityID> = []
    /// Due in the background; the queue may hold some that are not any more.
    private var reached: Set<EntityID> = []
    private var queue: Deque<EntityID> = []

    /// How many subjects a statement or an incident may concern to count as touching them.
    package static let touchedMax = 64

    /// How many deployments are kept as they were assembled: at some two kilobytes each they take
    /// about as much as the claims that they are made of.
    package static let keptMaxByDefault = 2_000_000
    private let keptMax: Int

    /// Takes the evidence; all its subjects are due in the background.
    ///
    /// - Parameters:
    ///   - evidence: Everything that is known.
    ///   - engine: What scores it.
    ///   - asOf: The date to judge at.
    ///   - keptMax: How many deployments to keep as they were assembled; those of the governments
    ///     that were assessed longest ago go first, and are assembled again when they are needed.
    package init(
        _ evidence: EvidenceBase,
        engine: ScoringEngine,
        asOf: PartialDate,
        keeping keptMax: Int = Self.keptMaxByDefault
    ) {
        self.evidence = evidence
        self.engine = engine
        self.asOf = asOf
        self.keptMax = keptMax
        ground = KeptGround(engine, asOf: asOf, keys: index.keys, keptMax: keptMax)
        subjects = SubjectIndex(evidence)
        reach(subjects.subjects)
    }

    /// One subject, scored anew; without an assessment nothing is said of it any more.
    package struct Rescored: Sendable {
        package var subject: EntityID
        package var assessment: Assessment?
    }

    /// How many subjects are due at once.
    package var touchedCount: Int { touched.count }

    /// How many subjects are due in the background.
    package var reachedCount: Int { reached.count }
}

// MARK: - Changing the evidence

extension IncrementalScorer {
    /// Adds a claim, or replaces the one with its id.
    package mutating func insert(_ claim: Claim) {
        let old = evidence.claim(claim.id)
        guard old != claim else { return }
        evidence.insert(claim)
        changeCount += 1
        changed(from: old, to: claim)
    }

    /// Removes a claim, if it is there.
    package mutating func remove(_ id: ClaimID) {
        guard let old = evidence.remove(id) else { return }
        changeCount += 1
        changed(from: old, to: nil)
    }

    /// Adds an entity, or replaces the one with its id.
    package mutating func insert(_ entity: Entity) {
        let old = evidence.entity(entity.id)
        guard old != entity else { return }
        evidence.insert(entity)
        changeCount += 1
        var keys: [EvidenceKey] = [.entity(entity.id)]
        if old?.parent != entity.parent, engine.mutation != .placesChangeUnnoticed {
            keys += [old?.parent, entity.parent].compactMap(\.self).map(EvidenceKey.children)
        }
        changeGround(keys)
        for key in keys { reach(index.readers(of: key).sorted()) }
        reach(subjects.update(below: entity.id, evidence).sorted())
        if engine.mutation == .changesReachAll { reach(subjects.subjects) }
    }

    /// Forgets all evidence; what had an assessment is due in the background.
    package mutating func removeAll() {
        let known = subjects.subjects
        let changeCount = changeCount + 1
        self = IncrementalScorer(EvidenceBase(), engine: engine, asOf: asOf, keeping: keptMax)
        self.changeCount = changeCount
        reach(known)
    }

    /// Judges at another date from now on; all subjects are due in the background.
    package mutating func move(to date: PartialDate) {
        guard date != asOf else { return }
        asOf = date
        changeCount += 1
        renewGround()
        reach(subjects.subjects)
    }

    /// Makes subjects due in the background.
    package mutating func reach(_ subjects: some Sequence<EntityID>) {
        for subject in subjects where !touched.contains(subject) {
            if reached.insert(subject).inserted { queue.append(subject) }
        }
    }

    /// Takes note that what assessments have in common may rest on something that has changed.
    private mutating func changeGround(_ keys: [EvidenceKey]) {
        if engine.mutation == .memoriesStand { return }
        if isKnownUniquelyReferenced(&ground) { ground.change(keys) } else { renewGround() }
    }

    /// Forgets what assessments have in common.
    private mutating func renewGround() {
        ground = KeptGround(engine, asOf: asOf, keys: index.keys, keptMax: keptMax)
    }

    private mutating func changed(from old: Claim?, to new: Claim?) {
        var due: Set<EntityID> = []
        if let old { due.formUnion(subjects.remove(old, evidence)) }
        if let new { due.formUnion(subjects.insert(new, evidence)) }
        touch(due)
        for claim in [old, new].compactMap(\.self) {
            changeGround(claim.content.topics.map(EvidenceKey.claims))
            for topic in claim.content.topics {
                let key = EvidenceKey.claims(topic)
                switch topic.sort {
                case .deployment: touch(index.readers(of: key))
                case .relation where engine.mutation == .ownersChangeUnnoticed: break
                case .relation: reach(index.readers(of: key).sorted())
                case .statement, .incident:
                    if index.readerCount(of: key) <= Self.touchedMax {
                        touch(index.readers(of: key))
                    } else {
                        reach(index.readers(of: key).sorted())
                    }
                }
            }
        }
    }

    private mutating func touch(_ subjects: some Sequence<EntityID>) {
        for subject in subjects {
            touched.insert(subject)
            reached.remove(subject)
        }
    }
}

// MARK: - Scoring

extension IncrementalScorer {
    /// Scores what is due at once, in the order of ids.
    package mutating func rescoreTouched() -> [Rescored] {
        let due = touched.sorted()
        touched = []
        return due.map { rescore($0) }
    }

    /// Scores some of what is due in the background, oldest first.
    ///
    /// - Parameter limit: How many at the most.
    /// - Returns: Those that were scored; empty when nothing is due.
    package mutating func rescoreReached(limit: Int) -> [Rescored] {
        var rescored: [Rescored] = []
        while rescored.count < limit, let next = queue.popFirst() {
            guard reached.remove(next) != nil else { continue }
            rescored.append(rescore(next))
        }
        return rescored
    }

    private mutating func rescore(_ subject: EntityID) -> Rescored {
        guard subjects.contains(subject) else {
            index.record([], of: subject)
            return Rescored(subject: subject, assessment: nil)
        }
        let (assessment, lookUps) = ground.assess(subject, in: evidence)
        index.record(lookUps, of: subject)
        return Rescored(subject: subject, assessment: assessment)
    }
}
