import Evidence
import Gazetteer

/// Tells where a capital stands for its government, and where it is a place.
struct MetonymReader {
    let page: NamePage
    let catalogue: Catalogue

    func read() -> [Candidate] {
        var found: [Candidate] = []
        for match in page.matches where match.record.strength == .capital {
            let country = Int(match.record.entity)
            if actsAsGovernment(match.tokens) {
                found.append(
                    Candidate(
                        tokens: match.tokens,
                        target: .known(country),
                        score: 1.3,
                        use: .metonym
                    )
                )
            } else {
                found.append(place(match.tokens, country: catalogue.entities[country]))
            }
        }
        return found
    }

    /// A capital that the catalogue does not have as a place of its own.
    private func place(_ tokens: Range<Int>, country: Entity) -> Candidate {
        let name = DerivedName(
            kind: .territory,
            name: page.plain(tokens),
            key: NameKey.key(page.text, tokens, kind: .territory),
            scope: country.id
        )
        return Candidate(tokens: tokens, target: .derived(name), score: 0.85)
    }

    private func actsAsGovernment(_ tokens: Range<Int>) -> Bool {
        let isHan = page.flags(tokens.lowerBound).contains(.han)
        return isHan ? actsInChinese(tokens) : actsInEnglish(tokens)
    }

    private func actsInEnglish(_ tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound - 1
        if before >= 0 {
            if isAgent(before: before) { return true }
            if page.hits.has(.placeBefore, at: before) { return false }
            if page.isNameWord(before), !page.startsSentence(tokens.lowerBound),
                !page.isStopWord(before)
            {
                return false
            }
            if isBetween(tokens) { return true }
            if page.hits.has(.clauseWord, at: before), isSubject(tokens) { return true }
        }
        let next = tokens.upperBound
        guard next < page.tokens.count, !page.flags(next).contains(.hyphenBefore) else {
            return false
        }
        if page.flags(next - 1).contains(.possessive) { return ownsPolicy(from: next) }
        return page.hits.has(.policyVerb, at: next)
    }

    /// "Beijing's decision making", "Beijing's growing control".
    private func ownsPolicy(from start: Int) -> Bool {
        (start..<min(start + 2, page.tokens.count)).contains {
            page.hits.has(.policyNoun, at: $0)
        }
    }

    /// "that Washington objected": whether a government's verb or a past form follows.
    private func isSubject(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        guard next < page.tokens.count, !page.flags(next - 1).contains(.possessive) else {
            return false
        }
        guard page.flags(next).isDisjoint(with: [.mark, .hyphenBefore, .lineBefore]) else {
            return false
        }
        return page.hits.has(.policyVerb, at: next)
            || !page.isNameWord(next) && page.plain(next..<next + 1).hasSuffix("ed")
    }

    /// "backed by Washington", "paid for by Canberra", "a licence for it from Beijing".
    private func isAgent(before index: Int) -> Bool {
        guard index > 0, page.hits.has(.dealLink, at: index), !page.isNameWord(index) else {
            return false
        }
        let reach = page.tokens[index].word == Self.from ? 3 : 2
        for deed in stride(from: index - 1, through: max(0, index - reach), by: -1) {
            if page.flags(deed).contains(.mark) || page.isNameWord(deed) { return false }
            if page.hits.has(.stateDeed, at: deed) { return true }
        }
        return false
    }

    private static let from = Token.Word("from")

    /// "between Washington and Beijing", "Beijing and Islamabad agreed".
    private func isBetween(_ tokens: Range<Int>) -> Bool {
        for index in stride(
            from: tokens.lowerBound - 1,
            through: max(0, tokens.lowerBound - 4),
            by: -1
        ) where page.hits.has(.betweenWord, at: index) {
            return true
        }
        return false
    }

    private func actsInChinese(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        guard next < page.tokens.count else { return false }
        let starts = tokens.lowerBound == 0 || page.flags(tokens.lowerBound - 1).contains(.mark)
        return starts && page.hits.has(.zhPolicyVerb, at: next)
    }
}
