import Evidence

/// What makes two forms of a derived name the same.
enum NameKey {
    /// The folded words without articles and, for companies, without legal forms at the end.
    static func key(_ text: TokenisedText, _ range: Range<Int>, kind: EntityKind) -> String {
        var start = range.lowerBound
        var end = range.upperBound
        if range.count > 1, text.tokens[start].word == NameWords.the { start += 1 }
        if kind == .company {
            while end - start > 1, LegalForms.standard.contains(text.tokens[end - 1].word) {
                end -= 1
            }
        }
        return text.folded(start..<end)
    }
}
