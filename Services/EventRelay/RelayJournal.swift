import Foundation
import GRDB
import Messaging
import Storage

/// The relay's memory: every event of every publisher, in the order in which they came here.
///
/// Nothing in it is of the relay's own making: it can be deleted, and fills again from the
/// publishers' journals.
struct RelayJournal: Sendable {
    let pool: DatabasePool
    private let lock: FileLock
    /// How many events are kept at the most; 0 for all.
    private let keep: Int

    init(_ pool: DatabasePool, lock: FileLock, keep: Int) throws {
        self.pool = pool
        self.lock = lock
        self.keep = keep
        try Self.migrator.migrate(pool)
    }

    // MARK: - Writing

    func insert(_ event: ReceivedEvent, _ db: Database) throws {
        // The position's epoch is the journal's life; the event may have been written before it.
        try db.cachedStatement(
            sql: """
                INSERT INTO relayEvent (source, epoch, sequence, type, bytes)
                VALUES (?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                event.source, event.position.epoch, event.sequence, event.type, event.bytes,
            ]
        )
    }

    func forget(_ source: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM relayEvent WHERE source = ?", arguments: [source])
        try db.execute(sql: "DELETE FROM relayFloor WHERE source = ?", arguments: [source])
    }

    /// Drops the oldest events over the number that is kept.
    func prune(_ db: Database) throws {
        guard keep > 0 else { return }
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM relayEvent") ?? 0
        let cut = last - Int64(keep)
        guard cut > 0 else { return }
        try db.execute(
            sql: """
                INSERT INTO relayFloor (source, sequence)
                SELECT source, max(sequence) FROM relayEvent WHERE id <= ? GROUP BY source
                ON CONFLICT (source) DO UPDATE SET sequence = excluded.sequence
                """,
            arguments: [cut]
        )
        try db.execute(sql: "DELETE FROM relayEvent WHERE id <= ?", arguments: [cut])
    }

    // MARK: - Tables

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("relay-1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE relayEvent (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        source TEXT NOT NULL,
                        epoch TEXT NOT NULL,
                        sequence INTEGER NOT NULL,
                        type TEXT NOT NULL,
                        bytes BLOB NOT NULL,
                        UNIQUE (source, sequence)
                    ) STRICT;
                    CREATE TABLE relayFloor (
                        source TEXT PRIMARY KEY NOT NULL,
                        sequence INTEGER NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        return migrator
    }
}
