import Contracts
import Evidence
import Foundation
import GRDB
import Messaging
import Scoring

/// Every score that was ever published, with what moved it.
///
/// A score that differs from the one before in nothing but its date makes no row of its own: the
/// row before it says until which date it held.
enum HistoryRows {
    static func insert(_ change: ScoreChanged, of event: ReceivedEvent, _ db: Database) throws {
        if change.change?.isOfDateOnly == true, let asOf = change.assessment?.asOf,
            try prolong(change.subject.rawValue, to: asOf.description, db)
        {
            return
        }
        let time = try event.time()
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO scoreHistory (
                    subject, sequence, time, methodology, profile, asOf, asOfLast, rests, d, dHi,
                    dCoverage, dIntensity, dFloor, l, lHi, lCoverage, lIntensity, lFloor, claims,
                    change
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: try arguments(of: change, event.sequence, time)
        )
    }

    private static func arguments(
        of change: ScoreChanged,
        _ sequence: Int64,
        _ time: String
    ) throws -> StatementArguments {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let assessment = change.assessment
        let d = assessment.map { Ranking.Figures($0.dataSovereignty) }
        let l = assessment.map { Ranking.Figures($0.lockIn) }
        let claims = (assessment?.allClaims ?? []).sorted()
        return [
            change.subject.rawValue, sequence, time, assessment?.methodology, assessment?.profile,
            assessment?.asOf.description, assessment?.asOf.description,
            try encoder.encode(change.rests), d?.evidenced, d?.hi, d?.coverage, d?.intensity,
            d?.floor, l?.evidenced, l?.hi, l?.coverage, l?.intensity, l?.floor,
            try encoder.encode(claims), try change.change.map { try encoder.encode($0) },
        ]
    }

    /// Lets the last score of a subject hold until a later date.
    private static func prolong(_ subject: String, to date: String, _ db: Database) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE scoreHistory SET asOfLast = ? WHERE subject = ? AND sequence = (
                    SELECT max(sequence) FROM scoreHistory WHERE subject = ?
                )
                """,
            arguments: [date, subject, subject]
        )
        return db.changesCount > 0
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM scoreHistory")
    }
}

extension ReceivedEvent {
    /// When the publisher wrote it.
    fileprivate func time() throws -> String {
        try EventAttributes.read(bytes).time
    }
}
