package import Foundation
package import GRDB
import Synchronization

/// A journal in the service's own SQLite file, committed with the service's own state.
///
/// The next sequence is kept beside the rows, because an emptied rowid table would start at 1
/// again. Each row keeps the bytes, their hash and the running hash up to it.
package final class SQLiteEventLog: EventLog {
    package let source: String
    private let pool: DatabasePool
    private let now: @Sendable () -> Date
    private let followers = Mutex<[@Sendable () -> Void]>([])

    /// Opens the journal of a publisher, making its tables where they are missing.
    package init(
        source: String,
        in pool: DatabasePool,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.source = source
        self.pool = pool
        self.now = now
        try Self.migrator.migrate(pool)
    }

    package func append(_ batch: [EventDraft], in transaction: Database) throws {
        guard !batch.isEmpty else { return }
        let db = transaction
        guard
            let state = try Row.fetchOne(db, sql: "SELECT epoch, head, chain FROM journalState")
        else { throw MessagingError.malformed("the journal has no state") }
        let epoch: String = state["epoch"]
        var head: Int64 = state["head"]
        var chain: Data = state["chain"]
        let time = now()
        for draft in batch {
            head += 1
            let previous = try previousSequence(of: draft.type, becoming: head, db)
            let bytes = EventEncoder.encode(
                draft,
                source: source,
                epoch: epoch,
                sequence: head,
                previous: previous,
                time: time
            )
            guard bytes.count <= MessagingLimits.eventBytesMax else {
                throw MessagingError.eventTooLarge(type: draft.type, bytes: bytes.count)
            }
            let hash = ChainHash.hash(bytes)
            chain = ChainHash.next(after: chain, hash: hash)
            try db.cachedStatement(
                sql: """
                    INSERT INTO journal (sequence, type, subject, bytes, hash, chain)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [head, draft.type, draft.subject, bytes, hash, chain])
        }
        try db.cachedStatement(sql: "UPDATE journalState SET head = ?, chain = ?")
            .execute(arguments: [head, chain])
        let wakeUps = followers.withLock { $0 }
        db.afterNextTransaction { _ in for wakeUp in wakeUps { wakeUp() } }
    }

    private func previousSequence(
        of type: String,
        becoming sequence: Int64,
        _ db: Database
    ) throws -> Int64 {
        let previous = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT sequence FROM journalTopic WHERE type = ?"),
            arguments: [type]
        )
        try db.cachedStatement(
            sql: """
                INSERT INTO journalTopic (type, sequence) VALUES (?, ?)
                ON CONFLICT (type) DO UPDATE SET sequence = excluded.sequence
                """
        ).execute(arguments: [type, sequence])
        return previous ?? 0
    }

    package func follow(_ wakeUp: @escaping @Sendable () -> Void) {
        followers.withLock { $0.append(wakeUp) }
    }
}

// MARK: - Reading

extension SQLiteEventLog {
    package func read(
        after sequence: Int64,
        limit: Int,
        byteLimit: Int
    ) throws -> [JournalledEvent] {
        try pool.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT sequence, type, subject, bytes FROM journal
                    WHERE sequence > ? ORDER BY sequence LIMIT ?
                    """,
                arguments: [sequence, limit]
            )
            var events: [JournalledEvent] = []
            var size = 0
            while let row = try rows.next() {
                let bytes: Data = row["bytes"]
                size += bytes.count
                guard events.isEmpty || size <= byteLimit else { break }
                events.append(
                    JournalledEvent(
                        sequence: row["sequence"],
                        type: row["type"],
                        subject: row["subject"],
                        bytes: bytes
                    )
                )
            }
            return events
        }
    }

    package func standing() throws -> LogStanding {
        try pool.read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT epoch, head, chain FROM journalState")
            else { throw MessagingError.malformed("the journal has no state") }
            return LogStanding(
                epoch: row["epoch"],
                head: row["head"],
                chain: row["chain"],
                positions: try ConsumerPositions.told(db)
            )
        }
    }

    package func chain(at sequence: Int64) throws -> Data? {
        guard sequence > 0 else { return ChainHash.seed }
        return try pool.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT chain FROM journal WHERE sequence = ?",
                arguments: [sequence]
            )
        }
    }

    package func beginEpoch() throws {
        try pool.write { db in
            try db.execute(
                sql: "UPDATE journalState SET epoch = ?",
                arguments: [Self.makeEpoch()]
            )
        }
    }
}

// MARK: - Tables

extension SQLiteEventLog {
    static func makeEpoch() -> String {
        UUID().uuidString.lowercased()
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("journal-1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE journal (
                        sequence INTEGER PRIMARY KEY,
                        type TEXT NOT NULL,
                        subject TEXT NOT NULL,
                        bytes BLOB NOT NULL,
                        hash BLOB NOT NULL,
                        chain BLOB NOT NULL
                    ) STRICT;
                    CREATE TABLE journalTopic (
                        type TEXT PRIMARY KEY NOT NULL,
                        sequence INTEGER NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE journalState (
                        epoch TEXT NOT NULL,
                        head INTEGER NOT NULL,
                        chain BLOB NOT NULL
                    ) STRICT;
                    """
            )
            try db.execute(
                sql: "INSERT INTO journalState (epoch, head, chain) VALUES (?, 0, ?)",
                arguments: [makeEpoch(), ChainHash.seed]
            )
            try ConsumerPositions.createTables(db)
        }
        migrator.registerMigration("journal-2-held-positions") { db in
            try ConsumerPositions.createHeldPositions(db)
        }
        return migrator
    }
}
