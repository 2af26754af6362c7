import Contracts
import Evidence
import Foundation
import GRDB
import Messaging

/// The claims that stand, by the document that makes them.
enum ClaimRows {
    /// Replaces a document's claims, and says what that changes.
    static func replace(
        of document: DocumentID,
        with claims: [Claim],
        because reason: ClaimRetracted.Reason,
        _ db: Database
    ) throws -> [EventDraft] {
        var before = try records(of: document, db)
        var events: [EventDraft] = []
        for claim in claims {
            let record = try ClaimAsserted(claim: claim).encoded()
            switch before.removeValue(forKey: claim.id) {
            case record?: continue
            case nil:
                events.append(try EventDraft(ClaimAsserted(claim: claim), about: claim.id.rawValue))
            case _?:
                events.append(try EventDraft(ClaimChanged(claim: claim), about: claim.id.rawValue))
            }
            try db.execute(
                sql: """
                    INSERT INTO claim (id, document, record) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET record = excluded.record
                    """,
                arguments: [claim.id.rawValue, document.rawValue, record]
            )
        }
        for id in before.keys.sorted() {
            let message = ClaimRetracted(id: id, document: document, reason: reason)
            events.append(try EventDraft(message, about: id.rawValue))
            try db.execute(sql: "DELETE FROM claim WHERE id = ?", arguments: [id.rawValue])
        }
        return events
    }

    private static func records(
        of document: DocumentID,
        _ db: Database
    ) throws -> [ClaimID: Data] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT id, record FROM claim WHERE document = ?",
            arguments: [document.rawValue]
        )
        return Dictionary(
            uniqueKeysWithValues: rows.map { (ClaimID(rawValue: $0["id"]), $0["record"]) }
        )
    }
}
