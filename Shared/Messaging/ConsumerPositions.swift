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
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM consumerPosition")
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
