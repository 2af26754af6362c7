package import Evidence

/// Something that was handed in could not be taken as a document; it is kept aside.
package struct DocumentRejected: Message {
    package static let type = "mooring.document.rejected.v1"

    package var id: DocumentID
    package var origin: String
    package var reason: Reason
    /// What is wrong and what to do about it, in a sentence.
    package var detail: String

    package enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
        case empty
        case tooLarge = "too-large"
        case notText = "not-text"
        case unsupportedType = "unsupported-type"
        case badMetadata = "bad-metadata"
    }

    package init(id: DocumentID, origin: String, reason: Reason, detail: String) {
        self.id = id
        self.origin = origin
        self.reason = reason
        self.detail = detail
    }
}
