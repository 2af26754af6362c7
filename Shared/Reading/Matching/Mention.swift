package import Evidence

/// One place where a text names an entity.
package struct Mention: Hashable, Sendable {
    /// Where the name stands: Unicode scalars of the kept text, half-open.
    package var range: Range<Int>
    /// The words that stand there, as they are in the text.
    package var surface: String
    /// Whom it names; the reader's catalogue has the entity with this id.
    package var entity: EntityID
    package var kind: EntityKind
    /// How the name is used here.
    package var use: Use
    /// How sure the link is, 0…1.
    package var score: Double
    /// Other entities that it might name, best first, where the choice was close.
    package var rivals: [EntityID]

    package init(
        range: Range<Int>,
        surface: String,
        entity: EntityID,
        kind: EntityKind,
        use: Use = .name,
        score: Double = 1,
        rivals: [EntityID] = []
    ) {
        self.range = range
        self.surface = surface
        self.entity = entity
        self.kind = kind
        self.use = use
        self.score = score
        self.rivals = rivals
    }

    package enum Use: String, Codable, Hashable, Sendable {
        case name
        /// An adjective of origin: "Northlandic", "Northland's".
        case demonym
        /// A capital that stands for its government.
        case metonym
        /// "the government", "the ministry", resolved by context.
        case definite
    }
}
