import Evidence
import Foundation
import GRDB

/// The entities as the entity registry tells of them.
enum EntityRows {
    static func insert(_ entity: Entity, _ db: Database) throws {
        let localNames = entity.localNames.sorted { $0.key < $1.key }.map(\.value)
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO entity (
                    id, kind, name, names, jurisdiction, isCurated, record
                ) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entity.id.rawValue, entity.kind.rawValue, entity.name,
                ([entity.name] + localNames).joined(separator: "\n"),
                entity.jurisdiction?.rawValue, entity.isCurated,
                try JSONEncoder().encode(entity),
            ]
        )
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM entity")
    }
}
