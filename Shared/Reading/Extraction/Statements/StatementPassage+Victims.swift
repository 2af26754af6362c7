import Evidence

/// Whose system an incident hit.
extension StatementPassage {
    /// Whose system it was in a Chinese sentence: the party last named before the deed that did not
    /// do it, or whose system "该平台" is.
    func chineseVictim(_ match: StatementReader.Match) -> Party? {
        guard tokens[match.tokens.lowerBound].kind == .han else { return nil }
        let start = tokens[match.tokens.upperBound - 1].range.lowerBound
        let named = mentions.last { mention in
            guard mention.range.upperBound <= start else { return false }
            switch mention.kind {
            case .person, .policy, .event, .system: return false
            default: break
            }
            let before = context.text.string(
                max(range.lowerBound, mention.range.lowerBound - 1)..<mention.range.lowerBound
            )
            return !Self.doers.contains(before)
        }
        let isBack = tokens.prefix(match.tokens.upperBound).contains {
            $0.text == "\u{8BE5}" || $0.text == "\u{6B64}"
        }
        let isNear = named.map { name in
            name.range == mentions.first?.range
                || !context.text.string(name.range.upperBound..<start).contains {
                    $0 == "\u{FF0C}" || $0 == ","
                }
        }
        if isNear != true || isBack,
            let owner = context.drafts.suffix(8).last(where: {
                context.block - $0.block <= 1 && !$0.recipients.isEmpty
            })?.recipients.first
        {
            return owner
        }
        guard isNear == true else { return nil }
        return named.flatMap { context.party($0.entity, surface: $0.surface) }
    }

    /// 被, 遭, 由, 受, 将: who stands after it did it.
    private static let doers: Set<String> = [
        "\u{88AB}", "\u{906D}", "\u{7531}", "\u{53D7}", "\u{51FA}",
    ]

    /// The company that an attack was on, where the sentence names no government.
    func victim(_ match: StatementReader.Match) -> Party? {
        let governments = FocusReader.governments(mentions, context).filter {
            $0.use != .demonym || followsGovernment($0)
        }
        guard governments.isEmpty || governments.allSatisfy(isPlaceOfDeed) else { return nil }
        for mention in mentions
        where mention.kind == .company || mention.kind == .stateOwnedEnterprise {
            guard
                let index = tokens.firstIndex(where: {
                    $0.range.lowerBound >= mention.range.lowerBound
                })
            else { continue }
            let isHit = index > 0 && words.victims.contains(tokens[index - 1].text)
            let isOwner =
                context.text.starts(with: "'s ", at: mention.range.upperBound)
                || context.text.starts(with: "\u{2019}s ", at: mention.range.upperBound)
            if isHit || isOwner {
                return context.party(mention.entity, surface: mention.surface)
            }
        }
        return nil
    }

    /// "in the United States": where it was, and not whose it is.
    private func isPlaceOfDeed(_ mention: Mention) -> Bool {
        guard mention.kind != .publicBody,
            let index = tokens.firstIndex(where: { $0.range.lowerBound >= mention.range.lowerBound }
            ),
            index > 0
        else { return false }
        return ["in", "the", "at"].contains(tokens[index - 1].text)
    }
}
