import Evidence
import Gazetteer

/// Chinese names that what stands before them shows: a role, a title, a province.
extension HanReader {
    // MARK: - Sides

    /// 中方, 澳方: a country of the text by its initial and the word for a side.
    func side(at index: Int) -> Candidate? {
        let end = index + 2
        guard end <= page.tokens.count, page.tokens[index + 1].word == Self.sideWord,
            !page.hits.end(of: .zhNoSide, at: index, is: end),
            page.flags(index + 1).isDisjoint(with: [.spaceBefore, .lineBefore, .quoteBefore]),
            end == page.tokens.count || !Self.afterNoSide.contains(page.plain(end..<end + 1)),
            let country = page.countryOfInitial(index),
            let place = page.catalogue.index(of: country)
        else { return nil }
        return Candidate(tokens: index..<end, target: .known(place), score: 0.9, use: .metonym)
    }

    static let sideWord = Token.Word(scalar: 0x65B9)
    /// 方面, 方式, 方案, 方向, 方法, 方形.
    private static let afterNoSide: Set<String> = [
        "\u{9762}", "\u{5F0F}", "\u{6848}", "\u{5411}", "\u{6CD5}", "\u{5F62}", "\u{7A0B}",
    ]

    // MARK: - Names by what stands before them

    /// 人工智能公司云从科技: a role, a short name, a company's tail and a clear right edge.
    func role(at index: Int) -> Candidate? {
        guard let start = page.hits.end(of: .zhRole, at: index), start < page.tokens.count,
            page.flags(start).contains(.han), !page.flags(start).contains(.quoteBefore),
            known(at: start) == nil, !page.hits.has(.zhNoName, at: start),
            isInsideWord[start] || !page.hits.has(.zhStop, at: start)
        else { return nil }
        for length in 2...4 {
            let tail = start + length
            guard tail < page.tokens.count, page.flags(tail - 1).contains(.han) else { return nil }
            guard let end = page.hits.end(of: .zhCompanyTail, at: tail), isRightEdge(end) else {
                continue
            }
            return derived(start..<end, .company, score: 0.72)
        }
        return nil
    }

    func isRightEdge(_ end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        let flags = page.flags(end)
        if flags.contains(.mark) || flags.contains(.quoteBefore) { return true }
        return page.hits.has(.zhStop, at: end) || !flags.contains(.han)
    }

    /// 部长王志刚: a title, a surname and one or two characters more.
    func person(at index: Int) -> Candidate? {
        guard let start = page.hits.end(of: .zhPersonTitle, at: index),
            let given = page.hits.end(of: .zhSurname, at: start), known(at: start) == nil
        else { return nil }
        for length in [2, 1] {
            let end = given + length
            guard end <= page.tokens.count,
                (given..<end).allSatisfy({ isGivenName($0) }), isRightEdge(end)
            else { continue }
            return derived(start..<end, .person, score: 0.75)
        }
        return nil
    }

    func isGivenName(_ index: Int) -> Bool {
        page.flags(index).contains(.han) && !page.flags(index).contains(.quoteBefore)
            && !page.hits.has(.zhStop, at: index)
    }

    /// 大理州 after 云南省, or between clear edges.
    func territory(at index: Int) -> Candidate? {
        guard let end = page.hits.end(of: .zhTerritorySuffix, at: index), isTerritoryEdge(end),
            !page.hits.ends[end - 1].contains(.zhNoTerritory),
            let edge = edge(before: index), edge.isAnchored
        else { return nil }
        let core = index - edge.start - edge.places
        let isAlone =
            (edge.start == 0 || page.flags(edge.start - 1).contains(.mark))
            && (end >= page.tokens.count || page.flags(end).contains(.mark))
        guard (2...(isAlone ? 6 : 3)).contains(core), edge.known == nil else { return nil }
        let start = index - core
        let scope = page.places.place(endingAt: start)?.entity
        if scope == nil, edge.start != start { return nil }
        if endsStopWord(start + 1), scope == nil { return nil }
        guard
            var candidate = derived(start..<end, .territory, score: scope == nil ? 0.5 : 0.7)
        else { return nil }
        if case .derived(var name) = candidate.target {
            name.scope = scope
            candidate.target = .derived(name)
        }
        return candidate
    }

    private func isTerritoryEdge(_ end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        if Self.afterNoTerritory.contains(page.plain(end..<end + 1)) { return false }
        return !page.hits.has(.zhBodyShort, at: end)
    }

    /// 市场, 市值, 区域, 区别: what stands before these ends no territory.
    private static let afterNoTerritory: Set<String> = [
        "\u{573A}", "\u{5834}", "\u{503C}", "\u{5360}", "\u{9762}", "\u{4EF7}", "\u{57DF}",
        "\u{522B}",
        "\u{95F4}", "\u{5206}", "\u{7EA7}", "\u{5757}", "\u{957F}", "\u{6C11}",
    ]
}
