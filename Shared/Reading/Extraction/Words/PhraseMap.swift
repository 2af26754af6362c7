/// Finds the longest known phrase at a place in a sequence of tokens.
struct PhraseMap<Value: Sendable>: Sendable {
    private struct Phrase: Sendable {
        var rest: [String]
        var value: Value
    }

    private var phrases: [String: [Phrase]] = [:]

    /// Adds a phrase; of two alike the later counts.
    mutating func insert(_ text: String, _ value: Value) {
        insert(words: LexemeReader.words(of: text), value)
    }

    mutating func insert(words: [String], _ value: Value) {
        guard let first = words.first else { return }
        let rest = Array(words.dropFirst())
        var list = phrases[first] ?? []
        if let index = list.firstIndex(where: { $0.rest == rest }) {
            list[index].value = value
        } else {
            let index = list.firstIndex { $0.rest.count < rest.count } ?? list.count
            list.insert(Phrase(rest: rest, value: value), at: index)
        }
        phrases[first] = list
    }

    subscript(words words: [String]) -> Value? {
        guard let first = words.first, let list = phrases[first] else { return nil }
        let rest = Array(words.dropFirst())
        return list.first { $0.rest == rest }?.value
    }

    /// The longest phrase that begins at `index`, with the number of tokens it covers.
    func match(_ tokens: [Lexeme], at index: Int) -> (value: Value, count: Int)? {
        guard let list = phrases[tokens[index].text] else { return nil }
        for phrase in list {
            let end = index + 1 + phrase.rest.count
            guard end <= tokens.count else { continue }
            var position = index + 1
            var isEqual = true
            for word in phrase.rest {
                if tokens[position].text != word {
                    isEqual = false
                    break
                }
                position += 1
            }
            if isEqual { return (phrase.value, end - index) }
        }
        return nil
    }
}
