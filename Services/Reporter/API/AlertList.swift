import Evidence
import Foundation
import GRDB

/// The alerts, those that still stand first.
enum AlertList: Listing {
    static let columns = """
        alert.*, (SELECT name FROM entity WHERE entity.id = alert.subject) AS subjectName
        """

    static let tables = "alert"

    static let filters: [ListFilter] = [
        .equal("subject", "alert.subject", "The id of a government."),
        .equal("rule", "alert.rule", "The rule's name in the scorer's configuration."),
        .equal("kind", "alert.kind", "threshold, jump, floor or foreign-control."),
        .truth(
            "open",
            "(alert.cleared IS NULL)",
            "true for alerts that stand, false for past ones."
        ),
    ]

    static let sorts = [
        "raised": "alert.sequence",
        "subject": "alert.subject",
        "rule": "alert.rule",
        "value": "alert.value",
    ]

    static let order = "alert.cleared IS NOT NULL, alert.sequence DESC, alert.id"

    static func item(_ row: Row) throws -> AlertItem {
        let decoder = JSONDecoder()
        let functions: Data? = row["functions"]
        return AlertItem(
            id: row["id"],
            subject: EntityID(row["subject"] as String),
            subjectName: row["subjectName"],
            rule: row["rule"],
            kind: row["kind"],
            dimension: row["dimension"],
            value: row["value"],
            limit: row["bound"],
            functions: try functions.map {
                try decoder.decode([GovernmentFunction].self, from: $0)
            },
            claims: try decoder.decode([ClaimID].self, from: row["claims"]),
            raised: row["raised"],
            methodology: row["methodology"],
            cleared: row["cleared"],
            clearedValue: row["clearedValue"],
            reason: row["reason"]
        )
    }
}

extension AlertList {
    /// The alerts that stand, the latest first.
    static func open(
        of subject: EntityID? = nil,
        limit: Int,
        _ db: Database
    ) throws -> [AlertItem] {
        var parameters = ListParameters<AlertList>()
        parameters.limit = limit
        parameters.conditions = [SQL("alert.cleared IS NULL")]
        if let subject { parameters.conditions.append(SQL("alert.subject = \(subject.rawValue)")) }
        return try page(parameters, db).items
    }

    /// How many alerts stand.
    static func openCount(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM alert WHERE cleared IS NULL") ?? 0
    }
}

/// An alert; `null` in `cleared` while it stands.
struct AlertItem: Encodable, Sendable {
    var id: String
    var subject: EntityID
    var subjectName: String?
    var rule: String
    var kind: String
    var dimension: String
    var value: Double
    var limit: Double
    var functions: [GovernmentFunction]?
    var claims: [ClaimID]
    /// The as-of date of the scores that raised it.
    var raised: String
    var methodology: String
    var cleared: String?
    var clearedValue: Double?
    var reason: String?

    private enum CodingKeys: String, CodingKey {
        case id, subject, subjectName, rule, kind, dimension, value, limit, functions, claims
        case raised, methodology, cleared, clearedValue, reason
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(subject, forKey: .subject)
        try container.encode(subjectName, forKey: .subjectName)
        try container.encode(rule, forKey: .rule)
        try container.encode(kind, forKey: .kind)
        try container.encode(dimension, forKey: .dimension)
        try container.encode(value, forKey: .value)
        try container.encode(limit, forKey: .limit)
        try container.encode(functions, forKey: .functions)
        try container.encode(claims, forKey: .claims)
        try container.encode(raised, forKey: .raised)
        try container.encode(methodology, forKey: .methodology)
        try container.encode(cleared, forKey: .cleared)
        try container.encode(clearedValue, forKey: .clearedValue)
        try container.encode(reason, forKey: .reason)
    }
}

extension AlertItem: CSVRow {
    static let columns = [
        "id", "subject", "subject_name", "rule", "kind", "dimension", "value", "limit",
        "functions", "claims", "raised", "methodology", "cleared", "cleared_value", "reason",
    ]

    var fields: [CSVTable.Field] {
        [
            .text(id), .text(subject.rawValue), .init(subjectName), .text(rule), .text(kind),
            .text(dimension), .number(value), .number(limit),
            .init(functions.map { $0.map(\.rawValue).joined(separator: " ") }),
            .text(claims.map(\.rawValue).joined(separator: " ")), .text(raised),
            .text(methodology), .init(cleared), .init(clearedValue), .init(reason),
        ]
    }
}
