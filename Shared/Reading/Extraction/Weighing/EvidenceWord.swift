/// What a piece of evidence is called, or a part of it, with a number that is put together as the
/// name is.
///
/// The number of `"in the"` follows from those of `"in "` and `"the"`, so that evidence is looked
/// up without its name being made.
package struct EvidenceWord: Sendable {
    let text: String
    let key: TextKey

    init(_ text: String) {
        self.text = text
        key = TextKey(text)
    }

    /// The word of a sentence as it is compared.
    init(_ lexeme: Lexeme) {
        text = lexeme.text
        key = lexeme.key
    }
}

extension EvidenceWord: Hashable {
    package static func == (left: EvidenceWord, right: EvidenceWord) -> Bool {
        left.key == right.key
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension EvidenceWord: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}

extension EvidenceWord {
    /// Small numbers by themselves.
    static let digits = (0...9).map { EvidenceWord("\($0)") }
}
