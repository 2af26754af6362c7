/// Where a claim's document comes from, and how far it is trusted (the Admiralty scale).
package struct SourceGrade: Codable, Hashable, Sendable {
    /// How reliable the source is.
    package var reliability: Reliability
    /// How credible the information is, 1 (confirmed) to 5 (improbable); 6 cannot be judged.
    package var credibility: Int
    /// Who published the document; documents of one publisher are one voice.
    package var publisher: String?
    /// When it was published.
    package var published: PartialDate?
    /// A sketch of the text, equal or near for near-duplicates; `nil` where none was made.
    package var sketch: String?

    package init(
        reliability: Reliability = .c,
        credibility: Int = 2,
        publisher: String? = nil,
        published: PartialDate? = nil,
        sketch: String? = nil
    ) {
        self.reliability = reliability
        self.credibility = credibility
        self.publisher = publisher
        self.published = published
        self.sketch = sketch
    }

    /// The Admiralty scale's first letter.
    package enum Reliability: String, Codable, Hashable, Sendable, CaseIterable {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
        case e = "E"
        /// Cannot be judged.
        case f = "F"
    }
}
