import Evidence

/// Finds names of government bodies that are composed of class, portfolio and place.
struct BodyParser {
    let text: TokenisedText
    let composer: BodyComposer
    let places: PlaceMap
    /// Tokens where a catalogued company, person or country starts.
    let isKnownStart: (Int) -> Bool
    /// Tokens before which a Chinese name can begin.
    let isLeftEdge: (Int) -> Bool
    /// The country of the text that a single Chinese character stands for.
    let initial: (Int) -> EntityID?
    /// Whether a Chinese body that stands alone is the country's only one of its kind.
    let isSoleBody: (Range<Int>) -> Bool
    let forms: PhraseHits
    let portfolios: PhraseHits

    /// A body as it stands in the text.
    struct Found {
        var tokens: Range<Int>
        var parts: BodyComposer.Parts
        /// The place that stands at the name.
        var place: EntityID?
        /// Whether it is written as a common noun, so that only a country makes it a name.
        var isPlain = false
    }

    init(
        _ text: TokenisedText,
        composer: BodyComposer,
        places: PlaceMap,
        isKnownStart: @escaping (Int) -> Bool = { _ in false },
        isLeftEdge: @escaping (Int) -> Bool = { $0 == 0 },
        initial: @escaping (Int) -> EntityID? = { _ in nil },
        isSoleBody: @escaping (Range<Int>) -> Bool = { _ in false }
    ) {
        self.text = text
        self.composer = composer
        self.places = places
        self.isKnownStart = isKnownStart
        self.isLeftEdge = isLeftEdge
        self.initial = initial
        self.isSoleBody = isSoleBody
        forms = PhraseHits(of: composer.lexicon.formTable, in: text.tokens)
        portfolios = PhraseHits(of: composer.lexicon.portfolioTable, in: text.tokens)
    }

    func all() -> [Found] {
        forms.all.compactMap { hit in
            isHan(hit.range.lowerBound)
                ? chinese(hit) : english(hit).flatMap { isUnquoted($0.tokens) ? $0 : nil }
        }
    }

    private func isHan(_ index: Int) -> Bool { text.tokens[index].flags.contains(.han) }

    func form(_ hit: PhraseHits.Hit) -> BodyLexicon.Form {
        composer.lexicon.forms[Int(hit.value)]
    }

    // MARK: - English

    private func english(_ hit: PhraseHits.Hit) -> Found? {
        let first = text.tokens[hit.range.lowerBound].flags
        guard form(hit).hasPortfolio else {
            return single(hit).map(widened) ?? localSingle(hit) ?? definite(hit)
        }
        guard first.contains(.capital) else {
            return plain(hit) ?? lowerCase(hit) ?? plainFirst(hit)
        }
        if let found = formFirst(hit) { return widened(found) }
        return formLast(hit)
    }

    /// "the interior ministry", "Poland's digital ministry", "the education ministry of Peru".
    private func lowerCase(_ hit: PhraseHits.Hit) -> Found? {
        guard let portfolio = portfolios.ending(at: hit.range.lowerBound).first else { return nil }
        let start = portfolio.range.lowerBound
        guard start > 0, !joinsAnd(start), !text.tokens[start].flags.contains(.mark) else {
            return nil
        }
        let parts = BodyComposer.Parts(form: Int(hit.value), portfolios: [known(portfolio)])
        guard let found = placed(start..<hit.range.upperBound, parts) else { return nil }
        let isMinistry = text.tokens[hit.range.upperBound - 1].word == Self.ministry
        let place = places.place(endingAt: start)
        if found.place != nil,
            place == nil || place?.isPossessive == true || place?.isDemonym == true
        {
            return isMinistry || place != nil ? found : nil
        }
        return isMinistry && isDefinite(before: start) ? found : local(found, start)
    }

    /// "the municipal data bureau": of the city that was named last.
    private func local(_ found: Found, _ start: Int) -> Found? {
        guard Self.local.contains(text.tokens[start - 1].word), let place = lastCity(before: start)
        else { return nil }
        var local = found
        local.place = place
        local.tokens = start - 1..<found.tokens.upperBound
        return local
    }

