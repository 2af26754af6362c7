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
        /// A capital that no file has as a place: its country stands for it.
        var isCapital: Bool
    }

    private(set) var places: [Place] = []
    /// For each token the longest place that starts there, and that ends before it; -1 for none.
    private var byStart: [Int32]
    private var byEnd: [Int32]

    init(_ matches: [AliasIndex.Match], in text: TokenisedText, index: AliasIndex) {
        byStart = [Int32](repeating: -1, count: text.tokens.count + 1)
        byEnd = byStart
        for match in matches {
            let number = Int(match.record.entity)
            let kind = index.kinds[number]
            guard kind == .country || kind == .territory, !Self.isDeveloping(match.tokens, text)
            else { continue }
            let strength = match.record.strength
            guard
                strength == .strong || strength == .former || strength == .demonym
                    || strength == .acronym || strength == .capital
            else { continue }
            add(
                Place(
                    tokens: match.tokens,
                    entity: index.catalogue.entities[number].id,
                    country: index.homes[number],
                    isDemonym: strength == .demonym,
                    isCountry: kind == .country && strength != .capital,
                    isPossessive: text.tokens[match.tokens.upperBound - 1].flags
                        .contains(.possessive),
                    isCapital: strength == .capital
                )
            )
        }
    }

    /// 发展中国家, developing countries: no country stands in it.
    private static func isDeveloping(_ tokens: Range<Int>, _ text: TokenisedText) -> Bool {
        guard tokens.count == 2, tokens.lowerBound >= 2, tokens.upperBound < text.tokens.count
        else { return false }
        let around = (tokens.lowerBound - 2..<tokens.upperBound + 1).map { text.tokens[$0].word }
        return around == developing
    }

    private static let developing: [Token.Word] = [0x53D1, 0x5C55, 0x4E2D, 0x56FD, 0x5BB6].map {
        Token.Word(scalar: $0)
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
        func rank(_ place: Place) -> Int { place.isCapital ? 0 : place.isCountry ? 2 : 1 }
        return (place.tokens.count, rank(place)) > (other.tokens.count, rank(other))
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
