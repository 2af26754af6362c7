import Evidence

/// Groups tagged items into noun phrases, verb groups and the words between them.
struct Chunker {
    let items: [Item]
    let readings: [Int: Tagger.Reading]
    private(set) var chunks: [Chunk] = []
    private(set) var nouns: [NounPhrase] = []
    private(set) var verbs: [VerbGroup] = []

    init(items: [Item], readings: [Int: Tagger.Reading]) {
        self.items = items
        self.readings = readings
    }

    mutating func run() {
        var index = 0
        while index < items.count {
            switch items[index].tag {
            case .mention, .quantity, .noun, .adjective, .determiner, .possessive, .hyphen:
                index = appendNoun(index)
            case .pronoun:
                appendPronoun(index)
                index += 1
            case .verb, .be, .have, .auxiliaryDo, .modal, .infinitive, .negation, .adverb:
                index = appendVerb(index)
            case .preposition:
                chunks.append(.preposition(items[index].text))
                index += 1
            case .conjunction:
                chunks.append(.conjunction(items[index].text))
                index += 1
            case .relative:
                chunks.append(.relative(items[index].text))
                index += 1
            case .subordinator:
                chunks.append(.subordinator(items[index].text))
                index += 1
            case .comma:
                chunks.append(.comma)
                index += 1
            case .stop:
                chunks.append(.stop)
                index += 1
            case .open:
                index = appendParenthesis(index)
            case .close, .quote:
                index += 1
            }
        }
    }

    // MARK: - Nouns

    private mutating func appendPronoun(_ index: Int) {
        nouns.append(NounPhrase(items: index..<(index + 1), head: index))
        chunks.append(.noun(nouns.count - 1))
    }

    private mutating func appendNoun(_ start: Int) -> Int {
        var index = start
        var possessive: Int?
        var hasNoun = false
        scan: while index < items.count {
            switch items[index].tag {
            case .mention, .noun, .quantity:
                if index > start, endsAfterDate(index - 1, start: start) { break scan }
                // "pays X $2 million": a sum after a name is a group of its own.
                if index > start, items[index].money != nil, items[index - 1].mention != nil {
                    break scan
                }
                hasNoun = true
            case .possessive:
                guard index > start else { return start + 1 }
                possessive = index
                hasNoun = false
            case .determiner:
                // A new group begins, unless the last word was one that goes before it.
                if index > start, hasNoun { break scan }
            case .adjective:
                break
            case .hyphen:
                guard items[index].isGlued || index == start else { break scan }
            case .adverb, .quote:
                // "a newly built centre", "the “Smart Islands” project"
                guard index > start, continuesNoun(index + 1, hasNoun: hasNoun) else { break scan }
            case .conjunction:
                // "safe and smart city": adjectives joined before their noun.
                guard index > start, isJoinedAdjective(index) else { break scan }
            default:
                break scan
            }
            index += 1
        }
        while index > start + 1, isDangling(items[index - 1].tag) { index -= 1 }
        append(
            NounPhrase(items: start..<index, head: head(in: start..<index), possessive: possessive)
        )
        return index
    }

    /// Whether a date closes the group: "In 2018 X built", "on 20 June 2024 malware hit".
    private func endsAfterDate(_ index: Int, start: Int) -> Bool {
        guard let date = items[index].date else { return false }
        if date.month != nil || items[index + 1].mention != nil { return true }
        guard index == start, start > 0 else { return false }
        return ["in", "since", "by", "until", "from", "during"].contains(items[start - 1].text)
    }

    private func isDangling(_ tag: Item.Tag) -> Bool {
        switch tag {
        case .adverb, .quote, .conjunction, .hyphen: true
        default: false
        }
    }

    private func continuesNoun(_ index: Int, hasNoun: Bool) -> Bool {
        guard index < items.count else { return false }
        switch items[index].tag {
        case .adjective: return true
        case .noun, .mention: return items[index - 1].tag == .quote || !hasNoun
        case .quote: return continuesNoun(index + 1, hasNoun: hasNoun)
        default: return false
        }
    }

