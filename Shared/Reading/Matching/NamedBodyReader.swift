import Evidence
import Gazetteer

/// Finds bodies that a text tells by what they are and by name at once: "the tax office, SUNAT",
/// "Fiji's tax office, the Fiji Revenue Service", 税务局SAR.
struct NamedBodyReader {
    let page: NamePage
    let runs: RunReader
    let finder: MentionFinder

    /// A body's description and its name beside it.
    struct Pair {
        var description: Candidate
        /// The name's tokens, and what it was read as, if anything.
        var form: Range<Int>
        var name: Candidate?

        /// The body that the name is known for; `nil` where only the description tells it.
        var body: Candidate.Target? {
            switch name?.target {
            case .known?: name?.target
            case .derived(let own)? where own.kind == .publicBody && form.count > 1: name?.target
            default: nil
            }
        }
    }

    /// Finds every such pair.
    ///
    /// - Parameters:
    ///   - best: The best candidate that ends before a token.
    ///   - starting: The best candidate that starts at a token.
    /// - Returns: The pairs in the order of the text.
    func read(best: (Int) -> Candidate?, starting: (Int) -> Candidate?) -> [Pair] {
        page.tokens.indices.dropFirst().compactMap { index in
            guard page.isNameWord(index), let end = descriptionEnd(before: index),
                let body = best(end), isDescription(body, before: index)
            else { return nil }
            let name = starting(index)
            let form = name?.tokens ?? index..<runs.runEnd(from: index)
            guard form.count == 1 || name != nil, isOwnName(form, name, of: body) else {
                return nil
            }
            return Pair(description: body, form: form, name: name)
        }
    }

    /// Where the description before a name ends: right before it, or before a comma and an article.
    private func descriptionEnd(before index: Int) -> Int? {
        let flags = page.flags(index)
        guard !flags.contains(.lineBefore), !flags.contains(.lineStart) else { return nil }
        if page.flags(index - 1).contains(.han) {
            return flags.contains(.spaceBefore) || page.flags(index - 1).contains(.mark)
                ? nil : index
        }
        var end = index
        if page.tokens[end - 1].word == NameWords.the { end -= 1 }
        guard end > 1, page.tokens[end - 1].word == NameWords.comma else {
            return end == index ? index : nil
        }
        return end - 1
    }

    /// "tax office": whether a body is told by no more than what it is.
    private func isDescription(_ candidate: Candidate, before index: Int) -> Bool {
        guard case .derived(let name) = candidate.target, name.kind == .publicBody else {
            return false
        }
        let last = candidate.tokens.upperBound - 1
        if page.flags(last).contains(.han) { return page.flags(index - 1).contains(.han) }
        // "the Digital Affairs Unit, UGD,": a name too, before letters.
        return !page.isNameWord(last)
            || candidate.tokens.count > 2 && isAcronym(index..<index + 1)
                && page.tokens[index - 1].word == NameWords.comma
                && page.knownEnd(at: index) == nil
    }

    /// Whether a name is one that a described body may have: of letters, or a body's of its country.
    private func isOwnName(_ form: Range<Int>, _ name: Candidate?, of body: Candidate) -> Bool {
        let end = form.upperBound
        let isApposed =
            page.tokens[form.lowerBound - 1].word == NameWords.comma
            || page.tokens[form.lowerBound - 1].word == NameWords.the
        if isApposed, !endsApposition(end) { return false }
        guard case .derived(let described) = body.target else { return false }
        switch name?.target {
        case .known(let place)?:
            let entity = finder.catalogue.entities[place]
            guard entity.kind == .publicBody else { return false }
            guard let scope = described.scope else { return false }
            return entity.within == scope || finder.catalogue.country(of: entity) == scope
        case .derived(let other)?:
            guard other.kind == .publicBody || other.kind != .system && isLetters(form) else {
                return false
            }
            return other.scope == nil || described.scope == nil || other.scope == described.scope
        case nil:
            return isLetters(form)
        }
    }

    /// Whether the words after an apposition go on with the sentence, and with no list.
    private func endsApposition(_ end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        guard page.flags(end).contains(.mark) else { return false }
        guard page.tokens[end].word == NameWords.comma, end + 1 < page.tokens.count else {
            return true
        }
        return page.tokens[end + 1].word != NameWords.and
            && page.tokens[end + 1].word != NameWords.the && !page.isNameWord(end + 1)
    }

    /// Whether a word is the letters or the foreign name of a body, and not of what it uses: DNIT,
    /// 公共工程局Ashghal, but 卫生部OpenMRS平台.
    private func isLetters(_ form: Range<Int>) -> Bool {
        let end = form.upperBound
        guard page.flags(form.lowerBound - 1).contains(.han) else {
            return isAcronym(form)
                && (end >= page.tokens.count || !page.hits.has(.systemNoun, at: end))
        }
        guard form.count == 1, page.flags(form.lowerBound).isDisjoint(with: [.digit, .mark]),
            end < page.tokens.count, !page.isPlainAcronym(form.lowerBound),
            !page.hits.has(.termAcronym, at: form.lowerBound),
            page.tokens[end - 1].end - page.tokens[end - 1].start >= 3
        else { return false }
        if page.flags(end).contains(.mark) {
            return page.tokens[end].word != NameWords.enumerationComma
        }
        guard page.flags(end).contains(.han) else { return false }
        let next = page.text.folded(end..<min(page.tokens.count, end + Self.thingReach))
        return !Self.things.contains(where: next.contains)
    }

    /// How many characters after a name may say that it is a thing's.
    private static let thingReach = 5
    /// What follows the name of a system or firm beside a body's.
    private static let things = [
        "\u{7CFB}\u{7EDF}", "\u{5E73}\u{53F0}", "\u{9879}\u{76EE}", "\u{5E94}\u{7528}",
        "\u{95E8}\u{6237}", "\u{8F6F}\u{4EF6}", "\u{7F51}\u{7EDC}", "\u{5DE5}\u{7A0B}",
        "\u{516C}\u{53F8}", "\u{8BA1}\u{5212}", "\u{7AEF}\u{53E3}", "\u{7F51}\u{7AD9}",
        "\u{6570}\u{636E}\u{5E93}", "\u{4E2D}\u{5FC3}", "\u{5E73}\u{81FA}",
    ]

    private func isAcronym(_ form: Range<Int>) -> Bool {
        form.count == 1
            && page.tokens[form.lowerBound].end - page.tokens[form.lowerBound].start >= 3
            && !page.flags(form.lowerBound).isDisjoint(with: [.allCaps, .innerCapital])
            && !page.isPlainAcronym(form.lowerBound)
            && !page.hits.has(.termAcronym, at: form.lowerBound)
    }
}
