import Evidence
import Gazetteer

/// The catalogue's entities by their folded names, without articles and legal forms.
struct ExactNames: Sendable {
    private var table: [String: Int] = [:]
    private let kinds: [EntityKind]

    init(_ catalogue: Catalogue) {
        kinds = catalogue.entities.map(\.kind)
        for (place, aliases) in catalogue.aliases.enumerated() {
            for alias in aliases where alias.strength == .strong || alias.strength == .former {
                let text = TokenisedText(alias.text)
                guard !text.tokens.isEmpty else { continue }
                let key = NameKey.key(text, text.tokens.indices, kind: .company)
                if table[key] == nil { table[key] = place }
            }
        }
    }

    /// The entity that a derived name names exactly, where the two are of like kind.
    func entity(named name: DerivedName) -> Int? {
        guard name.scope == nil, let place = table[name.key], isLike(name.kind, kinds[place]) else {
            return nil
        }
        return place
    }

    private func isLike(_ left: EntityKind, _ right: EntityKind) -> Bool {
        switch (left, right) {
        case (.person, .person), (.policy, .policy), (.event, .event): true
        case (.person, _), (_, .person), (.policy, _), (.event, _): false
        case (_, .country), (_, .territory), (_, .policy), (_, .event): false
        default: true
        }
    }
}
