import Contracts
import Evidence
import Foundation
import GRDB
import Messaging

/// Whom entities that were derived from texts may be, and for whom that is still to be worked out.
enum SuggestionRows {
    /// Notes that an entity is new, or that its names or what was judged of it has changed.
    static func await(_ id: EntityID, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT INTO unresolved (entity) VALUES (?) ON CONFLICT DO NOTHING"
        ).execute(arguments: [id.rawValue])
    }

    /// Notes all derived entities where they were compared with another gazetteer.
    static func awaitAll(unlessDoneWith gazetteer: String, _ db: Database) throws {
        let known = try String.fetchOne(db, sql: "SELECT gazetteer FROM resolvedWith")
        guard known != gazetteer else { return }
        try db.execute(
            sql: """
                INSERT INTO unresolved (entity)
                SELECT id FROM entity WHERE id GLOB 'x-*' ON CONFLICT DO NOTHING
                """
        )
        try db.execute(sql: "DELETE FROM resolvedWith")
        try db.execute(
            sql: "INSERT INTO resolvedWith (gazetteer) VALUES (?)",
            arguments: [gazetteer]
        )
    }

    /// Takes some of the entities that wait.
    static func next(_ limit: Int, _ db: Database) throws -> [Entity] {
        let ids = try String.fetchAll(
            db,
            sql: "SELECT entity FROM unresolved ORDER BY entity LIMIT ?",
            arguments: [limit]
        )
        let decoder = JSONDecoder()
        return try ids.compactMap { id in
            try db.cachedStatement(sql: "DELETE FROM unresolved WHERE entity = ?")
                .execute(arguments: [id])
            return try Data.fetchOne(
                db,
                sql: "SELECT record FROM entity WHERE id = ?",
                arguments: [id]
            ).map { try decoder.decode(EntityRegistered.self, from: $0).entity }
        }
    }

    /// Keeps what is suggested of an entity.
    ///
    /// - Returns: The event, where it is other than before.
    static func replace(_ message: ResolutionSuggested, _ db: Database) throws -> EventDraft? {
        let id = message.entity.rawValue
        let known = try Data.fetchOne(
            db,
            sql: "SELECT record FROM suggestion WHERE entity = ?",
            arguments: [id]
        )
        if message.candidates.isEmpty {
            guard known != nil else { return nil }
            try db.execute(sql: "DELETE FROM suggestion WHERE entity = ?", arguments: [id])
        } else {
            let record = try message.encoded()
            guard known != record else { return nil }
            try db.execute(
                sql: """
                    INSERT INTO suggestion (entity, record) VALUES (?, ?)
                    ON CONFLICT (entity) DO UPDATE SET record = excluded.record
                    """,
                arguments: [id, record]
            )
        }
        return try EventDraft(message, about: id)
    }
}
