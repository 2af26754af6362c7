import Evidence

/// Says which words, taken for a company's name, are the place that another one is from: "X of
/// Skipton", "a software house from Skipton", "the maker, of Skipton in England".
struct SeatReader {
    let page: NamePage
    let kind: (Candidate) -> EntityKind

    /// The score from which a company's name is told by more than its neighbours.
    private static let sure = 0.8

    func corrected(_ candidates: [Candidate]) -> [Candidate] {
        let firms = Set(
            candidates.filter { isFirm($0) && $0.score >= MentionWriter.scoreMin }
                .map(\.tokens.upperBound)
        )
        return candidates.map { candidate in
            guard case .derived(var name) = candidate.target, name.kind == .company,
                candidate.score < Self.sure, candidate.tokens.count <= 2,
                isSeat(candidate.tokens, firms)
            else { return candidate }
            var seat = candidate
            name.kind = .territory
            seat.target = .derived(name)
            return seat
        }
    }

    private func isFirm(_ candidate: Candidate) -> Bool {
        let kind = kind(candidate)
        return kind == .company || kind == .stateOwnedEnterprise
    }

    private func isSeat(_ range: Range<Int>, _ firms: Set<Int>) -> Bool {
        var end = range.lowerBound - 1
        guard end > 0, !page.flags(range.upperBound - 1).contains(.possessive) else { return false }
        let word = page.tokens[end].word
        guard word == NameWords.of || word == Self.from else { return false }
        let hasComma = page.tokens[end - 1].word == NameWords.comma
        if hasComma { end -= 1 }
        let isFirm = firms.contains(end) && !page.flags(end - 1).contains(.possessive)
        if word == NameWords.of, isFirm { return true }
        // "a unit of X" is no place's, and "took a supplier from X" no seat without a comma.
        guard word == NameWords.of ? hasComma : !isFirm || hasComma else { return false }
        return isFirm || page.hits.ends[end - 1].contains(.roleNoun) && !page.isNameWord(end - 1)
    }

    private static let from = Token.Word("from")
}
