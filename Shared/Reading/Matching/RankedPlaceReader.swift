import Evidence
import Gazetteer

/// A place's name with its rank: Kisumu County, Sarajevo Canton.
struct RankedPlaceReader {
    let page: NamePage

    func read() -> [Candidate] {
        page.places.places.compactMap { place in
            let end = place.tokens.upperBound
            guard !place.isDemonym, !place.isCountry, !place.isCapital, !place.isPossessive,
                end < page.tokens.count, page.isNameWord(end), page.isNameWord(end - 1),
                page.hits.has(.placeRank, at: end), !page.flags(end).contains(.mark),
                !page.flags(end).contains(.lineBefore), !page.flags(end).contains(.possessive),
                end + 1 >= page.tokens.count || page.flags(end + 1).contains(.mark)
                    || page.flags(end + 1).contains(.lineBefore) || !page.isNameWord(end + 1),
                let number = page.catalogue.index(of: place.entity)
            else { return nil }
            return Candidate(
                tokens: place.tokens.lowerBound..<end + 1,
                target: .known(number),
                score: 0.88
            )
        }
    }
}
