import Contracts
import Evidence
import Foundation
import GRDB
import Messaging
import Scoring
import Storage
import Synchronization

/// Keeps the claims that stand and the scores that follow from them.
///
/// The evidence is kept in the store and, for speed, in memory; both are changed within the
/// store's transaction, the memory last. A transaction that cannot be committed stops the
/// process, so that the two never differ.
///
/// What a batch of events touches is scored with the batch. What it reaches through something
/// shared is left to ``RescoringService``; until that is done, heartbeats tell the positions from
/// before, so that whoever waits for the consequences of an event waits for these too.
final class ScorerHandler: EventHandler {
    private let pool: DatabasePool
    private let publication: ScorePublication
    /// Keeps the store for this process as long as it is written.
    private let lock: FileLock?
    private let calendar: ScoringCalendar
    private let memory: Mutex<Memory>
    /// Tells of work in the background.
    let wakeUps: AsyncStream<Void>
    private let wakeUp: AsyncStream<Void>.Continuation

    private struct Memory {
        var scorer: IncrementalScorer
        /// How far everything that the events caused is published.
        var settled: [String: StreamPosition]
        var figures = ScorerFigures()
    }

    init(
        _ pool: DatabasePool,
        log: SQLiteEventLog,
        lock: FileLock?,
        engine: ScoringEngine,
        alerts: AlertRules,
        calendar: ScoringCalendar
    ) throws {
        self.pool = pool
        self.lock = lock
        self.calendar = calendar
        publication = ScorePublication(log: log, alerts: AlertWatch(rules: alerts.rules))
        try ScorerTables.migrator.migrate(pool)
        memory = Mutex(
            try pool.read { db in
                var scorer = IncrementalScorer(
                    try EvidenceRows.load(db),
                    engine: engine,
                    asOf: calendar.today
                )
                scorer.reach(try ScoreRows.subjects(db))
                return Memory(scorer: scorer, settled: try ConsumerPositions.all(db))
            }
        )
        (wakeUps, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        try pool.write { [publication] db in
            try publication.clearAlertsWithoutRule(asOf: calendar.today, in: db)
        }
    }

    func apply(_ event: ReceivedEvent, in db: Database) throws {
        switch event.type {
        case EntityRegistered.type:
            try keep(event.decode(EntityRegistered.self).entity, db)
        case EntityChanged.type:
            try keep(event.decode(EntityChanged.self).entity, db)
        case ClaimAsserted.type:
            try keep(event.decode(ClaimAsserted.self).claim, db)
        case ClaimChanged.type:
            try keep(event.decode(ClaimChanged.self).claim, db)
        case ClaimRetracted.type:
            let id = try event.decode(ClaimRetracted.self).id
            try EvidenceRows.deleteClaim(id, db)
            memory.withLock { $0.scorer.remove(id) }
        default: break
        }
    }

    func reset(_ source: String, in db: Database) throws {
        try EvidenceRows.deleteAll(db)
        memory.withLock { $0.scorer.removeAll() }
    }

    func finishBatch(in db: Database) throws {
        try memory.withLock { memory in
            let rescored = memory.scorer.rescoreTouched()
            try publication.publish(rescored, asOf: memory.scorer.asOf, in: db)
            memory.figures.touched += rescored.count
            try settle(&memory, db)
            if memory.scorer.reachedCount > 0 { wakeUp.yield() }
        }
    }

    private func keep(_ entity: Entity, _ db: Database) throws {
        try EvidenceRows.insert(entity, db)
        memory.withLock { $0.scorer.insert(entity) }
    }

    private func keep(_ claim: Claim, _ db: Database) throws {
        try EvidenceRows.insert(claim, db)
        memory.withLock { $0.scorer.insert(claim) }
    }

    /// Tells others how far everything is published.
    private func settle(_ memory: inout Memory, _ db: Database) throws {
        if memory.scorer.reachedCount > 0 {
            try ConsumerPositions.hold(at: memory.settled, db)
        } else {
            try ConsumerPositions.release(db)
            memory.settled = try ConsumerPositions.all(db)
        }
    }
}

// MARK: - In the background

extension ScorerHandler {
    /// How many subjects are scored in one transaction in the background.
    static let stepMax = 32

    /// Makes the background look whether there is work.
    func wake() { wakeUp.yield() }

    /// Judges at the calendar's day from now on.
    func keepDate() {
        memory.withLock { $0.scorer.move(to: calendar.today) }
    }

    /// Scores some of what is due.
    ///
    /// - Returns: How many were scored; 0 when nothing is due.
    func rescoreSome() async throws -> Int {
        try await pool.write { [self] db in
            try memory.withLock { memory in
                let rescored = memory.scorer.rescoreReached(limit: Self.stepMax)
                guard !rescored.isEmpty else { return 0 }
                try publication.publish(rescored, asOf: memory.scorer.asOf, in: db)
                memory.figures.reached += rescored.count
                try settle(&memory, db)
                return rescored.count
            }
        }
    }

    /// What is known and scored at this moment, to be changed at will.
    var scorer: IncrementalScorer { memory.withLock { $0.scorer } }

    /// What has been scored, and what is due.
    var figures: ScorerFigures {
        memory.withLock { memory in
            var figures = memory.figures
            figures.due = memory.scorer.reachedCount
            return figures
        }
    }

    /// What decides the scores besides the evidence.
    var scoringVersion: String {
        memory.withLock { memory in
            let engine = memory.scorer.engine
            return "\(engine.methodology.version)/\(engine.profile)/\(memory.scorer.asOf)"
        }
    }
}
