package import Evidence

/// A document to be read: its kept text and where it comes from.
package struct SourceText: Sendable {
    package var id: DocumentID
    package var text: String
    /// BCP 47, where it is already known.
    package var language: String?
    package var grade: SourceGrade

    package init(
        id: DocumentID,
        text: String,
        language: String? = nil,
        grade: SourceGrade = SourceGrade()
    ) {
        self.id = id
        self.text = text
        self.language = language
        self.grade = grade
    }
}
