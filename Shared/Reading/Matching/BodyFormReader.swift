import Evidence

/// Finds bodies that are named by their form alone, in English and in other Latin languages.
///
/// "Ayuntamiento de Morelia", "Agence Nationale des Titres Sécurisés", "City of Kassel", "Social
/// Security Scotland", and "Federal Police" where a country is spoken of.
struct BodyFormReader {
    let page: NamePage
    let runs: RunReader
    let scopes: ScopeFinder

    private static let leading: [(LexicalClass, EntityKind)] = [
        (.leadingBody, .publicBody), (.leadingSchool, .organization),
        (.leadingCompany, .company), (.leadingFinancier, .financier),
    ]
    /// The longest name, in words.
    private static let wordsMax = 14

    func read() -> [Candidate] {
        var found: [Candidate] = []
        for index in page.tokens.indices where page.hits.has(.bodyTitle, at: index) {
            if let name = office(at: index) { found.append(name) }
        }
        for index in page.tokens.indices
        where page.hits.has(.leadingBody, at: index) && !page.isNameWord(index) {
            if let name = plainLeading(at: index) { found.append(name) }
        }
        for index in page.tokens.indices where page.isNameWord(index) {
            if let name = leading(at: index) { found.append(name) }
            if let name = city(at: index) { found.append(name) }
            if let name = task(at: index) { found.append(name) }
            if let name = modified(at: index) { found.append(name) }
            if let name = lowerCase(at: index) { found.append(name) }
        }
        return found
    }

    // MARK: - Other languages

    /// "Dirección General de Aduanas", "Mairie de Bordeaux", "Hospital Clínico San Borja".
    private func leading(at index: Int) -> Candidate? {
        for (kind, entity) in Self.leading {
            guard let head = page.hits.end(of: kind, at: index) else { continue }
            let end = leadingEnd(from: head)
            guard end > head, isForeign(head..<end) else { continue }
            return runs.derived(index..<end, entity, score: 0.84)
        }
        return nil
    }

    /// "ministère de la Santé", "alcaldía de Bogotá": in lower case, with a link and a capital.
    private func plainLeading(at index: Int) -> Candidate? {
        guard let head = page.hits.end(of: .leadingBody, at: index), head < page.tokens.count,
            page.hits.has(.leadingLink, at: head), !page.isNameWord(head), !stops(before: head),
            let name = afterLinks(head), page.isNameWord(name)
        else { return nil }
        let end = leadingEnd(from: head)
        return runs.derived(index..<end, .publicBody, score: 0.76)
    }

    /// Where a name that a foreign head begins ends.
    private func leadingEnd(from head: Int) -> Int {
        var end = head
        var index = head
        while index < page.tokens.count, index - head < Self.wordsMax, !stops(before: index) {
            if page.isNameWord(index) && !page.isStopWord(index)
                || page.hits.has(.leadingAdjective, at: index)
            {
                index += 1
                end = index
                continue
            }
            guard let next = afterLinks(index) else { break }
            index = next + 1
            end = index
        }
        return end
    }

    /// The word that belongs to a name after "de la", "des", "für" and the like.
    private func afterLinks(_ index: Int) -> Int? {
        var next = index
        while next < page.tokens.count, next - index < 3, !stops(before: next),
            page.hits.has(.leadingLink, at: next), !page.isNameWord(next)
        { next += 1 }
        guard next > index, next < page.tokens.count, !stops(before: next) else { return nil }
        if page.isNameWord(next), !page.isStopWord(next) { return next }
        // "Direction générale des impôts": one plain word after the link.
        let isPlain = !page.flags(next).contains(.mark) && !page.flags(next).contains(.digit)
        let isAnd = Self.ands.contains(page.tokens[index].word)
        return isPlain && !isAnd && !page.hits.has(.stopCapital, at: next) ? next : nil
    }

    private static let ands = Set(["e", "y", "et", "und", "en", "el", "la"].map { Token.Word($0) })

    private func stops(before index: Int) -> Bool {
        let flags = page.flags(index)
        if flags.contains(.mark) || flags.contains(.han) || flags.contains(.quoteBefore) {
            return true
        }
        return flags.contains(.shortLineBefore) || page.flags(index - 1).contains(.possessive)
    }

    /// Whether the words after a head are no English ones: "Hospital Management System" is.
    private func isForeign(_ range: Range<Int>) -> Bool {
        let english: LexicalClasses = [
            .heads, LexicalClass.companyTail.bit, LexicalClass.roleNoun.bit,
            LexicalClass.systemNoun.bit, LexicalClass.weakCapital.bit,
        ]
        return page.hits.has(.leadingLink, at: range.lowerBound)
            || page.hits.has(.leadingAdjective, at: range.lowerBound)
            || page.hits.starts[range.upperBound - 1].isDisjoint(with: english)
                && page.hits.starts[range.lowerBound].isDisjoint(with: english)
    }

