import Contracts
import Evidence
import Foundation
import GRDB

/// Whom derived entities may be, as the registry suggests.
enum SuggestionRows {
    static func insert(_ message: ResolutionSuggested, _ db: Database) throws {
        guard !message.candidates.isEmpty else {
            try db.execute(
                sql: "DELETE FROM suggestion WHERE entity = ?",
                arguments: [message.entity.rawValue]
            )
            return
        }
        try db.execute(
            sql: "INSERT OR REPLACE INTO suggestion (entity, record) VALUES (?, ?)",
            arguments: [message.entity.rawValue, try message.encoded()]
        )
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM suggestion")
    }

    /// Whom an entity may be, the best first.
    static func candidates(
        for id: EntityID,
        _ db: Database
    ) throws -> [ResolutionSuggested.Candidate] {
        try Data.fetchOne(
            db,
            sql: "SELECT record FROM suggestion WHERE entity = ?",
            arguments: [id.rawValue]
        ).map { try JSONDecoder().decode(ResolutionSuggested.self, from: $0).candidates } ?? []
    }
}
