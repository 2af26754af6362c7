import Evidence

/// Shares and subscriptions in Chinese: 由A持股49%, A持有B约5%的股份.
extension ChinesePassage {
    func readShares(_ names: [ChineseTieName]) {
        var target: Party?
        var lastShare = -1
        for place in items.indices {
            guard case .share(let share) = items[place].quantity,
                let verb = holding(before: place, after: lastShare)
            else { continue }
            let owned = names.last { $0.place > verb && $0.place < place }
            let segment = items[verb].segment
            var holders = names.filter {
                $0.place > lastShare && $0.place < verb && $0.segment == segment
            }
            if let link = holders.last(where: { $0.after.hasPrefix("\u{7531}") }) {
                target = link.party
                holders.removeAll { $0.place <= link.place }
            }
            if holders.isEmpty, owned != nil {
                holders = names.prefix(1).filter { $0.segment == segment - 1 && $0.before.isEmpty }
            }
            if target == nil, owned == nil, let venture = venture(before: holders.first) {
                target = venture.party
                holders.removeAll { $0.place <= venture.place }
            }
            target = owned?.party ?? target ?? meantCompany(holders, before: verb)
            lastShare = place
            guard let target, target.isCompany else { continue }
            for holder in holders where isOwner(holder.party) {
                relate(.ownsStake, holder.party, target, share: share, rule: "zh.share.held@1")
            }
        }
    }

    private func isOwner(_ party: Party) -> Bool {
        party.kind != .person && party.kind != .event && party.kind != .policy
    }

    /// The word of holding before a share.
    private func holding(before share: Int, after start: Int) -> Int? {
        var index = share - 1
        while index > start, share - index < 12 {
            guard items[index].segment == items[share].segment else { return nil }
            if tieWords.shares.contains(items[index].text) { return index }
            index -= 1
        }
        return nil
    }

    /// T系A持股51%、B持股49%的合资企业: the first name, where a copula follows it.
    private func venture(before first: ChineseTieName?) -> ChineseTieName? {
        guard let first, first.party.isCompany,
            first.after.starts(withAny: ["\u{662F}", "\u{4E3A}", "\u{7CFB}"])
        else { return nil }
        return first
    }

    /// 公司由A持股…: the company last spoken of.
    private func meantCompany(_ holders: [ChineseTieName], before verb: Int) -> Party? {
        let words = ["\u{516C}\u{53F8}", "\u{8BE5}\u{516C}\u{53F8}", "\u{8BE5}\u{4F01}\u{4E1A}"]
        guard items[..<verb].contains(where: { words.contains($0.text) }) else { return nil }
        return context.companies.last { party in
            !holders.contains { $0.party.entity == party.entity }
        }
    }

    // MARK: - Subscriptions

    /// B实施混合所有制改革，A出资…，C和D也参与了认购.
    func readIssue(_ names: [ChineseTieName]) {
        let own = names.first {
            $0.party.isCompany && $0.after.contains(any: tieWords.issues)
        }
        if let own { context.issuer = own.party }
        let text = context.text.string(range)
        guard let issuer = own?.party ?? context.issuer,
            own != nil || text.contains("\u{8BA4}\u{8D2D}")
        else { return }
        for name in names where own.map({ name.segment > $0.segment }) ?? true {
            guard name.party.isCompany || name.party.kind == .financier,
                name.after.contains(any: tieWords.subscribes),
                !name.after.contains(any: tieWords.planned)
            else { continue }
            let money = items.lazy.filter { $0.segment == name.segment }.compactMap(\.money).first
            relate(
                .investsIn,
                name.party,
                issuer,
                amount: money,
                rule: "zh.invest.issue@1"
            )
        }
    }
}
