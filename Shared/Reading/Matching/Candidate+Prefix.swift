import Evidence

extension Candidate {
    /// The same candidate with the letter before its first word: "e-Government Agency".
    ///
    /// A single letter in lower case with a hyphen begins a name, though it is no word of one.
    func prefixed(on page: NamePage) -> Candidate {
        let start = tokens.lowerBound
        guard case .derived(var name) = target, name.language == "en", start > 0,
            page.flags(start).contains(.hyphenBefore),
            page.flags(start - 1).isDisjoint(with: [.capital, .mark, .han, .digit]),
            page.tokens[start - 1].end - page.tokens[start - 1].start == 1
        else { return self }
        var whole = self
        whole.tokens = start - 1..<tokens.upperBound
        name.name = page.plain(whole.tokens)
        name.key = NameKey.key(page.text, whole.tokens, kind: name.kind)
        whole.target = .derived(name)
        return whole
    }
}