    private func isJoinedAdjective(_ index: Int) -> Bool {
        guard index + 2 < items.count, items[index].text == "and" || items[index].text == "/",
            items[index + 1].tag == .adjective || items[index + 1].tag == .noun,
            items[index + 1].mention == nil
        else { return false }
        var next = index + 2
        if items[next].tag == .quote, next + 1 < items.count { next += 1 }
        return items[index - 1].tag == .adjective && items[next].tag == .noun
            && items[next].mention == nil
    }

    /// The last name or noun of a group.
    private func head(in range: Range<Int>) -> Int {
        var index = range.upperBound - 1
        while index > range.lowerBound {
            switch items[index].tag {
            case .noun, .mention, .pronoun: return index
            case .quantity where items[index].date == nil: return index
            default: index -= 1
            }
        }
        return range.upperBound - 1
    }

    private mutating func append(_ phrase: NounPhrase) {
        nouns.append(phrase)
        chunks.append(.noun(nouns.count - 1))
    }

    // MARK: - Parentheses

    /// What stands in parentheses after a noun belongs to it, unless it holds a verb.
    private mutating func appendParenthesis(_ open: Int) -> Int {
        guard let close = (open..<items.count).first(where: { items[$0].tag == .close }) else {
            return open + 1
        }
        let inside = (open + 1)..<close
        let hasVerb = inside.contains { items[$0].tag == .verb }
        if hasVerb {
            chunks.append(.comma)
            return open + 1
        }
        if case .noun(let place)? = chunks.last { nouns[place].parenthesis = inside }
        return close + 1
    }

    // MARK: - Verbs

    private mutating func appendVerb(_ start: Int) -> Int {
        var group = VerbGroup(
            items: start..<start,
            main: start,
            lemma: "",
            frames: .none,
            form: .finite,
            isPassive: false,
            isPerfect: false,
            isProgressive: false,
            isPast: false,
            isNegated: false,
            modal: nil
        )
        var index = start
        var last: Item.Tag?
        var lastBe: Int?
        var hasAuxiliary = false
        var end = start
        scan: while index < items.count {
            let item = items[index]
            switch item.tag {
            case .modal:
                guard last == nil || last == .adverb || last == .negation else { break scan }
                group.modal = item.text
            case .infinitive:
                guard last == nil || last == .adverb || last == .negation else { break scan }
                group.form = .infinitive
            case .negation:
                group.isNegated = true
            case .adverb:
                break
            case .have:
                if group.lemma.isEmpty { group.lemma = "have" }
                group.isPast = group.isPast || item.text == "had"
                group.isPerfect = true
                end = index + 1
                group.main = index
            case .be:
                group.lemma = "be"
                group.isPast = group.isPast || item.text == "was" || item.text == "were"
                lastBe = index
                end = index + 1
                group.main = index
            case .auxiliaryDo:
                group.lemma = "do"
                group.isPast = group.isPast || item.text == "did"
                end = index + 1
                group.main = index
            case .verb:
                let isFirst = !hasAuxiliary
                finish(&group, index, hasBe: lastBe != nil, isFirst: isFirst)
                end = index + 1
                index += 1
                break scan
            default:
                break scan
            }
            if item.tag != .adverb, item.tag != .negation { hasAuxiliary = true }
            last = item.tag
            index += 1
        }
        // Adverbs alone leave no trace.
        guard end > start else { return max(start + 1, index) }
        group.items = start..<end
        if readings[group.main] == nil { group.isPerfect = false }
        verbs.append(group)
        chunks.append(.verb(verbs.count - 1))
        return end
    }

    private func finish(_ group: inout VerbGroup, _ index: Int, hasBe: Bool, isFirst: Bool) {
        guard let reading = readings[index] else { return }
        group.main = index
        group.lemma = items[index].entry?.verb?.lemma ?? items[index].text
        group.frames = items[index].entry?.verb?.frames ?? .none
        switch reading {
        case .base, .third:
            break
        case .past:
            group.isPast = true
        case .participle:
            group.isPassive = hasBe || isFirst
            if isFirst { group.form = .participle }
        case .gerund:
            group.isProgressive = hasBe
            if isFirst, !hasBe { group.form = .gerund }
        }
    }
}
