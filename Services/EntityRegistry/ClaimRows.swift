import Contracts
import Evidence
import Foundation
import GRDB
import Messaging

/// The claims that stand, by the document that makes them.
enum ClaimRows {
    /// Replaces a document's claims, and says what that changes.
    ///
    /// The claims come with the ids that were read; they are published with those that `name` gives,
    /// as whom judgements count them.
    static func replace(
        of document: DocumentID,
        with claims: [Claim],
        naming name: (EntityID) -> EntityID = { $0 },
        because reason: ClaimRetracted.Reason,
        _ db: Database
    ) throws -> [EventDraft] {
        var before = try records(of: document, db)
        var events: [EventDraft] = []
        for reading in claims {
            let claim = reading.renamed(name)
            let known = before.removeValue(forKey: claim.id)
            if try store(claim, read: reading, in: document, over: known, db) {
                events.append(
                    known == nil
                        ? try EventDraft(ClaimAsserted(claim: claim), about: claim.id.rawValue)
                        : try EventDraft(ClaimChanged(claim: claim), about: claim.id.rawValue)
                )
            }
        }
        for id in before.keys.sorted() {
            let message = ClaimRetracted(id: id, document: document, reason: reason)
            events.append(try EventDraft(message, about: id.rawValue))
            try db.execute(sql: "DELETE FROM claim WHERE id = ?", arguments: [id.rawValue])
        }
        return events
    }

    /// Publishes a document's claims under other names where judgements have changed them.
    static func rename(
        in document: DocumentID,
        _ name: (EntityID) -> EntityID,
        _ db: Database
    ) throws -> [EventDraft] {
        let decoder = JSONDecoder()
        let readings = try Data.fetchAll(
            db,
            sql: "SELECT coalesce(reading, record) FROM claim WHERE document = ? ORDER BY id",
            arguments: [document.rawValue]
        ).map { try decoder.decode(ClaimAsserted.self, from: $0).claim }
        return try replace(of: document, with: readings, naming: name, because: .reread, db)
    }

    /// Writes a claim that is new or different.
    ///
    /// - Returns: Whether what is published is new or different.
    private static func store(
        _ claim: Claim,
        read reading: Claim,
        in document: DocumentID,
        over known: Stored?,
        _ db: Database
    ) throws -> Bool {
        let new = Stored(
            record: try ClaimAsserted(claim: claim).encoded(),
            reading: claim == reading ? nil : try ClaimAsserted(claim: reading).encoded()
        )
        guard known != new else { return false }
        try db.execute(
            sql: """
                INSERT INTO claim (id, document, record, reading) VALUES (?, ?, ?, ?)
                ON CONFLICT (id)
                DO UPDATE SET record = excluded.record, reading = excluded.reading
                """,
            arguments: [claim.id.rawValue, document.rawValue, new.record, new.reading]
        )
        return known?.record != new.record
    }

    private struct Stored: Hashable {
        /// What is published.
        var record: Data
        /// What the document tells, where that is something else.
        var reading: Data?
    }

    private static func records(
        of document: DocumentID,
        _ db: Database
    ) throws -> [ClaimID: Stored] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT id, record, reading FROM claim WHERE document = ?",
            arguments: [document.rawValue]
        )
        return Dictionary(
            uniqueKeysWithValues: rows.map {
                (
                    ClaimID(rawValue: $0["id"]),
                    Stored(record: $0["record"], reading: $0["reading"])
                )
            }
        )
    }
}
