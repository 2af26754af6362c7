import Evidence
import Foundation

/// Finds English names by their form: capitalised words around a head, a legal form or a tail.
struct RunReader {
    let page: NamePage

    /// What the rules found, and the capitalised words that they cannot explain.
    struct Result {
        var candidates: [Candidate] = []
        var unexplained: [Range<Int>] = []
    }

    /// The longest name, in words.
    private static let wordsMax = 16

    func read() -> Result {
        var result = Result()
        var index = 0
        while index < page.tokens.count {
            guard page.isNameWord(index), !page.isStopWord(index) else {
                index += 1
                continue
            }
            let run = index..<runEnd(from: index)
            explain(run, into: &result)
            index = run.upperBound
        }
        return result
    }

    // MARK: - Runs

    /// Where the capitalised words that start at a token end, connectors between them included.
    func runEnd(from start: Int) -> Int {
        var end = start + 1
        while end < page.tokens.count, end - start < Self.wordsMax {
            // "Dar es Salaam": a place with a plain word inside.
            if let place = page.places.place(startingAt: end - 1), place.tokens.upperBound > end,
                !place.isDemonym
            {
                end = place.tokens.upperBound
                continue
            }
            if let next = afterBrackets(end) ?? afterLegalForm(end) {
                end = next
                continue
            }
            if stops(before: end) || isSum(end) { break }
            if page.isNameWord(end) {
                end += 1
            } else if page.flags(end).contains(.digit), !page.flags(end).contains(.mark) {
                end += 1
            } else if let next = afterConnector(end, from: start) {
                end = next
            } else {
                break
            }
        }
        return end
    }

    func stops(before index: Int) -> Bool {
        let flags = page.flags(index)
        if flags.contains(.mark) || flags.contains(.quoteBefore) { return true }
        if flags.contains(.lineBefore), flags.contains(.shortLineBefore) || isLabel(index) {
            return true
        }
        let last = page.tokens[index - 1]
        if flags.contains(.lineBefore),
            flags.contains(.allCaps) != last.flags.contains(.allCaps)
        {
            return true
        }
        if isColumnGap(before: index) || isColumnsLine(index) || endsLegally(before: index) {
            return true
        }
        if last.flags.contains(.possessive), last.word != NameWords.people { return true }
        return isPlace(index) && page.isNameWord(index - 1)
            && !page.hits.ends[index - 1].isDisjoint(with: .heads)
    }

    /// The next word after "of", "for", "and the" … where that is part of the name.
    func afterConnector(_ index: Int, from start: Int) -> Int? {
        guard page.hits.has(.connector, at: index), index + 1 < page.tokens.count else {
            return nil
        }
        let word = page.tokens[index].word
        var next = index + 1
        if page.tokens[next].word == NameWords.the || page.tokens[next].word == NameWords.a {
            next += 1
        }
        guard next < page.tokens.count, page.isNameWord(next), !stops(before: next),
            !stops(before: index + 1)
        else { return nil }
        if word == NameWords.and, isSign(index),
            (page.knownEnd(at: start) ?? 0) < index || isTight(index)
        {
            return next + 1
        }
        if word == NameWords.and { return joins(and: index, next, from: start) ? next + 1 : nil }
        // "Ministry of Digital Development the Alem cloud": another thing begins.
        if word == NameWords.the { return nil }
        if word == NameWords.on {
            guard !isDay(next) else { return nil }
            return page.hits.ends[index - 1].contains(.policyHead)
                || page.hits.ends[index - 1].contains(.bodyHead) ? next + 1 : nil
        }
        let followsHead = !page.hits.ends[index - 1].isDisjoint(with: .heads)
        // "Acme of Norway": a company and where it is at home.
        if word == NameWords.of, isPlace(next), !hasHead(start..<index),
            page.knownEnd(at: start) ?? 0 < index
        {
            return nil
        }
        if word == NameWords.of {
            return next > index + 1 && isApart(start..<index, from: next) ? nil : next + 1
        }
        if word == NameWords.for { return followsHead || hasHead(start..<index) ? next + 1 : nil }
        if word == NameWords.in || page.hits.has(.stopCapital, at: index) {
            return hasHead(start..<index) && word != NameWords.in && !isPlace(next)
                ? next + 1 : nil
        }
        return next + 1
    }