    static let local = Set(
        [
            "municipal", "city", "provincial", "county", "district", "local", "regional", "state",
            "departmental", "military", "civil", "metropolitan",
        ]
        .map { Token.Word($0) }
    )

    /// What is never a country's.
    private static let ofCities = Set(
        ["municipal", "city", "county", "district", "provincial", "departmental", "metropolitan"]
            .map { Token.Word($0) }
    )

    /// The city or province that the sentence or line has named last.
    func lastCity(before index: Int, isNear: Bool = true) -> EntityID? {
        let reach = isNear ? Self.cityReach : Self.cityReach * 6
        for start in stride(from: index - 1, through: max(0, index - reach), by: -1) {
            if isNear, text.tokens[start].flags.contains(.blockEnd) { return nil }
            if let place = places.place(startingAt: start), !place.isCountry, !place.isDemonym,
                place.country != nil
            {
                return place.entity
            }
        }
        return nil
    }

    /// How far back a city may have been named, in tokens.
    private static let cityReach = 40

    /// "the" or "its" before a word.
    func isDefinite(before start: Int) -> Bool {
        start > 0 && Self.determiners.contains(text.tokens[start - 1].word)
    }

    private static let determiners = Set(["the", "its", "their"].map { Token.Word($0) })

    private static let ministry = Token.Word("ministry")

    /// "Ministry of Health of Uganda".
    private func formFirst(_ hit: PhraseHits.Hit) -> Found? {
        let next = hit.range.upperBound
        guard next + 1 < text.tokens.count,
            text.tokens[next].word == NameWords.of || text.tokens[next].word == NameWords.for
        else { return nil }
        let (list, end) = portfolioList(from: next + 1)
        guard !list.isEmpty else { return nil }
        let parts = BodyComposer.Parts(form: Int(hit.value), portfolios: list)
        return placed(hit.range.lowerBound..<end, parts)
    }

    /// "Health Ministry", "Ugandan Education Department".
    private func formLast(_ hit: PhraseHits.Hit) -> Found? {
        guard
            let portfolio = portfolios.ending(at: hit.range.lowerBound).first(where: {
                text.tokens[$0.range.lowerBound].flags.contains(.capital)
            })
        else { return nil }
        let start = portfolio.range.lowerBound
        let before = start > 0 ? text.tokens[start - 1] : nil
        let isAlone =
            before.map {
                !$0.flags.contains(.capital) || $0.flags.contains(.mark)
                    || places.place(endingAt: start) != nil
                    || $0.word == NameWords.the
            } ?? true
        guard isAlone, !joinsAnd(start) else { return nil }
        let parts = BodyComposer.Parts(form: Int(hit.value), portfolios: [known(portfolio)])
        return placed(start..<hit.range.upperBound, parts)
    }

    /// "the ministry of posts": in lower case, with an article or a country before it.
    private func plainFirst(_ hit: PhraseHits.Hit) -> Found? {
        let next = hit.range.upperBound
        guard isMinistry(hit), next + 1 < text.tokens.count,
            text.tokens[next].word == NameWords.of,
            let portfolio = portfolios.longest(startingAt: next + 1),
            !text.tokens[next + 1].flags.contains(.capital)
        else { return nil }
        let parts = BodyComposer.Parts(form: Int(hit.value), portfolios: [known(portfolio)])
        guard
            var found = placed(hit.range.lowerBound..<portfolio.range.upperBound, parts),
            found.place != nil || isDefinite(before: hit.range.lowerBound)
        else { return nil }
        found.isPlain = true
        return found
    }

    /// Whether an "and" before a word joins it to a capitalised one: "Development and Reform".
    private func joinsAnd(_ start: Int) -> Bool {
        start > 1 && text.tokens[start - 1].word == NameWords.and
            && text.tokens[start - 2].flags.contains(.capital)
    }

    /// "Parliament of Ghana", "Kenya's central bank": only with a place.
    private func single(_ hit: PhraseHits.Hit) -> Found? {
        let parts = BodyComposer.Parts(form: Int(hit.value))
        guard let found = placed(hit.range, parts), found.place != nil else { return nil }
        // "Police in Ghana" says of no single body where it stands.
        let start = hit.range.lowerBound
        let isDefinite = start > 0 && text.tokens[start - 1].word == NameWords.the
        return found.tokens != hit.range || isDefinite ? found : nil
    }

