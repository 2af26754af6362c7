package import Foundation

/// Names by the million that can be added to: a mapped file, and what is newer than it.
///
/// A name that is added is found in the next text. What was added lives in memory only; building
/// the file again from the data takes it in.
package struct NameStore: Sendable {
    private let base: PackedPhrases?
    private var added = PhraseTable()

    /// A place in a text where a name stands.
    package struct Hit: Hashable, Sendable {
        /// Tokens of the text.
        package var tokens: Range<Int>
        /// The number under which the name was stored.
        package var value: UInt32
    }

    /// Starts from a file of names; `nil` for none.
    package init(base: PackedPhrases? = nil) {
        self.base = base
    }

    package var count: Int { (base?.count ?? 0) + added.count }

    /// Adds a name; one without letters or digits, or of very many words, is left out.
    package mutating func add(_ name: String, value: UInt32) {
        let words = TokenisedText(name).tokens.map(\.word)
        guard words.count <= PackedPhrasesBuilder.wordsMax else { return }
        added.insert(words, value: value)
    }

    /// The file's bytes for some names with their numbers.
    package static func pack(_ names: some Sequence<(name: String, value: UInt32)>) -> Data {
        var builder = PackedPhrasesBuilder()
        for (name, value) in names {
            builder.insert(TokenisedText(name).tokens.lazy.map(\.word), value: value)
        }
        return builder.data()
    }

    /// Gives every place where a name stands in a text of any length, with the name's number.
    ///
    /// The text is taken in pieces, so that memory does not grow with it; they end at empty lines,
    /// which no name runs across.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - body: Takes where a name stands, in Unicode scalars of the text, and its number.
    package func forEachHit(in text: String, _ body: (Range<Int>, UInt32) -> Void) {
        let bytes = text.utf8
        var start = bytes.startIndex
        var offset = 0
        while start < bytes.endIndex {
            let end = Self.pieceEnd(bytes, from: start)
            let piece = TokenisedText(String(text[start..<end]))
            for hit in hits(in: piece) {
                let first = Int(piece.tokens[hit.tokens.lowerBound].start)
                let last = Int(piece.tokens[hit.tokens.upperBound - 1].end)
                body(offset + first..<offset + last, hit.value)
            }
            offset += piece.scalars.count
            start = end
        }
    }

    /// How many bytes a piece of a text is of at least.
    private static let pieceMin = 32_768

    /// The end of the first empty line after as many bytes as a piece is of.
    private static func pieceEnd(
        _ bytes: String.UTF8View,
        from start: String.Index
    ) -> String.Index {
        let newline = UInt8(ascii: "\n")
        guard var end = bytes.index(start, offsetBy: pieceMin, limitedBy: bytes.endIndex) else {
            return bytes.endIndex
        }
        var wasNewline = false
        while end < bytes.endIndex {
            let isNewline = bytes[end] == newline
            let isReturn = bytes[end] == UInt8(ascii: "\r")
            bytes.formIndex(after: &end)
            if isReturn { continue }
            if isNewline, wasNewline { return end }
            wasNewline = isNewline
        }
        return bytes.endIndex
    }

    /// Every place where a name stands, those of one start together, the file's before others.
    package func hits(in text: TokenisedText) -> [Hit] {
        var hits: [Hit] = []
        base?.forEachMatch(in: text) { hits.append(Hit(tokens: $0, value: $1)) }
        guard added.count > 0 else { return hits }
        for start in text.tokens.indices where added.canStart(text.tokens[start].word) {
            var state: PhraseTable.State = 0
            var end = start
            while end < text.tokens.count, let next = added.next(state, text.tokens[end].word) {
                if end > start, text.breaksName(before: end) { break }
                state = next
                end += 1
                added.forEachValue(state) { hits.append(Hit(tokens: start..<end, value: $0)) }
            }
        }
        return hits
    }
}
