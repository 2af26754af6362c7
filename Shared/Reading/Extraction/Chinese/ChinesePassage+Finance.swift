import Evidence

/// Who pays for the systems of a Chinese sentence, and how much.
extension ChinesePassage {
    /// 中国进出口银行提供1.5亿美元贷款, 资金来自X, 由X出资, 从X获得贷款.
    func readFinances(_ systems: [System], _ drafts: inout [Int: Draft]) {
        let last = items.last?.segment ?? 0
        for segment in 0...last { readFinance(segment, systems, &drafts) }
    }

    private func readFinance(
        _ segment: Int,
        _ systems: [System],
        _ drafts: inout [Int: Draft]
    ) {
        let own = items.indices.filter { items[$0].segment == segment }
        guard let mark = own.first(where: { isMoneyWord($0) }), !isUndone(own, mark) else { return }
        let lenders = lenders(own, mark)
        guard !lenders.isEmpty else { return }
        let takers = own.filter { items[$0].role != .agent && items[$0].role != .source }
            .compactMap { actor($0) }.filter { one in
                isGovernment(one) && !lenders.contains { $0.entity == one.entity }
            }
        let isTotal = own.contains { items[$0].has(.total) && $0 < mark }
        var money = own.lazy.filter { !isPart($0) }.compactMap { items[$0].money }.first
        if !isTotal { money?.measures = .loan }
        let isPlanned = own.contains { items[$0].has(.planned) }
        for place in financed(segment, mark, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(lenders, to: \.financiers)
                draft.recipients.removeAll { one in lenders.contains { $0.entity == one.entity } }
                if draft.recipients.isEmpty { draft.add(takers, to: \.recipients) }
                if let money { draft.money = draft.money ?? money }
                draft.setStatus(isPlanned ? .planned : .financed, rank: 1)
                draft.fire("zh.finance.noun@2")
            }
        }
    }

    /// 贷款, 资助, or 出 and 贷 right before an amount.
    private func isMoneyWord(_ index: Int) -> Bool {
        if items[index].has(.finance) || items[index].entry?.frames.contains(.finance) ?? false {
            return true
        }
        // 基金提供19亿欧元
        if items[index].entry?.frames.contains(.supply) ?? false {
            let next = items[(index + 1)...].prefix(3).drop {
                $0.text == "\u{4E86}" || $0.text == "\u{7EA6}"
            }
            return next.first?.money != nil
                && items[..<index].indices.contains {
                    items[$0].segment == items[index].segment
                        && (actor($0).map { $0.kind == .financier || $0.kind == .country } ?? false)
                }
        }
        guard items[index].text == "\u{51FA}" || items[index].text == "\u{8D37}" else {
            return false
        }
        return items[(index + 1)...].prefix(3).contains { $0.money != nil }
    }

    /// Whether a stretch denies the money, or tells of its end, or of somebody's own.
    private func isUndone(_ own: [Int], _ mark: Int) -> Bool {
        let isSelf = own.contains {
            ["\u{81EA}\u{7B79}", "\u{81EA}\u{6709}"].contains(items[$0].text)
        }
        return isSelf || own.contains { $0 < mark && items[$0].has(.negated) }
            || own.contains {
                items[$0].entry?.frames.containsAny(.cancel, .suspend, .bid) ?? false
            }
            || items.contains { $0.has(.failed) && $0.segment >= items[mark].segment }
    }

    /// Those who give: banks; else whom 由 or 来自 marks, and who gives to somebody.
    private func lenders(_ own: [Int], _ mark: Int) -> [Party] {
        let named = own.filter {
            items[$0].role != .means || items[$0].mention == nil || !gives(own)
        }
        .flatMap { index in parties(index).map { (index: index, party: $0) } }
        let banks = named.filter { $0.party.kind == .financier }
        let marked = named.filter {
            (items[$0.index].role == .agent || items[$0.index].role == .source)
                && $0.party.canFinance && $0.party.kind != .territory
                && ($0.index < mark || banks.isEmpty)
        }
        if !banks.isEmpty {
            // 由世界银行、法国开发署和欧洲投资银行共同出资
            let first = banks[0].index
            let last = banks[banks.count - 1].index
            let among = named.filter {
                (first...last).contains($0.index) && $0.party.canFinance
                    && ($0.party.kind == .publicBody || $0.party.kind == .organization)
                    && isJoined($0.index)
            }
            let joined = marked.filter { one in
                isJoined(one.index) && one.party.kind != .company && one.index < mark
            }
            return unique(banks.map(\.party) + among.map(\.party) + joined.map(\.party))
        }
        let nearest = marked.filter { !suppliesHere($0.index, before: mark) }
        if !nearest.isEmpty { return nearest.map(\.party) }
        let isGiven =
            named.contains { items[$0.index].role == .recipient } || gives(own)
            || items[mark...].prefix(3).contains { $0.money != nil }
            || items[..<mark].suffix(8).contains {
                $0.segment == items[mark].segment && $0.money != nil
            }
        let subjects = named.filter {
            items[$0.index].role == .subject && $0.party.canFinance && $0.index < mark
        }
        if isGiven, let last = subjects.last, last.party.kind != .territory,
            !isOwner(last.index, of: mark)
        {
            return subjects.filter { $0.index == last.index || isJoined($0.index) }.map(\.party)
        }
        return lent(own)
    }

    private func unique(_ parties: [Party]) -> [Party] {
        var seen: Set<EntityID> = []
        return parties.filter { seen.insert($0.entity).inserted }
    }

    private func gives(_ own: [Int]) -> Bool {
        own.contains { items[$0].entry?.frames.containsAny(.supply, .finance, .donate) ?? false }
    }

    /// Whether a mark or 和 right after a name joins it to the next one.
    private func isJoined(_ index: Int) -> Bool {
        let joints: Set<String> = ["\u{3001}", "\u{548C}", "\u{4E0E}", "\u{53CA}"]
        return index + 1 < items.count && joints.contains(items[index + 1].text)
            || index > 0 && joints.contains(items[index - 1].text)
    }

    /// Whether a marked party does another deed than paying: 由X承建、Y贷款.
    private func suppliesHere(_ index: Int, before mark: Int) -> Bool {
        guard let verb = items[index].verb, verb != mark else { return false }
        return items[verb].entry?.frames.containsAny(.build, .supply, .operate) ?? false
    }

    /// 肯尼亚的贷款: whose debt it is, not whose money.
    private func isOwner(_ index: Int, of mark: Int) -> Bool {
        index + 1 == mark - 1 && items[index + 1].text == "\u{7684}"
    }

    /// 中国贷款, 日本政府优惠贷款: a country right before the loan.
    private func lent(_ own: [Int]) -> [Party] {
        for index in own where items[index].has(.finance) {
            guard index > 0, let party = actor(index - 1), party.kind == .country else { continue }
            return [party]
        }
        return []
    }

    /// The systems that money of one stretch pays for.
    private func financed(_ segment: Int, _ mark: Int, _ systems: [System]) -> [Int] {
        func places(_ wanted: Int) -> [Int] {
            systems.indices.filter { items[systems[$0].items.lowerBound].segment == wanted }
        }
        for wanted in [segment, segment - 1, segment - 2, segment - 3] {
            let found = named(places(wanted), systems)
            if !found.isEmpty { return unique(found.map { whole(of: $0, systems) }) }
        }
        if context.lastDraft != nil, !hasPurpose(mark) { return [Self.earlier] }
        let next = named(places(segment + 1), systems)
        if !next.isEmpty { return next }
        if let first = systems.indices.first { return [first] }
        return context.lastDraft == nil ? [] : [Self.earlier]
    }

    private func unique(_ places: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return places.filter { seen.insert($0).inserted }
    }

    /// 用于, 支持 after the money: what it is for follows.
    private func hasPurpose(_ mark: Int) -> Bool {
        let words: Set<String> = [
            "\u{7528}\u{4E8E}", "\u{652F}\u{6301}", "\u{7528}\u{4EE5}", "\u{7528}\u{6765}",
        ]
        return items[mark...].contains { words.contains($0.text) }
            || items[mark...].map(\.text).joined().contains("\u{652F}\u{6301}")
    }

    // MARK: - Amounts

    /// The amount that belongs to a draft: that of its stretch, or of those that go on with it.
    ///
    /// The price of the whole counts more than a loan for it.
    func fillMoney(_ draft: inout Draft, _ place: Int, _ places: [Int], _ systems: [System]) {
        let amounts = items.indices.filter { items[$0].money != nil && !isPart($0) }
        guard !amounts.isEmpty else { return }
        if let money = draft.money {
            guard money.measures == .loan,
                let total = amounts.first(where: { isTotal($0) }), places.count == 1
            else { return }
            draft.money = items[total].money
            return
        }
        guard systems.indices.contains(place), places.count > 1 else {
            draft.money = items[amounts.first { isTotal($0) } ?? amounts[0]].money
            return
        }
        let own = items[systems[place].items.lowerBound].segment
        let others = places.filter { $0 != place && systems.indices.contains($0) }
            .map { items[systems[$0].items.lowerBound].segment }
        let next = others.filter { $0 > own }.min()
        let found =
            amounts.first { items[$0].segment == own }
            ?? amounts.first { items[$0].segment > own && items[$0].segment < next ?? .max }
            ?? amounts.first { items[$0].segment < own && others.allSatisfy { $0 >= own } }
        draft.money = found.flatMap { items[$0].money }
    }

    /// 合同金额, 总投资 before an amount: the price of the whole.
    func isTotal(_ index: Int) -> Bool {
        items[max(0, index - 6)..<index].contains {
            $0.segment == items[index].segment && $0.has(.total)
        }
    }

    /// 其中, 每年, 罚款 before an amount: it is not the deal's.
    private func isPart(_ index: Int) -> Bool {
        let before = items[max(0, index - 6)..<index].filter {
            $0.segment == items[index].segment
        }
        .map(\.text).joined()
        return context.relationWords.chinese.asides.contains(where: before.contains)
    }

    /// 服务期五年, 为期3年.
    func term() -> Double? {
        for index in items.indices {
            guard let years = items[index].years else { continue }
            let before = items[max(0, index - 5)..<index].map(\.text).joined()
            if ["\u{671F}", "\u{4E3A}\u{671F}"].contains(where: before.contains) { return years }
        }
        return nil
    }
}
