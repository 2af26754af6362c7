import Evidence
import Gazetteer

/// Chinese short names of companies that hold no legal form: 海州问渠, 海川软件, 一家名为“海川”的公司.
extension HanReader {
    /// The longest such name without its place, in characters.
    private static let localMax = 6

    // MARK: - Place and name

    /// 请海州问渠定制: a place and characters of no known word, beside words of a deal.
    ///
    /// Where the name ends with a trade, as 海州问渠医疗科技 does, clear edges are enough.
    func local(at index: Int) -> Candidate? {
        guard page.flags(index).contains(.han), let place = page.places.place(startingAt: index),
            !place.isCountry, !place.isDemonym, page.isHanEdge(index) || isSold(before: index)
        else { return nil }
        let start = place.tokens.upperBound
        guard let end = openEnd(from: start, max: Self.localMax), end - start >= 2 else {
            return nil
        }
        let isTrade = page.hits.ends[end - 1].contains(.zhCompanyTail) && end - start >= 4
        guard isTrade || isBesideDeal(index..<end) else { return nil }
        return derived(index..<end, .company, score: isTrade ? 0.76 : 0.7)?.at(place.country)
    }

    // MARK: - Name and trade

    /// 由海川软件承建: characters of no known word and a trade, beside words of a deal.
    func brandAndTrade(at index: Int) -> Candidate? {
        guard page.flags(index).contains(.han),
            page.isHanEdge(index) || isSold(before: index) || isFromPlace(index),
            page.places.place(startingAt: index) == nil,
            let end = openEnd(from: index, max: 5), end - index >= 4,
            let tail = (index + 2...min(index + 3, end - 1)).first(where: {
                page.hits.end(of: .zhBrandTail, at: $0, is: end)
            }), !(index..<tail).contains(where: { page.hits.has(.zhTrade, at: $0) }),
            !(index..<tail).allSatisfy({ isInsideWord[$0] }),
            isBesideDeal(index..<end) || isCell(index..<end)
        else { return nil }
        return derived(index..<end, .company, score: 0.68)
    }

    /// 由Kenda软件承建: a word in Latin letters and a trade, beside words of a deal.
    func latinAndTrade(at index: Int) -> Candidate? {
        guard page.isNameWord(index), index == 0 || !page.isNameWord(index - 1),
            !page.flags(index).contains(.han), page.knownEnd(at: index) == nil
        else { return nil }
        var start = index + 1
        while start < page.tokens.count, start - index < 4, !page.flags(start).contains(.han),
            page.isNameWord(start), !page.flags(start).contains(.lineBefore)
        { start += 1 }
        guard start < page.tokens.count, !page.flags(start).contains(.lineBefore),
            !page.flags(start).contains(.spaceBefore),
            let end = page.hits.end(of: .zhBrandTail, at: start), isNameEnd(end),
            isBesideDeal(index..<end) || isCell(index..<end)
                || index > 0 && page.hits.ends[index - 1].contains(.zhRole)
        else { return nil }
        return derived(index..<end, .company, score: 0.78)?.called(page.plain(index..<start))
    }

    // MARK: - Called so

    /// 一家名为“海川”的公司, 一家名叫Kenda Investment的本地企业.
    func called(at index: Int) -> Candidate? {
        guard let start = page.hits.end(of: .zhCalled, at: index), start < page.tokens.count,
            known(at: start) == nil, page.knownEnd(at: start) == nil
        else { return nil }
        let isCounted = (max(0, index - 2)..<index).contains {
            page.hits.has(.zhCounted, at: $0)
        }
        var end = start
        let isQuoted = page.flags(start).contains(.quoteBefore)
        while end < page.tokens.count, end - start < 12 {
            let flags = page.flags(end)
            if flags.contains(.mark) || end > start && flags.contains(.lineBefore) { break }
            if page.hits.has(.zhOf, at: end) { break }
            if !isQuoted, flags.contains(.han), page.hits.has(.zhStop, at: end) { break }
            end += 1
        }
        guard end - start >= 2 || end > start && !page.flags(start).contains(.han),
            end < page.tokens.count
        else { return nil }
        let isNamed =
            isCounted
            || (end..<min(end + 8, page.tokens.count)).contains {
                page.hits.has(.zhRole, at: $0)
            }
        guard isNamed, isQuoted || page.hits.has(.zhOf, at: end),
            isQuoted == false || end - start < 9
        else { return nil }
        return derived(start..<end, .company, score: 0.74)
    }

    /// 中国“海鸥安检”, “云海智行”公司, 承包商为“航建信息”: a name in quotation marks that the words
    /// around it make a company's.
    func quoted(at index: Int) -> Candidate? {
        guard page.flags(index).contains(.han), page.flags(index).contains(.quoteBefore),
            page.follows(Self.opening, index), known(at: index) == nil,
            page.knownEnd(at: index) == nil
        else { return nil }
        var end = index + 1
        while end < page.tokens.count, end - index <= Self.quotedMax,
            !page.flags(end).contains(.quoteBefore)
        {
            guard page.flags(end).contains(.han), !page.flags(end).contains(.mark) else {
                return nil
            }
            end += 1
        }
        guard (2...Self.quotedMax).contains(end - index), end < page.tokens.count,
            !isGeneric(index..<end)
        else { return nil }
        let isFirm = page.hits.has(.zhQuotedFirm, at: end)
        let before = index > 0 ? page.hits.ends[index - 1] : []
        let isFrom = page.places.place(endingAt: index) != nil
        let isSold = page.hits.has(.zhSlotEnd, at: end) || page.hits.has(.zhSlotBuy, at: end)
        guard
            isFirm || before.contains(.zhRole) || before.contains(.zhFounded)
                || (isFrom || isFromPlace(index)) && isSold
        else { return nil }
        return derived(index..<end, .company, score: isFirm ? 0.78 : 0.74)?
            .at(page.places.place(endingAt: index)?.country)
    }

