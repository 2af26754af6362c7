import Evidence

/// Gives each name and system of a Chinese sentence its part, by the coverbs and verbs around it.
struct ChineseParser: Sendable {
    let lexicon: ChineseLexicon
    let quantities: QuantityReader

    func parse(_ tokens: [Lexeme], mentions: [Mention]) -> [ChineseItem] {
        var items = items(tokens, mentions)
        settleNouns(&items, mentions)
        settleCompounds(&items)
        markOrigins(&items, mentions)
        markGroups(&items)
        assign(&items)
        settleReach(&items, mentions)
        return items
    }

    // MARK: - Items

    private func items(_ tokens: [Lexeme], _ mentions: [Mention]) -> [ChineseItem] {
        let amounts = quantities.quantities(in: tokens)
        var items: [ChineseItem] = []
        var index = 0
        var mention = 0
        var amount = 0
        var segment = 0
        var aside: Int?
        var isTitle = false
        while index < tokens.count {
            if tokens[index].text == "\u{300A}" { isTitle = true }
            if tokens[index].text == "\u{300B}" { isTitle = false }
            if let end = aside, index >= end { aside = nil }
            while mention < mentions.count,
                mentions[mention].range.upperBound <= tokens[index].range.lowerBound
                    || !Self.isName(mentions[mention])
            { mention += 1 }
            while amount < amounts.count, amounts[amount].tokens.lowerBound < index { amount += 1 }
            let isAmount = amount < amounts.count && amounts[amount].tokens.lowerBound == index
            let isName =
                mention < mentions.count
                && mentions[mention].range.lowerBound < tokens[index].range.upperBound
            let phrase = lexicon.phrases.match(tokens, at: index)
            var count = 1
            if isAmount, amounts[amount].isMoney || !isName && phrase == nil {
                count = amounts[amount].tokens.count
                var item = item(tokens, index..<(index + count), segment)
                item.quantity = amounts[amount].value
                if aside == nil || amounts[amount].isMoney { items.append(item) }
            } else if isName {
                while index + count < tokens.count,
                    tokens[index + count].range.lowerBound < mentions[mention].range.upperBound
                { count += 1 }
                var item = item(tokens, index..<(index + count), segment)
                item.mention = mention
                if mentions[mention].kind == .system {
                    item.entry = systemEntry(tokens, index..<(index + count))
                }
                if aside == nil { items.append(item) }
            } else if let phrase {
                count = phrase.count
                var item = item(tokens, index..<(index + count), segment)
                item.entry = phrase.value
                if isTitle { item.settle() }
                if aside == nil { items.append(item) }
            } else if let end = Self.asideEnd(tokens, index), aside == nil {
                aside = end
            } else if !Self.quotes.contains(tokens[index].text), aside == nil {
                if Self.breaks.contains(tokens[index].text) { segment += 1 }
                items.append(item(tokens, index..<(index + 1), segment))
            }
            index += count
        }
        return items
    }

    /// Whether a mention can play a part; titles of policies and events hold words that can.
    private static func isName(_ mention: Mention) -> Bool {
        mention.kind != .policy && mention.kind != .event
    }

    /// Where an opening parenthesis closes, not too far away.
    private static func asideEnd(_ tokens: [Lexeme], _ index: Int) -> Int? {
        let open = tokens[index].text
        guard open == "\u{FF08}" || open == "(" else { return nil }
        var position = index + 1
        while position < tokens.count, position - index < asideMax {
            if tokens[position].text == "\u{FF09}" || tokens[position].text == ")" {
                return position + 1
            }
            position += 1
        }
        return nil
    }

    /// The longest parenthesis, in tokens.
    private static let asideMax = 60

    /// What the name of a system says of its kind.
    private func systemEntry(_ tokens: [Lexeme], _ range: Range<Int>) -> ChineseEntry {
        var found = ChineseEntry()
        found.noun = .system
        for index in range {
            guard let (entry, count) = lexicon.phrases.match(tokens, at: index),
                let system = entry.system, index + count <= range.upperBound
            else { continue }
            found.system = system
            if system.isStrong { break }
        }
        return found
    }

    private static let breaks: Set<String> = [
        "\u{FF0C}", ",", "\u{FF1B}", ";", "\u{FF1A}", ":", "\u{2014}",
    ]

    private static let quotes: Set<String> = [
        "\u{201C}", "\u{201D}", "\"", "\u{300C}", "\u{300D}", "\u{300E}", "\u{300F}", "\u{300A}",
        "\u{300B}", "\u{2018}", "\u{2019}",
    ]

    private func item(_ tokens: [Lexeme], _ range: Range<Int>, _ segment: Int) -> ChineseItem {
        ChineseItem(
            range: tokens[range.lowerBound].range
                .lowerBound..<tokens[range.upperBound - 1].range.upperBound,
            text: range.count == 1
                ? tokens[range.lowerBound].text : tokens[range].map(\.text).joined(),
            segment: segment
        )
    }
}

