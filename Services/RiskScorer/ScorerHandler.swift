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
final class ScorerHandler: EventHandler {
    private let pool: DatabasePool
    private let log: SQLiteEventLog
    private let lock: FileLock
    private let engine: ScoringEngine
    private let calendar: ScoringCalendar
    private let evidence: Mutex<Memory>

    private struct Memory {
        var base: EvidenceBase
        var isChanged = false
    }

    init(
        _ pool: DatabasePool,
        log: SQLiteEventLog,
        lock: FileLock,
        engine: ScoringEngine,
        calendar: ScoringCalendar
    ) throws {
        self.pool = pool
        self.log = log
        self.lock = lock
        self.engine = engine
        self.calendar = calendar
        try ScorerTables.migrator.migrate(pool)
        let base = try pool.read { db in try EvidenceRows.load(db) }
        evidence = Mutex(Memory(base: base))
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
            change { $0.remove(id) }
        default: break
        }
    }

    func reset(_ source: String, in db: Database) throws {
        try EvidenceRows.deleteAll(db)
        change { $0 = EvidenceBase() }
    }

    func finishBatch(in db: Database) throws {
        try evidence.withLock { evidence in
            guard evidence.isChanged else { return }
            try rescore(evidence.base, in: db)
            evidence.isChanged = false
        }
    }

    /// Scores anew what the passing of a day or another methodology may have changed.
    func rescore() async throws {
        try await pool.write { [self] db in
            let base = evidence.withLock { $0.base }
            try rescore(base, in: db)
        }
    }

    /// What decides the scores besides the evidence.
    var scoringVersion: String {
        "\(engine.methodology.version)/\(engine.profile)/\(calendar.today)"
    }

    // MARK: - Steps

    private func keep(_ entity: Entity, _ db: Database) throws {
        try EvidenceRows.insert(entity, db)
        change { $0.insert(entity) }
    }

    private func keep(_ claim: Claim, _ db: Database) throws {
        try EvidenceRows.insert(claim, db)
        change { $0.insert(claim) }
    }

    private func change(_ body: (inout EvidenceBase) -> Void) {
        evidence.withLock { evidence in
            body(&evidence.base)
            evidence.isChanged = true
        }
    }

    private func rescore(_ base: EvidenceBase, in db: Database) throws {
        let today = calendar.today
        let rests = try ConsumerPositions.all(db).mapValues(\.sequence)
        var before = try ScoreRows.all(db)
        var events: [EventDraft] = []
        for subject in base.subjects() {
            guard let assessment = engine.assess(subject, in: base, asOf: today) else { continue }
            let record = Data(try CanonicalJSON.encode(assessment))
            guard before.removeValue(forKey: subject) != record else { continue }
            try ScoreRows.set(record, of: subject, db)
            events.append(try message(subject, assessment, rests))
        }
        for subject in before.keys.sorted() {
            try ScoreRows.delete(subject, db)
            events.append(try message(subject, nil, rests))
        }
        try log.append(events, in: db)
    }

    private func message(
        _ subject: EntityID,
        _ assessment: Assessment?,
        _ rests: [String: Int64]
    ) throws -> EventDraft {
        let message = ScoreChanged(subject: subject, assessment: assessment, rests: rests)
        return EventDraft(
            type: ScoreChanged.type,
            subject: subject.rawValue,
            data: Data(try CanonicalJSON.encode(message))
        )
    }
}
