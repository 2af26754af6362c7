package import Evidence

/// More that one knows of an entity that another file describes.
package struct GazetteerAddition: Sendable {
    package var id: EntityID
    package var holdings: [Holding]
    package var identifiers: [String: String]
    package var aliases: [Alias]
    /// The file it stands in, for messages; `nil` where it comes from code.
    package var file: String?

    package init(
        id: EntityID,
        holdings: [Holding] = [],
        identifiers: [String: String] = [:],
        aliases: [Alias] = [],
        file: String? = nil
    ) {
        self.id = id
        self.holdings = holdings
        self.identifiers = identifiers
        self.aliases = aliases
        self.file = file
    }
}

extension GazetteerEntry {
    /// The entry with what an addition says; what the entry says itself stays.
    func adding(_ addition: GazetteerAddition) -> GazetteerEntry {
        var entry = self
        entry.aliases += addition.aliases.filter { !aliases.contains($0) }
        entry.holdings += addition.holdings.filter { !holdings.contains($0) }
        entry.identifiers.merge(addition.identifiers) { own, _ in own }
        return entry
    }
}
