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
        guard
            let mark = own.first(where: {
                items[$0].has(.finance) || items[$0].entry?.frames.contains(.finance) ?? false
            }), !own.contains(where: { $0 < mark && items[$0].has(.negated) }),
            !own.contains(where: { items[$0].entry?.frames.containsAny(.cancel, .suspend) ?? false }
            )
        else { return }
        let lenders = lenders(own)
        guard !lenders.isEmpty else { return }
        let takers = own.compactMap { actor($0) }.filter { one in
            isGovernment(one) && !lenders.contains { $0.entity == one.entity }
        }
        var money = own.lazy.compactMap { items[$0].money }.first
        money?.measures = .loan
        let isPlanned = own.contains { items[$0].has(.planned) }
        for place in financed(segment, systems) {
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

    /// Those who give: banks; else whom 由 or 来自 marks, and who gives to somebody.
    private func lenders(_ own: [Int]) -> [Party] {
        let named = own.compactMap { index in actor(index).map { (index: index, party: $0) } }
        let banks = named.filter { $0.party.kind == .financier }.map(\.party)
        if !banks.isEmpty { return banks }
        let marked = named.filter {
            (items[$0.index].role == .agent || items[$0.index].role == .source)
                && $0.party.canFinance && $0.party.kind != .territory
        }
        if !marked.isEmpty { return marked.map(\.party) }
        let gives = own.contains {
            items[$0].entry?.frames.containsAny(.supply, .finance, .donate) ?? false
        }
        let isGiven = named.contains { items[$0.index].role == .recipient } || gives
        let first = named.first { items[$0.index].role == .subject && $0.party.canFinance }
        guard isGiven, let first, first.party.kind != .territory else { return lent(own) }
        return [first.party]
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
    private func financed(_ segment: Int, _ systems: [System]) -> [Int] {
        func places(_ wanted: Int) -> [Int] {
            systems.indices.filter { items[systems[$0].items.lowerBound].segment == wanted }
        }
        for wanted in [segment, segment - 1, segment - 2, segment + 1, segment - 3] {
            let found = named(places(wanted), systems)
            if !found.isEmpty { return found }
        }
        if let first = systems.indices.first { return [first] }
        return context.lastDraft == nil ? [] : [Self.earlier]
    }

    // MARK: - Amounts

    /// The amount that belongs to a draft: that of its stretch, or of those that go on with it.
    func fillMoney(_ draft: inout Draft, _ place: Int, _ places: [Int], _ systems: [System]) {
        guard draft.money == nil else { return }
        let amounts = items.indices.filter { items[$0].money != nil && !isPart($0) }
        guard !amounts.isEmpty else { return }
        guard systems.indices.contains(place), places.count > 1 else {
            draft.money = items[amounts[0]].money
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

    /// 其中, 每年, 罚款 before an amount: it is not the deal's.
    private func isPart(_ index: Int) -> Bool {
        let before = items[max(0, index - 6)..<index].filter {
            $0.segment == items[index].segment
        }
        .map(\.text).joined()
        return ["\u{5176}\u{4E2D}", "\u{6BCF}\u{5E74}", "\u{7F5A}\u{6B3E}", "\u{9884}\u{7B97}"]
            .contains(where: before.contains)
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
