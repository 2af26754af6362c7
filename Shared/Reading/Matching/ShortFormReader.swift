import Evidence

/// Finds surnames of people, first words of companies, and initials, of what is named in full.
///
/// Where several share a short form, the one named last before it is meant.
struct ShortFormReader {
    let page: NamePage
    /// The choice of names.
    let chosen: [Candidate]
    let finder: MentionFinder

    func read() -> [Candidate] {
        var forms: [Token.Word: [ShortForm]] = [:]
        for candidate in chosen {
            for form in shortForms(of: candidate) { forms[form.word, default: []].append(form) }
        }
        guard !forms.isEmpty else { return [] }
        var found: [Candidate] = []
        for index in page.tokens.indices where page.isNameWord(index) {
            guard let known = forms[page.tokens[index].word],
                let form = Self.last(of: known, before: index) ?? known.first,
                form.from <= index || form.isInitials,
                !form.isInitials || page.flags(index).contains(.allCaps),
                page.knownEnd(at: index) == nil
            else { continue }
            found.append(
                Candidate(tokens: index..<index + 1, target: form.target, score: 0.82)
            )
        }
        return found
    }

    /// The last of some forms, which are in the order of the text, that may be used at a token.
    private static func last(of forms: [ShortForm], before index: Int) -> ShortForm? {
        var low = 0
        var high = forms.count
        while low < high {
            let middle = (low + high) / 2
            if forms[middle].from <= index { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? forms[low - 1] : nil
    }

    private struct ShortForm {
        var word: Token.Word
        var target: Candidate.Target
        /// The token from which on it may be used.
        var from: Int
        var isInitials = false
    }

    private func shortForms(of candidate: Candidate) -> [ShortForm] {
        var range = candidate.tokens
        if let end = page.hits.end(of: .personTitle, at: range.lowerBound), end < range.upperBound {
            range = end..<range.upperBound
        }
        let tokens = page.tokens[range]
        guard tokens.count > 1, let first = tokens.first, let last = tokens.last,
            !first.flags.contains(.han)
        else { return [] }
        let kind = finder.kind(of: candidate)
        func form(_ word: Token.Word) -> ShortForm {
            ShortForm(word: word, target: candidate.target, from: range.upperBound)
        }
        switch kind {
        case .person:
            let isChinese = finder.surnames.contains(first.word)
            return (isChinese ? [first, last] : [last]).map { form($0.word) }
        case .company:
            guard case .derived = candidate.target, isBrand(range.lowerBound) else { return [] }
            return [form(first.word)]
        case .country, .territory: return []
        case .financier where isBrand(range.lowerBound) && Self.banks.contains(last.word):
            return [form(first.word)] + initialForm(of: range, candidate)
        default:
            return initialForm(of: range, candidate)
        }
    }

    private func initialForm(of range: Range<Int>, _ candidate: Candidate) -> [ShortForm] {
        guard let word = initials(of: range) else { return [] }
        return [
            ShortForm(
                word: word,
                target: candidate.target,
                from: range.upperBound,
                isInitials: true
            )
        ]
    }

    /// Whether the first word of a name can stand for the whole: no place, no ordinary word.
    private func isBrand(_ index: Int) -> Bool {
        page.tokens[index].end - page.tokens[index].start >= 4 && !page.isStopWord(index)
            && !page.hits.has(.nameModifier, at: index) && !page.hits.has(.weakCapital, at: index)
            && page.places.place(startingAt: index) == nil
    }

    private static let banks = Set(["bank", "banque", "banco"].map { Token.Word($0) })

    /// The initials of a name of three capitalised words and more.
    private func initials(of range: Range<Int>) -> Token.Word? {
        var letters = ""
        for index in range where page.isNameWord(index) {
            letters += String(page.surface(index..<index + 1).prefix(1))
        }
        return (3...6).contains(letters.count) ? Token.Word(letters) : nil
    }
}
