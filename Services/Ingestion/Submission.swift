import Evidence
import Foundation

/// Something handed in, before it is known to be a document.
struct Submission: Sendable {
    var bytes: Data
    /// A file's name or an address.
    var origin: String
    /// As it was declared; `nil` to go by the origin's ending.
    var mediaType: String?
    /// What the submitter says of the source, over what the document says of itself.
    var metadata = DocumentMetadata()

    var id: DocumentID { DocumentID(of: bytes) }
}

/// What is known of a document besides its text.
struct DocumentMetadata: Hashable, Sendable {
    var title: String?
    var publisher: String?
    var published: PartialDate?
    var reliability: SourceGrade.Reliability?
    var credibility: Int?
    var language: String?

    /// These values, and where one is missing the other's.
    func falling(backOn other: DocumentMetadata) -> DocumentMetadata {
        DocumentMetadata(
            title: title ?? other.title,
            publisher: publisher ?? other.publisher,
            published: published ?? other.published,
            reliability: reliability ?? other.reliability,
            credibility: credibility ?? other.credibility,
            language: language ?? other.language
        )
    }
}
