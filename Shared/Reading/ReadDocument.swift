package import Evidence

/// What came of reading one document.
package struct ReadDocument: Sendable {
    package var id: DocumentID
    /// BCP 47.
    package var language: String
    /// The entities that the document names, in the order of their ids, each once.
    package var entities: [ReadEntity]
    /// The claims in the order of their quotes, then ids.
    package var claims: [Claim]

    package init(id: DocumentID, language: String, entities: [ReadEntity], claims: [Claim]) {
        self.id = id
        self.language = language
        self.entities = entities
        self.claims = claims
    }

    /// An entity and the forms under which the document names it.
    package struct ReadEntity: Sendable {
        package var entity: Entity
        package var mentions: [Mention]
        /// Forms that hold more or less than a mention: a body with its country's name.
        package var otherForms: [String]

        package init(entity: Entity, mentions: [Mention], otherForms: [String] = []) {
            self.entity = entity
            self.mentions = mentions
            self.otherForms = otherForms
        }
    }
}
