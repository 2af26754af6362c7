import Contracts
import Evidence
import Foundation
import GRDB
import Messaging

/// Takes judgements in, for good.
///
/// Each is committed to disk, with its event, before it is confirmed. The registry keeps it too and
/// tells it again from its own journal, so that a reporter whose store is lost has it back.
struct JudgementStore: Sendable {
    private let pool: DatabasePool
    private let log: SQLiteEventLog
    private let now: @Sendable () -> Date

    init(
        _ pool: DatabasePool,
        log: SQLiteEventLog,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.pool = pool
        self.log = log
        self.now = now
    }

    /// What became of a request.
    enum Outcome: Sendable {
        case recorded(Judgement)
        /// The same was recorded before under this id.
        case known(Judgement)
        /// Another one was recorded under this id.
        case taken(Judgement)
        /// It speaks of an entity or a judgement that is not known.
        case unknown(String)
    }

    /// Records what was asked for; the same request sent again changes nothing.
    func record(_ request: JudgementRequest) async throws -> Outcome {
        try await pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            defer { try? db.execute(sql: "PRAGMA synchronous = NORMAL") }
            var outcome: Outcome?
            try db.inTransaction {
                outcome = try record(request, db)
                return .commit
            }
            guard let outcome else { throw CocoaError(.featureUnsupported) }
            return outcome
        }
    }

    private func record(_ request: JudgementRequest, _ db: Database) throws -> Outcome {
        if let known = try JudgementRows.fetch(request.id, db) {
            return request.says(known) ? .known(known) : .taken(known)
        }
        for entity in [request.left, request.right].compactMap(\.self)
        where try ReadModel.entity(entity, db) == nil {
            return .unknown("No entity “\(entity)” is known; /api/v1/entities?q= finds ids.")
        }
        if let undone = request.undoes, try JudgementRows.fetch(undone, db) == nil {
            return .unknown("No judgement “\(undone)” was recorded.")
        }
        let judgement = request.judgement(recorded: try JudgementRows.nextTime(now(), db))
        try JudgementRows.insert(judgement, db)
        let message = JudgementRecorded(judgement: judgement)
        try log.append(
            [
                EventDraft(
                    type: JudgementRecorded.type,
                    subject: judgement.id,
                    data: try message.encoded()
                )
            ],
            in: db
        )
        return .recorded(judgement)
    }
}

/// The judgements as they were recorded.
enum JudgementRows {
    static func fetch(_ id: Judgement.ID, _ db: Database) throws -> Judgement? {
        try Row.fetchOne(db, sql: "SELECT * FROM judgement WHERE id = ?", arguments: [id])
            .map(judgement)
    }

    /// Keeps a judgement; one whose id is known already changes nothing.
    static func insert(_ judgement: Judgement, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO judgement (id, action, "left", "right", undoes, author, reason, recorded)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [
                judgement.id, judgement.action.rawValue, judgement.left?.rawValue,
                judgement.right?.rawValue, judgement.undoes, judgement.author, judgement.reason,
                judgement.recorded,
            ]
        )
    }

    static func judgement(_ row: Row) throws -> Judgement {
        guard let action = Judgement.Action(rawValue: row["action"]) else {
            throw MessagingError.malformed("a judgement has an unknown action")
        }
        return Judgement(
            id: row["id"],
            action: action,
            left: (row["left"] as String?).map { EntityID($0) },
            right: (row["right"] as String?).map { EntityID($0) },
            undoes: row["undoes"],
            author: row["author"],
            reason: row["reason"],
            recorded: row["recorded"]
        )
    }

    /// The time of a new judgement: later than that of every other, even if the clock went back.
    static func nextTime(_ now: Date, _ db: Database) throws -> String {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        let last = try String.fetchOne(db, sql: "SELECT max(recorded) FROM judgement")
        guard let last, let time = try? style.parse(last), now.timeIntervalSince(time) < 0.001
        else { return now.formatted(style) }
        return time.addingTimeInterval(0.0011).formatted(style)
    }
}

/// As whom entities are counted that judgements merged, as the registry tells.
enum MergeRows {
    static func insert(_ merged: EntityMerged, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO merged (entity, survivor) VALUES (?, ?)",
            arguments: [merged.id.rawValue, merged.into.rawValue]
        )
    }

    static func delete(_ id: EntityID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM merged WHERE entity = ?", arguments: [id.rawValue])
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM merged")
    }

    /// As whom an entity is counted; `nil` where it stands for itself.
    static func survivor(of id: EntityID, _ db: Database) throws -> EntityID? {
        try String.fetchOne(
            db,
            sql: "SELECT survivor FROM merged WHERE entity = ?",
            arguments: [id.rawValue]
        ).map { EntityID($0) }
    }

    /// Those that are counted as an entity, in the order of their ids.
    static func merged(into id: EntityID, _ db: Database) throws -> [EntityID] {
        try String.fetchAll(
            db,
            sql: "SELECT entity FROM merged WHERE survivor = ? ORDER BY entity",
            arguments: [id.rawValue]
        ).map { EntityID($0) }
    }
}
