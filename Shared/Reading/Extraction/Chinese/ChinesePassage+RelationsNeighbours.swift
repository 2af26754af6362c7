import Evidence

/// Ties told by the characters between two names: Y旗下X, X是Y的子公司, X由Y控股.
extension ChinesePassage {
    func readNeighbours(_ names: [ChineseTieName]) {
        for (one, other) in zip(names, names.dropFirst()) {
            let gap = other.before
            readParent(one.party, other, gap)
            readHolder(one.party, other.party, gap)
            if gap == "\u{662F}", other.after.starts(withAny: Array(tieWords.rivals)) {
                relate(.competesWith, one.party, other.party, rule: "zh.rival.noun@1")
            }
            readPerson(one.party, other.party, gap)
        }
    }

    func readControls(_ names: [ChineseTieName]) {
        for (one, other) in zip(names, names.dropFirst()) {
            readRegulator(one.party, other, other.before)
            readInvestment(one, other)
        }
        for place in names.indices { readControlled(names, place) }
    }

    /// X向Y投资.
    private func readInvestment(_ one: ChineseTieName, _ other: ChineseTieName) {
        guard ["\u{5411}", "\u{5BF9}", "\u{7ED9}"].contains(other.before),
            one.party.isCompany || one.party.kind == .financier, other.party.isCompany,
            other.after.starts(withAny: [
                "\u{6295}\u{8D44}", "\u{6CE8}\u{8D44}", "\u{589E}\u{8D44}",
            ])
        else { return }
        relate(
            .investsIn,
            one.party,
            other.party,
            amount: items.lazy.compactMap(\.money).first,
            rule: "zh.invest.toward@1"
        )
    }

    private func readParent(_ one: Party, _ second: ChineseTieName, _ gap: String) {
        let other = second.party
        if tieWords.under.contains(gap) || tieWords.within.contains(gap) {
            belong(other, to: one, rule: "zh.under.between@1")
        } else if gap.contains(any: tieWords.belongs), gap.unicodeScalars.count < 8 {
            belong(one, to: other, rule: "zh.belong.between@1")
        } else if tieWords.parents.contains(gap), one.isCompany {
            relate(.subsidiaryOf, one, other, rule: "zh.parent.between@1")
        } else if ["\u{662F}", "\u{4E3A}", "\u{7CFB}", "\u{FF0C}", "\u{5C5E}\u{4E8E}"]
            .contains(gap), one.isCompany, other.isCompany,
            dropped("\u{7684}", second.after).starts(withAny: tieWords.subsidiaries)
        {
            let isWhole = second.after.contains("\u{5168}\u{8D44}")
            relate(
                .subsidiaryOf,
                one,
                other,
                share: isWhole ? 1 : nil,
                rule: "zh.subsidiary.noun@2"
            )
        }
    }

    private func dropped(_ first: String, _ text: String) -> String {
        text.hasPrefix(first) ? String(text.dropFirst(first.count)) : text
    }

    private func belong(_ part: Party, to whole: Party, rule: String) {
        guard isTieBody(part), isTieBody(whole) || whole.kind.isGovernment else { return }
        // "越南子公司X": the country says where the company is.
        if part.isCompany, whole.kind == .country || whole.kind == .territory {
            relate(.locatedIn, part, whole, rule: rule)
            return
        }
        let isFirm =
            whole.isCompany || whole.kind == .financier
            || part.isCompany && rule.hasPrefix("zh.under")
        relate(isFirm ? .subsidiaryOf : .partOf, part, whole, rule: rule)
    }

    private func readHolder(_ one: Party, _ other: Party, _ gap: String) {
        let role = Self.copulas.first { gap.hasSuffix($0) }.map { String(gap.dropLast($0.count)) }
        if tieWords.controllers.contains(role ?? gap) {
            relate(.controls, other, one, rule: "zh.controller.between@2")
        } else if tieWords.holders.contains(role ?? gap) {
            relate(.ownsStake, other, one, rule: "zh.holder.between@2")
        } else if gap.ends(withAny: ["\u{7684}"]),
            gap.dropLast().description.starts(withAny: tieWords.controlled), isTieBody(other)
        {
            relate(.controls, one, other, rule: "zh.control.between@1")
        } else if tieWords.rivals.contains(gap) {
            relate(.competesWith, one, other, rule: "zh.rival.between@1")
        }
    }

    /// 是, 为, 系: between a role and who has it.
    private static let copulas = ["\u{662F}", "\u{4E3A}", "\u{7CFB}"]

