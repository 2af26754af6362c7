import Evidence

/// Gives each name and system of a Chinese sentence its part, by the coverbs and verbs around it.
struct ChineseParser: Sendable {
    let lexicon: ChineseLexicon
    let quantities: QuantityReader

    func parse(_ tokens: [Lexeme], mentions: [Mention]) -> [ChineseItem] {
        var items = items(tokens, mentions)
        assign(&items)
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
        while index < tokens.count {
            while mention < mentions.count,
                mentions[mention].range.upperBound <= tokens[index].range.lowerBound
            { mention += 1 }
            while amount < amounts.count, amounts[amount].tokens.lowerBound < index { amount += 1 }
            if amount < amounts.count, amounts[amount].tokens.lowerBound == index,
                amounts[amount].isMoney
            {
                var item = item(tokens, amounts[amount].tokens, segment)
                item.quantity = amounts[amount].value
                items.append(item)
                index = amounts[amount].tokens.upperBound
            } else if mention < mentions.count,
                mentions[mention].range.lowerBound < tokens[index].range.upperBound
            {
                var end = index + 1
                while end < tokens.count,
                    tokens[end].range.lowerBound < mentions[mention].range.upperBound
                { end += 1 }
                var item = item(tokens, index..<end, segment)
                item.mention = mention
                if mentions[mention].kind == .system || mentions[mention].kind == .policy {
                    item.entry = systemEntry(tokens, index..<end)
                }
                items.append(item)
                index = end
            } else if amount < amounts.count, amounts[amount].tokens.lowerBound == index {
                var item = item(tokens, amounts[amount].tokens, segment)
                item.quantity = amounts[amount].value
                items.append(item)
                index = amounts[amount].tokens.upperBound
            } else if let (entry, count) = lexicon.phrases.match(tokens, at: index) {
                var item = item(tokens, index..<(index + count), segment)
                item.entry = entry
                items.append(item)
                index += count
            } else {
                if Self.breaks.contains(tokens[index].text) { segment += 1 }
                items.append(item(tokens, index..<(index + 1), segment))
                index += 1
            }
        }
        return items
    }

    /// What the name of a system says of its kind.
    private func systemEntry(_ tokens: [Lexeme], _ range: Range<Int>) -> ChineseEntry? {
        for index in range {
            guard let (entry, count) = lexicon.phrases.match(tokens, at: index),
                let system = entry.system,
                index + count <= range.upperBound
            else { continue }
            var found = ChineseEntry()
            found.system = system
            return found
        }
        return nil
    }

    private static let breaks: Set<String> = [
        "\u{FF0C}", ",", "\u{FF1B}", ";", "\u{FF1A}", ":", "\u{2014}",
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

    // MARK: - Parts

    private func assign(_ items: inout [ChineseItem]) {
        var role = ChineseItem.Role.subject
        var pending: [Int] = []
        var lastVerb: Int?
        var segment = -1
        for index in items.indices {
            if items[index].segment != segment {
                segment = items[index].segment
                role = .subject
                pending = []
                lastVerb = nil
            }
            if isCoverb(items, index), let coverb = items[index].entry?.coverb {
                role = coverb
            } else if isDeed(items, index) {
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
    }

    /// Whether a word such as 和 or 为 stands as a coverb: before a party.
    private func isCoverb(_ items: [ChineseItem], _ index: Int) -> Bool {
        guard let coverb = items[index].entry?.coverb, index + 1 < items.count else { return false }
        let next = items[index + 1]
        switch coverb {
        case .partner:
            guard
                next.mention != nil || next.entry?.reference.isEmpty == false
                    || next.entry?.noun.contains(.government) == true
            else { return false }
            // "A和B提供": a list, not a partner, unless a pact follows.
            return items[(index + 1)...].prefix(while: { $0.segment == items[index].segment })
                .contains { $0.entry?.frames.containsAny(.sign, .partner) ?? false }
        case .recipient where items[index].text == "\u{4E3A}":
            // 为 as "is": not before a verb.
            return items[(index + 1)...].prefix(while: { $0.segment == items[index].segment })
                .contains(where: \.isVerb)
        case .agent:
            return true
        case .recipient:
            return isPartyLike(next)
        default:
            return next.mention != nil || (next.quantity != nil && coverb == .place)
        }
    }

    private func isPartyLike(_ item: ChineseItem) -> Bool {
        guard item.mention == nil else { return true }
        guard let entry = item.entry else { return false }
        return !entry.reference.isEmpty || !entry.noun.isDisjoint(with: [.government, .company])
    }

    /// Whether a word of deed is one here and no part of a name: 建设 of 建设单位.
    private func isDeed(_ items: [ChineseItem], _ index: Int) -> Bool {
        guard items[index].isVerb else { return false }
        // A deed right before 项目, 合同 or another noun of a name is part of it, unless a party
        // stands before it.
        return true
    }
}