// MARK: - Nouns that look like verbs

extension ChineseParser {
    /// 建设 of 数据中心建设合同 and 计划 of 智慧城市计划 are parts of names.
    private func settleNouns(_ items: inout [ChineseItem], _ mentions: [Mention]) {
        for index in items.indices.reversed() {
            guard let entry = items[index].entry else { continue }
            if entry.aspects.contains(.planned), entry.noun.contains(.works),
                !isPlan(items, index)
            {
                items[index].entry?.aspects.remove(.planned)
            }
            if !entry.frames.isEmpty, isPartOfName(items, index, mentions) {
                items[index].entry?.frames = .none
                items[index].entry?.noun.insert(.works)
            }
        }
    }

    /// Whether 计划 plans here: a deed, a coverb or a date follows.
    private func isPlan(_ items: [ChineseItem], _ index: Int) -> Bool {
        guard index + 1 < items.count else { return false }
        let next = items[index + 1]
        return next.isVerb || next.entry?.coverb != nil || next.date != nil || next.has(.planned)
    }

    private func isPartOfName(
        _ items: [ChineseItem],
        _ index: Int,
        _ mentions: [Mention]
    ) -> Bool {
        guard let entry = items[index].entry, index > 0, index + 1 < items.count,
            entry.frames.containsAny(.build, .operate, .use, .partner, .train, .invest, .supply),
            !Self.plainDeeds.contains(items[index].text)
        else { return false }
        let next = items[index + 1]
        let isHeaded =
            next.has([.works, .agreement, .memorandum, .finance])
            || Self.headings.contains(next.text)
        guard isHeaded, next.entry?.reference.contains(.system) != true || next.has(.works) else {
            return false
        }
        let previous = items[index - 1]
        guard previous.segment == items[index].segment else { return false }
        if previous.entry?.coverb != nil || previous.entry?.aspects.isEmpty == false {
            return false
        }
        if let mention = previous.mention {
            return mentions[mention].kind == .system || mentions[mention].kind.isGovernment
        }
        return previous.quantity == nil
    }

    /// Deeds that head no noun.
    private static let plainDeeds: Set<String> = [
        "\u{627F}\u{5EFA}", "\u{63D0}\u{4F9B}", "\u{91C7}\u{7528}", "\u{627F}\u{62C5}",
        "\u{627F}\u{63FD}", "\u{627F}\u{63A5}", "\u{5B8C}\u{6210}", "\u{542F}\u{7528}",
        "\u{5F15}\u{8FDB}", "\u{5F15}\u{5165}", "\u{79DF}\u{7528}", "\u{9009}\u{7528}",
    ]

    /// 权, 期, 费, 商, 方, 工作, … after a deed make it a noun.
    private static let headings: Set<String> = [
        "\u{6743}", "\u{671F}", "\u{8D39}", "\u{5546}", "\u{65B9}", "\u{8005}", "\u{91CF}",
        "\u{7387}", "\u{4EBA}", "\u{56E2}", "\u{7ECF}", "\u{6210}", "\u{5DE5}", "\u{6A21}",
        "\u{6C34}",
        "\u{5916}",
    ]

    /// 采购 of 电子采购平台: a deed between plain characters and a system's noun.
    private func settleCompounds(_ items: inout [ChineseItem]) {
        for index in items.indices.dropFirst(2).dropLast() {
            guard let entry = items[index].entry, Self.nominal.isSuperset(of: entry.frames),
                !entry.frames.isEmpty, !Self.plainDeeds.contains(items[index].text),
                let next = items[index + 1].entry,
                next.noun.contains(.system) || next.system != nil,
                next.reference.isEmpty || Self.bareHeads.contains(items[index + 1].text),
                (1...2).allSatisfy({ isPlainPart(items[index - $0], items[index].segment) })
                    || items[index - 1].entry?.system != nil && next.noun.contains(.system)
                    || isPlainPart(items[index - 1], items[index].segment)
                        && items[index - 2].entry?.system != nil
            else { continue }
            items[index].entry?.frames = .none
            items[index].entry?.noun.insert(.system)
        }
    }

    /// Deeds that are the first part of a noun as well.
    private static let nominal: Frame.Kinds = [
        Frame.Kinds(.use), Frame.Kinds(.operate), Frame.Kinds(.train), Frame.Kinds(.invest),
        Frame.Kinds(.build), Frame.Kinds(.supply), Frame.Kinds(.control), Frame.Kinds(.regulate),
        Frame.Kinds(.launch), Frame.Kinds(.finance), Frame.Kinds(.transfer),
    ]
    private static let bareHeads: Set<String> = ["\u{9879}\u{76EE}", "\u{7CFB}\u{7EDF}"]

