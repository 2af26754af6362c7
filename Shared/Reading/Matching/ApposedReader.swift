import Evidence

/// Finds companies by the role that stands beside their name.
///
/// "AI firm CloudWalk", "cloud provider X", "firms such as X, Y and Z", "X, a Chinese supplier of
/// cameras,", "Nairobi-based X".
struct ApposedReader {
    let page: NamePage
    let runs: RunReader

    func read() -> [Candidate] {
        var found: [Candidate] = []
        for index in page.tokens.indices {
            if let end = page.hits.end(of: .roleNoun, at: index), !page.isNameWord(index) {
                found += name(after: end, isList: false).map { $0.at(home(before: index)) }
                found += named(after: end, role: index)
            }
            if let end = page.hits.end(of: .rolePlural, at: index), isRole(index) {
                let start = page.hits.end(of: .listWord, at: afterComma(end)) ?? end
                found += name(after: start, isList: true).map { $0.at(home(before: index)) }
                if start == end { found += named(after: end, role: index) }
            }
            if let end = page.hits.end(of: .organizationRole, at: index), !page.isNameWord(index) {
                found += organisation(after: end)
            }
            if isOpening(index) { found += describedName(before: index) }
            found += addressed(at: index)
        }
        return found
    }

    /// "PT Lintar Bakra", "M/s Glotan Eduvix".
    private func addressed(at index: Int) -> [Candidate] {
        if let start = page.hits.end(of: .firmAddress, at: index) {
            return name(after: start, isList: false)
        }
        guard let start = page.hits.end(of: .legalPrefix, at: index),
            page.flags(index).contains(.allCaps), start < page.tokens.count,
            !page.flags(start).contains(.allCaps), !page.isHeading(index),
            !page.flags(start).contains(.mark), !page.flags(start).contains(.lineBefore),
            page.knownEnd(at: index) == nil, let end = properName(at: start)
        else { return [] }
        return [runs.derived(index..<end, .company, score: 0.78)]
    }

    /// Whether a role is an ordinary word here, and not part of a name.
    private func isRole(_ index: Int) -> Bool {
        !page.isNameWord(index) || page.startsSentence(index)
    }

    private func afterComma(_ index: Int) -> Int {
        guard index < page.tokens.count, page.tokens[index].word == NameWords.comma else {
            return index
        }
        return index + 1
    }

    // MARK: - Role before the name

    /// "its makers, Tarvo Bytes of Westhaven", "a Westhaven firm, Tarvo Bytes.": a name between marks
    /// after a role.
    private func named(after end: Int, role: Int) -> [Candidate] {
        guard end + 1 < page.tokens.count, page.tokens[end].word == NameWords.comma,
            (max(0, role - 4)..<role).contains(where: { isDefinite($0) })
        else { return [] }
        return name(after: end + 1, isList: false).filter { isApposed($0.tokens) }.map {
            var sure = $0
            sure.score = 0.86
            return sure
        }
    }

    /// Whether a name that a comma stands before ends at a mark or before "of".
    private func isApposed(_ name: Range<Int>) -> Bool {
        let next = name.upperBound
        guard next < page.tokens.count else { return true }
        return page.flags(next).contains(.mark) || page.tokens[next].word == NameWords.of
            || page.flags(next - 1).contains(.sentenceEnd) || page.flags(next).contains(.lineStart)
    }

    /// "the rights group Open Tarvos", "a weekly, Tarvos Mirror,": a name after what is no company.
    private func organisation(after end: Int) -> [Candidate] {
        guard end + 1 < page.tokens.count, !page.flags(end).contains(.lineBefore) else { return [] }
        let isComma = page.tokens[end].word == NameWords.comma
        let start = isComma ? end + 1 : end
        guard page.knownEnd(at: start) == nil, let stop = properName(at: start),
            !isComma || isApposed(start..<stop)
        else { return [] }
        return [runs.derived(start..<stop, .organization, score: 0.88)]
    }

    private func isDefinite(_ index: Int) -> Bool {
        Self.definite.contains(page.tokens[index].word)
    }

    private static let definite = Set(
        ["the", "its", "their", "his", "her", "a", "an"].map { Token.Word($0) }
    )

    private func name(after start: Int, isList: Bool) -> [Candidate] {
        var found: [Candidate] = []
        var index = start
        while index < page.tokens.count, found.count < Self.listMax {
            guard let end = properName(at: index) else { break }
            if page.knownEnd(at: index) == nil {
                found.append(runs.derived(index..<end, .company, score: 0.75))
            } else if let whole = longer(index, than: end) {
                found.append(runs.derived(index..<whole, .company, score: 0.8))
            }
            guard isList, let next = nextInList(end) else { break }
            index = next
        }
        return found
    }

    /// "the integrator Acme Gildex": where a name ends that only begins with a known one.
    private func longer(_ start: Int, than known: Int) -> Int? {
        guard let kind = page.knownKind(at: start),
            kind == .company || kind == .stateOwnedEnterprise,
            !page.flags(known - 1).contains(.possessive)
        else { return nil }
        let end = runs.runEnd(from: start)
        let rest = known..<max(known, end)
        guard (1...2).contains(rest.count), !runs.stops(before: known),
            rest.allSatisfy({
                page.isNameWord($0) && !page.isStopWord($0)
                    && page.hits.starts[$0].isDisjoint(with: .heads)
                    && page.hits.starts[$0].isDisjoint(with: [
                        LexicalClass.systemNoun.bit, LexicalClass.roleNoun.bit,
                        LexicalClass.personTitle.bit, LexicalClass.companyFrame.bit,
                    ])
            })
        else { return nil }
        return end
    }

