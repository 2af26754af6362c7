import Evidence

extension BodyParser {
    /// "Royal Northland Police", "National Department of Health": with the words of rank before it.
    func widened(_ found: Found) -> Found {
        var start = found.tokens.lowerBound
        guard text.tokens[start].flags.contains(.capital) else { return found }
        while start > 0, isRank(start - 1), !text.tokens[start].flags.contains(.lineStart),
            !text.tokens[start].flags.contains(.quoteBefore)
        { start -= 1 }
        var wide = found
        wide.tokens = start..<found.tokens.upperBound
        return wide
    }

    private func isRank(_ index: Int) -> Bool {
        let flags = text.tokens[index].flags
        return flags.contains(.capital) && !flags.contains(.possessive) && !flags.contains(.mark)
            && Self.ranks.contains(text.tokens[index].word)
    }

    private static let ranks = Set(
        [
            "royal", "national", "federal", "autonomous", "independent", "general", "provincial",
            "republican", "greater", "central", "interim", "transitional", "public",
        ].map { Token.Word($0) }
    )

    /// "the city administration", "the military police": of the place that was named last.
    func localSingle(_ hit: PhraseHits.Hit) -> Found? {
        let start = hit.range.lowerBound
        guard hit.range.count > 1, !text.tokens[start + 1].flags.contains(.capital),
            Self.local.contains(text.tokens[start].word), start > 0,
            isDefinite(before: start) || text.tokens[start - 1].flags.contains(.sentenceEnd),
            let place = lastCity(before: start)
        else { return nil }
        var found = Found(tokens: hit.range, parts: BodyComposer.Parts(form: Int(hit.value)))
        found.place = place
        return found
    }
}
