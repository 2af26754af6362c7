import Evidence
import Gazetteer

/// Chinese names that no list and no company's ending reveals.
extension HanReader {
    // MARK: - Brands

    /// 培生集团 of 英国培生集团, Veridos公司 of 德国Veridos公司: a brand after the country it is from.
    ///
    /// A name in law, or one that holds a word of its trade, keeps the country: 中国电信集团.
    func brand(in range: Range<Int>, before suffix: Range<Int>) -> Range<Int>? {
        guard let place = page.places.place(startingAt: range.lowerBound), place.isCountry,
            place.tokens.upperBound < suffix.lowerBound,
            !page.hits.end(of: .zhLegalSuffix, at: suffix.lowerBound, is: suffix.upperBound)
        else { return nil }
        let core = place.tokens.upperBound..<suffix.lowerBound
        let rest = core.lowerBound..<range.upperBound
        let isLatin = core.allSatisfy { !page.flags($0).contains(.han) }
        let isKnown = page.knownEnd(at: core.lowerBound) == core.upperBound
        let isTrade = core.contains { page.hits.has(.zhTrade, at: $0) }
        guard isLatin || isKnown || core.count >= 2 && !isTrade && !isGeneric(rest) else {
            return nil
        }
        return rest
    }

    // MARK: - After a role

    /// 企业Vega, 当地承包商吴哥安保, 软件企业禾木科技: a role, and a name up to a clear edge.
    func afterRole(at index: Int) -> Candidate? {
        guard let start = page.hits.end(of: .zhRole, at: index), start < page.tokens.count,
            !page.flags(start).contains(.quoteBefore), !page.flags(start).contains(.lineBefore),
            known(at: start) == nil, page.knownEnd(at: start) == nil
        else { return nil }
        // 霍尼韦尔公司设计: the role ends a name of its own.
        let isTail =
            knownStarts[index] >= 0 && page.places.place(endingAt: index) == nil
            || index > 0 && !page.flags(index - 1).contains(.han)
                && !page.flags(index - 1).contains(.mark)
        let isCovered = knownStarts[start] >= 0 && Int(knownStarts[start]) < index
        guard !isTail, !isCovered else { return nil }
        if page.isNameWord(start) || isMixedWord(start) {
            var end = start + 1
            while end < page.tokens.count, end - start < 5, !page.flags(end).contains(.mark),
                !page.flags(end).contains(.han), page.isNameWord(end),
                !page.flags(end).contains(.lineBefore)
            { end += 1 }
            return derived(start..<end, .company, score: 0.76)?.at(home(beforeRole: index))
        }
        let isChild = page.plain(index..<start).hasSuffix("\u{5B50}\u{516C}\u{53F8}")
        guard page.flags(start).contains(.han),
            let home = origin(beforeRole: index) ?? (isChild ? (nil, true) : nil)
        else { return nil }
        var end = start
        while end < page.tokens.count, end - start < 8, isPart(end) { end += 1 }
        guard end - start >= 2, end == page.tokens.count || isRightEdge(end),
            !page.hits.has(.zhNoName, at: start), !page.hits.has(.zhRole, at: start)
        else { return nil }
        return derived(start..<end, .company, score: 0.66)?.at(home.country)
    }

    /// 由LG提供, 与Protean签约: a word in Latin letters between a coverb and a deed.
    func latin(at index: Int) -> Candidate? {
        guard index > 0, page.isNameWord(index) || isMixedWord(index),
            page.flags(index - 1).contains(.han),
            !page.isNameWord(index - 1), isOpenLatin(index),
            page.places.place(endingAt: index) != nil || isFounded(before: index)
                || page.hits.has(.zhJoint, at: index - 1)
                || page.hits.has(.zhOf, at: index - 1) && origin(beforeRole: index - 1) != nil
                || Self.coverbs.contains(page.plain(index - 1..<index))
        else { return nil }
        var end = index + 1
        while end < page.tokens.count, end - index < 5, !page.flags(end).contains(.mark),
            !page.flags(end).contains(.han), page.isNameWord(end),
            !page.flags(end).contains(.lineBefore)
        { end += 1 }
        // 本地的Eko Innovation、…
        if page.hits.has(.zhOf, at: index - 1) || isFounded(before: index),
            end < page.tokens.count
        {
            guard end - index > 1 || !page.flags(index).contains(.allCaps) else { return nil }
            return derived(index..<end, .company, score: 0.62)
        }
        guard end < page.tokens.count, page.flags(end).contains(.han),
            !page.flags(end).contains(.mark),
            (end..<min(end + 3, page.tokens.count)).contains(where: {
                page.hits.has(.zhCompanyFrame, at: $0)
            })
        else { return nil }
        return derived(index..<end, .company, score: 0.62)
    }