    private static let listMax = 24

    private func nextInList(_ end: Int) -> Int? {
        guard end + 1 < page.tokens.count else { return nil }
        var next = end
        if page.tokens[next].word == NameWords.comma { next += 1 }
        if next < page.tokens.count, page.tokens[next].word == NameWords.and { next += 1 }
        return next > end && next < page.tokens.count ? next : nil
    }

    /// Where a proper name that starts here ends; `nil` where none does.
    private func properName(at start: Int) -> Int? {
        guard start < page.tokens.count, page.isNameWord(start) || isNumbered(start),
            !page.isStopWord(start),
            page.places.place(startingAt: start) == nil, !page.hits.has(.month, at: start),
            page.hits.end(of: .personTitle, at: start) == nil
        else { return nil }
        if let known = page.knownEnd(at: start) { return known }
        var end = start + 1
        while end < page.tokens.count, end - start < 5, page.isNameWord(end) || isNumber(end),
            !page.flags(end).contains(.quoteBefore), !page.flags(end).contains(.lineBefore),
            !page.flags(end - 1).contains(.possessive)
        { end += 1 }
        return end
    }

    /// "91 Wireless": a number that begins a name.
    private func isNumbered(_ index: Int) -> Bool {
        isNumber(index) && index + 1 < page.tokens.count && page.isNameWord(index + 1)
            && !page.flags(index + 1).contains(.mark)
            && !page.flags(index + 1).contains(.lineBefore)
    }

    private func isNumber(_ index: Int) -> Bool {
        page.flags(index).contains(.digit) && !page.flags(index).contains(.mark)
            && Int(page.tokens[index].end - page.tokens[index].start) <= 3
    }

    // MARK: - Role after the name

    /// "X, a …", "X (a …".
    private func isOpening(_ index: Int) -> Bool {
        guard index > 0, index + 2 < page.tokens.count,
            page.tokens[index].word == NameWords.comma || page.tokens[index].word == NameWords.open
                || page.tokens[index].word == NameWords.dash
        else { return false }
        let word = page.tokens[index + 1].word
        return word == NameWords.a || word == NameWords.an || word == NameWords.the
    }

    private func describedName(before comma: Int) -> [Candidate] {
        guard page.isNameWord(comma - 1), let role = described(from: comma + 2) else { return [] }
        var start = comma - 1
        while start > 0, page.isNameWord(start - 1), !page.isStopWord(start - 1),
            comma - start < 5, !page.flags(start).contains(.lineBefore),
            !page.flags(start - 1).contains(.possessive)
        { start -= 1 }
        guard page.knownEnd(at: start) == nil, page.places.place(startingAt: start) == nil,
            !page.isStopWord(start), page.hits.end(of: .personTitle, at: start) == nil
        else { return [] }
        let kind = role == .company && isUtility(from: comma + 2) ? .stateOwnedEnterprise : role
        let name = runs.derived(start..<comma, kind, score: 0.72)
        return [name.at(home(from: comma + 2))]
    }

    /// "the state grid operator", "the water utility".
    private func isUtility(from start: Int) -> Bool {
        for index in start..<min(start + 5, page.tokens.count) {
            if page.flags(index).contains(.mark) { return false }
            if page.hits.has(.utilityRole, at: index) { return true }
        }
        return false
    }

    // MARK: - Home

    /// The country in "Chinese AI firm" or "Nairobi-based startup", before the role.
    private func home(before role: Int) -> EntityID? {
        var index = role
        while index > 0, role - index < 6 {
            if let place = page.places.place(endingAt: index), saysHome(place) {
                return place.country
            }
            index -= 1
            if page.flags(index).contains(.mark) { return nil }
        }
        return nil
    }

    /// The country in "a Kenyan supplier", from the article on.
    private func home(from start: Int) -> EntityID? {
        for index in start..<min(start + 4, page.tokens.count) {
            if page.flags(index).contains(.mark) { return nil }
            if let place = page.places.place(startingAt: index) {
                return saysHome(place) ? place.country : nil
            }
        }
        return nil
    }

    private func saysHome(_ place: PlaceMap.Place) -> Bool {
        let next = place.tokens.upperBound
        return place.isDemonym
            || next < page.tokens.count && page.tokens[next].word == NameWords.based
    }

    /// Whose role closes the first noun phrase from here: "Chinese telecoms equipment vendor",
    /// "Westhaven rights group"; `nil` for nobody's.
    private func described(from start: Int) -> EntityKind? {
        for index in start..<min(start + 7, page.tokens.count) {
            if page.flags(index).contains(.mark) { return nil }
            if page.hits.has(.organizationRole, at: index) { return .organization }
            if page.hits.has(.roleNoun, at: index) { return .company }
            let word = page.tokens[index].word
            if word == NameWords.of || word == NameWords.in || word == NameWords.for { return nil }
        }
        return nil
    }
}

extension Candidate {
    /// The same candidate with the country that its bearer comes from.
    func at(_ home: EntityID?) -> Candidate {
        guard let home, case .derived(var name) = target else { return self }
        var candidate = self
        name.home = home
        candidate.target = .derived(name)
        return candidate
    }

    /// The same candidate, whose bearer is called otherwise than the text writes it here.
    func called(_ text: String?) -> Candidate {
        guard let text, case .derived(var name) = target else { return self }
        var candidate = self
        name.name = text
        candidate.target = .derived(name)
        return candidate
    }
}
