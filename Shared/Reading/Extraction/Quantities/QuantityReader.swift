import Evidence

/// Finds amounts, shares, dates and numbers among the tokens of a sentence.
struct QuantityReader: Sendable {
    let words: QuantityLexicon

    func quantities(in tokens: [Lexeme]) -> [Quantity] {
        var found: [Quantity] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].kind == .number || words.starts.contains(tokens[index].key) else {
                index += 1
                continue
            }
            if let quantity = money(tokens, at: index) ?? date(tokens, at: index)
                ?? number(tokens, at: index)
            {
                found.append(quantity)
                index = quantity.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }
}

// MARK: - Numbers

extension QuantityReader {
    struct Figure {
        var value: Double
        var end: Int
    }

    /// A number with its multiplier: `85 million`, `1.2亿`, `70-80 million` (the mean).
    ///
    /// After a currency a letter apart is a multiplier too: `USD 46.2 m`.
    func figure(_ tokens: [Lexeme], at index: Int, isMoney: Bool = false) -> Figure? {
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .han { return hanFigure(tokens, at: index) }
        guard var value = plain(tokens[index]) else { return nil }
        var end = index + 1
        if end + 1 < tokens.count,
            ["-", "\u{2013}", "to", "~", "\u{81F3}"].contains(tokens[end].text),
            tokens[index].kind == .number, let upper = plain(tokens[end + 1]),
            tokens[end + 1].kind == .number, upper > value, upper < value * 20,
            end + 2 < tokens.count,
            words.scales[tokens[end + 2].text] != nil
        {
            value = (value + upper) / 2
            end += 2
        }
        while end < tokens.count {
            // 5000余万, 1.2亿多: more than that.
            if Self.more.contains(tokens[end].text), end + 1 < tokens.count,
                tokens[end - 1].kind == .number || words.scales[tokens[end - 1].text] != nil,
                words.scales[tokens[end + 1].text] != nil
                    || words.after.match(tokens, at: end + 1) != nil
            {
                end += 1
                continue
            }
            guard let scale = words.scales[tokens[end].text] else { break }
            if tokens[end].text.count == 1, tokens[end].kind == .word, !tokens[end].isGlued,
                !isMoney || end > index + 1
            {
                break
            }
            value *= scale
            end += 1
            // 2亿4000万
            if scale == 100_000_000, end + 1 < tokens.count, tokens[end].kind == .number,
                tokens[end].isGlued, words.scales[tokens[end + 1].text] == 10_000,
                let rest = plain(tokens[end])
            {
                value += rest * 10_000
                end += 2
            }
        }
        return Figure(value: value, end: end)
    }

    private static let more: Set<String> = ["\u{4F59}", "\u{591A}"]

    /// A number written in Chinese: 三千万, 一亿二千万, 两百.
    private func hanFigure(_ tokens: [Lexeme], at index: Int) -> Figure? {
        var total = 0.0
        var section = 0.0
        var digit: Double?
        var end = index
        while end < tokens.count, tokens[end].kind == .han, end - index < 16 {
            if let value = Self.hanDigits[tokens[end].text] {
                digit = value
            } else if let unit = Self.hanUnits[tokens[end].text] {
                if unit >= 10_000 {
                    total = (total + section + (digit ?? 0)) * unit
                    section = 0
                    guard total > 0 else { return nil }
                } else {
                    section += (digit ?? (section == 0 ? 1 : 0)) * unit
                }
                digit = nil
            } else if Self.more.contains(tokens[end].text), end > index {
                // 三千多万
            } else {
                break
            }
            end += 1
        }
        let value = total + section + (digit ?? 0)
        return end > index && value > 0 ? Figure(value: value, end: end) : nil
    }

    private static let hanDigits: [String: Double] = [
        "\u{4E00}": 1, "\u{4E8C}": 2, "\u{4E24}": 2, "\u{4E09}": 3, "\u{56DB}": 4,
        "\u{4E94}": 5, "\u{516D}": 6, "\u{4E03}": 7, "\u{516B}": 8, "\u{4E5D}": 9,
    ]
    private static let hanUnits: [String: Double] = [
        "\u{5341}": 10, "\u{767E}": 100, "\u{5343}": 1000, "\u{4E07}": 10_000,
        "\u{4EBF}": 100_000_000,
    ]

    /// The characters that a number written in Chinese begins with.
    static let hanNumerals = Array(hanDigits.keys)

