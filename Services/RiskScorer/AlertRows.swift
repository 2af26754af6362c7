import Evidence
import Foundation
import GRDB
import Scoring

/// Where each alert rule stands for each government.
enum AlertRows {
    static func state(of rule: String, for subject: EntityID, _ db: Database) throws -> AlertState {
        let record = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT record FROM alertState WHERE rule = ? AND subject = ?"),
            arguments: [rule, subject.rawValue]
        )
        return try record.map { try JSONDecoder().decode(AlertState.self, from: $0) }
            ?? AlertState()
    }

    static func set(
        _ state: AlertState,
        of rule: String,
        for subject: EntityID,
        _ db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO alertState (rule, subject, record) VALUES (?, ?, ?)
                ON CONFLICT (rule, subject) DO UPDATE SET record = excluded.record
                """
        ).execute(arguments: [rule, subject.rawValue, try JSONEncoder().encode(state)])
    }

    /// The states of rules that are none of these, in a fixed order.
    static func states(
        notOf rules: [String],
        _ db: Database
    ) throws -> [(rule: String, subject: EntityID, state: AlertState)] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT rule, subject, record FROM alertState ORDER BY rule, subject"
        )
        return try rows.compactMap { row in
            let rule: String = row["rule"]
            guard !rules.contains(rule) else { return nil }
            let state = try JSONDecoder().decode(AlertState.self, from: row["record"])
            return (rule, EntityID(row["subject"] as String), state)
        }
    }
}
