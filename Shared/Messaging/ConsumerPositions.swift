import Foundation
package import GRDB

/// How far this service has read each source: kept in its own store, committed with the effects
/// of what was read.
package enum ConsumerPositions {
    static func createTables(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE consumerPosition (
                    source TEXT PRIMARY KEY NOT NULL,
                    epoch TEXT NOT NULL,
                    sequence INTEGER NOT NULL,
                    chain BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE deadLetter (
                    id INTEGER PRIMARY KEY,
                    source TEXT NOT NULL,
                    epoch TEXT NOT NULL,
                    sequence INTEGER NOT NULL,
                    bytes BLOB NOT NULL,
                    reason TEXT NOT NULL,
                    UNIQUE (source, epoch, sequence)
                ) STRICT;
                """
        )
    }

    /// The position in every source read so far.
    package static func all(_ db: Database) throws -> [String: StreamPosition] {
        try positions("consumerPosition", db)
    }

    /// Lets heartbeats tell earlier positions than those read, because not everything that the
    /// events since then cause is published yet.
    ///
    /// It is committed with the events, so that a crash does not forget it. What is held already
    /// stays where it is.
    ///
    /// - Parameters:
    ///   - positions: How far everything is published; a source that is not in it, from its
    ///     beginning.
    ///   - db: The transaction that the events were read in.
    /// - Throws: Where the store fails.
    package static func hold(at positions: [String: StreamPosition], _ db: Database) throws {
        for source in try all(db).keys.sorted() {
            let position = positions[source] ?? .beginning
            try db.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO heldPosition (source, epoch, sequence, chain)
                    VALUES (?, ?, ?, ?)
                    """
            ).execute(arguments: [source, position.epoch, position.sequence, position.chain])
        }
    }

    /// Lets heartbeats tell the positions that were read: everything is published.
    package static func release(_ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM heldPosition").execute()
    }

    /// The positions as heartbeats tell them.
    static func told(_ db: Database) throws -> [String: StreamPosition] {
        let held = try positions("heldPosition", db)
        return try all(db).merging(held) { $1 }
    }

    static func createHeldPositions(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE heldPosition (
                    source TEXT PRIMARY KEY NOT NULL,
                    epoch TEXT NOT NULL,
                    sequence INTEGER NOT NULL,
                    chain BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    private static func positions(
        _ table: String,
        _ db: Database
    ) throws -> [String: StreamPosition] {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let position = StreamPosition(
                    epoch: row["epoch"],
                    sequence: row["sequence"],
                    chain: row["chain"]
                )
                return (row["source"], position)
            }
        )
    }

    static func set(_ position: StreamPosition, of source: String, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO consumerPosition (source, epoch, sequence, chain) VALUES (?, ?, ?, ?)
                ON CONFLICT (source) DO UPDATE
                SET epoch = excluded.epoch, sequence = excluded.sequence, chain = excluded.chain
                """
        ).execute(arguments: [source, position.epoch, position.sequence, position.chain])
    }
}
