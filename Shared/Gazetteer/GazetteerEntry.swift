package import Evidence

/// One curated entity as its data file states it.
package struct GazetteerEntry: Sendable {
    package var id: EntityID
    package var kind: EntityKind
    /// The canonical English name.
    package var name: String
    package var jurisdiction: Jurisdiction?
    package var within: EntityID?
    package var holdings: [Holding]
    package var identifiers: [String: String]
    package var aliases: [Alias]
    /// The file it stands in, for messages; `nil` where it comes from code.
    package var file: String?

    package init(
        id: EntityID,
        kind: EntityKind,
        name: String,
        jurisdiction: Jurisdiction? = nil,
        within: EntityID? = nil,
        holdings: [Holding] = [],
        identifiers: [String: String] = [:],
        aliases: [Alias] = [],
        file: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.jurisdiction = jurisdiction
        self.within = within
        self.holdings = holdings
        self.identifiers = identifiers
        self.aliases = aliases
        self.file = file
    }
}
