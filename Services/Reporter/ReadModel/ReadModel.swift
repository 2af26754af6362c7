import Evidence
import Foundation
import GRDB
import Messaging
import Scoring

/// What the reporter knows: reading from the tables that ``ReadModelHandler`` writes.
///
/// All of it can be thrown away and read again from the journals. Each answer is read in one
/// transaction, so that it tells of one moment.
struct ReadModel: Sendable {
    private let pool: DatabasePool

    /// Uses a store, making its tables where they are missing.
    init(_ pool: DatabasePool) throws {
        self.pool = pool
        try ReadModelTables.migrator.migrate(pool)
    }

    /// Reads in one transaction, off the threads that serve requests.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await pool.read(body)
    }
}

// MARK: - Evidence

extension ReadModel {
    static func entity(_ id: EntityID, _ db: Database) throws -> Entity? {
        try Data.fetchOne(
            db,
            sql: "SELECT record FROM entity WHERE id = ?",
            arguments: [id.rawValue]
        ).map { try JSONDecoder().decode(Entity.self, from: $0) }
    }

    static func claim(_ id: ClaimID, _ db: Database) throws -> Claim? {
        try claims([id], db).first
    }

    /// The claims with these ids that stand, in the order of their ids.
    static func claims(_ ids: some Sequence<ClaimID>, _ db: Database) throws -> [Claim] {
        let records = try lookUp(Set(ids).map(\.rawValue), db) { marks in
            "SELECT record FROM claim WHERE id IN (\(marks))"
        }
        return try decodeClaims(records.map { $0["record"] })
    }

    /// The claims that name an entity, in the order of their ids.
    static func claims(naming id: EntityID, limit: Int, _ db: Database) throws -> [Claim] {
        try decodeClaims(
            Data.fetchAll(
                db,
                sql: """
                    SELECT record FROM claim
                    WHERE id IN (SELECT claim FROM claimParty WHERE entity = ?)
                    ORDER BY id LIMIT ?
                    """,
                arguments: [id.rawValue, limit]
            )
        )
    }

    /// The claims of a document, in the order of its text.
    static func claims(in document: DocumentID, _ db: Database) throws -> [Claim] {
        let decoder = JSONDecoder()
        return try Data.fetchAll(
            db,
            sql: "SELECT record FROM claim WHERE document = ? ORDER BY start, id",
            arguments: [document.rawValue]
        ).map { try decoder.decode(Claim.self, from: $0) }
    }

    /// The names of the entities that are known, by id.
    static func names(_ ids: some Sequence<EntityID>, _ db: Database) throws -> [String: String] {
        let rows = try lookUp(Set(ids).map(\.rawValue), db) { marks in
            "SELECT id, name FROM entity WHERE id IN (\(marks))"
        }
        return Dictionary(rows.map { ($0["id"], $0["name"]) }, uniquingKeysWith: { $1 })
    }

    /// Everything that scores are computed from.
    static func evidence(_ db: Database) throws -> EvidenceBase {
        let decoder = JSONDecoder()
        return EvidenceBase(
            entities: try Data.fetchAll(db, sql: "SELECT record FROM entity ORDER BY id")
                .map { try decoder.decode(Entity.self, from: $0) },
            claims: try allClaims(db)
        )
    }

    static func allClaims(_ db: Database) throws -> [Claim] {
        try decodeClaims(Data.fetchAll(db, sql: "SELECT record FROM claim ORDER BY id"))
    }

    private static func decodeClaims(_ records: [Data]) throws -> [Claim] {
        let decoder = JSONDecoder()
        return try records.map { try decoder.decode(Claim.self, from: $0) }
            .sorted { $0.id < $1.id }
    }

    /// Runs a query for lists of values that may be longer than SQLite takes at once.
    private static func lookUp(
        _ values: [String],
        _ db: Database,
        _ sql: (_ marks: String) -> String
    ) throws -> [Row] {
        var rows: [Row] = []
        var rest = values.sorted()[...]
        while !rest.isEmpty {
            let part = rest.prefix(500)
            rest = rest.dropFirst(500)
            let marks = Array(repeating: "?", count: part.count).joined(separator: ",")
            rows += try Row.fetchAll(db, sql: sql(marks), arguments: StatementArguments(part))
        }
        return rows
    }
}

// MARK: - Documents

extension ReadModel {
    static func document(_ id: DocumentID, _ db: Database) throws -> DocumentItem? {
        let condition = SQL("document.id = \(id.rawValue)")
        var parameters = ListParameters<DocumentList>()
        parameters.conditions = [condition]
        return try DocumentList.page(parameters, db).items.first
    }

    /// The documents with these ids that are known, by id.
    static func documents(
        _ ids: some Sequence<DocumentID>,
        _ db: Database
    ) throws -> [String: DocumentItem] {
        let rows = try lookUp(Set(ids).map(\.rawValue), db) { marks in
            """
            SELECT \(DocumentList.columns) FROM \(DocumentList.tables)
            WHERE document.id IN (\(marks))
            """
        }
        return Dictionary(rows.map { ($0["id"], DocumentItem($0)) }, uniquingKeysWith: { $1 })
    }

    /// A document's kept text; `nil` while segments of it are missing.
    static func text(_ document: DocumentItem, _ db: Database) throws -> String? {
        let texts = try String.fetchAll(
            db,
            sql: "SELECT text FROM segment WHERE document = ? ORDER BY position",
            arguments: [document.id]
        )
        guard let expected = document.segments, texts.count >= expected else { return nil }
        return texts.prefix(expected).joined()
    }
}

// MARK: - Scores

extension ReadModel {
    static func assessment(_ subject: EntityID, _ db: Database) throws -> Assessment? {
        try Data.fetchOne(
            db,
            sql: "SELECT record FROM score WHERE subject = ?",
            arguments: [subject.rawValue]
        ).map { try JSONDecoder().decode(Assessment.self, from: $0) }
    }

    static func assessments(_ db: Database) throws -> [Assessment] {
        let decoder = JSONDecoder()
        return try Data.fetchAll(db, sql: "SELECT record FROM score ORDER BY subject")
            .map { try decoder.decode(Assessment.self, from: $0) }
    }

    /// A subject's place in the ranking; `nil` where it has none.
    static func subject(_ id: EntityID, _ db: Database) throws -> SubjectItem? {
        var parameters = ListParameters<SubjectList>()
        parameters.conditions = [SQL("ranking.subject = \(id.rawValue)")]
        return try SubjectList.page(parameters, db).items.first
    }

    /// Under what the scores were made that are kept; `nil` while there are none.
    ///
    /// While the scorer changes over to another day or methodology, it is that of the latest day.
    static func edition(_ db: Database) throws -> ReportEdition? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT methodology, profile, asOf FROM score
                ORDER BY asOf DESC, methodology DESC, profile LIMIT 1
                """
        )
        guard let row, let asOf = PartialDate(row["asOf"] as String) else { return nil }
        return ReportEdition(methodology: row["methodology"], profile: row["profile"], asOf: asOf)
    }
}

/// Under what scores are made.
struct ReportEdition: Hashable, Sendable {
    var methodology: String
    var profile: String
    var asOf: PartialDate
}
