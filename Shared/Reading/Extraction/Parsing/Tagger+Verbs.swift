extension Tagger {
    mutating func mark(_ index: Int, _ reading: Reading) -> Item.Tag {
        readings[index] = reading
        lastVerbIsBare = reading == .base
        lastVerbIsPassive = reading == .participle
        return .verb
    }

    mutating func tagVerb(
        _ index: Int,
        _ entry: WordEntry,
        _ verb: WordEntry.Verb
    ) -> Item.Tag {
        // After a hyphen a participle describes: "state-owned", "X-powered".
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

    mutating func tagBase(
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
    func startsObject(_ index: Int) -> Bool {
        guard let next = after(index) else { return false }
        let item = items[next]
        if item.mention != nil || item.money != nil { return true }
        guard let entry = item.entry else { return item.tag == .quantity || item.tag == .noun }
        if item.text == "to" { return tagTo(next) == .infinitive }
        return !entry.classes.isDisjoint(with: [.determiner, .pronoun]) || entry.system != nil
            || item.text == "that"
    }

    mutating func tagThird(
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

    mutating func tagGerund(_ index: Int, _ entry: WordEntry) -> Item.Tag {
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
    func overDate(_ index: Int) -> Int {
        guard items[index].date != nil, let preposition = before(index),
            items[preposition].tag == .preposition, let earlier = before(preposition)
        else { return index }
        return earlier
    }

    /// "the centre which X supplied", "software that Y-based X delivered": the verb of a relative
    /// clause whose subject stands between.
    func isRelativeVerb(_ index: Int) -> Bool {
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
    func isJoinedVerb(_ index: Int, _ next: Int?) -> Bool {
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

    mutating func tagPast(
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
