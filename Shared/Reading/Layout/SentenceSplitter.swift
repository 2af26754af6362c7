/// Splits a block into sentences.
struct SentenceSplitter: Sendable {
    /// Words that end in a full stop without ending a sentence, in lower case, without the stop.
    private let abbreviations: Set<String>

    /// From how many characters on a sentence is cut at the next space or comma; at twice as many
    /// it is cut anywhere but in a name.
    static let lengthMax = 1500
    /// The same for Chinese, which says as much in a third of the characters.
    static let hanLengthMax = 500

    init(abbreviations: [String]) {
        self.abbreviations = Set(abbreviations)
    }

    /// The sentences of a range, trimmed, none of which ends inside one of the `unbroken` ranges.
    ///
    /// Those ranges, such as names, are in order and stay whole.
    func sentences(
        of text: ScalarText,
        in range: Range<Int>,
        unbroken: [Range<Int>] = []
    ) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = range.lowerBound
        var name = 0
        for position in range
        where isEnd(text, position, range) || isOverlong(text, position, from: start) {
            while name < unbroken.count, unbroken[name].upperBound <= position + 1 { name += 1 }
            if name < unbroken.count, unbroken[name].lowerBound <= position,
                unbroken[name].upperBound > position + 1
            {
                continue
            }
            // "went to Acme S.A. (Lisbon) for …": what stands in parentheses says more of the name.
            if let last = unbroken[..<name].last, last.upperBound == position + 1,
                opensParenthesis(text, after: position, limit: range.upperBound)
            {
                continue
            }
            let end = closing(text, after: position, limit: range.upperBound)
            guard end > start else { continue }
            let sentence = text.trimmed(start..<end)
            if !sentence.isEmpty { sentences.append(sentence) }
            start = end
        }
        let rest = text.trimmed(start..<range.upperBound)
        if !rest.isEmpty { sentences.append(rest) }
        return sentences
    }

    /// Whether a sentence is cut here because it is longer than anybody writes.
    ///
    /// What comes later takes time in proportion to the square of a sentence's length.
    private func isOverlong(_ text: ScalarText, _ position: Int, from start: Int) -> Bool {
        let length = position - start
        guard length >= Self.hanLengthMax else { return false }
        let scalar = text[position]
        if scalar == "\u{FF0C}" { return true }
        if ScalarClass.isHan(scalar) { return length >= 2 * Self.hanLengthMax }
        guard length >= Self.lengthMax else { return false }
        return ScalarClass.isSpace(scalar) || scalar == "," || length >= 2 * Self.lengthMax
    }

    private func isEnd(_ text: ScalarText, _ position: Int, _ range: Range<Int>) -> Bool {
        switch text[position] {
        case "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{FF1B}", "\u{2026}":
            return true
        case "!", "?":
            return isFollowedByStart(text, position, range)
        case "." where isDecimal(text, position, range):
            return false
        case ".":
            return isFollowedByStart(text, position, range)
                && !isAbbreviation(text, position, range)
        case ";":
            guard position + 1 < range.upperBound else { return false }
            return ScalarClass.isSpace(text[position + 1]) || ScalarClass.isHan(text[position + 1])
        default:
            return false
        }
    }

    /// "1.5", "S/.20": a point between digits, or in the sign of a currency.
    private func isDecimal(_ text: ScalarText, _ position: Int, _ range: Range<Int>) -> Bool {
        position > range.lowerBound && position + 1 < range.upperBound
            && ScalarClass.isDigit(text[position + 1])
            && (ScalarClass.isDigit(text[position - 1]) || text[position - 1] == "/")
    }

    /// Whether what follows can begin a sentence: a space and no lower-case letter, or the end.
    private func isFollowedByStart(
        _ text: ScalarText,
        _ position: Int,
        _ range: Range<Int>
    ) -> Bool {
        var next = position + 1
        while next < range.upperBound, isCloser(text[next]) { next += 1 }
        guard next < range.upperBound else { return true }
        if ScalarClass.isHan(text[next]) { return text[position] != "." }
        let isNoteMark = ScalarClass.isDigit(text[next]) && next == position + 1
        guard ScalarClass.isSpace(text[next]) || isNoteMark else { return false }
        while next < range.upperBound,
            ScalarClass.isSpace(text[next]) || (isNoteMark && ScalarClass.isDigit(text[next]))
        {
            next += 1
        }
        return next >= range.upperBound || !ScalarClass.isLower(text[next])
    }

    private func isAbbreviation(_ text: ScalarText, _ dot: Int, _ range: Range<Int>) -> Bool {
        var start = dot
        while start > range.lowerBound,
            ScalarClass.isLetter(text[start - 1]) || text[start - 1] == "."
        {
            start -= 1
        }
        guard start < dot else { return false }
        let isInitial = dot - start == 1 && ScalarClass.isUpper(text[start])
        if isInitial { return true }
        let word = text.string(start..<dot).lowercased()
        guard abbreviations.contains(word), dot + 1 < range.upperBound else { return false }
        // "Acme Ltd. The price": a company's name ends more sentences than it begins titles; "Acme
        // Ltd. (the Company) won" goes on.
        let next = self.word(after: dot, text, range)
        return !LegalForms.standard.endsNames.contains(word) || next.isEmpty
            || LegalForms.standard.contains(Token.Word(next))
    }

    private func word(after dot: Int, _ text: ScalarText, _ range: Range<Int>) -> String {
        var start = dot + 1
        while start < range.upperBound, ScalarClass.isSpace(text[start]) { start += 1 }
        var end = start
        while end < range.upperBound, ScalarClass.isLetter(text[end]) { end += 1 }
        return text.string(start..<end).lowercased()
    }

    private func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "\u{201D}", "\u{2019}", ")", "]", "*", "\u{FF09}", "\u{300D}", "\u{300F}":
            true
        default: false
        }
    }

    private func opensParenthesis(_ text: ScalarText, after position: Int, limit: Int) -> Bool {
        position + 2 < limit && text[position] == "." && ScalarClass.isSpace(text[position + 1])
            && text[position + 2] == "("
    }

    private func closing(_ text: ScalarText, after position: Int, limit: Int) -> Int {
        var end = position + 1
        while end < limit, isCloser(text[end]) { end += 1 }
        return end
    }
}
