/// The words a claim rests on, and where they stand.
package struct Quote: Codable, Hashable, Sendable {
    package var document: DocumentID
    /// An exact substring of the document's kept text.
    package var text: String
    /// Where it stands: Unicode scalars of the kept text, half-open.
    package var range: Range<Int>

    package init(document: DocumentID, text: String, range: Range<Int>) {
        self.document = document
        self.text = text
        self.range = range
    }

    private enum CodingKeys: String, CodingKey {
        case document, text, start, end
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        document = try container.decode(DocumentID.self, forKey: .document)
        text = try container.decode(String.self, forKey: .text)
        let start = try container.decode(Int.self, forKey: .start)
        let end = try container.decode(Int.self, forKey: .end)
        guard 0 <= start, start <= end else {
            throw DecodingError.dataCorruptedError(
                forKey: .end,
                in: container,
                debugDescription: "a quote's range must not end before it starts"
            )
        }
        range = start..<end
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(document, forKey: .document)
        try container.encode(text, forKey: .text)
        try container.encode(range.lowerBound, forKey: .start)
        try container.encode(range.upperBound, forKey: .end)
    }
}
