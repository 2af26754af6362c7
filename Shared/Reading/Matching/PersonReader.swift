import Evidence

/// Finds people by the titles and verbs beside their names.
struct PersonReader {
    let page: NamePage
    let runs: RunReader
    let surnames: Set<Token.Word>

    func read() -> [Candidate] {
        var found: [Candidate] = []
        for index in page.tokens.indices where !page.flags(index).contains(.mark) {
            if let end = page.hits.end(of: .personTitle, at: index),
                let name = name(at: end, mayBeOne: page.isNameWord(index), isTitled: true)
                    ?? apposed(after: end)
            {
                found.append(runs.derived(name, .person, score: 0.78))
            }
            if page.flags(index).contains(.lineStart),
                let end = page.hits.end(of: .byline, at: index),
                let name = name(at: end, mayBeOne: false), isAlone(name)
            {
                found.append(runs.derived(name, .person, score: 0.7))
            }
            if page.isNameWord(index), isNameStart(index),
                let name = name(at: index, mayBeOne: false),
                isFollowedByRole(name.upperBound) || isFollowedBySpeech(name.upperBound)
                    || followsSpeech(name)
            {
                found.append(runs.derived(name, .person, score: 0.74))
            }
            if let name = chineseName(at: index) {
                found.append(runs.derived(name, .person, score: 0.66))
            }
        }
        return found
    }

    /// "Lei Jun", "Zhou Hongyi": a surname and a given name of one or two Chinese syllables.
    private func chineseName(at index: Int) -> Range<Int>? {
        guard index + 1 < page.tokens.count, page.isNameWord(index), isNameStart(index),
            surnames.contains(page.tokens[index].word), page.isNameWord(index + 1),
            !page.flags(index).contains(.possessive), !page.flags(index + 1).contains(.lineBefore),
            page.knownEnd(at: index) == nil, page.knownEnd(at: index + 1) == nil,
            Pinyin.isName(page.text.folded(index + 1..<index + 2))
        else { return nil }
        let end = index + 2
        if end < page.tokens.count, page.isNameWord(end), !page.flags(end).contains(.mark),
            !page.flags(end - 1).contains(.possessive), !page.flags(end).contains(.lineBefore)
        {
            return nil
        }
        return index..<end
    }

    /// "the digital minister, Dirk Kessler,": a name between commas after a title.
    private func apposed(after end: Int) -> Range<Int>? {
        guard end < page.tokens.count, page.tokens[end].word == NameWords.comma,
            let name = name(at: end + 1, mayBeOne: false, isTitled: true),
            name.upperBound < page.tokens.count,
            page.tokens[name.upperBound].word == NameWords.comma
        else { return nil }
        return name
    }

    /// Whether a line or a list of names ends after a name.
    private func isAlone(_ name: Range<Int>) -> Bool {
        guard name.upperBound < page.tokens.count else { return true }
        let flags = page.flags(name.upperBound)
        return flags.contains(.lineStart) || flags.contains(.mark)
            || page.tokens[name.upperBound].word == NameWords.and
    }

    private func isNameStart(_ index: Int) -> Bool {
        index == 0 || !page.isNameWord(index - 1) || page.flags(index - 1).contains(.mark)
            || page.isStopWord(index - 1)
    }

    /// A name of two to four capitalised words, none of which is a head or known otherwise.
    ///
    /// After a title the first may be a town too: "Dr Sofia Brandt".
    private func name(at start: Int, mayBeOne: Bool, isTitled: Bool = false) -> Range<Int>? {
        let startsWithPlace = isTitled && isTown(start) && isPersonWord(start + 1)
        var end = startsWithPlace ? start + 1 : start
        while end < page.tokens.count, end - start < 5,
            isPersonWord(end) || isParticle(end, start) || isHyphened(end, start)
        {
            if end > start,
                page.flags(end).contains(.lineBefore)
                    || page.flags(end).contains(.quoteBefore)
            {
                break
            }
            end += 1
            if page.flags(end - 1).contains(.possessive) { break }
        }
        guard end - start >= (mayBeOne ? 1 : 2), !page.isHeading(start) else { return nil }
        if end < page.tokens.count, page.isNameWord(end), !page.flags(end).contains(.mark),
            !page.flags(end - 1).contains(.possessive), !page.flags(end).contains(.lineBefore)
        {
            return nil
        }
        if !startsWithPlace, let known = page.knownEnd(at: start), known < end { return nil }
        return start..<end
    }

    private func isTown(_ index: Int) -> Bool {
        guard index + 1 < page.tokens.count, page.isNameWord(index),
            let place = page.places.place(startingAt: index)
        else { return false }
        return !place.isCountry && !place.isDemonym && !place.isPossessive
            && place.tokens.upperBound == index + 1
            && page.flags(index + 1).isDisjoint(with: [.lineBefore, .quoteBefore, .mark])
    }

    /// "Ulisses Correia e Silva", "Mohammed bin Salman".
    private func isParticle(_ index: Int, _ start: Int) -> Bool {
        index > start && index + 1 < page.tokens.count && isPersonWord(index + 1)
            && page.hits.has(.nameParticle, at: index)
    }

    /// "Min-jun": what a hyphen joins to a name may be in lower case.
    private func isHyphened(_ index: Int, _ start: Int) -> Bool {
        index > start && page.flags(index).contains(.hyphenBefore)
            && page.flags(index).isDisjoint(with: [.digit, .mark, .spaceBefore])
            && page.tokens[index].end - page.tokens[index].start < 6
    }

    private func isPersonWord(_ index: Int) -> Bool {
        guard page.isNameWord(index), !page.isStopWord(index) else { return false }
        let flags = page.flags(index)
        if flags.contains(.digit) || flags.contains(.mark) { return false }
        if flags.contains(.allCaps), !flags.contains(.initials) { return false }
        let classes = page.hits.starts[index]
        guard classes.isDisjoint(with: .heads), !classes.contains(.companyTail),
            !classes.contains(.mediaTail), !classes.contains(.personTitle),
            !classes.contains(.month), !classes.contains(.territoryTail)
        else { return false }
        return page.places.place(startingAt: index) == nil
    }

    /// ", an analyst at", ", director of".
    private func isFollowedByRole(_ end: Int) -> Bool {
        guard end + 1 < page.tokens.count, page.tokens[end].word == NameWords.comma else {
            return false
        }
        for index in end + 1..<min(end + 6, page.tokens.count) {
            if page.flags(index).contains(.mark) { return false }
            if page.hits.has(.personRole, at: index) { return true }
        }
        return false
    }

    /// "says Jane Roe", "said Jane Roe of X".
    private func followsSpeech(_ name: Range<Int>) -> Bool {
        let before = name.lowerBound - 1
        return before >= 0 && page.hits.has(.speechVerb, at: before) && !page.isNameWord(before)
            && name.count > 1
    }

    private func isFollowedBySpeech(_ end: Int) -> Bool {
        end < page.tokens.count && page.hits.has(.speechVerb, at: end)
    }
}
