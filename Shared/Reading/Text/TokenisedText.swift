/// A text as words: the raw characters, and the tokens that they make.
///
/// Offsets everywhere are Unicode scalars of the raw text. Making one takes time in proportion to
/// the text's length, whatever it holds.
package struct TokenisedText: Sendable {
    /// The raw text.
    package let scalars: [Unicode.Scalar]
    /// Words, Chinese characters and marks, in order; what only decorates is left out.
    package let tokens: [Token]

    package init(_ text: String) {
        self.init(scalars: [Unicode.Scalar](of: text))
    }

    package init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        var tokeniser = Tokeniser(count: scalars.count)
        scalars.withUnsafeBufferPointer { tokeniser.run($0) }
        tokens = tokeniser.tokens
    }

    /// The raw words in a range of scalars.
    package func text(in range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    /// The folded words in a range of tokens, with single spaces between words.
    package func folded(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for token in tokens[range] {
            if !view.isEmpty, !token.flags.contains(.han) { view.append(" ") }
            if token.word == NameWords.and {
                view.append(contentsOf: "and".unicodeScalars)
                continue
            }
            for scalar in scalars[token.range] where isKept(scalar, in: token) {
                Folding.standard.forEach(scalar) { value in
                    if let folded = Unicode.Scalar(value) { view.append(folded) }
                }
            }
        }
        return String(view)
    }

    private func isKept(_ scalar: Unicode.Scalar, in token: Token) -> Bool {
        Folding.standard.kind(scalar).class != .symbol || token.flags.contains(.mark)
            || scalar == "." && token.flags.contains(.digit)
    }

    /// The token that holds or follows a scalar offset.
    package func token(at offset: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].fullEnd) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
