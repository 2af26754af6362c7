/// Finds the cues of all statement rules in a sentence in one pass.
///
/// A cue is a row of words; one that ends in `*` stands for every word that begins so.
struct CueTable: Sendable {
    private struct Cue: Sendable {
        /// Where its words are among all.
        var words: Range<Int>
        var groups: [Int]
    }

    private struct Word: Sendable {
        var text: String
        var key: TextKey
        var isPrefix: Bool

        init(text: String, isPrefix: Bool) {
            self.text = text
            self.isPrefix = isPrefix
            key = TextKey(text)
        }

        func matches(_ token: Lexeme) -> Bool {
            isPrefix ? token.text.hasPrefix(text) : token.key == key
        }
    }

    /// Lists of cues by a word.
    private struct Lists: Sendable {
        private var words = TextKeyIndex()
        private var lists: [[Int]] = []

        mutating func add(_ cue: Int, to word: TextKey) {
            let place = words.insert(word)
            if place == lists.count { lists.append([]) }
            lists[place].append(cue)
        }

        func has(_ word: TextKey) -> Bool { words.contains(word) }

        func list(_ word: TextKey) -> [Int]? { words.number(of: word).map { lists[$0] } }
    }

    /// Cues by their first word, and those whose first word is a prefix by its first letters.
    private var exact = Lists()
    private var prefixed = Lists()
    /// The latter by the whole prefix.
    private var whole = Lists()
    private var cues: [Cue] = []
    private var words: [Word] = []
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
            whole.add(cues.count, to: first.key)
            prefixed.add(
                cues.count,
                to: TextKey(String(first.text.prefix(Self.prefixLength)))
            )
        } else {
            exact.add(cues.count, to: first.key)
        }
        let start = self.words.count
        self.words += words
        cues.append(Cue(words: start..<self.words.count, groups: [group]))
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

    /// Where the cues of the groups stand.
    ///
    /// - Parameters:
    ///   - tokens: The sentence's words.
    ///   - marks: What names stand for at the token where they begin: `@company`.
    /// - Returns: Groups with token ranges.
    func hits(_ tokens: [Lexeme], marks: [Int: [String]]) -> [(group: Int, tokens: Range<Int>)] {
        var found: [(group: Int, tokens: Range<Int>)] = []
        func note(_ cue: Int, _ start: Int) {
            let words = cues[cue].words
            guard start + words.count <= tokens.count else { return }
            for offset in 1..<max(1, words.count)
            where !self.words[words.lowerBound + offset].matches(tokens[start + offset]) {
                return
            }
            for group in cues[cue].groups {
                found.append((group, start..<(start + words.count)))
            }
        }
        func noteMarks(_ index: Int) {
            for mark in marks[index] ?? [] {
                for cue in exact.list(TextKey(mark)) ?? [] { note(cue, index) }
            }
        }
        for (index, token) in tokens.enumerated() {
            for cue in exact.list(token.key) ?? [] { note(cue, index) }
            if token.text.utf8.allSatisfy({ $0 < 0x80 }) {
                for cue in starts(of: token) { note(cue, index) }
                noteMarks(index)
                continue
            }
            Self.forEachStart(of: token) { start in
                for cue in prefixed.list(start) ?? []
                where words[cues[cue].words.lowerBound].matches(token) {
                    note(cue, index)
                }
            }
            noteMarks(index)
        }
        return found
    }

    /// The cues whose first word is a prefix of a word of plain letters: those of one letter, of
    /// two, then all others in order.
    private func starts(of token: Lexeme) -> [Int] {
        var found: [Int] = []
        var short = 0
        var start = TextKey()
        var length = 0
        for byte in token.text.utf8 {
            start.add(byte)
            length += 1
            if let cues = whole.list(start) { found += cues }
            if length < Self.prefixLength { short = found.count }
            if length == Self.prefixLength, !prefixed.has(start) { break }
        }
        if found.count > short + 1 { found[short...].sort() }
        return found
    }

    /// Gives the first letter of a word, the first two and so on.
    private static func forEachStart(of token: Lexeme, _ body: (TextKey) -> Void) {
        guard token.text.utf8.prefix(prefixLength).allSatisfy({ $0 < 0x80 }) else {
            for length in 1...prefixLength {
                body(TextKey(String(token.text.prefix(length))))
                if token.text.count <= length { return }
            }
            return
        }
        var start = TextKey()
        for byte in token.text.utf8.prefix(prefixLength) {
            start.add(byte)
            body(start)
        }
    }
}
