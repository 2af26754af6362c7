import Evidence
import Foundation
import GRDB

/// The claims that stand, as the entity registry tells of them, and whom they name.
enum ClaimRows {
    static func insert(_ claim: Claim, _ db: Database) throws {
        try delete(claim.id, db)
        try db.execute(
            sql: """
                INSERT INTO claim (
                    id, document, start, kind, subject, polarity, assertion, quote, record
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                claim.id.rawValue, claim.quote.document.rawValue, claim.quote.range.lowerBound,
                claim.content.kindName, claim.content.subject.rawValue, claim.polarity.rawValue,
                claim.assertion.rawValue, claim.quote.text, try JSONEncoder().encode(claim),
            ]
        )
        for party in claim.content.roles {
            try db.execute(
                sql: "INSERT OR IGNORE INTO claimParty (claim, entity, role) VALUES (?, ?, ?)",
                arguments: [claim.id.rawValue, party.entity.rawValue, party.role.rawValue]
            )
        }
    }

    static func delete(_ id: ClaimID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM claim WHERE id = ?", arguments: [id.rawValue])
        try db.execute(sql: "DELETE FROM claimParty WHERE claim = ?", arguments: [id.rawValue])
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM claim; DELETE FROM claimParty;")
    }
}
