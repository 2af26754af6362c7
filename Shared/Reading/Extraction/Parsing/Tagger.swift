import Evidence

/// Decides which part each word of an English sentence plays, by its forms and its neighbours.
struct Tagger {
    var items: [Item]
    /// Whether the last verb seen was a bare one, after "to" or a modal.
    var lastVerbIsBare = false
    /// Whether the last verb seen was a participle that something was done to.
    var lastVerbIsPassive = false

    /// What verb reading was chosen for each item tagged as a verb.
    var readings: [Int: Reading] = [:]

    /// Whether nearly all words begin with a capital, as in a headline.
    var isTitle = false

    enum Reading: Sendable {
        case base, third, past, participle, gerund
    }

    static func tag(_ items: [Item]) -> (items: [Item], readings: [Int: Reading]) {
        var tagger = Tagger(items: items)
        tagger.run()
        return (tagger.items, tagger.readings)
    }

    private init(items: [Item]) {
        self.items = items
    }

    mutating func run() {
        isTitle = Self.isTitle(items)
        for index in items.indices where items[index].mention == nil {
            guard let entry = items[index].entry else {
                tagUnknown(index)
                continue
            }
            items[index].tag = tag(at: index, entry)
        }
        tagTimes()
        findMainVerbs()
    }

    static func isTitle(_ items: [Item]) -> Bool {
        let words = items.filter { $0.kind.isWord && $0.text.utf8.count > 3 }
        return words.count > 3 && words.filter(\.isCapital).count * 10 > words.count * 7
    }

    /// A word that the lexicon does not know: a participle after an auxiliary, by its ending.
    mutating func tagUnknown(_ index: Int) {
        guard items[index].kind.isWord, let previous = before(index),
            items[previous].tag == .be || items[previous].tag == .have,
            items[index].text.utf8.count > 4
        else { return }
        if items[index].text.hasSuffix("ed") {
            items[index].tag = mark(index, .participle)
        } else if items[index].text.hasSuffix("ing"), items[previous].tag == .be,
            beginsNominal(after(index))
        {
            items[index].tag = mark(index, .gerund)
        }
    }

    /// Whether a capitalised word stands beside another: part of a name, whatever it looks like.
    func isInName(_ index: Int) -> Bool {
        guard items[index].isCapital, !isTitle, index > 0 else { return false }
        let previous = items[index - 1]
        guard previous.isCapital, previous.kind.isWord || previous.mention != nil else {
            return false
        }
        let isStart = index == 1 && previous.entry?.classes.isEmpty == false
        return !isStart && index + 1 < items.count && items[index + 1].isCapital
    }

    // MARK: - Neighbours

    /// The nearest item to the left that is no adverb, negation or quotation mark.
    func before(_ index: Int) -> Int? {
        var place = index - 1
        while place >= 0 {
            switch items[place].tag {
            case .adverb, .negation, .quote: place -= 1
            default: return place
            }
        }
        return nil
    }

    /// The nearest item to the right that is no adverb or quotation mark.
    func after(_ index: Int) -> Int? {
        var place = index + 1
        while place < items.count {
            if items[place].tag == .quote { place += 1; continue }
            if let entry = items[place].entry, entry.classes.contains(.adverb),
                !entry.classes.contains(.preposition), !entry.classes.contains(.determiner)
            {
                place += 1
                continue
            }
            if items[place].tag == .adverb, items[place].entry == nil { place += 1; continue }
            return place
        }
        return nil
    }

    /// Whether a group around a noun can begin here.
    func beginsNominal(_ index: Int?) -> Bool {
        guard let index else { return false }
        let item = items[index]
        if item.mention != nil || item.tag == .quantity { return true }
        guard item.kind.isWord else { return false }
        guard let entry = item.entry else { return true }
        if entry.classes.contains(.determiner) || entry.classes.contains(.pronoun) { return true }
        if !entry.classes.isDisjoint(with: [
            .preposition, .conjunction, .subordinator, .relative, .modal, .be, .have, .do,
            .negation, .adverb,
        ]) {
            return false
        }
        if let verb = entry.verb, entry.noun.isEmpty, entry.system == nil {
            if verb.isNounToo { return true }
            return verb.forms.contains(.participle) && !verb.forms.contains(.base)
                ? beginsNominalAfterParticiple(index) : verb.forms.contains(.gerund)
        }
        return true
    }

    func beginsNominalAfterParticiple(_ index: Int) -> Bool {
        guard index + 1 < items.count else { return false }
        let next = items[index + 1]
        return next.tag == .noun && next.entry?.verb == nil
            && !(next.entry?.classes.contains(.preposition) ?? false)
    }

    func isPlural(_ item: Item) -> Bool {
        item.tag == .noun
            && (item.text.hasSuffix("s") && !item.text.hasSuffix("ss")
                || ["police", "people", "staff"].contains(item.text))
    }
}