    /// "Spain's interior ministry", "the health ministry": in lower case, with a country at it or
    /// with an article.
    private func plain(_ hit: PhraseHits.Hit) -> Found? {
        guard let portfolio = portfolios.ending(at: hit.range.lowerBound).first else { return nil }
        let start = portfolio.range.lowerBound
        guard !text.tokens[start].flags.contains(.capital) else { return nil }
        let parts = BodyComposer.Parts(form: Int(hit.value), portfolios: [known(portfolio)])
        guard var found = placed(start..<hit.range.upperBound, parts) else { return nil }
        found.isPlain = true
        found.tokens = whole(start..<hit.range.upperBound)
        if found.place == nil, start > 0, let local = local(found, start) { return local }
        return found.place != nil || (isDefinite(before: start) && isMinistry(hit)) ? found : nil
    }

    /// A common noun with the country that owns it: "Spain's interior ministry".
    private func whole(_ range: Range<Int>) -> Range<Int> {
        guard let place = places.place(endingAt: range.lowerBound), place.isPossessive else {
            return range
        }
        return place.tokens.lowerBound..<range.upperBound
    }

    /// Whether a word of a body is one that there is one of for each portfolio.
    private func isMinistry(_ hit: PhraseHits.Hit) -> Bool { form(hit).id == "ministry" }

    /// "the tax authority": one of which each country has one.
    private func definite(_ hit: PhraseHits.Hit) -> Found? {
        let start = hit.range.lowerBound
        guard hit.range.count > 1, isDefinite(before: start),
            form(hit).id != "government", form(hit).id != "exim",
            !Self.ofCities.contains(text.tokens[start].word)
        else { return nil }
        return Found(
            tokens: hit.range,
            parts: BodyComposer.Parts(form: Int(hit.value)),
            isPlain: true
        )
    }

    /// The portfolios that are listed from a token on, and where the list ends.
    private func portfolioList(
        from start: Int
    ) -> (list: [BodyComposer.Parts.Portfolio], end: Int) {
        var list: [BodyComposer.Parts.Portfolio] = []
        var end = start
        var next: Int? = start
        while var index = next, index < text.tokens.count, list.count < Self.portfoliosMax {
            let hasArticle = text.tokens[index].word == NameWords.the
            if hasArticle { index += 1 }
            guard let (portfolio, after) = portfolio(at: index, isFirst: list.isEmpty),
                list.isEmpty || !hasArticle || portfolios.longest(startingAt: index) != nil
            else { break }
            list.append(portfolio)
            end = after
            next = following(after)
        }
        return (list, end)
    }

    private static let portfoliosMax = 6

    /// Where a further portfolio would start after a comma or "and".
    private func following(_ end: Int) -> Int? {
        guard end + 1 < text.tokens.count, !text.tokens[end - 1].flags.contains(.possessive) else {
            return nil
        }
        if text.tokens[end].word == NameWords.and { return end + 1 }
        guard text.tokens[end].word == NameWords.comma else { return nil }
        if text.tokens[end + 1].word == NameWords.and { return end + 2 }
        return portfolios.longest(startingAt: end + 1) == nil ? nil : end + 1
    }

    private func portfolio(
        at index: Int,
        isFirst: Bool
    ) -> (BodyComposer.Parts.Portfolio, Int)? {
        guard index < text.tokens.count else { return nil }
        let token = text.tokens[index]
        guard token.flags.contains(.capital), !token.flags.contains(.mark) else { return nil }
        if let hit = portfolios.longest(startingAt: index), endsCleanly(hit.range.upperBound) {
            return (known(hit), hit.range.upperBound)
        }
        return unknownPortfolio(at: index, isFirst: isFirst)
    }

    /// Whether what follows a portfolio is not a further capitalised word of the same one.
    private func endsCleanly(_ end: Int) -> Bool {
        guard end < text.tokens.count else { return true }
        let flags = text.tokens[end].flags
        return !flags.contains(.capital) || flags.contains(.mark) || flags.contains(.lineBefore)
            || text.tokens[end - 1].flags.contains(.possessive) || isKnownStart(end)
    }