    /// Whether an item is a Han character of no known word, and no adverb or particle.
    private func isPlainPart(_ item: ChineseItem, _ segment: Int) -> Bool {
        guard !item.isFilled, item.segment == segment,
            let first = item.text.unicodeScalars.first, ScalarClass.isHan(first)
        else { return false }
        return !Self.adverbs.contains(first)
    }

    /// Adverbs, particles and ends of bodies: no part of a compound.
    private static let adverbs = Set(
        ("\u{7684}\u{4E86}\u{7740}\u{8FC7}\u{5730}\u{5F97}\u{5E76}\u{4E5F}\u{8FD8}\u{66FE}\u{518D}"
            + "\u{53C8}\u{5747}\u{90FD}\u{5171}\u{5219}\u{5DF2}\u{6B63}\u{6765}\u{53BB}\u{8981}\u{9700}"
            + "\u{53EF}\u{80FD}\u{4F1A}\u{624D}\u{5C31}\u{6240}\u{5176}\u{540E}\u{524D}\u{5E74}\u{6708}"
            + "\u{65E5}\u{6B21}\u{8D77}\u{5185}\u{5916}\u{4E0A}\u{4E0B}\u{91CC}\u{7531}\u{65B9}\u{53F8}"
            + "\u{90E8}\u{5C40}\u{5382}").unicodeScalars
    )
}

// MARK: - Parts

extension ChineseParser {
    private func assign(_ items: inout [ChineseItem]) {
        var role = ChineseItem.Role.subject
        var pending: [Int] = []
        var lastVerb: Int?
        var segment = -1
        var before = ChineseItem.Role.subject
        for index in items.indices {
            if items[index].segment != segment {
                if let lastVerb { for place in pending { items[place].verb = lastVerb } }
                segment = items[index].segment
                role = .subject
                before = .subject
                pending = []
                lastVerb = nil
            }
            // 由A援助、B承建: the second party does the second deed.
            if let verb = lastVerb, items[index].text == "\u{3001}",
                before == .agent || before == .subject, opensDeed(items, after: index),
                !items[verb..<index].contains(where: { $0.mention != nil })
            {
                role = before
                lastVerb = nil
                continue
            }
            if role == .means, items[index].text == "\u{3001}", opensDeed(items, after: index) {
                role = .subject
                continue
            }
            if isCoverb(items, index), let coverb = items[index].entry?.coverb {
                role = coverb
                if coverb == .agent { before = .agent }
            } else if items[index].isVerb {
                for place in pending { items[place].verb = index }
                pending = []
                lastVerb = index
                role = .object
            } else {
                items[index].role = role
                items[index].verb = role == .object ? lastVerb : nil
                if role != .object || lastVerb == nil { pending.append(index) }
            }
        }
        // 交给X: what a coverb marks after the last verb belongs to it.
        if let lastVerb { for place in pending { items[place].verb = lastVerb } }
    }

    /// Whether a party and then a deed follow, up to the next mark.
    private func opensDeed(_ items: [ChineseItem], after mark: Int) -> Bool {
        var hasParty = false
        for item in items[(mark + 1)...].prefix(14) {
            if item.segment != items[mark].segment || item.text == "\u{3001}" { return false }
            if item.mention != nil || item.entry?.reference.isEmpty == false {
                hasParty = true
            } else if item.isVerb || item.has(.finance) {
                return hasParty
            } else if item.entry?.coverb != nil || item.text == "\u{7684}" {
                return false
            }
        }
        return false
    }

    /// Whether a word such as 和 or 为 stands as a coverb: before a party.
    private func isCoverb(_ items: [ChineseItem], _ index: Int) -> Bool {
        guard let coverb = items[index].entry?.coverb, index + 1 < items.count else { return false }
        let next = items[index + 1]
        let rest = items[(index + 1)...].prefix { $0.segment == items[index].segment }
        switch coverb {
        case .partner:
            // "A和B提供": a list, not a partner, unless a pact or its end follows.
            let isPact = rest.contains { item in
                item.entry?.frames.containsAny(.sign, .partner, .cancel, .suspend, .end) ?? false
                    || item.has([.agreement, .memorandum])
            }
            let isNext =
                next.mention != nil || next.entry?.reference.isEmpty == false
                || next.has(.government) || next.text == "\u{8FD9}"
            // 与本地的X签约
            let isLocal = ["\u{672C}", "\u{5F53}"].contains(next.text)
            return isPact
                && (isNext || isLocal && rest.prefix(8).contains { $0.mention != nil })
        case .recipient where items[index].text == "\u{4E3A}":
            // 为 as "is": not before a verb.
            return rest.contains(where: \.isVerb)
        case .agent, .means, .source:
            return true
        case .recipient:
            return isPartyLike(next)
        default:
            return next.mention != nil || (next.quantity != nil && coverb == .place)
        }
    }

    private func isPartyLike(_ item: ChineseItem) -> Bool {
        item.mention != nil || item.has([.government, .company])
            || item.entry?.reference.isEmpty == false || item.entry?.pair != nil
    }
}