    /// Whether words in Latin letters that start here are no known name as a whole.
    private func isOpenLatin(_ index: Int) -> Bool {
        guard let end = page.knownEnd(at: index) else { return true }
        return end < page.tokens.count && page.isNameWord(end)
            && !page.flags(end).contains(.lineBefore)
            && page.knownKind(at: index) == .company && page.hits.has(.zhOf, at: index - 1)
    }

    /// 两人创办的Kenda ID, 本地Kenda Print: what stands before a young or local company.
    private func isFounded(before index: Int) -> Bool {
        page.hits.ends[index - 1].contains(.zhFounded)
    }

    /// 由资拓宏宇承作, 批予资拓宏宇: characters of no known word between a mark of the doer and a deed.
    func slotted(at index: Int) -> Candidate? {
        guard index > 0, !page.flags(index).contains(.quoteBefore), known(at: index) == nil,
            page.knownEnd(at: index) == nil, !page.hits.has(.zhNoName, at: index),
            opensSlot(before: index)
        else { return nil }
        var end = index
        while end < page.tokens.count, end - index <= Self.slotMax, isPart(end),
            known(at: end) == nil, page.places.place(startingAt: end) == nil,
            !page.hits.has(.zhRole, at: end), !page.hits.has(.zhNoSlot, at: end),
            !page.hits.has(.zhBodySuffix, at: end), !page.hits.has(.zhSlotEnd, at: end),
            !page.hits.has(.zhSlotBuy, at: end)
        { end += 1 }
        // 朔星软件: a line of trade ends a name, though alone it is none.
        if end - index >= 2, let stop = page.hits.end(of: .zhTrade, at: end),
            stop - index <= Self.slotMax, page.hits.has(.zhSlotEnd, at: stop)
        {
            end = stop
        }
        let isSold = ["\u{5411}", "\u{4ECE}"].contains(page.plain(index - 1..<index))
        guard (2...Self.slotMax).contains(end - index), end < page.tokens.count,
            page.hits.has(isSold ? .zhSlotBuy : .zhSlotEnd, at: end)
        else { return nil }
        return derived(index..<end, .company, score: 0.58)
    }

    /// The longest name that only its place in a sentence shows, in characters.
    private static let slotMax = 7

    func opensSlot(before index: Int) -> Bool {
        (max(0, index - 3)..<index).contains {
            page.hits.end(of: .zhSlot, at: $0, is: index) && !(isInsideWord[$0] && index - $0 == 1)
        }
    }

    /// What marks a party before a deed.
    private static let coverbs: Set<String> = [
        "\u{7531}", "\u{5411}", "\u{88AB}", "\u{540C}", "\u{4E0E}", "\u{8207}", "\u{548C}",
    ]

    /// A word such as 42dot that begins with a figure.
    private func isMixedWord(_ index: Int) -> Bool {
        let surface = page.surface(index..<index + 1)
        return !page.flags(index).contains(.han) && surface.first?.isNumber == true
            && surface.contains(where: \.isLetter)
    }

    /// Whether a character can belong to a name that has begun.
    private func isPart(_ index: Int) -> Bool {
        let flags = page.flags(index)
        guard flags.contains(.han), !flags.contains(.mark), !flags.contains(.quoteBefore),
            !flags.contains(.lineBefore)
        else { return false }
        // 签约 is a word and a deed: it ends the name before it.
        let isDeed = page.hits.has(.zhStop, at: index) && page.hits.has(.zhWord, at: index)
        if isInsideWord[index], !isDeed { return true }
        return !page.hits.has(.zhStop, at: index) && !page.hits.has(.zhNoName, at: index)
    }

    private func home(beforeRole role: Int) -> EntityID? {
        origin(beforeRole: role)?.country ?? nil
    }