extension Item.Kind {
    var isWord: Bool {
        if case .word = self { true } else { false }
    }
}

// MARK: - Words of closed classes

extension Tagger {
    mutating func tag(at index: Int, _ entry: WordEntry) -> Item.Tag {
        let classes = entry.classes
        let text = items[index].text
        if text == "to" { return tagTo(index) }
        if text == "that" { return tagThat(index) }
        if classes.contains(.be) { return .be }
        if classes.contains(.have) { return .have }
        if classes.contains(.do) { return .auxiliaryDo }
        if classes.contains(.modal), !(text == "may" && items[index].isCapital && index > 0) {
            return .modal
        }
        if classes.contains(.negation), text != "nor" { return .negation }
        if classes.contains(.relative) { return .relative }
        if classes.contains(.subordinator), !classes.contains(.preposition) {
            return .subordinator
        }
        if classes.contains(.pronoun) {
            return classes.contains(.determiner)
                && beginsNominal(index + 1 < items.count ? index + 1 : nil)
                ? .determiner : .pronoun
        }
        if classes.contains(.determiner) { return .determiner }
        if classes.contains(.preposition) {
            return isMeasure(index) ? .adverb : .preposition
        }
        if classes.contains(.conjunction) { return .conjunction }
        if classes.contains(.noun) { return tagNoun(index, entry) }
        if classes.contains(.adverb), entry.noun.isEmpty { return .adverb }
        if classes.contains(.adjective), entry.verb == nil { return .adjective }
        if let verb = entry.verb { return tagVerb(index, entry, verb) }
        return text.hasSuffix("ly") && entry.noun.isEmpty && entry.system == nil ? .adverb : .noun
    }

    /// A word listed as a noun is one, unless it plainly continues a verb: "is building".
    mutating func tagNoun(_ index: Int, _ entry: WordEntry) -> Item.Tag {
        guard let verb = entry.verb, verb.forms.contains(.gerund), let previous = before(index)
        else { return .noun }
        let isProgressive = items[previous].tag == .be
        let takesObject = beginsNominal(after(index))
        if isProgressive && takesObject { return mark(index, .gerund) }
        let isGoverned = items[previous].tag == .preposition && items[previous].text != "of"
        if isGoverned, takesObject, let next = after(index),
            items[next].entry?.classes.contains(.determiner) ?? false
        {
            return mark(index, .gerund)
        }
        return .noun
    }

    /// "around 900 cameras", "over $5 million": no preposition but an estimate.
    func isMeasure(_ index: Int) -> Bool {
        guard ["around", "about", "over", "under", "near", "up to"].contains(items[index].text),
            index + 1 < items.count, items[index + 1].tag == .quantity
        else { return false }
        return items[index + 1].date == nil
    }

    func tagTo(_ index: Int) -> Item.Tag {
        guard let next = after(index), let entry = items[next].entry, let verb = entry.verb,
            verb.forms.contains(.base)
        else {
            if let next = after(index), let entry = items[next].entry,
                entry.classes.contains(.be) || entry.classes.contains(.have)
                    || entry.classes.contains(.do)
            {
                return .infinitive
            }
            return .preposition
        }
        guard verb.isNounToo || !entry.noun.isEmpty else { return .infinitive }
        // "to support the police", but "access to finance": a noun has no object after it.
        let follows = next + 1 < items.count && beginsNominal(after(next))
        return follows || index == 0 || isVerbal(before(index)) ? .infinitive : .preposition
    }

    func isVerbal(_ index: Int?) -> Bool {
        guard let index else { return false }
        return items[index].tag == .verb || items[index].tag == .be
    }

    func tagThat(_ index: Int) -> Item.Tag {
        guard let previous = before(index) else { return .determiner }
        let next = after(index)
        let isVerbNext =
            next.map { place in
                guard let entry = items[place].entry else { return false }
                return !entry.classes.isDisjoint(with: [.be, .have, .modal, .do])
                    || (entry.verb != nil && entry.verb?.isNounToo == false)
            } ?? false
        switch items[previous].tag {
        case .noun, .mention, .close, .comma: return isVerbNext ? .relative : .subordinator
        case .verb where isPlainNoun(next): return .determiner
        case .verb, .be, .adjective: return .subordinator
        default: return .determiner
        }
    }
}

extension Tagger {
    /// "hold that contract": whether a word is a noun that ends its group.
    func isPlainNoun(_ index: Int?) -> Bool {
        guard let index, let entry = items[index].entry, entry.verb == nil,
            !entry.noun.isDisjoint(with: [.agreement, .system, .works]), index + 1 < items.count
        else { return false }
        let following = items[index + 1]
        return following.kind.isWord == false
            || !(following.entry?.classes.isDisjoint(with: [
                .preposition, .relative, .conjunction, .adverb,
            ]) ?? true)
    }
}

// MARK: - Verbs
