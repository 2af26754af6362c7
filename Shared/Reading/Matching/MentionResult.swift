package import Evidence

/// Everything that a text names.
package struct MentionResult: Sendable {
    /// The chosen mentions: they do not overlap, and are in the order of the text.
    package var mentions: [Mention]
    /// Names inside chosen ones, where they name something else: the province in its
    /// government's name.
    package var nested: [Mention]
    /// Capitalised words that no rule explains, as companies, should they fill such a role.
    ///
    /// They are guesses: a caller takes one only where the sentence says that it is a company.
    package var possible: [Mention]
    /// Entities that the text itself gave rise to, by id; they are in no catalogue.
    ///
    /// Those of ``possible`` mentions are among them.
    package var derived: [EntityID: Entity]

    package init(
        mentions: [Mention] = [],
        nested: [Mention] = [],
        possible: [Mention] = [],
        derived: [EntityID: Entity] = [:]
    ) {
        self.mentions = mentions
        self.nested = nested
        self.possible = possible
        self.derived = derived
    }
}
