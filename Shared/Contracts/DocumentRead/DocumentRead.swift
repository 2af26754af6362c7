package import Evidence

/// A document has been read: what came of it, also when that is nothing.
package struct DocumentRead: Message {
    package static let type = "mooring.document.read.v1"

    package var document: DocumentID
    package var language: String
    /// The version of the rules.
    package var reader: String
    /// The version of the gazetteer.
    package var gazetteer: String
    package var entities: [EntityID]
    package var claims: [ClaimID]

    package init(
        document: DocumentID,
        language: String,
        reader: String,
        gazetteer: String,
        entities: [EntityID],
        claims: [ClaimID]
    ) {
        self.document = document
        self.language = language
        self.reader = reader
        self.gazetteer = gazetteer
        self.entities = entities
        self.claims = claims
    }
}
