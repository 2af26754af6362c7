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
    private var byStart: [Int: Int] = [:]
    private var byEnd: [Int: Int] = [:]

    init(_ matches: [AliasIndex.Match], in text: TokenisedText, catalogue: Catalogue) {
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
        let index = places.count
        places.append(place)
        if let other = byStart[place.tokens.lowerBound] {
            if isBetter(place, than: places[other]) { byStart[place.tokens.lowerBound] = index }
        } else {
            byStart[place.tokens.lowerBound] = index
        }
        if let other = byEnd[place.tokens.upperBound] {
            if isBetter(place, than: places[other]) { byEnd[place.tokens.upperBound] = index }
        } else {
            byEnd[place.tokens.upperBound] = index
        }
    }

    private func isBetter(_ place: Place, than other: Place) -> Bool {
        (place.tokens.count, place.isCountry ? 1 : 0)
            > (other.tokens.count, other.isCountry ? 1 : 0)
    }

    /// The longest place that starts at a token.
    func place(startingAt start: Int) -> Place? { byStart[start].map { places[$0] } }

    /// The longest place that ends before a token.
    func place(endingAt end: Int) -> Place? { byEnd[end].map { places[$0] } }
}
