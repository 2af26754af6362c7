import Evidence
import Scoring

/// One government as the reporter tells it.
struct SubjectDetail: Decodable, Sendable {
    var entity: Entity
    var rank: Int?
    var assessment: Assessment
    var names: [String: String]
    var claims: [Claim]
    var documents: [String: Document]

    struct Document: Decodable, Sendable {
        var title: String?
        var origin: String?
    }

    func name(_ id: EntityID) -> String { names[id.rawValue] ?? id.rawValue }
}
