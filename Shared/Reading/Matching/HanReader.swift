import Evidence
import Gazetteer

/// Finds Chinese names by their last characters, with left edges at places, particles and verbs.
struct HanReader {
    let page: NamePage
    /// For each token the start of the longest sure form that ends before it; -1 for none.
    let knownStarts: [Int32]
    /// For each token the longest sure form that starts there; -1 for none.
    let knownAt: [Int32]
    /// Characters of ordinary words, which are no particles or verbs there.
    let isInsideWord: [Bool]

    private static let kinds: [(LexicalClass, EntityKind, Double)] = [
        (.zhCompanySuffix, .company, 0.8), (.zhFinancierSuffix, .financier, 0.78),
        (.zhBodySuffix, .publicBody, 0.75), (.zhOrganizationSuffix, .organization, 0.75),
        (.zhMediaSuffix, .organization, 0.7), (.zhPolicySuffix, .policy, 0.6),
        (.zhEventSuffix, .event, 0.6),
    ]
    /// The longest name, in characters.
    private static let lengthMax = 24
    private static let openLengthMax = 14

    init(page: NamePage) {
        self.page = page
        var starts = [Int32](repeating: -1, count: page.tokens.count + 1)
        var at = [Int32](repeating: -1, count: page.tokens.count + 1)
        for (number, match) in page.matches.enumerated()
        where match.record.strength != .contextual && !match.record.isCommon {
            let end = match.tokens.upperBound
            let start = match.tokens.lowerBound
            if starts[end] < 0 || start < Int(starts[end]) { starts[end] = Int32(start) }
            if at[start] < 0 || page.matches[Int(at[start])].tokens.count < match.tokens.count {
                at[start] = Int32(number)
            }
        }
        knownStarts = starts
        var inside = [Bool](repeating: false, count: page.tokens.count)
        for start in page.tokens.indices {
            guard let end = page.hits.end(of: .zhWord, at: start), end - start > 1 else { continue }
            for index in start..<end { inside[index] = true }
        }
        isInsideWord = inside
        knownAt = at
    }

    func known(at start: Int) -> AliasIndex.Match? {
        knownAt.indices.contains(start) && knownAt[start] >= 0
            ? page.matches[Int(knownAt[start])] : nil
    }

    func read() -> [Candidate] {
        var found: [Candidate] = []
        for index in page.tokens.indices {
            if let name = branch(at: index) { found.append(name) }
            guard page.flags(index).contains(.han) else {
                if let name = latin(at: index) { found.append(name) }
                if let name = latinAndTrade(at: index) { found.append(name) }
                continue
            }
            for (suffix, kind, score) in Self.kinds {
                guard let end = page.hits.end(of: suffix, at: index) else { continue }
                if let name = name(endingWith: index..<end, kind, score) { found.append(name) }
            }
            if let name = role(at: index) { found.append(name) }
            if let name = side(at: index) { found.append(name) }
            if let name = person(at: index) { found.append(name) }
            if let name = territory(at: index) { found.append(name) }
            if let name = openBody(at: index) { found.append(name) }
            if let name = afterRole(at: index) { found.append(name) }
            if let name = foreigner(at: index) { found.append(name) }
            if let name = spelt(at: index) { found.append(name) }
            if let name = signed(at: index) { found.append(name) }
            if let name = addressed(at: index) { found.append(name) }
            if let name = slotted(at: index) { found.append(name) }
            if let name = local(at: index) { found.append(name) }
            if let name = brandAndTrade(at: index) { found.append(name) }
            if let name = called(at: index) { found.append(name) }
            if let name = quoted(at: index) { found.append(name) }
        }
        return found
    }

    // MARK: - Left edges

    /// A stretch to the left of a suffix, and whether something sure stands at its edge.
    struct Edge {
        var start: Int
        var places = 0
        var known: AliasIndex.Match?
        var isAnchored = false
        /// Whether a deed that is a body's task stands before its ending: 服务 of 政务服务局.
        var hasTask = false
    }

