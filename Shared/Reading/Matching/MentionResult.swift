package import Evidence

/// Everything that a text names.
package struct MentionResult: Sendable {
    /// The chosen mentions: they do not overlap, and are in the order of the text.
    package var mentions: [Mention]
    /// Names inside chosen ones, where they name something of another kind: the province in its
    /// government's name.
    package var nested: [Mention]
    /// Entities that the text itself gave rise to, by id; they are in no catalogue.
    package var derived: [EntityID: Entity]

    package init(
        mentions: [Mention] = [],
        nested: [Mention] = [],
        derived: [EntityID: Entity] = [:]
    ) {
        self.mentions = mentions
        self.nested = nested
        self.derived = derived
    }
}