    private static let quotedMax = 8
    private static let opening: Set<Unicode.Scalar> = [
        "\u{201C}", "\u{300C}", "\u{300E}", "\u{2018}", "\"",
    ]

    // MARK: - Signs

    /// Where characters of no known word that start at a token end at a clear edge.
    private func openEnd(from start: Int, max: Int) -> Int? {
        var end = start
        while end < page.tokens.count, end - start <= max, isOpen(end, isFirst: end == start) {
            end += 1
        }
        guard end > start, end - start <= max, isNameEnd(end) else { return nil }
        return isGeneric(start..<end) || known(at: start) != nil ? nil : end
    }

    /// Whether a character may belong to a name that no list has.
    private func isOpen(_ index: Int, isFirst: Bool) -> Bool {
        let flags = page.flags(index)
        guard flags.contains(.han), !flags.contains(.mark),
            isFirst
                || !flags.contains(.quoteBefore) && !flags.contains(.lineBefore)
                    && !flags.contains(.spaceBefore)
        else { return false }
        let starts = page.hits.starts[index]
        if isInsideWord[index] { return starts.isDisjoint(with: Self.plain) }
        return starts.isDisjoint(with: Self.closed)
    }

    private func isNameEnd(_ end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        let flags = page.flags(end)
        return !flags.contains(.han) || flags.contains(.quoteBefore) || flags.contains(.lineBefore)
            || page.hits.has(.zhSlotEnd, at: end) || page.hits.has(.zhJoint, at: end)
            || page.hits.has(.zhOf, at: end) || page.hits.has(.zhStop, at: end)
            || Self.withWord == page.tokens[end].word
    }

    /// 以 of 由海川以分包方式承建.
    private static let withWord = Token.Word(scalar: 0x4EE5)

    private static let plain: LexicalClasses = [
        LexicalClass.zhPlain.bit, LexicalClass.zhBodySuffix.bit, LexicalClass.zhNoSlot.bit,
        LexicalClass.zhOrganizationSuffix.bit, LexicalClass.zhOpenBody.bit,
    ]
    private static let closed: LexicalClasses = [
        plain, LexicalClass.zhStop.bit, LexicalClass.zhSlotEnd.bit, LexicalClass.zhNoName.bit,
        LexicalClass.zhRole.bit, LexicalClass.zhJoint.bit, LexicalClass.zhOf.bit,
        LexicalClass.zhCompanySuffix.bit, LexicalClass.zhFinancierSuffix.bit,
        LexicalClass.zhEventSuffix.bit, LexicalClass.zhTerritorySuffix.bit,
        LexicalClass.zhPersonTitle.bit, LexicalClass.zhMediaSuffix.bit,
        LexicalClass.zhBodyShort.bit,
    ]

    /// Whether a word that gives someone work ends before a token: 请, 交给, 换成.
    private func isSold(before index: Int) -> Bool {
        index > 0 && page.hits.ends[index - 1].contains(.zhDealBefore) && !isInsideWord[index - 1]
    }

    /// 海州的海川电子: after a place and 的.
    private func isFromPlace(_ index: Int) -> Bool {
        index > 1 && page.hits.has(.zhOf, at: index - 1)
            && page.places.place(endingAt: index - 1) != nil
    }

    private func isBesideDeal(_ range: Range<Int>) -> Bool {
        if isSold(before: range.lowerBound) || isFromPlace(range.lowerBound) { return true }
        guard range.upperBound < page.tokens.count else { return false }
        if page.hits.has(.zhSlotEnd, at: range.upperBound) { return true }
        return isListed(range)
    }

    /// Whether a company that is known stands right before or after in a list.
    private func isListed(_ range: Range<Int>) -> Bool {
        if range.lowerBound > 1,
            Self.commas.contains(page.plain(range.lowerBound - 1..<range.lowerBound)),
            endsCompany(range.lowerBound - 1)
        {
            return true
        }
        let next = range.upperBound + 1
        guard next < page.tokens.count, Self.commas.contains(page.plain(next - 1..<next)) else {
            return false
        }
        return page.knownKind(at: next) == .company
    }

    private func endsCompany(_ end: Int) -> Bool {
        guard knownStarts[end] >= 0 else {
            return page.hits.ends[end - 1].contains(.zhCompanySuffix)
        }
        return page.knownKind(at: Int(knownStarts[end])) == .company
    }

    private static let commas: Set<String> = [
        "\u{3001}", "\u{FF0F}", "/", "\u{FF1B}", ";", "\u{548C}", "\u{4E0E}", "\u{8207}",
    ]

    /// Whether a name stands alone between bars or tabs.
    private func isCell(_ range: Range<Int>) -> Bool {
        isBar(range.lowerBound - 1) && isBar(range.upperBound)
    }

    func isBar(_ index: Int) -> Bool {
        guard page.tokens.indices.contains(index) else { return false }
        return ["|", "\t"].contains(page.plain(index..<index + 1))
    }
}