    func edge(before suffix: Int) -> Edge? {
        var edge = Edge(start: suffix)
        var contentEnd = suffix
        while edge.start > 0, suffix - edge.start < Self.lengthMax {
            let index = edge.start
            if index == suffix, let open = parenthesis(before: suffix) {
                edge.start = open
                contentEnd = open
                continue
            }
            if stops(before: index) {
                edge.isAnchored = true
                break
            }
            if knownStarts[index] >= 0 {
                let start = Int(knownStarts[index])
                guard suffix - start <= Self.lengthMax else { break }
                edge.start = start
                if let match = known(at: start) { note(match, in: &edge) }
                edge.isAnchored = true
                // What stands before a place or company that begins a name is no part of it.
                if start == 0 || knownStarts[start] < 0 { break }
                continue
            }
            if endsStopWord(index) {
                // 建设 before 有限公司 is part of the name, not a verb before it.
                if page.hits.has(.zhLegalSuffix, at: suffix), isRoleEnd(index) {
                    edge.start -= 1
                    continue
                }
                if index == contentEnd, isLegalSuffix(suffix), let verb = verbStart(before: index) {
                    edge.start = verb
                    contentEnd = verb
                    continue
                }
                if index == contentEnd,
                    isBodySuffix(suffix) || page.hits.has(.zhCompanySuffix, at: suffix),
                    isTask(before: index)
                {
                    edge.start -= 2
                    contentEnd = edge.start
                    edge.hasTask = true
                    continue
                }
                edge.isAnchored = true
                break
            }
            edge.start -= 1
        }
        if edge.start == 0 { edge.isAnchored = true }
        if edge.hasTask, edge.places == 0 || edge.start == contentEnd { return nil }
        if !edge.isAnchored, suffix - edge.start > Self.openLengthMax { return nil }
        return edge
    }

    /// Where the parenthesis of 海川国际（香港）有限公司 and 海川（香港）投资有限公司 opens.
    private func parenthesis(before suffix: Int) -> Int? {
        guard suffix > 4, page.hits.has(.zhLegalSuffix, at: suffix) else { return nil }
        var close = suffix - 1
        while suffix - close < 5, close > 4, page.flags(close).contains(.han) { close -= 1 }
        guard page.tokens[close].word == NameWords.close else { return nil }
        return (max(1, close - 6)..<close - 1).last { page.tokens[$0].word == NameWords.open }
    }

    private func isLegalSuffix(_ index: Int) -> Bool {
        page.hits.has(.zhLegalSuffix, at: index) || page.hits.has(.zhOrganizationSuffix, at: index)
    }

    private func isBodySuffix(_ index: Int) -> Bool {
        page.hits.has(.zhBodySuffix, at: index) || page.hits.has(.zhOpenBody, at: index)
    }

    private func isTask(before index: Int) -> Bool {
        index > 2 && Self.tasks.contains(page.plain(index - 2..<index))
    }

    /// 企业 of 电讯企业方案有限公司: a role inside a name in law.
    private func isRoleEnd(_ index: Int) -> Bool {
        let classes = page.hits.ends[index - 1]
        // 初创公司 before a name is a role all the same.
        let isWhole = (4...6).contains {
            index >= $0 && page.hits.end(of: .zhRole, at: index - $0, is: index)
        }
        return classes.contains(.zhRole) && !classes.contains(.zhStop) && index > 3 && !isWhole
            && page.flags(index - 3).contains(.han) && !endsStopWord(index - 2)
    }

    private func note(_ match: AliasIndex.Match, in edge: inout Edge) {
        if page.places.place(startingAt: match.tokens.lowerBound)?.tokens == match.tokens {
            edge.places += match.tokens.count
        } else {
            edge.known = match
        }
    }

    func stops(before index: Int) -> Bool {
        let before = page.flags(index - 1)
        let here = index < page.tokens.count ? page.flags(index) : []
        if before.contains(.mark) || here.contains(.quoteBefore) { return true }
        if here.contains(.lineBefore), here.contains(.shortLineBefore) { return true }
        return !before.contains(.han) && here.contains(.spaceBefore)
            && !(page.isNameWord(index - 1) && index < page.tokens.count && page.isNameWord(index)
                && !here.contains(.lineBefore))
    }

    /// Where a verb of two characters that ends here starts.
    private func verbStart(before index: Int) -> Int? {
        index > 1 && page.hits.end(of: .zhStop, at: index - 2, is: index)
            && !page.hits.has(.zhNoSlot, at: index - 2) ? index - 2 : nil
    }

