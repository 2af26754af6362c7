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
        var name: Candidate
        var end: Int { name.tokens.upperBound }
    }

    func read() -> [Candidate] {
        var found: [Candidate] = []
        var bodies: [Token.Word: Known] = [:]
        var places: [Token.Word: Known] = [:]
        /// The last place that is named without its rank.
        var place: Known?
        var next = chosen.startIndex
        var index = page.tokens.startIndex
        while index < page.tokens.count {
            while next < chosen.endIndex, chosen[next].tokens.upperBound <= index {
                let known = Known(name: chosen[next])
                next += 1
                guard known.name.score >= MentionWriter.scoreMin, known.name.use == .name,
                    role(known.name) == nil
                else { continue }
                switch finder.kind(of: known.name) {
                case .publicBody:
                    for word in heads(of: known.name.tokens) { bodies[word] = known }
                case .territory:
                    let last = page.tokens[known.end - 1]
                    guard last.flags.contains(.han) else { continue }
                    if Self.ranks.contains(last.word) {
                        places[last.word] = known
                    } else {
                        place = known
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
            let known = (isPlace ? [places[head], place] : [bodies[head]])
                .compactMap(\.self)
                .filter { index - $0.end <= Self.reach && isCalled($0, range) }
                .max { $0.end < $1.end }
            if let known {
                found.append(
                    Candidate(
                        tokens: range,
                        target: known.name.target,
                        score: min(0.97, known.name.score),
                        use: .definite,
                        rivals: known.name.rivals
                    )
                )
            }
            index = range.upperBound
        }
        return found
    }

    /// The words that a body may be called by: of a Chinese one the last character.
    private func heads(of range: Range<Int>) -> [Token.Word] {
        guard range.count > 1 else { return [] }
        let last = page.tokens[range.upperBound - 1]
        if last.flags.contains(.han) { return [last.word] }
        return page.tokens[range].map(\.word).filter(Self.heads.union(Self.titles).contains)
    }

    /// Whether a Chinese body's name ends in the whole of what it is called: 委员会, not only 会.
    private func isCalled(_ known: Known, _ role: Range<Int>) -> Bool {
        guard page.flags(role.lowerBound).contains(.han), role.count > 2 else { return true }
        return page.text.folded(known.name.tokens)
            .hasSuffix(page.text.folded(role.lowerBound + 1..<role.upperBound))
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
        guard index + 1 < page.tokens.count, !page.flags(index + 1).contains(.mark) else {
            return nil
        }
        if page.flags(index).contains(.han) { return hanRole(at: index) }
        let end = index + 2
        let head = page.tokens[index + 1].word
        guard Self.pointers.contains(page.tokens[index].word),
            Self.heads.contains(head) || Self.titles.contains(head) && page.isNameWord(index + 1)
        else { return nil }
        guard end < page.tokens.count, !page.flags(end).contains(.mark) else {
            return index..<end
        }
        let goesOn =
            Self.further.contains(page.tokens[end].word) || page.isNameWord(end)
            || page.flags(end).contains(.hyphenBefore)
        return goesOn ? nil : index..<end
    }

    private func hanRole(at index: Int) -> Range<Int>? {
        guard page.tokens[index].word == Self.hanPointer else { return nil }
        for length in [3, 2, 1] where index + length < page.tokens.count {
            let end = index + 1 + length
            guard Self.hanHeads.contains(page.text.folded(index + 1..<end)) else { continue }
            if end < page.tokens.count, page.flags(end).contains(.han),
                Self.hanFurther.contains(page.text.folded(end..<end + 1))
            {
                return nil
            }
            return index..<end
        }
        return nil
    }

    private static let pointers = Set(["the", "this"].map { Token.Word($0) })
    private static let heads = Set(
        [
            "ministry", "department", "authority", "agency", "commission", "bureau", "council",
            "directorate", "tribunal", "municipality", "secretariat", "registry", "inspectorate",
            "court", "assembly",
        ].map { Token.Word($0) }
    )
    /// Words that stand for a body where they have a capital only.
    private static let titles = Set(
        ["service", "office", "administration", "board"].map { Token.Word($0) }
    )
    /// Words after which a role is another thing: "the authority to sign", "the council tax".
    private static let further = Set(
        [
            "of", "for", "to", "tax", "level", "member", "members", "building", "store", "stores",
            "provider", "providers",
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
    /// Characters that make another word of such a one: 部分, 市场, 区域, 局长, 部署.
    private static let hanFurther: Set<String> = [
        "\u{5206}", "\u{95E8}", "\u{4EF6}", "\u{957F}", "\u{961F}", "\u{573A}", "\u{503C}",
        "\u{6C11}", "\u{9762}", "\u{57DF}", "\u{5757}", "\u{522B}", "\u{95F4}", "\u{52BF}",
        "\u{6CD5}", "\u{7406}", "\u{4E8B}", "\u{6821}", "\u{6258}", "\u{5458}", "\u{4EFD}",
        "\u{7EA7}", "\u{7F72}", "\u{540D}", "\u{5C5E}", "\u{7EBF}",
    ]
    private static let ranks = Set(
        [0x5E02, 0x7701, 0x5DDE, 0x53BF, 0x533A].map { Token.Word(scalar: $0) }
    )
}
