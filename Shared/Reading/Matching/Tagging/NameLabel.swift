import Evidence

/// What a token is to the names of a text: outside of all, a whole one, or a part of one.
struct NameLabel: Hashable, Sendable {
    /// `nil` outside of names.
    var kind: EntityKind?
    var part: Part

    enum Part: String, Hashable, Sendable, CaseIterable {
        case outside = "O"
        case begin = "B"
        case inside = "I"
        case end = "E"
        case single = "S"
    }

    static let outside = NameLabel(kind: nil, part: .outside)

    /// The kinds that names are told apart by; a state's company is a company by its form, and a
    /// country a place.
    static let kinds: [EntityKind] = [
        .company, .publicBody, .organization, .financier, .person, .system, .policy, .event,
        .territory,
    ]

    /// Every label: outside, then the parts of each kind.
    static let all: [NameLabel] =
        [.outside]
        + kinds.flatMap { kind in
            Part.allCases.dropFirst().map { NameLabel(kind: kind, part: $0) }
        }

    static func merged(_ kind: EntityKind) -> EntityKind {
        switch kind {
        case .stateOwnedEnterprise: .company
        case .country: .territory
        default: kind
        }
    }

    /// What weights are filed under: `B-company`.
    var name: String { kind.map { "\(part.rawValue)-\($0.rawValue)" } ?? part.rawValue }

    private var isOpen: Bool { part == .begin || part == .inside }

    /// Whether a label can stand right before another one.
    func mayPrecede(_ next: NameLabel) -> Bool {
        isOpen
            ? next.kind == kind && (next.part == .inside || next.part == .end)
            : next.part != .inside && next.part != .end
    }

    var mayStart: Bool { part != .inside && part != .end }
    var mayEnd: Bool { !isOpen }
}
