import Evidence
import Foundation
import GRDB
import Scoring

/// The scores as the risk scorer last told them, with the figures that lists need in columns.
enum ScoreRows {
    static func insert(_ assessment: Assessment, _ db: Database) throws {
        let d = assessment.dataSovereignty
        let l = assessment.lockIn
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO score (
                    subject, isRanked, d, dHi, dCoverage, dIntensity, dFloor,
                    l, lHi, lCoverage, lIntensity, lFloor, methodology, profile, asOf, record
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                assessment.subject.rawValue, assessment.isRanked,
                d.evidenced, d.hi, d.coverage, d.intensity, d.floor?.label,
                l.evidenced, l.hi, l.coverage, l.intensity, l.floor?.label,
                assessment.methodology, assessment.profile, assessment.asOf.description,
                try JSONEncoder().encode(assessment),
            ]
        )
    }

    static func delete(_ subject: EntityID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM score WHERE subject = ?", arguments: [subject.rawValue])
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM score")
    }
}