    private func unknownPortfolio(
        at index: Int,
        isFirst: Bool
    ) -> (BodyComposer.Parts.Portfolio, Int)? {
        guard !isKnownStart(index), forms.longest(startingAt: index) == nil else { return nil }
        var end = index
        while end < text.tokens.count, end - index < 4 {
            let flags = text.tokens[end].flags
            guard flags.contains(.capital), !flags.contains(.mark), !flags.contains(.han) else {
                break
            }
            if end > index,
                flags.contains(.quoteBefore) || flags.contains(.lineBefore)
                    || isKnownStart(end)
            {
                break
            }
            end += 1
            if flags.contains(.possessive) { break }
        }
        guard end > index else { return nil }
        let words = text.folded(index..<end)
        guard isFirst || Self.isAbstract(words) else { return nil }
        let raw = text.text(in: Int(text.tokens[index].start)..<Int(text.tokens[end - 1].end))
        return (BodyComposer.Parts.Portfolio(id: words, name: raw), end)
    }

    /// Whether a word has the ending of a matter rather than of somebody's name.
    private static func isAbstract(_ word: String) -> Bool {
        [
            "tion", "ment", "ity", "ies", "ism", "ing", "ics", "ance", "ence", "ure", "ship",
            "ment",
            "ry", "ties", "tions", "ices", "fare", "vices", "affairs", "age", "works", "lands",
        ].contains { word.hasSuffix($0) }
    }

    func known(_ hit: PhraseHits.Hit) -> BodyComposer.Parts.Portfolio {
        let portfolio = composer.lexicon.portfolios[Int(hit.value)]
        return BodyComposer.Parts.Portfolio(id: portfolio.id, name: portfolio.name)
    }

    /// Adds the place that stands at a name, on its left or else on its right.
    private func placed(_ range: Range<Int>, _ parts: BodyComposer.Parts) -> Found? {
        let end = range.upperBound
        var found = Found(tokens: range, parts: parts)
        if let placed = placeBefore(found) { return placed }
        if end + 1 < text.tokens.count, !text.tokens[end - 1].flags.contains(.possessive) {
            let word = text.tokens[end].word
            var start = end + 1
            if text.tokens[start].word == NameWords.the { start += 1 }
            if word == NameWords.of || word == NameWords.in, start < text.tokens.count,
                let place = places.place(startingAt: start), !place.isDemonym
            {
                found.place = place.entity
                if word == NameWords.of {
                    let hasArticle = start > end + 1 && !place.isCountry
                    let last = place.tokens.upperBound
                    found.tokens = range.lowerBound..<(hasArticle ? headEnd(after: last) : last)
                }
                return found
            }
        }
        return found
    }

    /// "of the Lublin City Hall", "of the Mazovian Region": after an article a place begins a name.
    private func headEnd(after place: Int) -> Int {
        var end = place
        while end < text.tokens.count, end - place < 2,
            !text.tokens[end - 1].flags.contains(.possessive),
            text.tokens[end].flags.contains(.capital),
            text.tokens[end].flags.isDisjoint(with: [.mark, .lineBefore, .quoteBefore, .allCaps])
        {
            end += 1
        }
        return end
    }

    /// The place before a name: "Egypt's", "Egyptian" stand for themselves; "Kenya" is part of it,
    /// and so is everything that says whose government it is.
    private func placeBefore(_ found: Found) -> Found? {
        guard let place = places.place(endingAt: found.tokens.lowerBound) else { return nil }
        var placed = found
        placed.place = place.entity
        let hasPortfolio = composer.lexicon.forms[found.parts.form].hasPortfolio
        if !hasPortfolio || !place.isDemonym && !place.isPossessive {
            placed.tokens = place.tokens.lowerBound..<found.tokens.upperBound
        }
        return placed
    }

    /// Whether no quotation mark stands inside a name.
    func isUnquoted(_ range: Range<Int>) -> Bool {
        !range.dropFirst().contains { text.tokens[$0].flags.contains(.quoteBefore) }
    }
}
