import GRDB
import Scoring

/// The ranking, and behind it those that too little is known about.
enum SubjectList: Listing {
    static let columns = "ranking.*, entity.name, entity.kind, entity.jurisdiction"

    static let tables = """
        (
            SELECT *, CASE WHEN isRanked THEN row_number() OVER (
                PARTITION BY isRanked ORDER BY d DESC, l DESC, subject
            ) END AS rank
            FROM score
        ) AS ranking LEFT JOIN entity ON entity.id = ranking.subject
        """

    static let filters: [ListFilter] = [
        .contains("q", "ifnull(entity.names, ranking.subject)", "Text in one of its names."),
        .equal("kind", "entity.kind", "country, territory or publicBody."),
        .equal("jurisdiction", "entity.jurisdiction", "An ISO 3166-1 code in capitals."),
        .truth(
            "ranked",
            "ranking.isRanked",
            "true for those that are ranked, false for those with insufficient evidence."
        ),
    ]

    static let sorts = [
        "name": "ifnull(entity.name, ranking.subject)",
        "id": "ranking.subject",
        "d": "ranking.d",
        "d-hi": "ranking.dHi",
        "d-coverage": "ranking.dCoverage",
        "d-intensity": "ranking.dIntensity",
        "l": "ranking.l",
        "l-hi": "ranking.lHi",
        "l-coverage": "ranking.lCoverage",
        "l-intensity": "ranking.lIntensity",
    ]

    static let order = "ranking.isRanked DESC, ranking.d DESC, ranking.l DESC, ranking.subject"

    static func item(_ row: Row) -> SubjectItem {
        SubjectItem(
            rank: row["rank"],
            id: row["subject"],
            name: row["name"] ?? row["subject"],
            kind: row["kind"],
            jurisdiction: row["jurisdiction"],
            dataSovereignty: SubjectItem.Figures(row, "d"),
            lockIn: SubjectItem.Figures(row, "l"),
            methodology: row["methodology"],
            profile: row["profile"],
            asOf: row["asOf"]
        )
    }
}

/// One line of the ranking.
struct SubjectItem: Encodable, Sendable {
    /// `nil` where too little is known to rank it.
    var rank: Int?
    var id: String
    var name: String
    var kind: String?
    var jurisdiction: String?
    var dataSovereignty: Figures
    var lockIn: Figures
    var methodology: String
    var profile: String
    var asOf: String

    /// A score without what it is made of; unknown is `null`.
    struct Figures: Encodable, Sendable {
        var evidenced: Double
        var hi: Double
        var coverage: Double
        var intensity: Double?
        var floor: String?

        /// Whether anything is known: a score of which nothing is known is not 0.
        var isKnown: Bool { coverage > 0 || evidenced > 0 }

        init(_ row: Row, _ prefix: String) {
            evidenced = row[prefix]
            hi = row["\(prefix)Hi"]
            coverage = row["\(prefix)Coverage"]
            intensity = row["\(prefix)Intensity"]
            floor = row["\(prefix)Floor"]
        }

        private enum CodingKeys: String, CodingKey {
            case evidenced, hi, coverage, intensity, floor
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(evidenced, forKey: .evidenced)
            try container.encode(hi, forKey: .hi)
            try container.encode(coverage, forKey: .coverage)
            try container.encode(intensity, forKey: .intensity)
            try container.encode(floor, forKey: .floor)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case rank, id, name, kind, jurisdiction, dataSovereignty, lockIn
        case methodology, profile, asOf
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rank, forKey: .rank)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(kind, forKey: .kind)
        try container.encode(jurisdiction, forKey: .jurisdiction)
        try container.encode(dataSovereignty, forKey: .dataSovereignty)
        try container.encode(lockIn, forKey: .lockIn)
        try container.encode(methodology, forKey: .methodology)
        try container.encode(profile, forKey: .profile)
        try container.encode(asOf, forKey: .asOf)
    }
}

extension SubjectItem: CSVRow {
    static let columns = [
        "rank", "id", "name", "kind", "jurisdiction",
        "d_evidenced", "d_hi", "d_coverage", "d_intensity", "d_floor",
        "l_evidenced", "l_hi", "l_coverage", "l_intensity", "l_floor",
        "methodology", "profile", "as_of",
    ]

    var fields: [CSVTable.Field] {
        [.init(rank), .text(id), .text(name), .init(kind), .init(jurisdiction)]
            + dataSovereignty.fields + lockIn.fields
            + [.text(methodology), .text(profile), .text(asOf)]
    }
}

extension SubjectItem.Figures {
    var fields: [CSVTable.Field] {
        [
            isKnown ? .number(evidenced) : .init(nil as Double?), .number(hi), .number(coverage),
            .init(intensity), .init(floor),
        ]
    }
}
