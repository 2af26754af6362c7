/// Finds the cues of all statement rules in a sentence in one pass.
///
/// A cue is a row of words; one that ends in `*` stands for every word that begins so.
struct CueTable: Sendable {
    private struct Cue: Sendable {
        var words: [Word]
        var groups: [Int]
    }

    private struct Word: Sendable {
        var text: String
        var isPrefix: Bool

        func matches(_ token: String) -> Bool {
            isPrefix ? token.hasPrefix(text) : token == text
        }
    }

    /// Cues by their first word, and those whose first word is a prefix by its first letters.
    private var exact: [String: [Int]] = [:]
    private var prefixed: [String: [Int]] = [:]
    private var cues: [Cue] = []
    private var places: [String: Int] = [:]

    /// How many letters of a prefix index it; shorter ones are indexed whole.
    private static let prefixLength = 3

    /// Adds a cue that belongs to a group.
    mutating func insert(_ text: String, group: Int) {
        if let place = places[text] {
            cues[place].groups.append(group)
            return
        }
        let words = Self.words(text)
        guard let first = words.first else { return }
        places[text] = cues.count
        if first.isPrefix {
            prefixed[String(first.text.prefix(Self.prefixLength)), default: []].append(cues.count)
        } else {
            exact[first.text, default: []].append(cues.count)
        }
        cues.append(Cue(words: words, groups: [group]))
    }

    private static func words(_ text: String) -> [Word] {
        text.split(separator: " ").flatMap { part -> [Word] in
            let isPrefix = part.hasSuffix("*")
            let plain = isPrefix ? String(part.dropLast()) : String(part)
            if plain.hasPrefix("@") { return [Word(text: plain, isPrefix: false)] }
            let tokens = LexemeReader.words(of: plain)
            return tokens.enumerated().map { place, token in
                Word(text: token, isPrefix: isPrefix && place == tokens.count - 1)
            }
        }
    }

    /// Where each group's cues stand.
    ///
    /// - Parameters:
    ///   - tokens: The sentence's words.
    ///   - marks: What names stand for at the token where they begin: `@company`.
    /// - Returns: Token ranges by group.
    func hits(_ tokens: [Lexeme], marks: [Int: [String]]) -> [Int: [Range<Int>]] {
        var found: [Int: [Range<Int>]] = [:]
        func note(_ cue: Int, _ start: Int) {
            let words = cues[cue].words
            guard start + words.count <= tokens.count else { return }
            for (offset, word) in words.enumerated().dropFirst()
            where !word.matches(tokens[start + offset].text) {
                return
            }
            for group in cues[cue].groups {
                found[group, default: []].append(start..<(start + words.count))
            }
        }
        for (index, token) in tokens.enumerated() {
            for cue in exact[token.text] ?? [] { note(cue, index) }
            for length in 1...Self.prefixLength {
                guard let list = prefixed[String(token.text.prefix(length))] else { continue }
                for cue in list where cues[cue].words[0].matches(token.text) { note(cue, index) }
                if token.text.count <= length { break }
            }
            for mark in marks[index] ?? [] {
                for cue in exact[mark] ?? [] { note(cue, index) }
            }
        }
        return found
    }
}
