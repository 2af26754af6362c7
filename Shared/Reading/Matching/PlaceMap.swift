import Evidence
import Gazetteer

/// The countries and territories that a text names, by where they stand.
struct PlaceMap {
    struct Place {
        var tokens: Range<Int>
        var entity: EntityID
        /// The country that it is or lies in.
        var country: EntityID?
        var isDemonym: Bool
        var isCountry: Bool
        var isPossessive: Bool
    }

    private(set) var places: [Place] = []
    /// For each token the longest place that starts there, and that ends before it; -1 for none.
    private var byStart: [Int32]
    private var byEnd: [Int32]

    init(_ matches: [AliasIndex.Match], in text: TokenisedText, catalogue: Catalogue) {
        byStart = [Int32](repeating: -1, count: text.tokens.count + 1)
        byEnd = byStart
        for match in matches {
            let entity = catalogue.entities[Int(match.record.entity)]
            guard entity.kind == .country || entity.kind == .territory else { continue }
            let strength = match.record.strength
            guard
                strength == .strong || strength == .former || strength == .demonym
                    || strength == .acronym
            else { continue }
            add(
                Place(
                    tokens: match.tokens,
                    entity: entity.id,
                    country: catalogue.country(of: entity),
                    isDemonym: strength == .demonym,
                    isCountry: entity.kind == .country,
                    isPossessive: text.tokens[match.tokens.upperBound - 1].flags
                        .contains(.possessive)
                )
            )
        }
    }

    private mutating func add(_ place: Place) {
        let index = Int32(places.count)
        places.append(place)
        let start = place.tokens.lowerBound
        let end = place.tokens.upperBound
        if byStart[start] < 0 || isBetter(place, than: places[Int(byStart[start])]) {
            byStart[start] = index
        }
        if byEnd[end] < 0 || isBetter(place, than: places[Int(byEnd[end])]) { byEnd[end] = index }
    }

    private func isBetter(_ place: Place, than other: Place) -> Bool {
        (place.tokens.count, place.isCountry ? 1 : 0)
            > (other.tokens.count, other.isCountry ? 1 : 0)
    }

    /// The longest place that starts at a token.
    func place(startingAt start: Int) -> Place? {
        guard byStart.indices.contains(start), byStart[start] >= 0 else { return nil }
        return places[Int(byStart[start])]
    }

    /// The longest place that ends before a token.
    func place(endingAt end: Int) -> Place? {
        guard byEnd.indices.contains(end), byEnd[end] >= 0 else { return nil }
        return places[Int(byEnd[end])]
    }
}
