import Evidence

/// People in Chinese texts by how their names are spelt, and by what stands beside them.
extension HanReader {
    // MARK: - Foreign names

    /// 罗莎·基斯佩: what a dot joins, as far as its characters are those that spell foreign names.
    func spelt(at index: Int) -> Candidate? {
        guard isJoinedByDot(index), isSpelling(index - 1), isSpelling(index) else { return nil }
        var start = index - 1
        while start > 0, index - start < Self.speltMax, goesOnBefore(start) { start -= 1 }
        // The first dot of a name reads the whole of it.
        guard !isJoinedByDot(start) else { return nil }
        var end = index + 1
        var last = index
        while end < page.tokens.count, end - last < Self.speltMax {
            if isJoinedByDot(end), isSpelling(end) {
                last = end
            } else if !goesOnAfter(end) {
                break
            }
            end += 1
        }
        guard !isNameOfMore(end) else { return nil }
        return derived(start..<end, .person, score: 0.85)
    }

    /// How long a part of a name is.
    private static let speltMax = 8

    /// Whether a dot, which is no token, stands between two characters.
    private func isJoinedByDot(_ index: Int) -> Bool {
        guard index > 0, index < page.tokens.count, page.flags(index).contains(.han),
            page.flags(index - 1).contains(.han), isUnbroken(index),
            page.tokens[index].start == page.tokens[index - 1].end + 1
        else { return false }
        return page.surface(index - 1..<index + 1).contains { Self.dots.contains($0) }
    }

    private static let dots: Set<Character> = ["\u{00B7}", "\u{2022}", "\u{30FB}", "\u{2027}"]

    private func isUnbroken(_ index: Int) -> Bool {
        page.flags(index).isDisjoint(with: [.spaceBefore, .lineBefore, .quoteBefore])
    }

    private func isSpelling(_ index: Int) -> Bool { page.hits.has(.zhSpelling, at: index) }

    /// Whether the character before one belongs to the same name.
    private func goesOnBefore(_ start: Int) -> Bool {
        guard isSpelling(start - 1), isUnbroken(start), !isJoinedByDot(start) else { return false }
        return !(2...4).contains { length in
            length <= start
                && [.zhPersonTitle, .zhRole, .zhStop].contains {
                    page.hits.end(of: $0, at: start - length, is: start)
                }
        } && !isPlaceEdge(start)
    }

    /// Whether a place ends before a token; 长沙 of 部长沙姆哈里·穆斯塔法 is none.
    private func isPlaceEdge(_ start: Int) -> Bool {
        guard let place = page.places.place(endingAt: start)?.tokens.lowerBound else {
            return false
        }
        return !page.hits.ends[place].contains(.zhPersonTitle)
    }

    /// Whether a character belongs to the name before it, and begins no word of its own.
    private func goesOnAfter(_ end: Int) -> Bool {
        guard isSpelling(end), isUnbroken(end),
            page.tokens[end].start == page.tokens[end - 1].end
        else { return false }
        return ![.zhStop, .zhWord, .zhPersonTitle, .zhAddress].contains {
            (page.hits.end(of: $0, at: end) ?? end) > end + 1
        }
    }

    /// 医院 after a name: the name is but the beginning of another.
    private func isNameOfMore(_ end: Int) -> Bool {
        guard end < page.tokens.count, isUnbroken(end) else { return false }
        let classes = page.hits.starts[end]
        return !classes.isDisjoint(with: Self.endings)
            || ["\u{56FD}\u{9645}", "\u{56FD}\u{5BB6}"].contains(
                page.plain(end..<min(end + 2, page.tokens.count))
            )
    }

    private static let endings: LexicalClasses = [
        LexicalClass.zhCompanySuffix.bit, LexicalClass.zhBodySuffix.bit,
        LexicalClass.zhOpenBody.bit, LexicalClass.zhOrganizationSuffix.bit,
        LexicalClass.zhFinancierSuffix.bit, LexicalClass.zhTerritorySuffix.bit,
        LexicalClass.zhSchool.bit,
    ]

    // MARK: - Chinese names

    /// 作者：王志远: a name alone after who signs a text.
    func signed(at index: Int) -> Candidate? {
        guard var start = page.hits.end(of: .zhByline, at: index), start < page.tokens.count,
            index == 0 || !page.flags(index - 1).contains(.han) || !isUnbroken(index)
        else { return nil }
        let isMarked = [NameWords.colon, NameWords.slash].contains(page.tokens[start].word)
        if isMarked { start += 1 }
        guard isMarked || start < page.tokens.count && page.flags(start).contains(.spaceBefore),
            let name = chineseName(at: start), isAlone(name.upperBound)
        else { return nil }
        return derived(name, .person, score: 0.75)
    }

    /// 王志远教授: a name before how its bearer is addressed.
    func addressed(at index: Int) -> Candidate? {
        guard page.hits.end(of: .zhAddress, at: index) != nil, index > 2, isUnbroken(index) else {
            return nil
        }
        let start = index - 3
        guard chineseName(at: start) == start..<index, !page.hits.has(.zhRole, at: start),
            start == 0 || stops(before: start) || endsStopWord(start) || knownStarts[start] >= 0
                || Self.within.contains(page.plain(start - 1..<start))
        else { return nil }
        return derived(start..<index, .person, score: 0.7)
    }

    /// 上, 中, 里: what is said of a place or a meeting ends here.
    private static let within: Set<String> = ["\u{4E0A}", "\u{4E2D}", "\u{91CC}"]

    /// A surname and one or two characters, as many as follow without a break.
    private func chineseName(at start: Int) -> Range<Int>? {
        guard let given = page.hits.end(of: .zhSurname, at: start), known(at: start) == nil else {
            return nil
        }
        var end = given
        while end < page.tokens.count, end - given < 2, isGivenName(end), isUnbroken(end) {
            end += 1
        }
        return end > given ? start..<end : nil
    }

    private func isAlone(_ end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        return !page.flags(end).contains(.han) || !isUnbroken(end)
    }
}
