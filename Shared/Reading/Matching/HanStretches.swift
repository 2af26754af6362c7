import Evidence

/// Chinese characters that may be a name: between marks, particles, verbs and known names, where
/// words of a deal stand close by.
struct HanStretches {
    let page: NamePage
    let han: HanReader

    /// The longest stretch, in characters.
    private static let lengthMax = 10
    /// How close a word of a deal has to stand, in characters.
    private static let reach = 7
    /// How many stretches of one text are looked at.
    private static let countMax = 2_000

    private static let signs: LexicalClasses = [
        LexicalClass.zhSlot.bit, LexicalClass.zhSlotEnd.bit, LexicalClass.zhSlotBuy.bit,
        LexicalClass.zhRole.bit, LexicalClass.zhCompanyTail.bit,
    ]

    func ranges() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < page.tokens.count, found.count < Self.countMax {
            guard isPart(index) else {
                index += 1
                continue
            }
            let start = index
            index += 1
            while index < page.tokens.count, isPart(index), !breaks(before: index) { index += 1 }
            if let range = trimmed(start..<index), isNearDeal(range) { found.append(range) }
        }
        return found
    }

    /// Whether a character can belong to a name that no list has.
    private func isPart(_ index: Int) -> Bool {
        let flags = page.flags(index)
        guard flags.contains(.han), !flags.contains(.mark) else { return false }
        if han.isInsideWord[index] { return true }
        return !covered(index)
    }

    /// Whether a particle, a verb, a role or a known party's name covers a character.
    private func covered(_ index: Int) -> Bool {
        for start in max(0, index - 5)...index {
            for kind in [LexicalClass.zhStop, .zhRole, .zhNoName, .zhSlotEnd] {
                if let end = page.hits.end(of: kind, at: start), end > index { return true }
            }
            if let match = han.known(at: start), match.tokens.upperBound > index,
                match.tokens.count > 1, page.places.place(startingAt: start) == nil
            {
                return true
            }
        }
        return false
    }

    private func breaks(before index: Int) -> Bool {
        let flags = page.flags(index)
        return flags.contains(.quoteBefore) || flags.contains(.lineBefore)
            || flags.contains(.spaceBefore)
    }

    /// A stretch without the country before it; `nil` where nothing or too much is left.
    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        if let place = page.places.place(startingAt: start), place.isCountry {
            start = place.tokens.upperBound
        }
        guard (2...Self.lengthMax).contains(range.upperBound - start) else { return nil }
        let rest = start..<range.upperBound
        if let place = page.places.place(startingAt: start),
            place.tokens.upperBound >= rest.upperBound
        {
            return nil
        }
        return han.isGeneric(rest) ? nil : rest
    }

    private func isNearDeal(_ range: Range<Int>) -> Bool {
        let start = max(0, range.lowerBound - Self.reach)
        let end = min(page.tokens.count, range.upperBound + Self.reach)
        return (start..<end).contains { !page.hits.starts[$0].isDisjoint(with: Self.signs) }
            || page.hits.ends[range.upperBound - 1].contains(.zhCompanyTail)
    }
}
