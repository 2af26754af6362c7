import Foundation

/// Splits a stretch of text into tokens.
///
/// Latin words end at hyphens and before a possessive `'s`; every Han character is a token of
/// its own, in its simplified form; numbers keep their separators.
enum LexemeReader {
    static func tokens(of text: ScalarText, in range: Range<Int>) -> [Lexeme] {
        var tokens: [Lexeme] = []
        tokens.reserveCapacity(range.count / 4 + 4)
        var position = range.lowerBound
        var isGlued = false
        while position < range.upperBound {
            let scalar = text[position]
            if ScalarClass.isSpace(scalar) {
                isGlued = false
                position += 1
                continue
            }
            // Emphasis marks of Markdown are not there for the reader.
            if scalar == "*" || scalar == "_" || scalar == "`" {
                position += 1
                continue
            }
            let end = tokenEnd(text, from: position, limit: range.upperBound)
            tokens.append(token(text, position..<end, isGlued: isGlued))
            isGlued = true
            position = end
        }
        return tokens
    }

    /// The texts of a phrase's tokens, for comparing with a sentence's.
    static func words(of phrase: String) -> [String] {
        let text = ScalarText(phrase)
        return tokens(of: text, in: 0..<text.count).map(\.text)
    }

    private static func tokenEnd(_ text: ScalarText, from start: Int, limit: Int) -> Int {
        let first = text[start]
        if ScalarClass.isHan(first) { return start + 1 }
        if ScalarClass.isDigit(first) { return numberEnd(text, from: start, limit: limit) }
        if ScalarClass.isLetter(first) { return wordEnd(text, from: start, limit: limit) }
        if ScalarClass.isApostrophe(first), start + 1 < limit, text[start + 1] == "s",
            start + 2 >= limit || !ScalarClass.isLetter(text[start + 2])
        {
            return start + 2
        }
        return start + 1
    }

    private static func numberEnd(_ text: ScalarText, from start: Int, limit: Int) -> Int {
        var position = start + 1
        while position < limit {
            let scalar = text[position]
            if ScalarClass.isDigit(scalar) {
                position += 1
            } else if scalar == "," || scalar == ".", position + 1 < limit,
                ScalarClass.isDigit(text[position + 1])
            {
                position += 2
            } else {
                break
            }
        }
        return position
    }

    /// The code of a currency that an amount is glued to, with its scale: `USD4m`, `RMB500mn`.
    private static func currencyEnd(_ text: ScalarText, from start: Int, limit: Int) -> Int? {
        let end = start + 3
        guard end + 1 < limit, ScalarClass.isDigit(text[end]),
            (start..<end).allSatisfy({ ScalarClass.isUpper(text[$0]) })
        else { return nil }
        var position = end
        while position < limit,
            ScalarClass.isDigit(text[position]) || text[position] == "." || text[position] == ","
        {
            position += 1
        }
        guard position < limit, ["m", "M", "b", "B"].contains(text[position]) else { return nil }
        let isCode = currencies.contains(text.string(start..<end))
        return isCode ? end : nil
    }

    private static let currencies = Set(Locale.commonISOCurrencyCodes + ["RMB"])

    private static func wordEnd(_ text: ScalarText, from start: Int, limit: Int) -> Int {
        if let end = currencyEnd(text, from: start, limit: limit) { return end }
        var position = start + 1
        while position < limit {
            let scalar = text[position]
            if ScalarClass.isLetter(scalar) || ScalarClass.isDigit(scalar)
                || ScalarClass.isMark(scalar)
            {
                position += 1
            } else if scalar == ".", isAbbreviated(text, start, position, limit) {
                position += 1
            } else if scalar == "&", position + 1 < limit,
                ScalarClass.isLetter(text[position + 1])
            {
                position += 2
            } else if ScalarClass.isApostrophe(scalar), position + 1 < limit,
                ScalarClass.isLetter(text[position + 1]), !isPossessive(text, position, limit)
            {
                position += 2
            } else {
                break
            }
        }
        return position
    }

    /// A full stop inside letters that stand alone: `U.S.`, `e.g.`.
    private static func isAbbreviated(
        _ text: ScalarText,
        _ start: Int,
        _ dot: Int,
        _ limit: Int
    ) -> Bool {
        let isSingle = dot == start + 1 || text[dot - 2] == "."
        guard isSingle, ScalarClass.isLetter(text[dot - 1]) else { return false }
        if dot + 1 < limit, ScalarClass.isLetter(text[dot + 1]) { return true }
        return dot - start >= 3
    }

    private static func isPossessive(_ text: ScalarText, _ mark: Int, _ limit: Int) -> Bool {
        text[mark + 1] == "s" && (mark + 2 >= limit || !ScalarClass.isLetter(text[mark + 2]))
    }

    private static func token(
        _ text: ScalarText,
        _ range: Range<Int>,
        isGlued: Bool
    ) -> Lexeme {
        let first = text[range.lowerBound]
        let kind: Lexeme.Kind =
            ScalarClass.isHan(first)
            ? .han
            : ScalarClass.isDigit(first)
                ? .number : ScalarClass.isLetter(first) ? .word : .mark
        let (word, key) = folded(text, range)
        return Lexeme(
            range: range,
            text: word,
            key: key,
            kind: kind,
            isCapital: ScalarClass.isUpper(first),
            isGlued: isGlued
        )
    }

    /// A word as it is compared.
    private static func folded(
        _ text: ScalarText,
        _ range: Range<Int>
    ) -> (word: String, key: TextKey) {
        var key = TextKey()
        let plain = String(unsafeUninitializedCapacity: range.count) { letters in
            for (place, position) in range.enumerated() {
                let value = text[position].value
                guard value < 0x80 else { return 0 }
                let isUpper = (0x41...0x5A).contains(value)
                letters[place] = UInt8(truncatingIfNeeded: isUpper ? value + 0x20 : value)
                key.add(letters[place])
            }
            return range.count
        }
        if !plain.isEmpty { return (plain, key) }
        var view = String.UnicodeScalarView()
        for scalar in text.scalars[range] { append(scalar, to: &view) }
        let word = String(view)
        return (word, TextKey(word))
    }

    private static func append(_ scalar: Unicode.Scalar, to view: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0x41...0x5A:
            view.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
        case ..<0x80:
            view.append(scalar)
        case 0x2019, 0x02BC:
            view.append("'")
        case 0x2010...0x2011:
            view.append("-")
        default:
            if ScalarClass.isHan(scalar) {
                // Words are known in simplified characters.
                Folding.standard.forEach(scalar) { value in
                    view.append(Unicode.Scalar(value) ?? scalar)
                }
            } else if let digit = ScalarClass.digitValue(scalar) {
                view.append(Unicode.Scalar(UInt8(0x30 + digit)))
            } else {
                view.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
    }
}
