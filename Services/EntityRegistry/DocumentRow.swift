import Contracts
import Evidence
import Foundation
import GRDB

/// A document that ingestion told of.
enum DocumentRow {
    static func insert(_ document: DocumentIngested, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO document (id, message) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET message = excluded.message
                """,
            arguments: [document.id.rawValue, try document.encoded()]
        )
    }

    static func fetch(_ id: DocumentID, _ db: Database) throws -> DocumentIngested? {
        try Data.fetchOne(
            db,
            sql: "SELECT message FROM document WHERE id = ?",
            arguments: [id.rawValue]
        ).map { try JSONDecoder().decode(DocumentIngested.self, from: $0) }
    }

    static func allIDs(_ db: Database) throws -> [DocumentID] {
        try String.fetchAll(db, sql: "SELECT id FROM document ORDER BY id")
            .map { DocumentID(rawValue: $0) }
    }

    static func markRead(_ id: DocumentID, with version: String, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE document SET readWith = ? WHERE id = ?",
            arguments: [version, id.rawValue]
        )
    }

    /// A document that was read, but with other rules or another gazetteer.
    static func nextReadOtherwise(than version: String, _ db: Database) throws -> DocumentID? {
        try String.fetchOne(
            db,
            sql: """
                SELECT id FROM document WHERE readWith <> '' AND readWith <> ?
                ORDER BY id LIMIT 1
                """,
            arguments: [version]
        ).map { DocumentID(rawValue: $0) }
    }
}

/// A part of a document's text.
enum SegmentRow {
    static func insert(_ segment: DocumentSegment, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO segment (document, place, text) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
            arguments: [segment.document.rawValue, segment.index, segment.text]
        )
    }

    /// How many parts are there.
    static func count(of id: DocumentID, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: "SELECT COUNT(*) FROM segment WHERE document = ?",
            arguments: [id.rawValue]
        ) ?? 0
    }

    /// The parts that are there, in order.
    static func texts(of id: DocumentID, _ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: "SELECT text FROM segment WHERE document = ? ORDER BY place",
            arguments: [id.rawValue]
        )
    }
}