    /// 西班牙因德拉公司, 甘肃万维: a character that is a word elsewhere, right after a place.
    private func isSpelling(_ index: Int) -> Bool {
        Self.spellings.contains(page.tokens[index].word)
            && page.places.place(endingAt: index) != nil
    }

    private static let spellings: Set<Token.Word> = [
        Token.Word(scalar: 0x56E0), Token.Word(scalar: 0x51ED), Token.Word(scalar: 0x4E07),
        Token.Word(scalar: 0x7EA6), Token.Word(scalar: 0x5F52), Token.Word(scalar: 0x9760),
        Token.Word(scalar: 0x5360),
    ]

    func endsStopWord(_ index: Int) -> Bool {
        let classes = page.hits.ends[index - 1]
        if isInsideWord[index - 1] || isSpelling(index - 1) { return false }
        return classes.contains(.zhStop) || classes.contains(.zhPersonTitle)
            || classes.contains(.zhRole)
    }

    // MARK: - Names by suffix

    private func name(
        endingWith suffix: Range<Int>,
        _ kind: EntityKind,
        _ score: Double
    ) -> Candidate? {
        if isInsideLongerSuffix(suffix) { return nil }
        guard var edge = edge(before: suffix.lowerBound), edge.start < suffix.lowerBound else {
            return nil
        }
        // 尼日利亚拉各斯州政府: the state's, whichever country it lies in.
        if let outer = page.places.place(startingAt: edge.start), outer.isCountry,
            let inner = page.places.place(startingAt: outer.tokens.upperBound), !inner.isCountry,
            inner.country == outer.country, inner.tokens.upperBound <= suffix.lowerBound,
            kind == .publicBody
        {
            edge.places -= outer.tokens.count
            edge.start = inner.tokens.lowerBound
        }
        if let start = counted(edge.start, suffix) {
            guard let start, start < suffix.lowerBound else { return nil }
            edge.start = start
        }
        let range = edge.start..<suffix.upperBound
        let core = suffix.lowerBound - edge.start
        if let known = edge.known, known.tokens == edge.start..<suffix.lowerBound,
            kind == .company
        {
            return Candidate(
                tokens: range,
                target: .known(Int(known.record.entity)),
                score: 0.9
            )
        }
        let isLatin =
            core == 1 && page.isNameWord(edge.start) && kind == .company
            && !page.hits.has(.termAcronym, at: edge.start)
        let isRanked =
            core == 1 && kind == .publicBody && page.hits.has(.zhRank, at: edge.start)
            && page.isHanEdge(edge.start) && suffix.count > 2
        if kind == .company, let place = page.places.place(startingAt: range.lowerBound),
            page.hits.end(of: .zhLocalGeneric, at: place.tokens.upperBound, is: range.upperBound)
        {
            return nil
        }
        guard core >= 2 || isLatin || isRanked, isLatin || !isGeneric(range),
            !isOnlyPlaces(edge, core, kind),
            !isKinship(suffix, range)
        else { return nil }
        let sureness = edge.isAnchored ? score : score - 0.2
        let home = page.places.place(startingAt: range.lowerBound)?.country
        if kind == .company, let brand = brand(in: range, before: suffix) {
            if let known = known(at: brand.lowerBound),
                known.tokens == brand.lowerBound..<suffix.lowerBound,
                page.knownKind(at: brand.lowerBound) != .publicBody
            {
                let target = Candidate.Target.known(Int(known.record.entity))
                return Candidate(tokens: brand, target: target, score: 0.9)
            }
            return derived(brand, kind, score: sureness)?.at(home).called(latinCore(brand, suffix))
        }
        // A branch in a place belongs to the name: 海川有限公司海州市分公司.
        if kind == .company, let place = page.places.place(startingAt: range.upperBound),
            let end = page.hits.end(of: .zhBranch, at: place.tokens.upperBound)
        {
            return derived(range.lowerBound..<end, kind, score: sureness + 0.1)?.at(place.country)
        }
        return derived(range, kind, score: sureness)?.at(home)
            .called(latinCore(range, suffix) ?? (kind == .publicBody ? inner(range) : nil))
    }