    private func isDay(_ index: Int) -> Bool {
        page.hits.has(.month, at: index) || page.hits.has(.weekday, at: index)
    }

    /// Whether what stands before "of the" names somebody apart from the body after it: a person or
    /// thing ("Uma Kraan of the Board of Transport"), or a body with a name of its own
    /// ("National Public Safety Fund of the Undersecretariat for Prevention").
    private func isApart(_ left: Range<Int>, from next: Int) -> Bool {
        let right = next..<plainEnd(from: next)
        guard let rightEnd = headEnd(in: right) else { return false }
        guard let leftEnd = headEnd(in: left) else {
            return left.count > 1 && left.allSatisfy { page.isNameWord($0) }
                && page.hits.end(of: .personTitle, at: left.lowerBound) == nil
                && page.hits.end(of: .governmentWord, at: left.lowerBound) == nil
        }
        return leftEnd == left.upperBound && left.count > 2
            && !page.hits.starts[left.lowerBound].contains(.bodyHead)
            && rightEnd < page.tokens.count
            && [NameWords.of, NameWords.for].contains(page.tokens[rightEnd].word)
            && !page.hits.has(.nameModifier, at: left.upperBound - 2)
    }

    /// Whether "and" is written as a sign, which joins the words of one name.
    private func isSign(_ index: Int) -> Bool {
        page.surface(index..<index + 1) == "&" && index > 0
            && (page.surface(index - 1..<index).count > 2
                && page.surface(index + 1..<index + 2).count > 1
                || isTight(index) || LegalForms.standard.contains(page.tokens[index + 1].word))
    }

    /// "E&C": a sign without spaces.
    private func isTight(_ index: Int) -> Bool {
        index + 1 < page.tokens.count && page.surface(index..<index + 1) == "&"
            && !page.flags(index).contains(.spaceBefore)
            && !page.flags(index + 1).contains(.spaceBefore)
    }

    /// Where a legal form in lower case ends: "plc", and the Polish and Czech ones of three words.
    private func afterLegalForm(_ index: Int) -> Int? {
        if stops(before: index) { return nil }
        if LegalForms.standard.isLower(page.tokens[index].word) { return index + 1 }
        for form in Self.spelledForms
        where page.tokens[index...].prefix(form.count).map(\.word) == form {
            return index + form.count
        }
        return nil
    }

    static let spelledForms = [["sp", "z", "oo"], ["spol", "s", "ro"], ["sh", "pk"]].map {
        $0.map { Token.Word($0) }
    }

    /// Where the brackets of "Umlambo (Pty) Ltd" and "Vision-Tech (Hangzhou) Co." end, which belong
    /// to the name as a legal form follows.
    private func afterBrackets(_ open: Int) -> Int? {
        guard page.tokens[open].word == NameWords.open else { return nil }
        for close in open + 2..<max(open + 2, min(open + 4, page.tokens.count - 1))
        where page.tokens[close].word == NameWords.close {
            let isName = (open + 1..<close).allSatisfy(page.isNameWord)
            let next = page.tokens[close + 1]
            return isName && LegalForms.standard.contains(next.word)
                && page.isNameWord(close + 1) && !stops(before: close + 1) ? close + 2 : nil
        }
        return nil
    }

    /// "EUR 640,000" after a name that is not all capitals.
    private func isSum(_ index: Int) -> Bool {
        page.flags(index).contains(.allCaps) && page.surface(index..<index + 1).utf8.count == 3
            && !page.flags(index - 1).contains(.allCaps) && index + 1 < page.tokens.count
            && page.flags(index + 1).contains(.digit)
            && page.flags(index + 1).contains(.spaceBefore)
            && Self.currencies.contains(page.surface(index..<index + 1))
    }

    private static let currencies = Set(Locale.commonISOCurrencyCodes)

