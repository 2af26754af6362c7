import Evidence

extension Reader {
    /// How many sentences a document is read in; headings, bullets and cells count as they are.
    package func sentenceCount(_ source: SourceText) -> Int {
        let text = ScalarText(scalars: TokenisedText(source.text).scalars)
        return Layout(text, words: lexicon.layout).blocks.reduce(0) { count, block in
            count + lexicon.sentences.sentences(of: text, in: block.range, unbroken: []).count
        }
    }
}
