import Evidence

/// A rule that knows a statement or an incident by its words; written in `statements.yaml`.
struct StatementRule: Sendable, Decodable {
    var id: String
    var kind: Statement.Kind?
    var incident: Incident.Kind?
    var subject: Subject
    /// Groups of cues, of each of which one must stand in the sentence.
    var all: [[String]]
    /// Groups of cues of which none may.
    var unless: [[String]]?
    /// How many tokens the cues may be apart.
    var span: Int?

    enum Subject: String, Sendable, Decodable {
        case government, supplier, each, constrained, any
    }
}
