package import Foundation
package import GRDB

/// An event that could not be applied, kept aside with the reason.
package struct DeadLetter: Hashable, Sendable {
    package var source: String
    package var epoch: String
    package var sequence: Int64
    package var bytes: Data
    package var reason: String

    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO deadLetter (source, epoch, sequence, bytes, reason)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
            arguments: [source, epoch, sequence, bytes, reason]
        )
    }

    /// The letters kept aside, oldest first.
    package static func all(_ db: Database, limit: Int = 1000) throws -> [DeadLetter] {
        try Row.fetchAll(
            db,
            sql: "SELECT * FROM deadLetter ORDER BY id LIMIT ?",
            arguments: [limit]
        ).map { row in
            DeadLetter(
                source: row["source"],
                epoch: row["epoch"],
                sequence: row["sequence"],
                bytes: row["bytes"],
                reason: row["reason"]
            )
        }
    }

    /// How many letters are kept aside.
    package static func count(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM deadLetter") ?? 0
    }
}
