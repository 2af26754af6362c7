import Evidence
import Foundation
import GRDB
import Scoring

/// The claims that stand and the entities they name, as the store keeps them.
enum EvidenceRows {
    static func load(_ db: Database) throws -> EvidenceBase {
        let decoder = JSONDecoder()
        return EvidenceBase(
            entities: try Data.fetchAll(db, sql: "SELECT record FROM entity ORDER BY id")
                .map { try decoder.decode(Entity.self, from: $0) },
            claims: try Data.fetchAll(db, sql: "SELECT record FROM claim ORDER BY id")
                .map { try decoder.decode(Claim.self, from: $0) }
        )
    }

    static func insert(_ entity: Entity, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO entity (id, record) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET record = excluded.record
                """,
            arguments: [entity.id.rawValue, try JSONEncoder().encode(entity)]
        )
    }

    static func insert(_ claim: Claim, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO claim (id, record) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET record = excluded.record
                """,
            arguments: [claim.id.rawValue, try JSONEncoder().encode(claim)]
        )
    }

    static func deleteClaim(_ id: ClaimID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM claim WHERE id = ?", arguments: [id.rawValue])
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM entity; DELETE FROM claim;")
    }
}

/// The scores as they were last published.
enum ScoreRows {
    static func subjects(_ db: Database) throws -> [EntityID] {
        try String.fetchAll(db, sql: "SELECT subject FROM score ORDER BY subject")
            .map { EntityID($0) }
    }

    static func record(of subject: EntityID, _ db: Database) throws -> Data? {
        try Data.fetchOne(
            db.cachedStatement(sql: "SELECT record FROM score WHERE subject = ?"),
            arguments: [subject.rawValue]
        )
    }

    static func set(_ record: Data, of subject: EntityID, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO score (subject, record) VALUES (?, ?)
                ON CONFLICT (subject) DO UPDATE SET record = excluded.record
                """,
            arguments: [subject.rawValue, record]
        )
    }

    static func delete(_ subject: EntityID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM score WHERE subject = ?", arguments: [subject.rawValue])
    }
}
