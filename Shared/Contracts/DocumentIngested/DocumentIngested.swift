package import Evidence

/// A document has been taken in; its text follows in segments.
package struct DocumentIngested: Message {
    package static let type = "mooring.document.ingested.v1"

    package var id: DocumentID
    /// Where it came from: a file's name, a feed, a submission.
    package var origin: String
    package var title: String?
    /// `text/plain` or `text/markdown`.
    package var mediaType: String
    /// BCP 47.
    package var language: String
    package var grade: SourceGrade
    /// How many segments carry the text.
    package var segments: Int
    /// The text's length in Unicode scalars.
    package var scalars: Int

    package init(
        id: DocumentID,
        origin: String,
        title: String?,
        mediaType: String,
        language: String,
        grade: SourceGrade,
        segments: Int,
        scalars: Int
    ) {
        self.id = id
        self.origin = origin
        self.title = title
        self.mediaType = mediaType
        self.language = language
        self.grade = grade
        self.segments = segments
        self.scalars = scalars
    }
}
