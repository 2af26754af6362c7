import Evidence
import Gazetteer

/// A place's name with its rank: Kisumu County, Sarajevo Canton, Province of Mendoza.
struct RankedPlaceReader {
    let page: NamePage

    func read() -> [Candidate] {
        page.places.places.compactMap { rankedBefore($0) ?? rankedAfter($0) }
    }

    private func rankedBefore(_ place: PlaceMap.Place) -> Candidate? {
        let start = place.tokens.lowerBound - 2
        guard !place.isDemonym, !place.isCountry, !place.isCapital, !place.isPossessive, start >= 0,
            page.tokens[start + 1].word == NameWords.of, page.isNameWord(start),
            page.hits.end(of: .placeRank, at: start) == start + 1,
            !page.flags(start + 1).contains(.lineBefore),
            !page.flags(start + 2).contains(.lineBefore),
            let number = page.catalogue.index(of: place.entity)
        else { return nil }
        return Candidate(
            tokens: start..<place.tokens.upperBound,
            target: .known(number),
            score: 0.88
        )
    }

    private func rankedAfter(_ place: PlaceMap.Place) -> Candidate? {
        let end = place.tokens.upperBound
        guard !place.isDemonym, !place.isCountry, !place.isCapital, !place.isPossessive,
            end < page.tokens.count, page.isNameWord(end), page.isNameWord(end - 1),
            page.hits.has(.placeRank, at: end), !page.flags(end).contains(.mark),
            !page.flags(end).contains(.lineBefore), !page.flags(end).contains(.possessive),
            endsName(end + 1),
            let number = page.catalogue.index(of: place.entity)
        else { return nil }
        return Candidate(
            tokens: place.tokens.lowerBound..<end + 1,
            target: .known(number),
            score: 0.88
        )
    }

    /// Whether no word follows that would make it another's name: "Boston Department of Health".
    private func endsName(_ end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        let flags = page.flags(end)
        if flags.contains(.mark) || flags.contains(.lineBefore) { return true }
        return !page.isNameWord(end) && page.tokens[end].word != NameWords.of
            && page.tokens[end].word != NameWords.for
    }
}
