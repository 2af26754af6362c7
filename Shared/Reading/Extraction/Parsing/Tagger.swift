import Evidence

/// Decides which part each word of an English sentence plays, by its forms and its neighbours.
struct Tagger {
    private(set) var items: [Item]
    /// Whether the last verb seen was a bare one, after "to" or a modal.
    private var lastVerbIsBare = false
    /// Whether the last verb seen was a participle that something was done to.
    private var lastVerbIsPassive = false

    /// What verb reading was chosen for each item tagged as a verb.
    private(set) var readings: [Int: Reading] = [:]

    /// Whether nearly all words begin with a capital, as in a headline.
    private var isTitle = false

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

    private mutating func run() {
        isTitle = Self.isTitle(items)
        for index in items.indices where items[index].mention == nil {
            guard let entry = items[index].entry else {
                tagUnknown(index)
                continue
            }
            items[index].tag = tag(at: index, entry)
        }
    }

    private static func isTitle(_ items: [Item]) -> Bool {
        let words = items.filter { $0.kind.isWord && $0.text.utf8.count > 3 }
        return words.count > 3 && words.filter(\.isCapital).count * 10 > words.count * 7
    }

    /// A word that the lexicon does not know: a participle after an auxiliary, by its ending.
    private mutating func tagUnknown(_ index: Int) {
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
    private func isInName(_ index: Int) -> Bool {
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
    private func before(_ index: Int) -> Int? {
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
    private func after(_ index: Int) -> Int? {
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
    private func beginsNominal(_ index: Int?) -> Bool {
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

    private func beginsNominalAfterParticiple(_ index: Int) -> Bool {
        guard index + 1 < items.count else { return false }
        let next = items[index + 1]
        return next.tag == .noun && next.entry?.verb == nil
            && !(next.entry?.classes.contains(.preposition) ?? false)
    }

    private func isPlural(_ item: Item) -> Bool {
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
    private mutating func tag(at index: Int, _ entry: WordEntry) -> Item.Tag {
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
    private mutating func tagNoun(_ index: Int, _ entry: WordEntry) -> Item.Tag {
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
    private func isMeasure(_ index: Int) -> Bool {
        guard ["around", "about", "over", "under", "near", "up to"].contains(items[index].text),
            index + 1 < items.count, items[index + 1].tag == .quantity
        else { return false }
        return items[index + 1].date == nil
    }

    private func tagTo(_ index: Int) -> Item.Tag {
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

    private func isVerbal(_ index: Int?) -> Bool {
        guard let index else { return false }
        return items[index].tag == .verb || items[index].tag == .be
    }

    private func tagThat(_ index: Int) -> Item.Tag {
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
    private func isPlainNoun(_ index: Int?) -> Bool {
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

extension Tagger {
    private mutating func mark(_ index: Int, _ reading: Reading) -> Item.Tag {
        readings[index] = reading
        lastVerbIsBare = reading == .base
        lastVerbIsPassive = reading == .participle
        return .verb
    }

    private mutating func tagVerb(
        _ index: Int,
        _ entry: WordEntry,
        _ verb: WordEntry.Verb
    ) -> Item.Tag {
        // After a hyphen a participle describes: "state-owned", "Huawei-powered".
        if index > 0, items[index - 1].tag == .hyphen, items[index].isGlued {
            return .adjective
        }
        if isInName(index) { return .noun }
        let forms = verb.forms
        if forms.contains(.gerund) { return tagGerund(index, entry) }
        if !forms.isDisjoint(with: [.past, .participle]), let tag = tagPast(index, entry, verb) {
            return tag
        }
        if forms.contains(.base), let tag = tagBase(index, entry, verb) { return tag }
        if forms.contains(.third), let tag = tagThird(index, entry, verb) { return tag }
        return forms.isDisjoint(with: [.base, .third]) ? .adjective : .noun
    }

    private mutating func tagBase(
        _ index: Int,
        _ entry: WordEntry,
        _ verb: WordEntry.Verb
    ) -> Item.Tag? {
        guard let previous = before(index) else {
            return verb.isNounToo || !entry.noun.isEmpty ? .noun : mark(index, .base)
        }
        let isNounToo = verb.isNounToo || !entry.noun.isEmpty || entry.system != nil
        switch items[previous].tag {
        case .infinitive, .modal, .auxiliaryDo:
            return mark(index, .base)
        case .pronoun:
            let isSubject = ["they", "we", "you", "i", "who"].contains(items[previous].text)
            return isSubject ? mark(index, .base) : .noun
        case .relative:
            return mark(index, .base)
        case .conjunction, .comma:
            let takesObject = beginsNominal(after(index)) || !isNounToo
            return lastVerbIsBare && takesObject ? mark(index, .base) : .noun
        case .noun, .mention, .close:
            let isMany =
                isPlural(items[previous]) || items[previous].tag == .close
                || (previous >= 2 && items[previous - 1].tag == .conjunction)
            guard isMany else { return .noun }
            // "A and B work very closely together".
            if index + 1 < items.count, let next = items[index + 1].entry,
                next.classes.contains(.adverb), next.noun.isEmpty
            {
                return mark(index, .base)
            }
            return !isNounToo || startsObject(index) ? mark(index, .base) : .noun
        default:
            return .noun
        }
    }

    /// Whether what follows is plainly the object of a verb and not the rest of a name.
    private func startsObject(_ index: Int) -> Bool {
        guard let next = after(index) else { return false }
        let item = items[next]
        if item.mention != nil || item.money != nil { return true }
        guard let entry = item.entry else { return item.tag == .quantity || item.tag == .noun }
        if item.text == "to" { return tagTo(next) == .infinitive }
        return !entry.classes.isDisjoint(with: [.determiner, .pronoun]) || entry.system != nil
            || item.text == "that"
    }

    private mutating func tagThird(
        _ index: Int,
        _ entry: WordEntry,
        _ verb: WordEntry.Verb
    ) -> Item.Tag? {
        guard let previous = before(index) else { return .noun }
        let isNounToo = verb.isNounToo || !entry.noun.isEmpty || entry.system != nil
        switch items[previous].tag {
        case .noun, .mention, .close, .pronoun, .relative, .comma, .conjunction, .quantity:
            if !isNounToo { return mark(index, .third) }
            return startsObject(index) && !isPlural(items[previous]) ? mark(index, .third) : .noun
        default:
            return isNounToo ? .noun : mark(index, .third)
        }
    }

    private mutating func tagGerund(_ index: Int, _ entry: WordEntry) -> Item.Tag {
        guard let previous = before(index) else { return mark(index, .gerund) }
        let takesObject = beginsNominal(after(index))
        switch items[previous].tag {
        case .be:
            return mark(index, .gerund)
        case .determiner, .adjective, .possessive, .hyphen:
            return .noun
        case .preposition:
            return takesObject || entry.noun.isEmpty ? mark(index, .gerund) : .noun
        case .noun, .mention, .comma, .conjunction, .close, .verb, .subordinator:
            return takesObject ? mark(index, .gerund) : .noun
        default:
            return .noun
        }
    }

    /// The item before "in 2019": "the ministry had in 2019 handed".
    private func overDate(_ index: Int) -> Int {
        guard items[index].date != nil, let preposition = before(index),
            items[preposition].tag == .preposition, let earlier = before(preposition)
        else { return index }
        return earlier
    }

    /// "the centre which X supplied", "software that Y-based X delivered": the verb of a relative
    /// clause whose subject stands between.
    private func isRelativeVerb(_ index: Int) -> Bool {
        var place = index - 1
        var hasSubject = false
        while place >= 0, index - place < 9 {
            switch items[place].tag {
            case .mention, .noun, .pronoun: hasSubject = true
            case .adjective, .determiner, .possessive, .hyphen, .adverb, .quote: break
            case .preposition where items[place].text == "of": break
            case .relative: return hasSubject
            case .subordinator: return hasSubject && items[place].text == "that"
            default: return false
            }
            place -= 1
        }
        return false
    }

    /// "X designed and equipped it", "X designed, built and runs it": a verb after a name that goes
    /// on with another that has an object.
    private func isJoinedVerb(_ index: Int, _ next: Int?) -> Bool {
        guard var place = next, let previous = before(index),
            items[previous].tag == .mention || items[previous].tag == .close
                || items[previous].tag == .pronoun
        else { return false }
        var steps = 0
        while place + 1 < items.count, steps < 3 {
            let isGlue =
                items[place].tag == .comma
                || items[place].entry?.classes.contains(.conjunction) ?? false
            guard isGlue, let forms = items[place + 1].entry?.verb?.forms,
                !forms.isDisjoint(with: [.past, .third])
            else { return false }
            if beginsNominal(after(place + 1)) { return true }
            place += 2
            steps += 1
        }
        return false
    }

    private mutating func tagPast(
        _ index: Int,
        _ entry: WordEntry,
        _ verb: WordEntry.Verb
    ) -> Item.Tag? {
        let participle: Reading = verb.forms.contains(.participle) ? .participle : .past
        let finite: Reading = verb.forms.contains(.past) ? .past : .participle
        let next = after(index)
        let takesObject = beginsNominal(next)
        let isByNext = next.map { items[$0].text == "by" } ?? false
        guard let nearest = before(index) else {
            return next.map { items[$0].entry?.classes.contains(.preposition) ?? false } ?? false
                ? mark(index, participle) : takesObject ? .adjective : nil
        }
        let previous = overDate(nearest)
        if !isByNext, isRelativeVerb(index) || isJoinedVerb(index, next) {
            return mark(index, finite)
        }
        switch items[previous].tag {
        case .be, .have:
            return mark(index, participle)
        case .determiner, .possessive, .preposition, .adjective, .quantity:
            if isByNext { return mark(index, participle) }
            if items[previous].tag == .quantity, !takesObject { return mark(index, participle) }
            return takesObject
                ? .adjective : entry.verb?.forms.contains(.base) == true ? nil : .adjective
        case .infinitive, .modal, .auxiliaryDo:
            return nil
        case .comma, .conjunction:
            if isByNext { return mark(index, participle) }
            if takesObject { return mark(index, finite) }
            return mark(
                index,
                lastVerbIsPassive ? participle : verb.isIntransitive ? finite : participle
            )
        default:
            if verb.forms.contains(.base), items[previous].tag != .mention, !takesObject, !isByNext
            {
                return nil
            }
            if isByNext { return mark(index, participle) }
            if takesObject || verb.isIntransitive { return mark(index, finite) }
            return mark(index, participle)
        }
    }
}
