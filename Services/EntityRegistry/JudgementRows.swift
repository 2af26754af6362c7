import Contracts
import Evidence
import Foundation
import GRDB

/// What people decided about who is who, and what follows from it.
///
/// Judgements are kept for good: no other source can tell them again.
enum JudgementRows {
    /// Keeps a judgement.
    ///
    /// - Returns: Whether it is new; one whose id is known already changes nothing.
    static func insert(_ judgement: Judgement, _ db: Database) throws -> Bool {
        try db.execute(
            sql: "INSERT INTO judgement (id, record) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [
                judgement.id, try JudgementRecorded(judgement: judgement).encoded(),
            ]
        )
        guard db.changesCount > 0 else { return false }
        if let (left, right) = judgement.pair {
            for id in [left, right] { try SuggestionRows.await(id, db) }
        }
        for entity in [judgement.left, judgement.right].compactMap(\.self) {
            try db.execute(
                sql: "INSERT INTO judgedEntity (entity) VALUES (?) ON CONFLICT DO NOTHING",
                arguments: [entity.rawValue]
            )
        }
        return true
    }

    static func all(_ db: Database) throws -> [Judgement] {
        let decoder = JSONDecoder()
        return try Data.fetchAll(db, sql: "SELECT record FROM judgement ORDER BY id")
            .map { try decoder.decode(JudgementRecorded.self, from: $0).judgement }
    }

    /// Whether somebody judged one of these entities.
    static func speak(of entities: some Sequence<EntityID>, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT * FROM judgedEntity WHERE entity = ?)"
        )
        return try entities.contains { id in
            try Bool.fetchOne(statement, arguments: [id.rawValue]) ?? false
        }
    }

    /// The pairs that somebody judged, whatever came of it.
    static func pairs(_ db: Database) throws -> Set<Set<EntityID>> {
        Set(try all(db).compactMap(\.pair).map { [$0.0, $0.1] })
    }

    // MARK: - What follows

    /// The ids that merged ones are counted as.
    static func survivors(_ db: Database) throws -> [EntityID: EntityID] {
        let rows = try Row.fetchAll(db, sql: "SELECT entity, survivor FROM survivor")
        return Dictionary(
            uniqueKeysWithValues: rows.map {
                (EntityID($0["entity"] as String), EntityID($0["survivor"] as String))
            }
        )
    }

    static func replaceSurvivors(with survivors: [EntityID: EntityID], _ db: Database) throws {
        try db.execute(sql: "DELETE FROM survivor")
        for (entity, survivor) in survivors {
            try db.execute(
                sql: "INSERT INTO survivor (entity, survivor) VALUES (?, ?)",
                arguments: [entity.rawValue, survivor.rawValue]
            )
        }
    }

    /// Whether what follows was worked out with this gazetteer.
    static func isCurrent(_ gazetteer: String, _ db: Database) throws -> Bool {
        try String.fetchOne(db, sql: "SELECT gazetteer FROM judgedWith") == gazetteer
    }

    static func markCurrent(_ gazetteer: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM judgedWith")
        try db.execute(
            sql: "INSERT INTO judgedWith (gazetteer) VALUES (?)",
            arguments: [gazetteer]
        )
    }
}