    /// Vega of Vega公司: words in Latin letters, which texts use alone as well.
    private func latinCore(_ range: Range<Int>, _ suffix: Range<Int>) -> String? {
        let core = range.lowerBound..<suffix.lowerBound
        return (1...3).contains(core.count)
            && core.allSatisfy { page.isNameWord($0) && !page.flags($0).contains(.han) }
            && suffix.count == 2
            ? page.plain(range.lowerBound..<suffix.lowerBound) : nil
    }

    /// 海州市公安局 of 北国省海州市公安局: a city's body without the province before it.
    private func inner(_ range: Range<Int>) -> String? {
        guard let outer = page.places.place(startingAt: range.lowerBound), !outer.isCountry,
            let city = page.places.place(startingAt: outer.tokens.upperBound), !city.isCountry,
            city.tokens.upperBound < range.upperBound
        else { return nil }
        return page.plain(city.tokens.lowerBound..<range.upperBound)
    }

    /// Where a name begins after a number of people, as in 两名海州大学.
    ///
    /// It is `nil` where nothing is counted, and holds `nil` where what is counted is no name: 六所中学.
    private func counted(_ start: Int, _ suffix: Range<Int>) -> Int?? {
        guard !page.hits.has(.zhLegalSuffix, at: suffix.lowerBound) else { return nil }
        // 北国六所中学
        let place = page.places.place(startingAt: start)
        let start = place?.tokens.upperBound ?? start
        var index = start
        while index < suffix.lowerBound,
            page.flags(index).contains(.digit) || page.hits.has(.zhNumber, at: index)
        { index += 1 }
        guard index > start, index < suffix.lowerBound, page.hits.has(.zhCounter, at: index) else {
            return nil
        }
        return .some(page.hits.has(.zhPeopleCounter, at: index) ? index + 1 : nil)
    }

    /// 全资子公司, 母公司 and 合资公司 before another name: a tie, and no name.
    private func isKinship(_ suffix: Range<Int>, _ range: Range<Int>) -> Bool {
        let words = ["\u{5B50}", "\u{6BCD}", "\u{8D44}", "\u{8CC7}", "\u{8054}", "\u{5173}"]
        guard suffix.count == 2, suffix.lowerBound > range.lowerBound,
            words.contains(page.plain(suffix.lowerBound - 1..<suffix.lowerBound)),
            suffix.upperBound < page.tokens.count
        else { return false }
        // SAP子公司, Rostelecom子公司: the parent's own name stands before.
        let core = suffix.lowerBound - 1
        if core > range.lowerBound,
            knownStarts[core] >= 0 || !page.flags(core - 1).contains(.han)
        {
            return true
        }
        let next = page.flags(suffix.upperBound)
        return !next.contains(.mark) && !page.hits.has(.zhStop, at: suffix.upperBound)
    }

    /// Whether a longer suffix starts before this one and covers it: 有限公司 over 公司.
    private func isInsideLongerSuffix(_ suffix: Range<Int>) -> Bool {
        for start in max(0, suffix.lowerBound - 6)..<suffix.lowerBound {
            for (kind, _, _) in Self.kinds {
                if let end = page.hits.end(of: kind, at: start), end >= suffix.upperBound {
                    return true
                }
            }
        }
        return false
    }

    func isGeneric(_ range: Range<Int>) -> Bool {
        if page.hits.end(of: .zhGeneric, at: range.lowerBound, is: range.upperBound) {
            return true
        }
        // A generic phrase after nothing but places and numbers: 中国电信公司 is not, 两家公司 is.
        return range.contains { index in
            page.hits.end(of: .zhGeneric, at: index, is: range.upperBound)
                && index - range.lowerBound < 2
        }
    }

    /// 中国公司 names nobody; 湖南大学 and 北京银行 do.
    private func isOnlyPlaces(_ edge: Edge, _ core: Int, _ kind: EntityKind) -> Bool {
        guard edge.places == core else { return false }
        guard let place = page.places.place(startingAt: edge.start) else { return true }
        return place.isCountry || kind == .company || kind == .policy || kind == .event
    }

    func derived(_ range: Range<Int>, _ kind: EntityKind, score: Double) -> Candidate? {
        let text = page.plain(range)
        return Candidate(
            tokens: range,
            target: .derived(
                DerivedName(
                    kind: kind,
                    name: text,
                    key: NameKey.key(page.text, range, kind: kind),
                    language: "zh"
                )
            ),
            score: score
        )
    }
}
