import Evidence
import Gazetteer

/// Says what capitalised words are that no other rule explains, by the words beside them.
///
/// "built by X", "stake in X" and "A, B and X", where A is a known company, make a company; "in
/// X" and "X, Sweden" a place; "X, a rights group" an organization; "a system called X" a
/// system. A name that one place in the text explains is the same everywhere in it.
struct NeighbourReader {
    let page: NamePage
    let runs: RunReader
    let unexplained: [Range<Int>]
    /// Tokens before which a sure form of a company ends.
    private let companyEnds: Set<Int>

    /// The acronyms that the text puts in brackets: what they stand for is told before.
    private let bracketed: Set<Token.Word>

    init(page: NamePage, runs: RunReader, unexplained: [Range<Int>]) {
        self.page = page
        self.runs = runs
        self.unexplained = unexplained
        companyEnds = Set(
            page.matches.filter { match in
                let kind = page.catalogue.entities[Int(match.record.entity)].kind
                return match.record.strength == .strong
                    && (kind == .company || kind == .stateOwnedEnterprise)
            }
            .map(\.tokens.upperBound)
        )
        bracketed = Set(
            page.tokens.indices.dropFirst().filter {
                page.tokens[$0 - 1].word == NameWords.open && page.flags($0).contains(.allCaps)
            }
            .map { page.tokens[$0].word }
        )
    }

    func read() -> [Candidate] {
        var found: [Candidate] = []
        for range in unexplained where isPlain(range) {
            guard let (kind, score, home) = kind(of: range) else { continue }
            let candidate = runs.derived(range, kind, score: score)
            found.append(candidate.at(home))
        }
        return found + elsewhere(found)
    }

    /// Whether a run is of name words only: neither "A and B" nor "A of B".
    private func isPlain(_ range: Range<Int>) -> Bool {
        range.count <= 5
            && range.allSatisfy { index in
                page.isNameWord(index) || page.flags(index).contains(.digit)
                    || page.hits.has(.nameParticle, at: index)
            }
            && !(range.count == 1 && page.hits.has(.termAcronym, at: range.lowerBound))
            && !(range.count == 1 && bracketed.contains(page.tokens[range.lowerBound].word))
            && !(range.count == 1 && isSign(range.lowerBound))
    }

    /// Whether a short word is the sign of the number after it, as in "Tk 9 million".
    private func isSign(_ index: Int) -> Bool {
        guard page.tokens[index].range.count <= 4, index + 1 < page.tokens.count else {
            return false
        }
        if page.flags(index + 1).contains(.digit) { return true }
        return page.tokens[index + 1].word == NameWords.stop && index + 2 < page.tokens.count
            && page.flags(index + 2).contains(.digit)
    }

    // MARK: - Kinds

    private typealias Kind = (EntityKind, Double, EntityID?)

    private func kind(of range: Range<Int>) -> Kind? {
        if let kind = described(range) { return kind }
        if isPlace(range) { return (.territory, 0.6, nil) }
        if let country = countryAfter(range) { return (.territory, 0.62, country) }
        if isSystem(range) { return (.system, 0.6, nil) }
        if isCompany(range) { return (.company, 0.6, nil) }
        if isSeated(range) { return (.company, 0.62, seat(before: range)) }
        if let home = homeBefore(range) { return (.company, 0.55, home) }
        return nil
    }

    private func has(_ kind: LexicalClass, endingAt end: Int) -> Bool {
        end > 0 && page.hits.ends[end - 1].contains(kind) && !page.isNameWord(end - 1)
    }

    private func has(_ kind: LexicalClass, at index: Int) -> Bool {
        page.hits.has(kind, at: index) && !page.isNameWord(index)
            && !page.flags(index).contains(.mark)
    }

    /// Reads "X, a Belgrade-based watchdog", "X, the industry federation,", "rights group X".
    private func described(_ range: Range<Int>) -> Kind? {
        let end = range.upperBound
        if end + 2 < page.tokens.count, page.tokens[end].word == NameWords.comma,
            isArticle(end + 1)
        {
            for index in end + 2..<min(end + 9, page.tokens.count) {
                if page.flags(index).contains(.mark) { break }
                if has(.organizationRole, at: index) { return (.organization, 0.62, nil) }
                if has(.utilityRole, at: index) { return (.stateOwnedEnterprise, 0.62, nil) }
                if has(.bodyRole, at: index) { return (.publicBody, 0.6, nil) }
                if has(.settlementNoun, at: index) { return (.territory, 0.62, nil) }
                if has(.systemNoun, at: index) { return (.system, 0.6, nil) }
                if has(.connector, at: index) { break }
            }
        }
        guard !page.startsSentence(range.lowerBound) else { return nil }
        if has(.organizationRole, endingAt: range.lowerBound) { return (.organization, 0.6, nil) }
        if has(.utilityRole, endingAt: range.lowerBound) {
            return (.stateOwnedEnterprise, 0.6, nil)
        }
        if has(.bodyRole, endingAt: range.lowerBound) { return (.publicBody, 0.6, nil) }
        return nil
    }

    private func isArticle(_ index: Int) -> Bool {
        let word = page.tokens[index].word
        return word == NameWords.a || word == NameWords.an || word == NameWords.the
    }