    // MARK: - Cities and places

    /// "City of Kassel", "Landkreis Fulda": the administration, not the place.
    private func city(at index: Int) -> Candidate? {
        page.hits.end(of: .placeTitle, at: index).flatMap { titled(index, at: $0) }
    }

    /// "akimat of Tarvos", "Regional Government of Tarvos": an office, in lower case too.
    private func office(at index: Int) -> Candidate? {
        guard var start = page.hits.end(of: .bodyTitle, at: index), start < page.tokens.count else {
            return nil
        }
        if page.tokens[start].word == NameWords.the { start += 1 }
        return titled(index, at: start)
    }

    /// The body of a place that is named after a title.
    private func titled(_ index: Int, at start: Int) -> Candidate? {
        guard start < page.tokens.count, page.isNameWord(start), !page.isStopWord(start),
            !stops(before: start)
        else { return nil }
        let known = page.places.place(startingAt: start)
        var end = known?.tokens.upperBound ?? start + 1
        while known == nil, end < page.tokens.count, end - start < 3, page.isNameWord(end),
            !page.isStopWord(end), !stops(before: end)
        { end += 1 }
        let isDemonym = known?.isDemonym ?? false
        guard !isDemonym, known?.isCountry != true else { return nil }
        return runs.derived(index..<end, .publicBody, score: 0.86).at(known?.country)
    }

    /// "Social Security Scotland", "University Hospital Halle".
    private func task(at index: Int) -> Candidate? {
        guard let start = page.hits.end(of: .taskBeforePlace, at: index), start < page.tokens.count,
            !stops(before: start), page.isNameWord(start), !page.isHeading(index),
            (index..<start).allSatisfy(page.isNameWord), isFree(before: index),
            let place = page.places.place(startingAt: start), !place.isDemonym,
            isFree(after: place.tokens.upperBound)
        else { return nil }
        return runs.derived(index..<place.tokens.upperBound, .publicBody, score: 0.8)
            .at(place.country)
    }

    /// "Itaipava municipal hospital": a name, and in lower case what body it is.
    private func lowerCase(at index: Int) -> Candidate? {
        guard isFree(before: index), !page.isStopWord(index), !page.isWeakStart(index),
            !page.isHeading(index)
        else { return nil }
        var end = index + 1
        while end < page.tokens.count, end - index < 4, page.isNameWord(end), !stops(before: end) {
            end += 1
        }
        guard end < page.tokens.count, !page.isNameWord(end), !stops(before: end),
            let stop = page.hits.end(of: .localBody, at: end),
            page.knownKind(at: index).map({ $0 == .territory }) ?? true,
            page.places.place(startingAt: index).map({ !$0.isCountry && !$0.isDemonym }) ?? true
        else { return nil }
        return runs.derived(index..<stop, .publicBody, score: 0.74)
            .at(page.places.place(startingAt: index)?.country)
    }

    // MARK: - Modified heads

    /// "Federal Police", "National Treasury": one of each for the country that is spoken of.
    private func modified(at index: Int) -> Candidate? {
        guard page.hits.has(.nameModifier, at: index), isFree(before: index),
            !page.isHeading(index)
        else { return nil }
        var head = index + 1
        while head < page.tokens.count, page.isNameWord(head), !stops(before: head),
            page.hits.has(.nameModifier, at: head)
        { head += 1 }
        guard head < page.tokens.count, !stops(before: head), page.isNameWord(head),
            let end = page.hits.end(of: .bodyHead, at: head),
            (head..<end).allSatisfy(page.isNameWord), isFree(after: end),
            let scope = scopes.scope(of: index..<end)
        else { return nil }
        var candidate = runs.derived(index..<end, .publicBody, score: scope.certainty * 0.9)
        if case .derived(var name) = candidate.target {
            name.scope = scope.country
            candidate.target = .derived(name)
        }
        return candidate
    }

    /// Whether no capitalised word of the same name stands before a token.
    private func isFree(before index: Int) -> Bool {
        guard index > 0, !page.startsSentence(index), !page.flags(index).contains(.quoteBefore)
        else { return true }
        return !page.isNameWord(index - 1) || page.isStopWord(index - 1)
            || page.flags(index - 1).contains(.possessive)
            || page.places.place(endingAt: index)?.isDemonym == true
    }

    private func isFree(after end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        return stops(before: end) || !page.isNameWord(end) && page.tokens[end].word != NameWords.of
    }
}
