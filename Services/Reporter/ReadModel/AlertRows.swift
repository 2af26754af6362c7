import Contracts
import Evidence
import Foundation
import GRDB
import Scoring

/// The alerts, raised and past, as the risk scorer tells them.
enum AlertRows {
    static func insert(_ alert: AlertRaised, sequence: Int64, _ db: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO alert (
                    id, subject, rule, kind, dimension, value, bound, functions, claims, raised,
                    methodology, sequence
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                alert.id, alert.subject.rawValue, alert.rule, alert.kind.rawValue,
                alert.dimension.rawValue, alert.value, alert.limit,
                try alert.functions.map { try encoder.encode($0) },
                try encoder.encode(alert.claims), alert.asOf.description, alert.methodology,
                sequence,
            ]
        )
    }

    static func clear(_ alert: AlertCleared, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE alert SET cleared = ?, clearedValue = ?, reason = ? WHERE id = ?",
            arguments: [alert.asOf.description, alert.value, alert.reason.rawValue, alert.id]
        )
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM alert")
    }
}
