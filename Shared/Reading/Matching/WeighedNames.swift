import Evidence

/// Names, of words that no rule explains, those that the evidence around them speaks for.
///
/// A name that stands in several places is weighed by all of them together.
struct WeighedNames {
    let page: NamePage
    let runs: RunReader
    let han: HanReader
    let weights: NameWeights

    /// The chance from which words are a name of a kind.
    private static func chanceMin(_ kind: EntityKind, isHan: Bool) -> Double {
        switch kind {
        case .company: isHan ? 0.35 : 0.5
        case .publicBody: 0.5
        case .person: 0.7
        default: 0.6
        }
    }
    /// How many stretches of one text are weighed.
    private static let rangesMax = 4_000

    func read(_ unexplained: [Range<Int>]) -> [Candidate] {
        let ranges = unexplained.filter { !isDefined($0) }.prefix(Self.rangesMax)
        let sheet = NameSheet(page: page, ranges: Array(ranges), blank: weights.evidence())
        var groups: [[Token.Word]: [Range<Int>]] = [:]
        for range in ranges { groups[page.tokens[range].map(\.word), default: []].append(range) }
        return ranges.compactMap { range in
            guard let group = groups[page.tokens[range].map(\.word)],
                let found = kind(of: group, sheet)
            else { return nil }
            let isHan = page.flags(range.lowerBound).contains(.han)
            guard found.chance >= Self.chanceMin(found.kind, isHan: isHan) else { return nil }
            let score = 0.45 + 0.2 * found.chance
            return isHan
                ? han.derived(range, found.kind, score: score)
                : runs.derived(range, found.kind, score: score)
        }
    }

    /// "Earth Programme (CASEarth)": what a bracket says of the words before it.
    private func isDefined(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        guard range.count == 1, start > 1, range.upperBound < page.tokens.count else {
            return false
        }
        return page.tokens[start - 1].word == NameWords.open
            && page.tokens[range.upperBound].word == NameWords.close
            && page.isNameWord(start - 2)
    }

    /// The kind that the surest place of a name shows.
    private func kind(
        of group: [Range<Int>],
        _ sheet: NameSheet
    ) -> (kind: EntityKind, chance: Double)? {
        group.prefix(Self.placesMax).compactMap { weights.kind(by: sheet.evidence(for: $0)) }
            .max { $0.chance < $1.chance }
    }

    /// How many places of one name are looked at.
    private static let placesMax = 8
}
