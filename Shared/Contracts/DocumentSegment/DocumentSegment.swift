package import Evidence

/// A part of a document's kept text; the parts in order are the text.
package struct DocumentSegment: Message {
    package static let type = "mooring.document.segment.v1"

    package var document: DocumentID
    /// 0 ..< the number of segments.
    package var index: Int
    /// At most ``textBytesMax`` bytes of UTF-8.
    package var text: String

    /// How much text one segment carries at the most, in bytes of UTF-8.
    package static let textBytesMax = 64 * 1024
    /// How much text one segment carries at the most once it is encoded as JSON, in bytes.
    package static let encodedBytesMax = 200 * 1024

    package init(document: DocumentID, index: Int, text: String) {
        self.document = document
        self.index = index
        self.text = text
    }
}