    /// "in X", "near X", "the town of X", "X province", "X-based".
    private func isPlace(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        guard range.count <= 3 else { return false }
        if end < page.tokens.count, page.flags(end).contains(.hyphenBefore) {
            return has(.seatWord, at: end)
        }
        if page.hits.has(.territoryTail, at: end), !page.flags(end).contains(.mark),
            !page.isNameWord(end)
        {
            return true
        }
        let start = range.lowerBound
        guard start > 0, !page.startsSentence(start) else { return false }
        if page.tokens[start - 1].word == NameWords.of,
            has(.settlementNoun, endingAt: start - 1)
        {
            return true
        }
        return has(.placeBefore, endingAt: start) && !has(.stakeNoun, endingAt: start - 1)
            && endsPhrase(end) && !page.flags(end - 1).contains(.possessive)
            && !page.flags(start).contains(.allCaps)
            && page.tokens[start - 1].word != Self.from
    }

    private static let from = Token.Word("from")

    /// Whether no noun follows that the name would only modify.
    private func endsPhrase(_ end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        return page.flags(end).contains(.mark) || page.flags(end).contains(.lineBefore)
            || page.hits.has(.stopCapital, at: end) || page.hits.has(.connector, at: end)
            || has(.businessVerb, at: end)
    }

    /// "X, Sweden": the country after a comma, where a place can stand.
    private func countryAfter(_ range: Range<Int>) -> EntityID? {
        let end = range.upperBound
        let start = range.lowerBound
        guard range.count <= 3, end + 1 < page.tokens.count,
            page.tokens[end].word == NameWords.comma,
            let place = page.places.place(startingAt: end + 1), place.isCountry, !place.isDemonym,
            start > 0,
            has(.placeBefore, endingAt: start) || page.tokens[start - 1].word == NameWords.of
        else { return nil }
        return place.country
    }

    /// "a platform called X", "known as X" after a system; "the X platform".
    private func isSystem(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        if has(.systemNoun, at: range.upperBound), start > 0,
            !page.flags(range.upperBound - 1).contains(.possessive),
            page.tokens[start - 1].word == NameWords.the
                || page.tokens[start - 1].word == NameWords.a
        {
            return true
        }
        guard has(.callWord, endingAt: start) else { return false }
        return (max(0, start - 6)..<start).contains { has(.systemNoun, at: $0) }
    }

    private func isCompany(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        let end = range.upperBound
        if has(.stakeNoun, endingAt: start)
            || start > 1 && has(.connector, endingAt: start) && has(.stakeNoun, endingAt: start - 1)
        {
            return true
        }
        if start > 1, page.tokens[start - 1].word == NameWords.by,
            has(.businessVerb, endingAt: start - 1)
        {
            return true
        }
        if start > 1, has(.dealJoin, endingAt: start), has(.dealNoun, endingAt: start - 1) {
            return true
        }
        if isListed(range) { return true }
        if page.flags(end - 1).contains(.possessive) { return has(.staffNoun, at: end) }
        return has(.businessVerb, at: end) || has(.staffNoun, at: end)
    }

    /// "A, B and X" or "X and A", where A is a known company.
    private func isListed(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        let end = range.upperBound
        guard !page.flags(end - 1).contains(.possessive) else { return false }
        if start > 1, isListMark(start - 1), companyEnds.contains(start - 1), endsPhrase(end) {
            return true
        }
        guard end + 1 < page.tokens.count, isListMark(end) else { return false }
        let kind = page.knownKind(at: end + 1)
        return (kind == .company || kind == .stateOwnedEnterprise)
            && page.knownEnd(at: end + 1).map { endsPhrase($0) } ?? false
    }

    private func isListMark(_ index: Int) -> Bool {
        page.tokens[index].word == NameWords.and || page.tokens[index].word == NameWords.comma
    }

    /// "Gaborone-based X", "a Dubai reseller called X".
    private func isSeated(_ range: Range<Int>) -> Bool {
        seatEnd(before: range.lowerBound) != nil
    }

    private func seat(before range: Range<Int>) -> EntityID? {
        seatEnd(before: range.lowerBound).flatMap { page.places.place(endingAt: $0)?.country }
    }

    /// Where the place ends that stands before "-based" or before "reseller called".
    private func seatEnd(before start: Int) -> Int? {
        if has(.seatWord, endingAt: start), page.flags(start - 1).contains(.hyphenBefore) {
            return start - 1
        }
        guard has(.callWord, endingAt: start), start > 1, has(.roleNoun, endingAt: start - 1) else {
            return nil
        }
        return start - 2
    }

    /// "Sweden's X": the country of a company that nothing else tells of.
    private func homeBefore(_ range: Range<Int>) -> EntityID? {
        guard let place = page.places.place(endingAt: range.lowerBound), place.isPossessive,
            place.isCountry, endsPhrase(range.upperBound) || range.count == 1,
            !page.hits.has(.speechVerb, at: range.upperBound)
        else { return nil }
        return place.country
    }

    // MARK: - The same name elsewhere

    /// Names that one place explains, wherever else they stand.
    private func elsewhere(_ found: [Candidate]) -> [Candidate] {
        guard !found.isEmpty else { return [] }
        var table = PhraseTable()
        // Of the same name as likely told several times the last one counts.
        var last: [[Token.Word]: [Double: Int]] = [:]
        for (number, candidate) in found.enumerated() {
            last[page.tokens[candidate.tokens].map(\.word), default: [:]][candidate.score] = number
        }
        for (number, candidate) in found.enumerated() {
            let words = page.tokens[candidate.tokens].map(\.word)
            guard last[words]?[candidate.score] == number else { continue }
            table.insert(words, value: UInt32(number))
        }
        let known = Set(found.map(\.tokens))
        return PhraseHits(of: table, in: page.tokens).all.compactMap { hit in
            guard !known.contains(hit.range), page.isNameWord(hit.range.lowerBound),
                !page.isHeading(hit.range.lowerBound)
            else { return nil }
            let model = found[Int(hit.value)]
            return Candidate(tokens: hit.range, target: model.target, score: model.score)
        }
    }
}
