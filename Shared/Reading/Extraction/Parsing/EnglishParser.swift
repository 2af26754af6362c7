import Evidence

/// Reads the flat structure of an English sentence: no model, only forms and neighbours.
struct EnglishParser: Sendable {
    let builder: ItemBuilder

    /// Parses a sentence from its tokens and its mentions, both in order.
    func parse(_ tokens: [Lexeme], _ range: Range<Int>, mentions: [Mention]) -> ParsedSentence {
        let tagged = Tagger.tag(builder.items(of: tokens, mentions: mentions))
        var chunker = Chunker(items: tagged.items, readings: tagged.readings)
        chunker.run()
        var clauses = ClauseBuilder(
            chunks: chunker.chunks,
            verbs: chunker.verbs,
            nouns: chunker.nouns,
            items: tagged.items
        )
        clauses.run()
        var nounChunks = Array(repeating: 0, count: chunker.nouns.count)
        for (place, chunk) in chunker.chunks.enumerated() {
            if case .noun(let noun) = chunk { nounChunks[noun] = place }
        }
        return ParsedSentence(
            range: range,
            items: tagged.items,
            chunks: chunker.chunks,
            nouns: chunker.nouns,
            verbs: chunker.verbs,
            clauses: clauses.clauses,
            nounChunks: nounChunks
        )
    }
}
