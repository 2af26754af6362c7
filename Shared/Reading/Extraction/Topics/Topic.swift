import Evidence

/// What a line may tell of a government or a supplier besides deals and ties.
enum Topic: Hashable, Sendable {
    case statement(Statement.Kind)
    case incident(Incident.Kind)

    static let all =
        Statement.Kind.allCases.map(Topic.statement) + Incident.Kind.allCases.map(Topic.incident)

    /// What it is called in evidence and weights.
    var name: String {
        switch self {
        case .statement(let kind): kind.rawValue
        case .incident(let kind): kind.rawValue
        }
    }

    var word: EvidenceWord { Self.words[self] ?? EvidenceWord(name) }

    private static let words = Dictionary(
        uniqueKeysWithValues: all.map { ($0, EvidenceWord($0.name)) }
    )
}
