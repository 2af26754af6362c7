import Evidence

/// Bodies in Chinese, whose place, portfolio and class stand in this order.
extension BodyParser {
    /// 埃及教育部, 教育部, 湖南省教育厅.
    func chinese(_ hit: PhraseHits.Hit) -> Found? {
        if hit.range.upperBound < text.tokens.count,
            Self.goOn.contains(text.tokens[hit.range.upperBound].word),
            hit.range.upperBound + 1 >= text.tokens.count
                || !Self.begins.contains(text.tokens[hit.range.upperBound + 1].word)
        {
            return nil
        }
        var start = hit.range.lowerBound
        var list: [BodyComposer.Parts.Portfolio] = []
        if form(hit).hasPortfolio {
            while let portfolio = portfolios.ending(at: start).first {
                list.insert(known(portfolio), at: 0)
                start = portfolio.range.lowerBound
                guard start > 0, joins(text.tokens[start - 1].word, list.count),
                    !portfolios.ending(at: start - 1).isEmpty
                else { break }
                start -= 1
            }
            guard !list.isEmpty else { return nil }
        }
        if start > 1, text.tokens[start - 2].word == Self.national.0,
            text.tokens[start - 1].word == Self.national.1
        {
            start -= 2
        }
        let parts = BodyComposer.Parts(form: Int(hit.value), portfolios: list)
        var found = Found(tokens: start..<hit.range.upperBound, parts: parts)
        if let place = places.place(endingAt: start) {
            found.place = place.entity
            found.tokens = place.tokens.lowerBound..<hit.range.upperBound
        } else if let city = rank(before: start, hit) {
            found.place = city.place
            found.tokens = city.start..<hit.range.upperBound
        } else if start > 1, text.tokens[start - 2].word == Self.this,
            text.tokens[start - 1].word == Self.country, let nation = lastCountry(before: start - 2)
        {
            found.place = nation
            found.tokens = start..<hit.range.upperBound
        } else if let nation = nation(before: start) {
            found.place = nation
            found.tokens = start - 1..<hit.range.upperBound
        } else if !form(hit).hasPortfolio, isLeftEdge(start), isSoleBody(hit.range) {
            found.isPlain = true
        } else if !form(hit).hasPortfolio || !isLeftEdge(start) {
            return nil
        }
        return isUnquoted(found.tokens) ? found : nil
    }

    /// Whether a word joins portfolios: 与, and before one of two that it joins the comma of a list,
    /// 通信、技术与创新部.
    private func joins(_ word: Token.Word, _ count: Int) -> Bool {
        NameWords.hanAnd.contains(word) || count > 1 && word == NameWords.enumerationComma
    }

    /// 该国通信部: the country that was named last.
    private func lastCountry(before index: Int) -> EntityID? {
        for start in stride(from: index - 1, through: max(0, index - Self.countryReach), by: -1) {
            guard let place = places.place(startingAt: start), place.isCountry else { continue }
            // 由甲国企业建设: where the builder is from.
            if start == 0 || text.tokens[start - 1].word != Self.by { return place.entity }
        }
        return nil
    }

    private static let by = Token.Word(scalar: 0x7531)

    /// How far back a country may have been named, in tokens.
    private static let countryReach = 240
    private static let country = Token.Word(scalar: 0x56FD)

    /// 吉内务部: the country that one character stands for, before a body.
    private func nation(before start: Int) -> EntityID? {
        start > 0 && isLeftEdge(start - 1) ? initial(start - 1) : nil
    }

    /// The city or province of a body that is named by its rank only, and where the name starts.
    private func rank(before start: Int, _ hit: PhraseHits.Hit) -> (start: Int, place: EntityID)? {
        let isInside =
            !form(hit).hasPortfolio && start == hit.range.lowerBound
            && hit.range.count > 2 && Self.ranks.contains(text.tokens[start].word)
        let first = isInside ? start : start - 1
        guard first >= 0, Self.ranks.contains(text.tokens[first].word), isLeftEdge(first) else {
            return nil
        }
        let isThis = first > 0 && text.tokens[first - 1].word == Self.this
        return lastCity(before: first, isNear: false).map { (isThis ? first - 1 : first, $0) }
    }

    /// What makes another word of an ending: 部门, 局长, 部队, 部级, 部件.
    private static let goOn: Set<Token.Word> = [
        Token.Word(scalar: 0x95E8), Token.Word(scalar: 0x957F), Token.Word(scalar: 0x961F),
        Token.Word(scalar: 0x7EA7), Token.Word(scalar: 0x4EF6),
    ]

    /// What makes another word of those: 长期, 长达, 长久, 门户, 门禁.
    private static let begins: Set<Token.Word> = [
        Token.Word(scalar: 0x671F), Token.Word(scalar: 0x8FBE), Token.Word(scalar: 0x4E45),
        Token.Word(scalar: 0x6237), Token.Word(scalar: 0x7981),
    ]

    /// 该 of 该市公安局.
    private static let this = Token.Word(scalar: 0x8BE5)

    private static let ranks: Set<Token.Word> = [
        Token.Word(scalar: 0x5E02), Token.Word(scalar: 0x7701), Token.Word(scalar: 0x5DDE),
        Token.Word(scalar: 0x53BF), Token.Word(scalar: 0x533A),
    ]

    /// The characters of the word that means "national".
    private static let national = (Token.Word(scalar: 0x56FD), Token.Word(scalar: 0x5BB6))
}
