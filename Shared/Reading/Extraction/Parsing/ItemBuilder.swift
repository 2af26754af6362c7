import Evidence

/// Puts a sentence's tokens, names and amounts together as items.
struct ItemBuilder: Sendable {
    let lexicon: EnglishLexicon
    let quantities: QuantityReader

    /// The items of a sentence; its mentions are in order, and none overlaps another.
    func items(of tokens: [Lexeme], mentions: [Mention]) -> [Item] {
        let amounts = quantities.quantities(in: tokens)
        var items: [Item] = []
        items.reserveCapacity(tokens.count)
        var index = 0
        var mention = 0
        var amount = 0
        while index < tokens.count {
            if isShortening(tokens, index) {
                index += 1
                continue
            }
            if isAddress(tokens, index) {
                index += 2
                continue
            }
            while mention < mentions.count,
                mentions[mention].range.upperBound <= tokens[index].range.lowerBound
            {
                mention += 1
            }
            while amount < amounts.count, amounts[amount].tokens.lowerBound < index { amount += 1 }
            if amount < amounts.count, amounts[amount].tokens.lowerBound == index,
                amounts[amount].isMoney
            {
                items.append(item(for: amounts[amount], tokens))
                index = amounts[amount].tokens.upperBound
            } else if mention < mentions.count,
                mentions[mention].range.lowerBound < tokens[index].range.upperBound
            {
                index = append(mention, mentions[mention], tokens, index, &items)
            } else if amount < amounts.count, amounts[amount].tokens.lowerBound == index {
                let quantity = amounts[amount]
                items.append(item(for: quantity, tokens))
                index = quantity.tokens.upperBound
            } else {
                index = appendWord(tokens, index, &items)
            }
        }
        return items
    }

    /// Whether a full stop stands in an address: "the portal gov.nl".
    private func isAddress(_ tokens: [Lexeme], _ index: Int) -> Bool {
        guard tokens[index].kind == .mark, tokens[index].text == ".", tokens[index].isGlued,
            index > 0, index + 1 < tokens.count, tokens[index - 1].kind == .word
        else { return false }
        let next = tokens[index + 1]
        return next.kind == .word && next.isGlued && !next.isCapital
            && (2...4).contains(next.text.count)
    }

    /// Whether a full stop only ends a shortened word within a sentence.
    private func isShortening(_ tokens: [Lexeme], _ index: Int) -> Bool {
        guard tokens[index].kind == .mark, tokens[index].text == ".", tokens[index].isGlued,
            index > 0, index + 1 < tokens.count, tokens[index - 1].kind == .word
        else { return false }
        let next = tokens[index + 1]
        return next.text == "," || next.kind == .word && !next.isCapital && !next.isGlued
    }

    private func append(
        _ place: Int,
        _ mention: Mention,
        _ tokens: [Lexeme],
        _ index: Int,
        _ items: inout [Item]
    ) -> Int {
        var end = index + 1
        while end < tokens.count, tokens[end].range.lowerBound < mention.range.upperBound {
            end += 1
        }
        var term: WordEntry?
        if Self.mayBeSystem(mention.kind), let system = system(tokens, index..<end) {
            term = WordEntry()
            term?.system = system
        }
        items.append(
            Item(
                range: tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound,
                kind: .mention(place),
                text: "",
                entry: term,
                tag: .mention,
                isCapital: true,
                isGlued: tokens[index].isGlued
            )
        )
        return end
    }

    /// Whether a name may be that of a system, whatever it is listed as.
    private static func mayBeSystem(_ kind: EntityKind) -> Bool {
        kind == .system || kind == .organization || kind == .policy || kind == .publicBody
    }

    /// The strong system term within a name.
    private func system(_ tokens: [Lexeme], _ range: Range<Int>) -> SystemTerm? {
        var weak: SystemTerm?
        for index in range {
            guard let (entry, count) = lexicon.phrases.match(tokens, at: index),
                index + count <= range.upperBound, let term = entry.system
            else { continue }
            if term.isStrong { return term }
            weak = weak ?? term
        }
        return weak
    }

    private func item(for quantity: Quantity, _ tokens: [Lexeme]) -> Item {
        let first = tokens[quantity.tokens.lowerBound]
        let last = tokens[quantity.tokens.upperBound - 1]
        return Item(
            range: first.range.lowerBound..<last.range.upperBound,
            kind: .quantity(quantity.value),
            text: "",
            entry: nil,
            tag: .quantity,
            isCapital: false,
            isGlued: first.isGlued
        )
    }

    private func appendWord(_ tokens: [Lexeme], _ index: Int, _ items: inout [Item]) -> Int {
        let token = tokens[index]
        if let (entry, count) = lexicon.phrases.match(tokens, at: index) {
            let last = tokens[index + count - 1]
            let text =
                count == 1
                ? token.text
                : tokens[index..<(index + count)].map(\.text).joined(separator: " ")
            items.append(
                Item(
                    range: token.range.lowerBound..<last.range.upperBound,
                    kind: .word,
                    text: text,
                    entry: entry,
                    tag: .noun,
                    isCapital: token.isCapital,
                    isGlued: token.isGlued
                )
            )
            return index + count
        }
        items.append(
            Item(
                range: token.range,
                kind: token.kind == .mark ? .mark : .word,
                text: token.text,
                entry: nil,
                tag: Self.plainTag(token),
                isCapital: token.isCapital,
                isGlued: token.isGlued
            )
        )
        return index + 1
    }

    private static func plainTag(_ token: Lexeme) -> Item.Tag {
        guard token.kind == .mark else {
            if token.text == "'s" { return .possessive }
            return token.text.hasSuffix("ly") && token.text.utf8.count > 4 ? .adverb : .noun
        }
        switch token.text {
        case "'s", "'": return .possessive
        case ",", "\u{3001}", "\u{FF0C}": return .comma
        case "(", "[", "\u{FF08}": return .open
        case ")", "]", "\u{FF09}": return .close
        case "-": return .hyphen
        case "\"", "\u{201C}", "\u{201D}", "\u{2018}": return .quote
        case "&", "/": return .conjunction
        default: return .stop
        }
    }
}