    /// Whether blanks part two columns before a token.
    func isColumnGap(before index: Int) -> Bool {
        let marks: Token.Flags = [.quoteBefore, .markupBefore, .commaBefore, .lineBefore]
        return page.flags(index).contains(.spaceBefore)
            && page.flags(index).isDisjoint(with: marks)
            && page.tokens[index].start - page.tokens[index - 1].fullEnd > 3
    }

    /// Whether the full stop of a legal form ends the name before a token.
    ///
    /// A name may go on behind that of "Co", and a form that stands first begins one.
    private func endsLegally(before index: Int) -> Bool {
        let last = page.tokens[index - 1]
        return page.flags(index).contains(.spaceBefore) && LegalForms.standard.contains(last.word)
            && last.word != Self.co && index > 1 && page.isNameWord(index - 2)
            && !page.flags(index - 1).contains(.lineBefore) && page.endsWithStop(index - 1)
            && !LegalForms.standard.contains(page.tokens[index].word)
    }

    private static let co = Token.Word("co")

    /// Whether a line of columns begins here: "Financing      Bank of …".
    private func isColumnsLine(_ index: Int) -> Bool {
        guard page.flags(index).contains(.lineBefore) else { return false }
        let end = min(index + 4, page.tokens.count - 1)
        for next in index + 1..<max(end, index + 1) + 1 where next < page.tokens.count {
            if page.flags(next).contains(.lineBefore) { return false }
            if isColumnGap(before: next) { return true }
        }
        return false
    }

    /// Whether a line begins here with a label: "Town: …".
    private func isLabel(_ index: Int) -> Bool {
        let end = min(index + 4, page.tokens.count)
        return (index + 1..<max(end, index + 1)).contains {
            page.tokens[$0].word == NameWords.colon
        }
    }

    func isPlace(_ index: Int) -> Bool { page.places.place(startingAt: index) != nil }

    func hasHead(_ range: Range<Int>) -> Bool {
        range.contains { !page.hits.starts[$0].isDisjoint(with: .heads) && page.isNameWord($0) }
    }

    /// Whether an "and" is inside one name, as in "National Development and Reform Commission".
    func joins(and index: Int, _ next: Int, from start: Int) -> Bool {
        guard next == index + 1, page.knownEnd(at: next) == nil else { return false }
        let left = headEnd(in: start..<index)
        // "Ministry of X and Y": the head is followed by "of", so the name is still open.
        if let left, left < index {
            let word = page.tokens[left].word
            guard word == NameWords.of || word == NameWords.for else { return false }
            return headEnd(in: next..<plainEnd(from: next)) == nil
        }
        if left == index { return false }
        // Without a head yet, one must follow.
        guard page.knownEnd(at: start) ?? 0 < index else { return false }
        return headEnd(in: next..<plainEnd(from: next)) != nil || isUtility(start, index, next)
    }

    /// "Tarvos Water Supply and Sanitation Company": two tasks between a place and a company.
    private func isUtility(_ start: Int, _ index: Int, _ next: Int) -> Bool {
        guard let place = page.places.place(startingAt: start), place.tokens.upperBound < index,
            !page.hits.ends[index - 1].contains(.companyTail),
            (place.tokens.upperBound..<index).contains(where: {
                page.hits.has(.stateCompany, at: $0)
            })
        else { return false }
        let end = plainEnd(from: next)
        return end - next > 1 && page.hits.ends[end - 1].contains(.companyPlural)
    }

    func plainEnd(from start: Int) -> Int {
        var end = start
        while end < page.tokens.count, end - start < 6, page.isNameWord(end),
            end == start || !stops(before: end)
        { end += 1 }
        return end
    }

    /// Where the first head in a range ends.
    func headEnd(in range: Range<Int>) -> Int? {
        for index in range where page.isNameWord(index) {
            for kind in Self.headKinds {
                if let end = page.hits.end(of: kind.0, at: index), end <= range.upperBound {
                    return end
                }
            }
        }
        return nil
    }
}