    /// The country before a role, or 本地 and 当地: only then is what follows a name.
    private func origin(beforeRole role: Int) -> (country: EntityID?, Bool)? {
        var index = role
        while index > 0, role - index < 7 {
            if let place = page.places.place(endingAt: index) { return (place.country, true) }
            if page.flags(index - 1).contains(.mark) || !page.flags(index - 1).contains(.han) {
                return nil
            }
            let pair = index >= 2 ? page.plain(index - 2..<index) : ""
            if ["\u{672C}\u{5730}", "\u{5F53}\u{5730}", "\u{672C}\u{571F}", "\u{672C}\u{56FD}"]
                .contains(pair)
            {
                return (nil, true)
            }
            index -= 1
        }
        return nil
    }

    // MARK: - Bodies of any task

    /// 国家登记局, 公共服务与行政改革部, 内政、移民与安全部: an ending, and a task between clear edges.
    func openBody(at index: Int) -> Candidate? {
        guard let end = page.hits.end(of: .zhOpenBody, at: index), isBodyEdge(index, end),
            let edge = hardEdge(before: index) ?? edge(before: index)
        else { return nil }
        var start = edge.start
        var known = edge.known
        var isJoined = false
        // X与Y部: the words before 与 belong to the name where nothing else ends there.
        while start > 1, end - start < 40, page.places.place(startingAt: start) == nil,
            !page.hits.has(.zhRank, at: start), joins(start - 1) || isListMark(start - 1, isJoined),
            let left = leftPart(before: start - 1), !endsName(start - 1)
        {
            isJoined = true
            start = left
            known = nil
        }
        let place = page.places.place(startingAt: start)
        guard known == nil, end - start <= (place == nil ? 26 : 36) else { return nil }
        let taskStart = place.map { min($0.tokens.upperBound, index) } ?? start
        let core = index - taskStart
        guard core >= 2, core <= (isJoined && place != nil ? 30 : 18), !isGeneric(taskStart..<end)
        else { return nil }
        let isHard = start == 0 || page.flags(start - 1).contains(.mark) || page.isHanEdge(start)
        guard place != nil || isHard && core >= 3 else { return nil }
        let score = (place != nil ? 0.74 : 0.6) + (isJoined ? 0.04 : 0)
        guard var candidate = derived(taskStart..<end, .publicBody, score: score) else {
            return nil
        }
        candidate.tokens = start..<end
        if case .derived(var name) = candidate.target {
            name.scope = place?.entity
            name.home = place?.country
            if place != nil { name.name = page.plain(start..<end) }
            candidate.target = .derived(name)
        }
        return candidate
    }

    /// 土地管理档案局: from a mark or the line's start to the ending, and no deed between but tasks.
    private func hardEdge(before suffix: Int) -> Edge? {
        var start = suffix
        var hasTask = false
        while start > 0, !stops(before: start) {
            guard page.flags(start - 1).contains(.han), suffix - start < Self.hardMax,
                knownStarts[start] < 0
            else { return nil }
            if endsStopWord(start) {
                guard start > 1, Self.inner.contains(page.plain(start - 2..<start)) else {
                    return nil
                }
                hasTask = true
                start -= 1
            }
            start -= 1
        }
        guard hasTask, suffix - start > 3, page.places.place(startingAt: start) == nil,
            !Self.inner.contains(page.plain(start..<start + 2))
        else { return nil }
        return Edge(start: start, isAnchored: true)
    }

    private static let hardMax = 10
    /// Tasks inside a body's name.
    private static let inner: Set<String> = [
        "\u{670D}\u{52A1}", "\u{7BA1}\u{7406}", "\u{76D1}\u{7763}", "\u{5EFA}\u{8BBE}",
        "\u{5F00}\u{53D1}", "\u{767B}\u{8BB0}",
    ]

    /// Whether a word joins the parts of a name here: 与, but not 以及.
    private func joins(_ index: Int) -> Bool {
        page.hits.has(.zhJoint, at: index)
            && !(index > 0 && page.plain(index - 1..<index + 1) == "\u{4EE5}\u{53CA}")
    }

    /// Where the part of a joined name that ends before a token begins: after a mark or at a place.
    private func leftPart(before end: Int) -> Int? {
        var start = end
        while start > 0, end - start < 9 {
            if let place = page.places.place(endingAt: start), start < end {
                return end - start >= 2 ? place.tokens.lowerBound : nil
            }
            let flags = page.flags(start - 1)
            let isEdge =
                flags.contains(.mark) || !flags.contains(.han)
                || start < page.tokens.count
                    && (page.flags(start).contains(.lineBefore)
                        || page.flags(start).contains(.quoteBefore))
            if isEdge { return end - start >= 2 ? start : nil }
            if page.hits.ends[start - 1].contains(.zhStop), !isInsideWord[start - 1],
                !Self.tasks.contains(page.plain(max(0, start - 2)..<start))
            {
                return end - start >= 2 ? start : nil
            }
            start -= 1
        }
        return nil
    }