    private func plain(_ token: Lexeme) -> Double? {
        switch token.kind {
        case .number:
            Self.decimal(token.text)
        case .word:
            words.numerals[token.text]
        case .han, .mark:
            nil
        }
    }

    /// What figures say: `1,284,600.50`, and with a decimal comma `46,2` or `1.284.600,50`.
    ///
    /// Dates, addresses and versions are no numbers: `12.05.2021`, `2.0.1`.
    static func decimal(_ text: String) -> Double? {
        guard let comma = text.lastIndex(of: ",") else {
            return text.count { $0 == "." } > 1
                ? grouped(text[...]).flatMap(Double.init) : Double(text)
        }
        let rest = text[text.index(after: comma)...]
        let head = text[..<comma]
        let isDecimal =
            (1...2).contains(rest.count) && rest.allSatisfy(\.isNumber) && !head.contains(",")
        guard isDecimal else { return Double(text.filter { $0 != "," }) }
        return grouped(head).flatMap { Double($0 + "." + rest) }
    }

    /// Without the dots between thousands; `nil` where dots stand elsewhere.
    private static func grouped(_ text: Substring) -> String? {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        return groups.dropFirst().allSatisfy { $0.count == 3 } ? groups.joined() : nil
    }

    private func number(_ tokens: [Lexeme], at index: Int) -> Quantity? {
        guard tokens[index].kind == .number, let figure = figure(tokens, at: index) else {
            return nil
        }
        let range = index..<figure.end
        guard figure.end < tokens.count else {
            return Quantity(tokens: range, value: .number(figure.value))
        }
        switch tokens[figure.end].text {
        case "%", "\u{FF05}", "percent":
            return Quantity(tokens: index..<(figure.end + 1), value: .share(figure.value / 100))
        case "per" where figure.end + 1 < tokens.count && tokens[figure.end + 1].text == "cent":
            return Quantity(tokens: index..<(figure.end + 2), value: .share(figure.value / 100))
        case "years", "year", "\u{5E74}":
            return Quantity(tokens: index..<(figure.end + 1), value: .years(figure.value))
        case "-" where figure.end + 1 < tokens.count && tokens[figure.end + 1].text == "year":
            return Quantity(tokens: index..<(figure.end + 2), value: .years(figure.value))
        default:
            return Quantity(tokens: range, value: .number(figure.value))
        }
    }
}

// MARK: - Money

extension QuantityReader {
    private func money(_ tokens: [Lexeme], at index: Int) -> Quantity? {
        if let (code, count) = currency(words.before, tokens, at: index),
            !isArticle(tokens, at: index, count),
            index + count < tokens.count, tokens[index + count].kind == .number,
            let figure = figure(tokens, at: index + count, isMoney: true)
        {
            let after =
                figure.end < tokens.count ? currency(words.after, tokens, at: figure.end) : nil
            let end = after.map { figure.end + $0.count } ?? figure.end
            // 港币4.47亿元: a name before the number says more than the unit after it.
            let isVague = count == 1 && Self.vagueSigns.contains(tokens[index].text)
            let named = isVague ? after?.value ?? code : code
            return amount(figure.value, named, tokens, index..<end)
        }
        guard
            tokens[index].kind == .number || words.numerals[tokens[index].text] != nil
                || Self.hanDigits[tokens[index].text] != nil,
            let figure = figure(tokens, at: index), figure.end < tokens.count
        else { return nil }
        // 85 million-dollar, 85 million US dollars, 1086万元
        var next = figure.end
        if tokens[next].text == "-", next + 1 < tokens.count { next += 1 }
        guard let (code, count) = currency(words.after, tokens, at: next) else { return nil }
        return amount(figure.value, code, tokens, index..<(next + count))
    }

    /// A currency's word, but no "all" and no "try" in small letters.
    private func currency(
        _ forms: PhraseMap<String>,
        _ tokens: [Lexeme],
        at index: Int
    ) -> (value: String, count: Int)? {
        guard let found = forms.match(tokens, at: index) else { return nil }
        let isWord = found.count == 1 && words.everyday.contains(tokens[index].text)
        return isWord && !tokens[index].isCapital ? nil : (found.value, found.count)
    }

    /// Signs that several currencies share.
    private static let vagueSigns: Set<String> = ["$", "\u{FF04}", "\u{A5}", "\u{FFE5}", "\u{A3}"]

    /// "a $30 million loan": a letter apart from its sign is a word, not "A$".
    private func isArticle(_ tokens: [Lexeme], at index: Int, _ count: Int) -> Bool {
        count == 2 && tokens[index].text.count == 1 && !tokens[index + 1].isGlued
    }

