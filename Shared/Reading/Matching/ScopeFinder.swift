import Evidence

/// Decides which country a name without one belongs to.
///
/// What stands at the name itself comes first, then its sentence, then the block that it is in,
/// then the document as its reader scoped it. A document that speaks of one country only, or
/// nearly so, is a last resort.
struct ScopeFinder {
    struct Scope {
        var country: EntityID
        var certainty: Double
    }

    private let scopes: Scopes
    private let text: TokenisedText
    private let places: PlaceMap
    private let prevailing: EntityID?
    /// Countries by their own names (no adjectives), in order.
    private let named: [PlaceMap.Place]

    private let givers: Set<EntityID>
    /// Who gets what a single giver gives.
    private let receiver: EntityID?

    /// The share of a document's countries that one must have to be taken for granted.
    private static let prevailingShare = 0.75

    /// Makes a finder; `isPart` says whether a place is only part of a name or a company's seat;
    /// `givers` are the states that give something in the text, to another's bodies.
    init(
        _ scopes: Scopes,
        text: TokenisedText,
        places: PlaceMap,
        isPart: (PlaceMap.Place) -> Bool = { _ in false },
        givers: Set<EntityID> = []
    ) {
        self.scopes = scopes
        self.text = text
        self.places = places
        named = places.places.filter { !$0.isDemonym && $0.country != nil && !isPart($0) }
        var counts: [EntityID: Int] = [:]
        for place in places.places { place.country.map { counts[$0, default: 0] += 1 } }
        receiver = Self.receiver(counts, givers)
        self.givers = receiver == nil ? [] : givers
        let total = counts.values.reduce(0, +)
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        prevailing = most.flatMap {
            Double($0.value) >= Double(total) * Self.prevailingShare ? $0.key : nil
        }
    }

    /// The country that plainly gets what the one giver gives: nearly all other countries' names are
    /// its own, and it is named often enough.
    private static func receiver(_ counts: [EntityID: Int], _ givers: Set<EntityID>) -> EntityID? {
        guard givers.count == 1 else { return nil }
        let others = counts.filter { !givers.contains($0.key) }
        guard let most = others.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
            return nil
        }
        let total = others.values.reduce(0, +)
        let given = givers.reduce(0) { $0 + (counts[$1] ?? 0) }
        return Double(most.value) >= Double(total) * prevailingShare && most.value * 4 >= given
            ? most.key : nil
    }

    /// The country of a name that stands at some tokens.
    func scope(of tokens: Range<Int>) -> Scope? {
        let scope = plainScope(of: tokens)
        guard let found = scope, givers.contains(found.country), let receiver,
            !text.tokens[tokens.lowerBound].flags.contains(.han)
        else { return scope }
        return Scope(country: receiver, certainty: 0.65)
    }

    private func plainScope(of tokens: Range<Int>) -> Scope? {
        if let country = sentenceCountry(of: tokens) {
            return Scope(country: country, certainty: 0.85)
        }
        let offset = Int(text.tokens[tokens.lowerBound].start)
        if let country = scopes.block(at: offset) {
            return Scope(country: country, certainty: 0.85)
        }
        if text.tokens[tokens.lowerBound].flags.contains(.han),
            let country = earlierCountry(before: tokens.lowerBound)
        {
            return Scope(country: country, certainty: 0.75)
        }
        if let country = scopes.document { return Scope(country: country, certainty: 0.75) }
        if let country = lastNamed(before: tokens.lowerBound, inBlock: true) {
            return Scope(country: country, certainty: 0.6)
        }
        if let prevailing { return Scope(country: prevailing, certainty: 0.65) }
        return lastNamed(before: tokens.lowerBound, inBlock: false).map {
            Scope(country: $0, certainty: 0.5)
        }
    }

    /// How far back a country may have been named, in tokens.
    private static let lastNamedMax = 240

    /// The country that was last spoken of before a token: no company's country of origin.
    private func lastNamed(before index: Int, inBlock: Bool) -> EntityID? {
        var low = 0
        var high = named.count
        while low < high {
            let middle = (low + high) / 2
            if named[middle].tokens.upperBound <= index { low = middle + 1 } else { high = middle }
        }
        var place = low - 1
        while place >= 0, index - named[place].tokens.upperBound < Self.lastNamedMax {
            let found = named[place]
            place -= 1
            if isOrigin(found) { continue }
            if inBlock,
                (found.tokens.upperBound..<index).contains(where: {
                    text.tokens[$0].flags.contains(.blockEnd)
                })
            {
                return nil
            }
            return found.country
        }
        return nil
    }

    /// "Semlex of Belgium", "Korea's LG": where a company is from.
    private func isOrigin(_ place: PlaceMap.Place) -> Bool {
        let start = place.tokens.lowerBound
        let end = place.tokens.upperBound
        if start > 1, text.tokens[start - 1].word == NameWords.of,
            text.tokens[start - 2].flags.contains(.capital)
        {
            return true
        }
        return place.isPossessive && end < text.tokens.count
            && text.tokens[end].flags.contains(.capital)
            && !text.tokens[end].flags.contains(.mark)
    }

    /// The one country that the sentence names, adjectives apart.
    private func sentenceCountry(of tokens: Range<Int>) -> EntityID? {
        let start = sentenceStart(tokens.lowerBound)
        let end = sentenceEnd(tokens.upperBound)
        var low = 0
        var high = named.count
        while low < high {
            let middle = (low + high) / 2
            if named[middle].tokens.lowerBound < start { low = middle + 1 } else { high = middle }
        }
        var found: EntityID?
        while low < named.count, named[low].tokens.lowerBound < end {
            let place = named[low]
            low += 1
            if let found, found != place.country { return nil }
            found = place.country
        }
        return found
    }

    /// The country last named before a token in its paragraph.
    private func earlierCountry(before index: Int) -> EntityID? {
        var start = index
        while start > 0, index - start < Self.paragraphMax,
            !text.tokens[start].flags.contains(.lineStart)
        { start -= 1 }
        var low = 0
        var high = named.count
        while low < high {
            let middle = (low + high) / 2
            if named[middle].tokens.lowerBound < index { low = middle + 1 } else { high = middle }
        }
        guard low > 0, named[low - 1].tokens.lowerBound >= start else { return nil }
        return named[low - 1].country
    }

    /// The longest stretch of a paragraph that is searched, in tokens.
    private static let paragraphMax = 400

    /// The longest sentence that is searched, in tokens to either side.
    private static let sentenceMax = 80

    private func sentenceStart(_ index: Int) -> Int {
        var start = index
        while start > 0, index - start < Self.sentenceMax,
            !text.tokens[start - 1].flags.contains(.sentenceEnd)
        { start -= 1 }
        return start
    }

    private func sentenceEnd(_ index: Int) -> Int {
        var end = index
        while end < text.tokens.count, end - index < Self.sentenceMax,
            !text.tokens[end].flags.contains(.sentenceEnd)
        { end += 1 }
        return end
    }
}
