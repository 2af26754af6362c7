/// Finds the longest known phrase at a place in a sequence of tokens.
struct PhraseMap<Value: Sendable>: Sendable {
    private struct Phrase: Sendable {
        /// The words after the first.
        var rest: [TextKey]
        /// Where its value is.
        var number: Int
    }

    private var firsts = TextKeyIndex()
    /// By first word, the longest first.
    private var phrases: [[Phrase]] = []
    private var values: [Value] = []

    /// Adds a phrase; of two alike the later counts.
    mutating func insert(_ text: String, _ value: Value) {
        insert(words: LexemeReader.words(of: text), value)
    }

    mutating func insert(words: [String], _ value: Value) {
        guard let first = words.first else { return }
        let rest = words.dropFirst().map { TextKey($0) }
        let place = firsts.insert(TextKey(first))
        if place == phrases.count { phrases.append([]) }
        if let same = phrases[place].first(where: { $0.rest == rest }) {
            values[same.number] = value
            return
        }
        let index =
            phrases[place].firstIndex { $0.rest.count < rest.count } ?? phrases[place].count
        phrases[place].insert(Phrase(rest: rest, number: values.count), at: index)
        values.append(value)
    }

    subscript(words words: [String]) -> Value? {
        guard let first = words.first, let place = firsts.number(of: TextKey(first)) else {
            return nil
        }
        let rest = words.dropFirst().map { TextKey($0) }
        return phrases[place].first { $0.rest == rest }.map { values[$0.number] }
    }

    /// Whether any phrase begins with a word.
    func begins(with word: TextKey) -> Bool { firsts.contains(word) }

    /// The first words of the phrases.
    var starts: TextKeyIndex { firsts }

    /// The longest phrase that begins at `index`, with the number of tokens it covers.
    func match(_ tokens: [Lexeme], at index: Int) -> (value: Value, count: Int)? {
        guard let place = firsts.number(of: tokens[index].key) else { return nil }
        return phrases[place].withUnsafeBufferPointer { list in
            for at in list.indices where Self.matches(list[at].rest, tokens, from: index + 1) {
                return (values[list[at].number], list[at].rest.count + 1)
            }
            return nil
        }
    }

    @inline(__always)
    private static func matches(_ rest: [TextKey], _ tokens: [Lexeme], from start: Int) -> Bool {
        guard start + rest.count <= tokens.count else { return false }
        for place in rest.indices where tokens[start + place].key != rest[place] { return false }
        return true
    }
}
