import Evidence
import Foundation
import GRDB
import Scoring

/// The scores of a government as they were published, the latest first.
enum HistoryList: Listing {
    static let columns = "scoreHistory.*"
    static let tables = "scoreHistory"

    static let filters: [ListFilter] = [
        .equal("methodology", "scoreHistory.methodology", "A version of the methodology."),
        .equal("profile", "scoreHistory.profile", "A weight profile."),
    ]

    static let sorts = [
        "sequence": "scoreHistory.sequence",
        "as-of": "scoreHistory.asOf",
        "d": "scoreHistory.d",
        "l": "scoreHistory.l",
    ]

    static let order = "scoreHistory.sequence DESC"

    static func item(_ row: Row) throws -> HistoryItem {
        let decoder = JSONDecoder()
        let change: Data? = row["change"]
        return HistoryItem(
            sequence: row["sequence"],
            time: row["time"],
            methodology: row["methodology"],
            profile: row["profile"],
            asOf: row["asOf"],
            asOfLast: row["asOfLast"],
            rests: try decoder.decode([String: Int64].self, from: row["rests"]),
            dataSovereignty: row["d"] == nil ? nil : SubjectItem.Figures(row, "d"),
            lockIn: row["l"] == nil ? nil : SubjectItem.Figures(row, "l"),
            claims: try decoder.decode([ClaimID].self, from: row["claims"]),
            change: try change.map { try decoder.decode(AssessmentChange.self, from: $0) }
        )
    }
}

/// One published score: what it was, where it came from, and what had moved.
struct HistoryItem: Encodable, Sendable {
    /// The event's place in the scorer's journal.
    var sequence: Int64
    var time: String
    /// `nil`, as all below, where from then on nothing was said of the government.
    var methodology: String?
    var profile: String?
    /// The date that it was computed for first.
    var asOf: String?
    /// The last date that it was the same for.
    var asOfLast: String?
    /// By publisher, the last event that it rests on.
    var rests: [String: Int64]
    var dataSovereignty: SubjectItem.Figures?
    var lockIn: SubjectItem.Figures?
    var claims: [ClaimID]
    var change: AssessmentChange?

    private enum CodingKeys: String, CodingKey {
        case sequence, time, methodology, profile, asOf, asOfLast, rests
        case dataSovereignty, lockIn, claims, change
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sequence, forKey: .sequence)
        try container.encode(time, forKey: .time)
        try container.encode(methodology, forKey: .methodology)
        try container.encode(profile, forKey: .profile)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(asOfLast, forKey: .asOfLast)
        try container.encode(rests, forKey: .rests)
        try container.encode(dataSovereignty, forKey: .dataSovereignty)
        try container.encode(lockIn, forKey: .lockIn)
        try container.encode(claims, forKey: .claims)
        try container.encode(change, forKey: .change)
    }
}

extension HistoryItem: CSVRow {
    static let columns = [
        "sequence", "time", "methodology", "profile", "as_of", "as_of_last",
        "d_evidenced", "d_hi", "d_coverage", "d_floor",
        "l_evidenced", "l_hi", "l_coverage", "l_floor", "causes", "moved_by",
    ]

    var fields: [CSVTable.Field] {
        [
            .text(String(sequence)), .text(time), .init(methodology), .init(profile), .init(asOf),
            .init(asOfLast),
        ] + Self.fields(of: dataSovereignty) + Self.fields(of: lockIn) + [
            .init(change.map { $0.causes.map(\.rawValue).joined(separator: " ") }),
            .init(change.map { $0.movingClaims.map(\.rawValue).joined(separator: " ") }),
        ]
    }

    private static func fields(of figures: SubjectItem.Figures?) -> [CSVTable.Field] {
        [
            .init(figures.flatMap { $0.isKnown ? $0.evidenced : nil }), .init(figures?.hi),
            .init(figures?.coverage),
            .init(figures?.floor),
        ]
    }
}