    private func readPerson(_ one: Party, _ other: Party, _ gap: String) {
        guard other.kind == .person, isTieBody(one),
            gap.unicodeScalars.count < 12, gap.ends(withAny: tieWords.titles),
            !gap.contains("\u{FF0C}"), !gap.contains("\u{3001}")
        else { return }
        relate(.employs, one, other, rule: "zh.office.between@1")
    }

    private func readRegulator(_ one: Party, _ second: ChineseTieName, _ gap: String) {
        let other = second.party
        let isToward =
            gap.hasSuffix("\u{5BF9}") && second.after.contains(any: tieWords.regulating)
        guard one.kind == .publicBody, other.isCompany || other.kind == .organization,
            one.surface.contains(any: tieWords.regulators), gap.unicodeScalars.count < 14,
            gap.contains(any: tieWords.regulating) || isToward, !gap.contains("\u{FF0C}"),
            !gap.contains(any: tieWords.planned)
        else { return }
        relate(.regulates, one, other, rule: "zh.regulate.between@2")
    }

    /// X由Y控股, also with words before Y.
    private func readControlled(_ names: [ChineseTieName], _ place: Int) {
        let owner = names[place]
        let isLed =
            owner.after.starts(withAny: tieWords.led)
            && owner.before.hasSuffix("\u{7531}")
        guard isLed || owner.after.starts(withAny: tieWords.controlled),
            !owner.after.starts(withAny: tieWords.controlled.map { $0 + "\u{7684}" })
        else { return }
        let owned = names[..<place].last {
            $0.segment == owner.segment && $0.after.hasPrefix("\u{7531}") && isTieBody($0.party)
        }
        guard let owned else { return }
        if isLed {
            guard owned.party.kind == .publicBody, owner.party.kind == .publicBody else { return }
            relate(.partOf, owned.party, owner.party, rule: "zh.led.by@1")
            return
        }
        relate(.controls, owner.party, owned.party, rule: "zh.control.by@1")
    }

    // MARK: - The state's

    /// 国有的X, X是国有企业.
    func readOwnedByState(_ names: [ChineseTieName]) {
        for (place, name) in names.enumerated() {
            if name.party.isCompany || name.party.kind == .organization,
                name.before.ends(withAny: tieWords.stateOwned) || isCalledStateOwned(name)
                    || isStateCompany(name.before),
                let state =
                    place > 0 && names[place - 1].party.kind == .country
                        && name.before.unicodeScalars.count < 8
                    ? names[place - 1].party : home(of: name.party)
            {
                relate(.controls, state, name.party, rule: "zh.state.beside@2")
            }
        }
    }

    /// 国有电力公司X: a trade between the word and the name.
    private func isStateCompany(_ before: String) -> Bool {
        var text = Substring(before)
        while let last = text.last, Self.marks.contains(last) { text.removeLast() }
        guard String(text).ends(withAny: tieWords.companies),
            !String(text).ends(withAny: tieWords.subsidiaries)
        else { return false }
        let trades = Self.states.compactMap { word in
            text.ranges(of: word).last.map { text[$0.upperBound...] }
        }
        return trades.contains { trade in
            trade.count < Self.tradeMax && !trade.contains { Self.breaks.contains($0) }
        }
    }

    private static let tradeMax = 10

    /// “, 「, 《, —, 的: what may stand between a description and its name.
    private static let marks: Set<Character> = [
        "\u{201C}", "\u{300C}", "\u{300A}", "\u{2014}", "\u{7684}",
    ]

    /// 、，, 和与的: what ends a description before its noun.
    private static let breaks: Set<Character> = [
        "\u{3001}", "\u{FF0C}", ",", "\u{548C}", "\u{4E0E}", "\u{7684}",
    ]

    /// 国有, 国营, 國有, 國營.
    private static let states = [
        "\u{56FD}\u{6709}", "\u{56FD}\u{8425}", "\u{570B}\u{6709}", "\u{570B}\u{71DF}",
    ]

    private func isCalledStateOwned(_ name: ChineseTieName) -> Bool {
        let words = ["\u{56FD}\u{6709}", "\u{56FD}\u{4F01}", "\u{592E}\u{4F01}"]
        return name.after.starts(withAny: ["\u{662F}", "\u{4E3A}"])
            && String(name.after.prefix(8)).contains(any: words)
    }

    func isTold(_ kind: Relation.Kind, _ from: Party, _ to: Party) -> Bool {
        context.relations.contains {
            $0.relation.kind == kind && $0.relation.from == from.entity
                && $0.relation.to == to.entity
        }
    }
}
