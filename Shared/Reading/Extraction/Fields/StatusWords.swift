import Evidence

/// How far a deal has come, by what a field says of it.
struct StatusWords: Sendable {
    private typealias Word = (text: [Unicode.Scalar], status: Deployment.Status)

    /// What a word says where it stands.
    private enum Manner { case told, expected, denied }

    /// The longest first.
    private let words: [Word]
    private let stages: [Word]
    private let expected: [String]
    private let awaited: [String]
    private let denied: [String]

    init(_ words: FieldWords) {
        self.words = Self.list(words.statuses)
        stages = Self.list(words.stages)
        expected = words.expected.map(FieldLexicon.folded)
        awaited = words.awaited.map(FieldLexicon.folded)
        denied = words.denied.map(FieldLexicon.folded)
    }

    private static func list(_ words: [String: [String]]) -> [Word] {
        words.flatMap { name, list in
            list.compactMap { text in
                Deployment.Status(rawValue: name).map { (FieldLexicon.folded(text), $0) }
            }
        }
        .sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
        .map { (Array($0.0.unicodeScalars), $0.1) }
    }

    /// What the longest word says that is neither denied nor yet to come; a stage only where no
    /// other word says anything.
    func status(_ folded: String) -> Deployment.Status? {
        let text = Array(folded.unicodeScalars)
        // What stands in a longer word says nothing: "installed" in "half installed".
        var taken: [Range<Int>] = []
        var isExpected = false
        for list in [words, stages] {
            for word in list {
                for place in Self.places(of: word.text, in: text) {
                    let range = place..<(place + word.text.count)
                    guard !taken.contains(where: range.overlaps) else { continue }
                    taken.append(range)
                    switch manner(of: range, in: text) {
                    case .told: return word.status
                    case .expected: isExpected = isExpected || !Self.isEnd(word.status)
                    // What is not signed is planned; what does not run may be anything.
                    case .denied: isExpected = isExpected || Self.isPaper(word.status)
                    }
                }
            }
            if isExpected { return .planned }
        }
        return nil
    }

    private static func isPaper(_ status: Deployment.Status) -> Bool {
        status == .agreed || status == .contracted
    }

    private static func isEnd(_ status: Deployment.Status) -> Bool {
        [.suspended, .cancelled, .ended].contains(status)
    }

    /// Where a word stands; letters only at the start of a word: no "live" in "delivery".
    private static func places(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
        guard let first = word.first, word.count <= text.count else { return [] }
        let isLetter = ScalarClass.isLetter(first) && !ScalarClass.isHan(first)
        return (0...(text.count - word.count)).filter { place in
            guard text[place] == first, text[place...].starts(with: word) else { return false }
            guard isLetter, place > 0 else { return true }
            let before = text[place - 1]
            return !ScalarClass.isLetter(before) || ScalarClass.isHan(before)
        }
    }

    private func manner(of range: Range<Int>, in text: [Unicode.Scalar]) -> Manner {
        var start = range.lowerBound
        let first = max(0, start - Self.reach)
        while start > first, !Self.ends.contains(text[start - 1]) { start -= 1 }
        let before = String(String.UnicodeScalarView(text[start..<range.lowerBound]))
        let padded = Self.padded(before)
        func says(_ hedge: String) -> Bool {
            guard let scalar = hedge.unicodeScalars.first, ScalarClass.isHan(scalar) else {
                return padded.contains(" " + hedge + " ")
            }
            return hedge.count > 1
                ? before.contains(hedge) : before.hasSuffix(hedge) || before.hasPrefix(hedge)
        }
        // "not yet" before "not".
        if expected.contains(where: says) { return .expected }
        if denied.contains(where: says) { return .denied }
        let end = min(text.count, range.upperBound + Self.reach)
        let after = Self.padded(String(String.UnicodeScalarView(text[range.upperBound..<end])))
        return awaited.contains { after.hasPrefix(" " + $0 + " ") } ? .expected : .told
    }

    /// Its words, each between spaces.
    private static func padded(_ text: String) -> String {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return " " + words.joined(separator: " ") + " "
    }

    /// How far what denies a word may stand from it, in scalars.
    private static let reach = 40
    private static let ends = Set(
        ",;.:()\u{FF0C}\u{3002}\u{FF1B}\u{3001}\u{FF08}\u{FF09}\n".unicodeScalars
    )
}