    private func amount(
        _ value: Double,
        _ code: String,
        _ tokens: [Lexeme],
        _ range: Range<Int>
    ) -> Quantity {
        let isApproximate = range.lowerBound > 0 && isHedged(tokens, before: range.lowerBound)
        return Quantity(
            tokens: range,
            value: .money(Money(value: value, currency: code, isApproximate: isApproximate))
        )
    }

    private func isHedged(_ tokens: [Lexeme], before index: Int) -> Bool {
        (max(0, index - 3)..<index).contains { words.approximate.contains(tokens[$0].text) }
    }
}

// MARK: - Dates

extension QuantityReader {
    private func date(_ tokens: [Lexeme], at index: Int) -> Quantity? {
        if let month = words.months[tokens[index].text], tokens[index].isCapital {
            return monthFirst(tokens, index, month)
        }
        guard tokens[index].kind == .number, let number = whole(tokens[index]) else { return nil }
        if index + 1 < tokens.count, (1...31).contains(number) {
            var next = index + 1
            if ["th", "st", "nd", "rd", "of"].contains(tokens[next].text) { next += 1 }
            if next < tokens.count, tokens[next].isCapital,
                let month = words.months[tokens[next].text]
            {
                return dayFirst(tokens, index, number, next + 1, month)
            }
        }
        guard (1949...2079).contains(number), tokens[index].text.count == 4 else { return nil }
        return year(tokens, index, number)
    }

    private func whole(_ token: Lexeme) -> Int? { Int(token.text) }

    private func yearNumber(_ tokens: [Lexeme], _ index: Int) -> Int? {
        guard index < tokens.count, tokens[index].text.count == 4, let year = whole(tokens[index]),
            (1949...2079).contains(year)
        else { return nil }
        return year
    }

    /// `February 2021`, `Feb. 14, 2021`.
    private func monthFirst(_ tokens: [Lexeme], _ index: Int, _ month: Int) -> Quantity? {
        var next = index + 1
        if next < tokens.count, tokens[next].text == "." { next += 1 }
        var day: Int?
        if next < tokens.count, let number = whole(tokens[next]), (1...31).contains(number) {
            day = number
            next += 1
            if next < tokens.count, ["th", "st", "nd", "rd"].contains(tokens[next].text) {
                next += 1
            }
        }
        if next < tokens.count, tokens[next].text == "," || tokens[next].text == "of" { next += 1 }
        guard let year = yearNumber(tokens, next) else { return nil }
        return Quantity(
            tokens: index..<(next + 1),
            value: .date(PartialDate(year: year, month: month, day: day))
        )
    }

    /// `14 February 2021`.
    private func dayFirst(
        _ tokens: [Lexeme],
        _ index: Int,
        _ day: Int,
        _ afterMonth: Int,
        _ month: Int
    ) -> Quantity? {
        var next = afterMonth
        if next < tokens.count, tokens[next].text == "," || tokens[next].text == "." { next += 1 }
        guard let year = yearNumber(tokens, next) else { return nil }
        return Quantity(
            tokens: index..<(next + 1),
            value: .date(PartialDate(year: year, month: month, day: day))
        )
    }

    /// `2021`, `2021-02-14`, `2021年2月14日`.
    private func year(_ tokens: [Lexeme], _ index: Int, _ year: Int) -> Quantity? {
        var next = index + 1
        var month: Int?
        var day: Int?
        func part(_ mark: String, _ limit: ClosedRange<Int>, closing: String?) -> Int? {
            let start = closing == nil ? next + 1 : next
            if closing == nil {
                guard next < tokens.count, tokens[next].text == mark else { return nil }
            }
            guard start < tokens.count, let number = whole(tokens[start]), limit.contains(number)
            else { return nil }
            if let closing {
                guard start + 1 < tokens.count, tokens[start + 1].text == closing else {
                    return nil
                }
                next = start + 2
            } else {
                guard tokens[start].text.count == 2 else { return nil }
                next = start + 1
            }
            return number
        }
        if next < tokens.count, tokens[next].text == "\u{5E74}" {
            next += 1
            month = part("", 1...12, closing: "\u{6708}")
            if month != nil { day = part("", 1...31, closing: "\u{65E5}") }
        } else {
            month = part("-", 1...12, closing: nil)
            if month != nil { day = part("-", 1...31, closing: nil) }
        }
        return Quantity(
            tokens: index..<next,
            value: .date(PartialDate(year: year, month: month, day: day))
        )
    }
}
