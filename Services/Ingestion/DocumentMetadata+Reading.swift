import Evidence

extension DocumentMetadata {
    /// A value that is not what its name asks for.
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads metadata by the names under which documents and submitters give it.
    ///
    /// Unknown names are ignored: documents carry all sorts of metadata.
    ///
    /// - Throws: ``Invalid`` for a known name with a value that cannot be meant.
    init(fields: [String: String]) throws(Invalid) {
        title = Self.text(fields["title"])
        publisher = Self.text(fields["publisher"])
        language = Self.text(fields["language"])
        if let text = Self.text(fields["published"] ?? fields["date"]) {
            guard let date = PartialDate(String(text.prefix(10))) else {
                throw Invalid(description: "published “\(text)” is not YYYY, YYYY-MM or YYYY-MM-DD")
            }
            published = date
        }
        if let text = Self.text(fields["reliability"]) {
            guard let letter = SourceGrade.Reliability(rawValue: text.uppercased()) else {
                throw Invalid(description: "reliability “\(text)” is not a letter from A to F")
            }
            reliability = letter
        }
        if let text = Self.text(fields["credibility"]) {
            guard let digit = Int(text), (1...6).contains(digit) else {
                throw Invalid(description: "credibility “\(text)” is not a digit from 1 to 6")
            }
            credibility = digit
        }
    }

    private static func text(_ value: String?) -> String? {
        guard let value, !value.isEmpty else { return nil }
        return value
    }
}
