import Evidence

/// Finds entities by what people call them.
struct EntityNames {
    let evidence: EvidenceBase

    /// How many entities an error suggests.
    private static let suggestionsMax = 5

    init(_ evidence: EvidenceBase) {
        self.evidence = evidence
    }

    /// The entity with this id, or with this as one of its names, in either case.
    ///
    /// - Parameters:
    ///   - text: An id or a name.
    ///   - field: Where it was written, for the error.
    /// - Returns: The entity's id; of several with a name, that which a person vouches for.
    /// - Throws: ``ScenarioError`` with suggestions.
    func id(of text: String?, _ field: String) throws(ScenarioError) -> EntityID {
        guard let text, !text.isEmpty else { throw .missing(field) }
        if evidence.entity(EntityID(text)) != nil { return EntityID(text) }
        let wanted = text.lowercased()
        let named = evidence.entities.filter { entity in
            Self.names(entity).contains { $0.lowercased() == wanted }
        }
        let curated = named.filter(\.isCurated)
        let found = curated.isEmpty ? named : curated
        guard found.count != 1 else { return found[0].id }
        let candidates = found.isEmpty ? like(wanted) : found
        let list = candidates.prefix(Self.suggestionsMax).map { "\($0.name) (\($0.id))" }
            .joined(separator: ", ")
        if !found.isEmpty { throw .unusable(field, "“\(text)” may be \(list); use an id") }
        throw .unusable(
            field,
            "nothing called “\(text)” is known" + (list.isEmpty ? "" : "; perhaps \(list)")
        )
    }

    /// The entities whose names share words with a text or contain it, the likest first.
    private func like(_ wanted: String) -> [Entity] {
        let words = Set(Words.hashes(in: wanted))
        let scored = evidence.entities.compactMap { entity -> (Double, Entity)? in
            let score =
                Self.names(entity).map { name in
                    let contains = name.lowercased().contains(wanted) ? 0.5 : 0
                    return max(contains, Words.similarity(words, Set(Words.hashes(in: name))))
                }.max() ?? 0
            return score > 0 ? (score, entity) : nil
        }
        return scored.sorted { ($1.0, $0.1.id) < ($0.0, $1.1.id) }.map(\.1)
    }

    private static func names(_ entity: Entity) -> [String] {
        [entity.name] + entity.localNames.sorted { $0.key < $1.key }.map(\.value)
    }
}
