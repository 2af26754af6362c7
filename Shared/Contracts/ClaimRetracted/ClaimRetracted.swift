package import Evidence

/// A claim does not stand any more.
package struct ClaimRetracted: Message {
    package static let type = "mooring.claim.retracted.v1"

    package var id: ClaimID
    package var document: DocumentID
    package var reason: Reason

    package enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
        /// A later version of the rules or the gazetteer does not read it.
        case reread
        /// The document is gone.
        case forgotten
        /// A person rejected it.
        case rejected
    }

    package init(id: ClaimID, document: DocumentID, reason: Reason) {
        self.id = id
        self.document = document
        self.reason = reason
    }
}