    /// Deeds that are tasks of bodies as well.
    static let tasks: Set<String> = [
        "\u{91C7}\u{8D2D}", "\u{63A8}\u{8FDB}", "\u{6307}\u{5BFC}", "\u{8FD0}\u{8425}",
        "\u{670D}\u{52A1}", "\u{7BA1}\u{7406}", "\u{76D1}\u{7763}", "\u{5EFA}\u{8BBE}",
        "\u{5F00}\u{53D1}",
        "\u{6295}\u{8D44}", "\u{5408}\u{4F5C}", "\u{6807}\u{51C6}", "\u{521B}\u{65B0}",
    ]

    /// Whether what ends here is a body's ending: 部 of 内务部，, but not of 全部 or 部署.
    private func isBodyEdge(_ index: Int, _ end: Int) -> Bool {
        for start in max(0, end - 5)...index {
            for stop in end...min(page.tokens.count, end + 1)
            where page.hits.end(of: .zhNoBody, at: start, is: stop) { return false }
        }
        guard end < page.tokens.count else { return true }
        let flags = page.flags(end)
        if !flags.contains(.han) || flags.contains(.mark) { return true }
        if flags.contains(.quoteBefore) || flags.contains(.lineBefore) { return true }
        return page.hits.has(.zhStop, at: end) || page.hits.has(.zhJoint, at: end)
            || page.hits.has(.zhPersonTitle, at: end)
    }

    private func isListMark(_ index: Int, _ isJoined: Bool) -> Bool {
        isJoined && page.plain(index..<index + 1) == "\u{3001}"
    }

    /// Whether a name of its own ends before a token: 财政部 of 财政部与税务局.
    private func endsName(_ index: Int) -> Bool {
        if knownStarts[index] >= 0 { return true }
        let classes = page.hits.ends[index - 1]
        return classes.contains(.zhOpenBody) || classes.contains(.zhCompanySuffix)
            || classes.contains(.zhBodySuffix) || classes.contains(.zhFinancierSuffix)
            || classes.contains(.zhOrganizationSuffix) || classes.contains(.zhRole)
    }

    // MARK: - People

    /// 部长马季耶夫, 首席执行官鲁塔·扬考斯凯内: a title and a name in Chinese characters.
    func foreigner(at index: Int) -> Candidate? {
        guard let start = page.hits.end(of: .zhPersonTitle, at: index), start < page.tokens.count,
            known(at: start) == nil, !page.hits.has(.zhPersonTitle, at: start)
        else { return nil }
        var end = start
        var hasDot = false
        while end < page.tokens.count, end - start < 14 {
            if isDot(end), end > start {
                hasDot = true
                end += 1
                continue
            }
            guard isPart(end) else { break }
            end += 1
        }
        let title = page.plain(index..<start)
        let isLoose = [
            "\u{4E13}\u{5BB6}", "\u{8BB0}\u{8005}", "\u{5206}\u{6790}\u{5E08}", "\u{8BAE}\u{5458}",
            "\u{5F8B}\u{5E08}",
        ]
        .contains(title)
        guard hasDot || !isLoose, (2...(hasDot ? 14 : 6)).contains(end - start), isRightEdge(end),
            !Self.noPerson.contains(page.plain(start..<start + 1))
        else { return nil }
        return derived(start..<end, .person, score: hasDot ? 0.74 : 0.58)
    }

    private func isDot(_ index: Int) -> Bool {
        ["\u{00B7}", "\u{2022}", "\u{30FB}", "\u{FF65}"].contains(page.plain(index..<index + 1))
    }

    /// Characters after a title that begin no name.
    private static let noPerson: Set<String> = [
        "\u{5E9C}", "\u{56E2}", "\u{4F1A}", "\u{4EE4}", "\u{5236}", "\u{5BA4}", "\u{5904}",
        "\u{804C}",
        "\u{4EFB}", "\u{9009}", "\u{5019}", "\u{529E}", "\u{7EA7}", "\u{4EEC}", "\u{517C}",
        "\u{5C81}",
        "\u{7EC4}", "\u{578B}", "\u{5927}", "\u{4E00}", "\u{4EBA}", "\u{8001}", "\u{5C0F}",
        "\u{52A9}",
    ]
}
