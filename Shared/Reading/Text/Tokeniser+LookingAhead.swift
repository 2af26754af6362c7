extension Tokeniser {
    // MARK: - Looking ahead, within limits

    mutating func tagEnd(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int
    ) -> Int? {
        guard start + 1 < text.count, start >= noAngleBefore else { return nil }
        let next = text[start + 1]
        guard next == "/" || next == "!" || next.properties.isAlphabetic else { return nil }
        let limit = min(text.count, start + Self.markupLimit)
        for index in start + 1..<limit where text[index] == ">" { return index + 1 }
        noAngleBefore = limit
        return nil
    }

    mutating func linkEnd(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int
    ) -> Int? {
        guard start + 1 < text.count, text[start + 1] == "(", start >= noBracketBefore else {
            return nil
        }
        let limit = min(text.count, start + Self.markupLimit)
        for index in start + 1..<limit {
            if text[index] == ")" { return index + 1 }
            if text[index] == "\n" {
                noBracketBefore = index
                return nil
            }
        }
        noBracketBefore = limit
        return nil
    }

    func urlEnd(_ text: UnsafeBufferPointer<Unicode.Scalar>, from start: Int) -> Int? {
        guard text[start] == "h" || text[start] == "w",
            Self.starts(text, start, "http://") || Self.starts(text, start, "https://")
                || Self.starts(text, start, "www.")
        else { return nil }
        var index = start
        while index < text.count {
            let scalar = text[index]
            if Folding.standard.kind(scalar).class.rawValue >= Folding.Class.han.rawValue { break }
            if scalar == "<" || scalar == "\"" || scalar == ")" || scalar == "|" { break }
            if (0x3000...0xFFEF).contains(scalar.value) { break }
            index += 1
        }
        return index
    }

    static func starts(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ start: Int,
        _ prefix: StaticString
    ) -> Bool {
        guard start + prefix.utf8CodeUnitCount <= text.count else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount
        where text[start + offset].value != UInt32(prefix.utf8Start[offset]) {
            return false
        }
        return true
    }

    static func spaceFollows(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ index: Int
    ) -> Bool {
        guard index + 1 < text.count else { return true }
        let kind = Folding.standard.kind(text[index + 1]).class
        return kind == .space || kind == .newline
    }

    /// Whether a full stop follows a letter that stands for a given name, and ends nothing.
    ///
    /// A capital or another initial follows it, and no word comes before it that is numbered by
    /// letters: "Component B. Payments".
    func isInitial(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        before stop: Int
    ) -> Bool {
        guard let last = tokens.last, Int(last.fullEnd) == stop, last.end - last.start == 1,
            last.flags.contains(.capital), !last.flags.contains(.han), stop + 2 < text.count,
            Folding.standard.kind(text[stop + 1]).class == .space,
            Folding.standard.kind(text[stop + 2]) == (.letter, true)
        else { return false }
        if tokens.count > 1, !last.flags.contains(.lineStart),
            Self.lettered.contains(tokens[tokens.count - 2].word)
        {
            return false
        }
        var next = WordScanner()
        let end = next.scan(text, from: stop + 2)
        return end == stop + 3
            ? end < text.count && text[end] == "."
            : !Self.openers.contains(Token.Word(finishing: next.hash))
    }

    /// Words whose kinds are told apart by letters.
    private static let lettered = Set(
        [
            "annex", "appendix", "attachment", "block", "category", "class", "clause", "column",
            "component", "exhibit", "figure", "form", "gate", "grade", "group", "hall", "hepatitis",
            "item", "level", "line", "list", "lot", "mode", "option", "package", "paragraph",
            "part", "phase", "plan", "point", "region", "round", "row", "schedule", "section",
            "sector", "series", "stage", "step", "table", "team", "terminal", "tier", "tranche",
            "type", "unit", "vitamin", "ward", "wing", "zone",
        ].map { Token.Word($0) }
    )

    /// Words that open a sentence and no name.
    private static let openers = Set(
        [
            "after", "all", "although", "an", "and", "another", "as", "at", "because", "before",
            "both", "but", "by", "during", "each", "every", "for", "from", "he", "her", "here",
            "his", "how", "however", "if", "in", "instead", "it", "its", "later", "more", "most",
            "no", "not", "now", "of", "on", "one", "only", "or", "our", "she", "since", "so",
            "some", "such", "that", "the", "their", "then", "there", "these", "they", "this",
            "those", "to", "two", "under", "until", "we", "what", "when", "where", "which",
            "while", "who", "why", "with", "without", "you", "your",
        ].map { Token.Word($0) }
    )

    static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch Folding.standard.kind(scalar).class {
        case .letter, .digit, .han: true
        default: false
        }
    }

    /// The dot between the parts of a foreign name in Chinese.
    static func isMiddleDot(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{B7}" || scalar == "\u{2022}" || scalar == "\u{30FB}" || scalar == "\u{2027}"
    }
}
