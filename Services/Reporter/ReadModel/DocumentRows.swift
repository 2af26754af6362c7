import Contracts
import Evidence
import GRDB

/// The documents as ingestion tells of them, with their text.
enum DocumentRows {
    static func insert(_ document: DocumentIngested, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO document (
                    id, state, origin, title, mediaType, language, publisher, published,
                    reliability, credibility, scalars, segments
                ) VALUES (?, 'accepted', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document.id.rawValue, document.origin, document.title, document.mediaType,
                document.language, document.grade.publisher,
                document.grade.published?.description, document.grade.reliability.rawValue,
                document.grade.credibility, document.scalars, document.segments,
            ]
        )
    }

    static func insert(_ rejection: DocumentRejected, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO document (id, state, origin, reason, detail)
                VALUES (?, 'rejected', ?, ?, ?)
                """,
            arguments: [
                rejection.id.rawValue, rejection.origin, rejection.reason.rawValue,
                rejection.detail,
            ]
        )
    }

    static func insert(_ segment: DocumentSegment, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO segment (document, position, text) VALUES (?, ?, ?)",
            arguments: [segment.document.rawValue, segment.index, segment.text]
        )
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM document; DELETE FROM segment;")
    }
}

/// What came of reading a document, as the entity registry tells.
enum DocumentReadingRows {
    static func insert(_ reading: DocumentRead, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO documentReading (document, language, reader, gazetteer)
                VALUES (?, ?, ?, ?)
                """,
            arguments: [
                reading.document.rawValue, reading.language, reading.reader, reading.gazetteer,
            ]
        )
    }

    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM documentReading")
    }
}
