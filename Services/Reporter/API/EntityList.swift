import Evidence
import Foundation
import GRDB

/// Everyone and everything that documents speak of.
enum EntityList: Listing {
    static let columns = """
        entity.record,
        (SELECT count(DISTINCT claim) FROM claimParty WHERE claimParty.entity = entity.id) AS claims
        """

    static let tables = "entity"

    static let filters: [ListFilter] = [
        .contains("q", "entity.names", "Text in one of its names."),
        .equal("kind", "entity.kind", "One of the kinds of entity, such as country or company."),
        .equal("jurisdiction", "entity.jurisdiction", "An ISO 3166-1 code in capitals."),
        .truth(
            "suggested",
            "EXISTS (SELECT * FROM suggestion WHERE suggestion.entity = entity.id)",
            "Whether the registry suggests whom it may be, for a person to judge: true or false."
        ),
        .truth("curated", "entity.isCurated", "Whether a person vouches for it: true or false."),
    ]

    static let sorts = [
        "id": "entity.id",
        "name": "entity.name",
        "kind": "entity.kind",
        "jurisdiction": "entity.jurisdiction",
        "claims": "claims",
    ]

    static let order = "entity.id"

    static func item(_ row: Row) throws -> EntityItem {
        EntityItem(
            entity: try JSONDecoder().decode(Entity.self, from: row["record"]),
            claims: row["claims"]
        )
    }
}

/// An entity, with how many claims name it.
struct EntityItem: Encodable, Sendable {
    var entity: Entity
    var claims: Int

    private enum CodingKeys: String, CodingKey {
        case claims
    }

    func encode(to encoder: any Encoder) throws {
        try entity.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(claims, forKey: .claims)
    }
}

extension EntityItem: CSVRow {
    static let columns = [
        "id", "kind", "name", "jurisdiction", "within", "is_curated", "claims",
    ]

    var fields: [CSVTable.Field] {
        [
            .text(entity.id.rawValue), .text(entity.kind.rawValue), .text(entity.name),
            .init(entity.jurisdiction?.rawValue), .init(entity.within?.rawValue),
            .truth(entity.isCurated), .count(claims),
        ]
    }
}
