import Evidence

/// Finds companies by the part that they play in a deal: "supplied by X", "the award to X and Y",
/// "X won the contract".
///
/// It looks only at capitalised words that no other rule explains.
struct DealNameReader {
    let page: NamePage
    let runs: RunReader
    /// The words that no other rule explains, in the order of the text.
    private let unexplained: [Range<Int>]
    /// Where those of each start end.
    private let ends: [Int: Int]

    init(page: NamePage, runs: RunReader, unexplained: [Range<Int>]) {
        self.page = page
        self.runs = runs
        self.unexplained = unexplained
        ends = Dictionary(
            unexplained.map { ($0.lowerBound, $0.upperBound) },
            uniquingKeysWith: max
        )
    }

    /// How far before a preposition a word of business may stand, in tokens.
    private static let reach = 8

    /// The names among words that no other rule explains, in the order of the text.
    func read() -> [Candidate] {
        var adopted: Set<Range<Int>> = []
        for range in unexplained where stands(range) { adopted.insert(range) }
        for range in unexplained where isListed(range, with: adopted) { adopted.insert(range) }
        for range in unexplained.reversed() where isListed(range, with: adopted) {
            adopted.insert(range)
        }
        let words = Set(adopted.map(words))
        return unexplained.filter { adopted.contains($0) || words.contains(self.words($0)) }
            .map { runs.derived($0, .company, score: 0.6) }
    }

    private func words(_ range: Range<Int>) -> [Token.Word] { page.tokens[range].map(\.word) }

    // MARK: - Frames

    /// Whether a name stands where a supplier does.
    private func stands(_ range: Range<Int>) -> Bool {
        if range.count == 1,
            page.isPlainAcronym(range.lowerBound)
                || page.hits.has(.termAcronym, at: range.lowerBound)
        {
            return false
        }
        if page.startsSentence(range.lowerBound), range.count == 1,
            !page.flags(range.lowerBound).contains(.allCaps)
        {
            return false
        }
        return followsDeal(range.lowerBound) || precedesDeed(range.upperBound)
    }

    /// "supplied by X", "bought from the French firm X", "awarded in 2019 to X".
    private func followsDeal(_ start: Int) -> Bool {
        var index = start - 1
        // Over "the Lisbon-based", "France's", "local".
        while index > 0, start - index < 5, !page.flags(index).contains(.mark),
            !page.hits.has(.dealLink, at: index), isDescription(index)
        { index -= 1 }
        guard index > 0, page.hits.has(.dealLink, at: index),
            !page.flags(index + 1).contains(.lineBefore)
        else { return false }
        let isReceiving = page.tokens[index].word == NameWords.to
        var place = index - 1
        while place >= 0, index - place <= Self.reach {
            if page.flags(place).contains(.sentenceEnd) { return false }
            if page.hits.has(isReceiving ? .dealHanded : .dealCue, at: place) { return true }
            place -= 1
        }
        return false
    }

    /// Whether a word only describes the name after it: an article, a place, a lower-case word.
    private func isDescription(_ index: Int) -> Bool {
        if page.places.place(endingAt: index + 1) != nil { return true }
        return !page.isNameWord(index) && !page.flags(index).contains(.digit)
    }

    /// "X has supplied", "X, which built".
    private func precedesDeed(_ end: Int) -> Bool {
        var index = end
        while index < page.tokens.count, index - end < 5 {
            if page.hits.has(.dealDeed, at: index) { return true }
            guard !page.flags(index).contains(.mark), !page.isNameWord(index),
                page.hits.has(.dealAuxiliary, at: index)
            else { return false }
            index += 1
        }
        return false
    }

    // MARK: - Lists

    /// Whether a name is joined to a company that stands where a supplier does.
    private func isListed(_ range: Range<Int>, with adopted: Set<Range<Int>>) -> Bool {
        let before = glueStart(before: range.lowerBound).flatMap { company(endingAt: $0, adopted) }
        let after = glueEnd(after: range.upperBound).flatMap { company(startingAt: $0, adopted) }
        return [before, after].contains { other in
            other.map { adopted.contains($0) || stands($0) } ?? false
        }
    }

    private func glueStart(before index: Int) -> Int? {
        guard index > 0 else { return nil }
        let isGlue =
            page.tokens[index - 1].word == NameWords.and
            || page.tokens[index - 1].word == NameWords.comma
        guard isGlue else { return nil }
        let isBoth = index > 1 && page.tokens[index - 2].word == NameWords.comma
        return isBoth ? index - 2 : index - 1
    }

    private func glueEnd(after index: Int) -> Int? {
        guard index + 1 < page.tokens.count else { return nil }
        let isComma = page.tokens[index].word == NameWords.comma
        if isComma, page.tokens[index + 1].word == NameWords.and { return index + 2 }
        return isComma || page.tokens[index].word == NameWords.and ? index + 1 : nil
    }

    private func company(endingAt end: Int, _ adopted: Set<Range<Int>>) -> Range<Int>? {
        for start in max(0, end - 5)..<end {
            if adopted.contains(start..<end) { return start..<end }
            if isCompany(at: start), page.knownEnd(at: start) == end { return start..<end }
        }
        return nil
    }

    private func company(startingAt start: Int, _ adopted: Set<Range<Int>>) -> Range<Int>? {
        if isCompany(at: start), let end = page.knownEnd(at: start) { return start..<end }
        guard let end = ends[start], adopted.contains(start..<end) else { return nil }
        return start..<end
    }

    private func isCompany(at start: Int) -> Bool {
        guard page.tokens.indices.contains(start) else { return false }
        let kind = page.knownKind(at: start)
        return kind == .company || kind == .stateOwnedEnterprise
    }
}
