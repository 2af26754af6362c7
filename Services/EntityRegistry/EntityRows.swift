import Contracts
import Evidence
import Foundation
import GRDB
import Messaging

/// The entities that documents name, each as the documents together tell it.
enum EntityRows {
    /// Replaces what a document tells of entities, and says what that changes.
    static func replace(
        of document: DocumentID,
        with entities: [Entity],
        _ db: Database
    ) throws -> [EventDraft] {
        let before = try String.fetchAll(
            db,
            sql: "SELECT entity FROM entityReading WHERE document = ?",
            arguments: [document.rawValue]
        )
        try db.execute(
            sql: "DELETE FROM entityReading WHERE document = ?",
            arguments: [document.rawValue]
        )
        for entity in entities {
            try db.execute(
                sql: "INSERT INTO entityReading (entity, document, record) VALUES (?, ?, ?)",
                arguments: [
                    entity.id.rawValue, document.rawValue,
                    try EntityRegistered(entity: entity).encoded(),
                ]
            )
        }
        let touched = Set(before.map { EntityID($0) }).union(entities.map(\.id))
        return try touched.sorted().compactMap { try refresh($0, db) }
    }

    /// Makes entities known that no document names, because a judgement counts others as them.
    static func vouch(for entities: [Entity], _ db: Database) throws -> [EventDraft] {
        var events: [EventDraft] = []
        for entity in entities {
            try db.execute(
                sql: """
                    INSERT INTO entityReading (entity, document, record) VALUES (?, '', ?)
                    ON CONFLICT DO UPDATE SET record = excluded.record
                    """,
                arguments: [
                    entity.id.rawValue, try EntityRegistered(entity: entity).encoded(),
                ]
            )
            try refresh(entity.id, db).map { events.append($0) }
        }
        return events
    }

    /// Those of some ids that are known.
    static func registered(
        among ids: some Sequence<EntityID>,
        _ db: Database
    ) throws -> Set<EntityID> {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT * FROM entity WHERE id = ?)"
        )
        return Set(
            try ids.filter { try Bool.fetchOne(statement, arguments: [$0.rawValue]) ?? false }
        )
    }

    /// The documents that name one of some entities, in the order of their ids.
    static func documents(naming ids: [EntityID], _ db: Database) throws -> [DocumentID] {
        let statement = try db.cachedStatement(
            sql: "SELECT document FROM entityReading WHERE entity = ? AND document <> ''"
        )
        var documents: Set<String> = []
        for id in ids {
            documents.formUnion(try String.fetchAll(statement, arguments: [id.rawValue]))
        }
        return documents.sorted().map { DocumentID(rawValue: $0) }
    }

    /// Works out an entity anew from all that tell of it.
    private static func refresh(_ id: EntityID, _ db: Database) throws -> EventDraft? {
        let readings = try Data.fetchAll(
            db,
            sql: "SELECT DISTINCT record FROM entityReading WHERE entity = ? ORDER BY record",
            arguments: [id.rawValue]
        ).map { try JSONDecoder().decode(EntityRegistered.self, from: $0).entity }
        guard let entity = Entity.combining(readings) else { return nil }
        let record = try EntityRegistered(entity: entity).encoded()
        let known = try Data.fetchOne(
            db,
            sql: "SELECT record FROM entity WHERE id = ?",
            arguments: [id.rawValue]
        )
        guard known != record else { return nil }
        try db.execute(
            sql: """
                INSERT INTO entity (id, record) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET record = excluded.record
                """,
            arguments: [id.rawValue, record]
        )
        if !entity.isCurated { try SuggestionRows.await(id, db) }
        return known == nil
            ? try EventDraft(EntityRegistered(entity: entity), about: id.rawValue)
            : try EventDraft(EntityChanged(entity: entity), about: id.rawValue)
    }
}
