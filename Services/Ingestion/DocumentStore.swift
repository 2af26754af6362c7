import Contracts
import Evidence
import Foundation
import GRDB
import Messaging
import Operations
import Storage

/// The documents that were handed in, taken or not, with the journal that tells of them.
///
/// A document is what its bytes are: the same bytes twice are one document, however they came.
/// What is not taken is kept aside with the reason.
final class DocumentStore: Sendable {
    private let pool: DatabasePool
    private let log: SQLiteEventLog
    private let lock: FileLock
    private let intake: Intake

    /// The largest rejected submission whose bytes are kept.
    private static let keptRejectBytesMax = 1 << 20

    init(_ pool: DatabasePool, log: SQLiteEventLog, lock: FileLock, bytesMax: Int) throws {
        self.pool = pool
        self.log = log
        self.lock = lock
        intake = Intake(bytesMax: bytesMax)
        try Self.migrator.migrate(pool)
    }

    /// What became of a submission.
    struct Receipt: Codable, Hashable, Sendable {
        var id: DocumentID
        var state: State
        /// Whether these bytes had been handed in before.
        var isDuplicate: Bool
        var reason: String?
        var detail: String?
        /// The last event of ingestion's journal that tells of it.
        var sequence: Int64
        var epoch: String

        enum State: String, Codable, Sendable {
            case accepted, rejected
        }
    }

    /// Takes a submission, or keeps it aside; durable when this returns.
    func take(_ submission: Submission) async throws -> Receipt {
        if let known = try await receipt(for: submission.id) { return known.asDuplicate }
        let outcome = Result { () throws(Intake.Rejection) in
            try intake.document(from: submission)
        }
        try await pool.write { [log] db in
            guard try Self.receipt(for: submission.id, db) == nil else { return }
            switch outcome {
            case .success(let document): try Self.keep(document, submission, log, db)
            case .failure(let rejection): try Self.keepAside(rejection, submission, log, db)
            }
        }
        guard let receipt = try await receipt(for: submission.id) else {
            throw MessagingError.malformed("a submission left no trace")
        }
        return receipt
    }

    /// What became of a submission with these bytes; `nil` where there was none.
    func receipt(for id: DocumentID) async throws -> Receipt? {
        try await pool.read { db in try Self.receipt(for: id, db) }
    }

    /// What the service's metrics say of it.
    func samples() -> [MetricSample] {
        let counts = try? pool.read { db in
            try Row.fetchAll(db, sql: "SELECT state, count(*) AS n FROM document GROUP BY state")
        }
        return (counts ?? []).map { row in
            MetricSample(
                "mooring_documents",
                .gauge,
                "Documents handed in, by what became of them.",
                labels: ["state": row["state"]],
                value: Double(row["n"] as Int64)
            )
        }
    }
}

// MARK: - Rows

extension DocumentStore {
    private static func keep(
        _ document: Intake.Document,
        _ submission: Submission,
        _ log: SQLiteEventLog,
        _ db: Database
    ) throws {
        let id = document.ingested.id
        var drafts = [
            EventDraft(
                type: DocumentIngested.type,
                subject: id.rawValue,
                data: try document.ingested.encoded()
            )
        ]
        drafts += try document.segments.map { segment in
            EventDraft(
                type: DocumentSegment.type,
                subject: id.rawValue,
                data: try segment.encoded()
            )
        }
        try log.append(drafts, in: db)
        try insert(submission, state: .accepted, rejection: nil, bytes: submission.bytes, db)
    }

    private static func keepAside(
        _ rejection: Intake.Rejection,
        _ submission: Submission,
        _ log: SQLiteEventLog,
        _ db: Database
    ) throws {
        let event = DocumentRejected(
            id: submission.id,
            origin: submission.origin,
            reason: rejection.reason,
            detail: rejection.detail
        )
        try log.append(
            [
                EventDraft(
                    type: DocumentRejected.type,
                    subject: submission.id.rawValue,
                    data: try event.encoded()
                )
            ],
            in: db
        )
        let kept = submission.bytes.count <= keptRejectBytesMax ? submission.bytes : Data()
        try insert(submission, state: .rejected, rejection: rejection, bytes: kept, db)
    }

    private static func insert(
        _ submission: Submission,
        state: Receipt.State,
        rejection: Intake.Rejection?,
        bytes: Data,
        _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO document (id, origin, state, reason, detail, bytes, sequence, epoch)
                SELECT ?, ?, ?, ?, ?, ?, head, epoch FROM journalState
                """,
            arguments: [
                submission.id.rawValue, submission.origin, state.rawValue,
                rejection?.reason.rawValue, rejection?.detail, bytes,
            ]
        )
    }

    private static func receipt(for id: DocumentID, _ db: Database) throws -> Receipt? {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT state, reason, detail, sequence, epoch FROM document WHERE id = ?",
            arguments: [id.rawValue]
        )
        guard let row, let state = Receipt.State(rawValue: row["state"]) else { return nil }
        return Receipt(
            id: id,
            state: state,
            isDuplicate: false,
            reason: row["reason"],
            detail: row["detail"],
            sequence: row["sequence"],
            epoch: row["epoch"]
        )
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("documents-1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE document (
                        id TEXT PRIMARY KEY NOT NULL,
                        origin TEXT NOT NULL,
                        state TEXT NOT NULL,
                        reason TEXT,
                        detail TEXT,
                        bytes BLOB NOT NULL,
                        sequence INTEGER NOT NULL,
                        epoch TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE inboxFile (
                        path TEXT PRIMARY KEY NOT NULL,
                        size INTEGER NOT NULL,
                        modified REAL NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        return migrator
    }
}

extension DocumentStore.Receipt {
    /// The same receipt, for bytes that were handed in again.
    var asDuplicate: Self {
        var receipt = self
        receipt.isDuplicate = true
        return receipt
    }
}

// MARK: - The inbox

extension DocumentStore {
    /// A file of the inbox as it was when it was taken.
    struct InboxFile: Hashable, Sendable {
        var path: String
        var size: Int
        var modified: Double
    }

    /// Whether a file was taken as it is now.
    func hasTaken(_ file: InboxFile) async throws -> Bool {
        try await pool.read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM inboxFile WHERE path = ? AND size = ? AND modified = ?
                    )
                    """,
                arguments: [file.path, file.size, file.modified]
            ) ?? false
        }
    }

    /// Notes that a file was taken.
    func note(_ file: InboxFile) async throws {
        try await pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO inboxFile (path, size, modified) VALUES (?, ?, ?)
                    ON CONFLICT (path) DO UPDATE
                    SET size = excluded.size, modified = excluded.modified
                    """,
                arguments: [file.path, file.size, file.modified]
            )
        }
    }
}
