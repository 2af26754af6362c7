import Evidence

/// Takes "the Authority", "the ministry", 该局 and 该市 for whom the text has named last that is
/// called so.
struct RoleReader {
    let page: NamePage
    /// The choice of names, in the order of the text.
    let chosen: [Candidate]
    let finder: MentionFinder

    /// How far back somebody is looked for, in tokens.
    private static let reach = 400

    private struct Known {
        var target: Candidate.Target
        var end: Int
    }

    func read() -> [Candidate] {
        var found: [Candidate] = []
        var bodies: [Token.Word: Known] = [:]
        var places: [Token.Word: Known] = [:]
        var place: Known?
        var next = chosen.startIndex
        var index = page.tokens.startIndex
        while index < page.tokens.count {
            while next < chosen.endIndex, chosen[next].tokens.upperBound <= index {
                let candidate = chosen[next]
                next += 1
                let known = Known(target: candidate.target, end: candidate.tokens.upperBound)
                guard role(candidate) == nil, candidate.use == .name else { continue }
                switch finder.kind(of: candidate) {
                case .publicBody:
                    for word in heads(of: candidate.tokens) { bodies[word] = known }
                case .territory:
                    let last = page.tokens[candidate.tokens.upperBound - 1]
                    if last.flags.contains(.han) {
                        place = known
                        places[last.word] = known
                    }
                default: break
                }
            }
            let here =
                next < chosen.endIndex && chosen[next].tokens.lowerBound <= index
                ? chosen[next] : nil
            let range = here == nil ? role(at: index) : here.flatMap { role($0) }
            guard let range else {
                index = max(index + 1, here?.tokens.upperBound ?? 0)
                continue
            }
            let head = page.tokens[range.upperBound - 1].word
            let isPlace = Self.ranks.contains(head) && page.flags(range.lowerBound).contains(.han)
            let known = isPlace ? places[head] ?? place : bodies[head]
            if let known, index - known.end <= Self.reach {
                found.append(
                    Candidate(tokens: range, target: known.target, score: 0.97, use: .definite)
                )
            }
            index = range.upperBound
        }
        return found
    }

    /// The words that a body may be called by: the first and last of its name; of a Chinese one the
    /// last character.
    private func heads(of range: Range<Int>) -> [Token.Word] {
        guard range.count > 1 else { return [] }
        let last = page.tokens[range.upperBound - 1]
        return last.flags.contains(.han)
            ? [last.word] : [page.tokens[range.lowerBound].word, last.word]
    }

    /// "The Authority": what only calls somebody by a role, though it was read as a name.
    private func role(_ candidate: Candidate) -> Range<Int>? {
        guard case .derived = candidate.target, candidate.tokens.count == 2,
            finder.kind(of: candidate) == .publicBody
        else { return nil }
        return role(at: candidate.tokens.lowerBound).flatMap {
            $0 == candidate.tokens ? $0 : nil
        }
    }

    /// "the ministry", 该局.
    private func role(at index: Int) -> Range<Int>? {
        let end = index + 2
        guard end <= page.tokens.count, !page.flags(index + 1).contains(.mark) else { return nil }
        if page.flags(index).contains(.han) {
            guard page.tokens[index].word == Self.hanPointer else { return nil }
            for length in [3, 2, 1] where index + length < page.tokens.count {
                let range = index..<index + 1 + length
                if Self.hanHeads.contains(page.plain(range.lowerBound + 1..<range.upperBound)) {
                    return range
                }
            }
            return nil
        }
        guard Self.pointers.contains(page.tokens[index].word),
            Self.heads.contains(page.tokens[index + 1].word)
        else { return nil }
        if end < page.tokens.count, !page.flags(end).contains(.mark) {
            let word = page.tokens[end].word
            if word == NameWords.of || word == NameWords.for || page.isNameWord(end) { return nil }
        }
        return index..<end
    }

    private static let pointers = Set(["the", "this", "that"].map { Token.Word($0) })
    private static let heads = Set(
        [
            "ministry", "department", "authority", "agency", "commission", "bureau", "council",
            "directorate", "tribunal", "municipality", "secretariat", "registry", "inspectorate",
            "court", "secretary", "assembly", "service", "office", "administration", "board",
        ].map { Token.Word($0) }
    )
    private static let hanPointer = Token.Word(scalar: 0x8BE5)
    /// What a Chinese text calls a body or place, in simplified characters.
    private static let hanHeads: Set<String> = [
        "\u{5C40}", "\u{90E8}", "\u{59D4}", "\u{5385}", "\u{7F72}", "\u{9662}", "\u{529E}",
        "\u{59D4}\u{5458}\u{4F1A}", "\u{529E}\u{516C}\u{5BA4}", "\u{7BA1}\u{7406}\u{5C40}",
        "\u{603B}\u{5C40}", "\u{603B}\u{7F72}", "\u{4E2D}\u{5FC3}", "\u{5E02}", "\u{7701}",
        "\u{5DDE}", "\u{53BF}", "\u{533A}",
    ]
    private static let ranks = Set(
        [0x5E02, 0x7701, 0x5DDE, 0x53BF, 0x533A].map { Token.Word(scalar: $0) }
    )
}
