import Evidence

extension DocumentContext {
    /// Mentions with the names inside those that play no part: 云从科技 of 云从科技签署战略.
    func opened(_ mentions: [Mention]) -> [Mention] {
        mentions.flatMap { mention in
            switch mention.kind {
            case .policy, .event:
                let inner = outermost(within: mention)
                return inner.isEmpty ? [mention] : inner
            case .company:
                guard derived[mention.entity] != nil else { return [mention] }
                let inner = outermost(within: mention)
                // 美国Cerner公司: where it is from, and who it is.
                let isKnown =
                    inner.count == 2 && inner[0].kind == .country
                    && inner[0].range.lowerBound == mention.range.lowerBound
                    && inner[0].range.upperBound == inner[1].range.lowerBound
                    && derived[inner[1].entity] == nil
                    && mention.range.upperBound - inner[1].range.upperBound <= 2
                return isKnown ? inner : [mention]
            default: return [mention]
            }
        }
    }

    /// The longest names within another, in the order of the text, none over another.
    private func outermost(within mention: Mention) -> [Mention] {
        let inner = mention.range.flatMap { nested[$0] ?? [] }
            .sorted {
                ($0.range.lowerBound, $0.range.count) < ($1.range.lowerBound, $1.range.count)
            }
        var found: [Mention] = []
        for one in inner
        where one.range.upperBound <= mention.range.upperBound && one.range != mention.range
            && one.kind != .policy && one.kind != .event
        {
            if let last = found.last, one.range.lowerBound < last.range.upperBound {
                if one.range.count > last.range.count { found[found.count - 1] = one }
                continue
            }
            found.append(one)
        }
        return found
    }
}
