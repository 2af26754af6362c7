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
