import Evidence

/// A second look at what the first pass could not tell from the nearest words.
extension Tagger {
    /// Takes "last week" and "a year" after a sum out of the groups of nouns around them.
    mutating func tagTimes() {
        for index in items.indices.dropLast() where Self.times.contains(items[index + 1].text) {
            let isNear = ["last", "next"].contains(items[index].text)
            let isRate =
                ["a", "per"].contains(items[index].text) && index > 0
                && items[index - 1].tag == .quantity
            guard isNear || isRate, index == 0 || items[index - 1].tag != .determiner else {
                continue
            }
            items[index].tag = .adverb
            items[index + 1].tag = .adverb
        }
    }

    private static let times: Set<String> = [
        "week", "month", "year", "quarter", "spring", "summer", "autumn", "winter", "monday",
        "tuesday", "wednesday", "thursday", "friday",
    ]

    /// Gives the main clause of each stretch a verb where none was found: "Police in Northport
    /// watch the city", "the commission accredited voters".
    mutating func findMainVerbs() {
        var start = 0
        var index = 0
        while index <= items.count {
            let isEnd = index == items.count || items[index].tag == .stop
            let isInner =
                index < items.count
                && (items[index].tag == .relative || items[index].tag == .subordinator)
            if isEnd || isInner {
                if start < index { rescue(start..<index) }
                if isInner {
                    while index < items.count, items[index].tag != .stop { index += 1 }
                }
                start = index + 1
            }
            index += 1
        }
    }

    private mutating func rescue(_ range: Range<Int>) {
        guard range.count > 3, !isTitle, !range.contains(where: isFinite),
            let place = range.dropFirst().first(where: { mayBeMain($0, in: range) })
        else { return }
        let forms = items[place].entry?.verb?.forms ?? .past
        let reading: Reading =
            forms.contains(.base) ? .base : forms.contains(.third) ? .third : .past
        items[place].tag = mark(place, reading)
    }

    private func isFinite(_ index: Int) -> Bool {
        switch items[index].tag {
        case .be, .have, .auxiliaryDo, .modal: return true
        case .verb:
            switch readings[index] {
            case .past, .third: return true
            case .base: return before(index).map { items[$0].tag != .infinitive } ?? true
            default: return false
            }
        default: return false
        }
    }

    private func mayBeMain(_ index: Int, in range: Range<Int>) -> Bool {
        let item = items[index]
        guard item.kind.isWord, !item.isCapital, item.tag == .noun || item.tag == .adjective,
            let previous = before(index), previous >= range.lowerBound,
            [.noun, .mention, .close].contains(items[previous].tag), index + 1 < range.upperBound
        else { return false }
        let next = after(index) ?? index + 1
        guard let entry = item.entry else {
            return item.text.hasSuffix("ed") && item.text.utf8.count > 5
                && items[index - 1].tag != .hyphen
                && (beginsNominal(next) || items[next].tag == .preposition)
        }
        guard let forms = entry.verb?.forms, !forms.isDisjoint(with: [.base, .third]) else {
            return false
        }
        let isObject =
            items[next].tag == .determiner || items[next].tag == .pronoun
            || items[next].text == "that"
        guard isObject, next < range.upperBound || items[next].text == "that" else { return false }
        return forms.contains(.third)
            || isPlural(items[previous]) || items[previous].tag == .mention
            || items[previous].tag == .close
    }
}
