import Evidence

/// Whose a system is: whoever stands before it, or is called its owner.
extension ChinesePassage {
    /// 塞内加尔 of 塞内加尔的数字身份系统, 卫生局 of 卫生局去年新建的平台.
    func owners(of system: System) -> [Party] {
        var index = system.items.lowerBound - 1
        let segment = items[system.items.lowerBound].segment
        while index >= 0, items[index].segment == segment,
            system.items.lowerBound - index <= Self.ownerReach
        {
            if items[index].isVerb { return getter(before: index) }
            if let party = actor(index) {
                let isOwner =
                    isGovernment(party)
                    && (items[index].role == .object || items[index].role == .subject
                        || items[index].role == .place || items[index].role == .recipient
                        || items[index].role == .topic)
                return isOwner ? [party] : []
            }
            if items[index].text == "\u{3001}" || items[index].entry?.coverb == .agent { break }
            if items[index].entry?.reference.contains(.government) == true {
                return parties(index).filter(isGovernment)
            }
            index -= 1
        }
        return []
    }

    /// How far before a system its owner may stand, in items.
    private static let ownerReach = 14

    /// Who did what describes a system, and so has it: 卫生局 of 卫生局去年新建的平台.
    private func getter(before verb: Int) -> [Party] {
        guard verb + 1 < items.count, items[verb + 1].isOf,
            items[verb].entry?.frames.containsAny(.use, .build, .launch) ?? false
        else { return [] }
        let segment = items[verb].segment
        var index = verb - 1
        while index >= 0, items[index].segment == segment, verb - index <= Self.getterReach {
            if let party = actor(index) {
                let isGetter =
                    items[index].role == .subject
                    && (party.kind == .publicBody || party.kind == .territory)
                return isGetter && isGovernment(party) ? [party] : []
            }
            let item = items[index]
            // 国家边防总局在该口岸安装的N
            let isPlace = item.entry?.coverb == .place
            if item.isVerb || item.entry?.coverb != nil && !isPlace || item.unfilledMark
                || item.isOf
            {
                break
            }
            index -= 1
        }
        return []
    }

    /// How far before a verb its subject may stand, in items.
    private static let getterReach = 8

    /// 供电公司 of 供电公司的电表由X提供: a company of the state that has others build for it.
    func enterprise(owning system: System, besides suppliers: [Party]) -> Party? {
        guard !suppliers.isEmpty else { return nil }
        let segment = items[system.items.lowerBound].segment
        var index = system.items.lowerBound - 1
        while index >= 0, items[index].segment == segment,
            system.items.lowerBound - index <= Self.ownerReach
        {
            let item = items[index]
            if item.isVerb || item.entry?.coverb != nil || item.unfilledMark { return nil }
            if let party = actor(index) {
                let isOther = !suppliers.contains { $0.entity == party.entity }
                return party.kind == .stateOwnedEnterprise && item.role == .subject && isOther
                    ? party : nil
            }
            index -= 1
        }
        return nil
    }

    /// 该国签约，为首都建设N: the capital's, and not the country's.
    func narrow(_ draft: inout Draft, to served: [Party]) {
        guard served.count == 1, let home = context.country(of: served[0].entity),
            home != served[0].entity
        else { return }
        draft.recipients.removeAll { $0.entity == home }
    }

    /// 供电局安装N，供货商为X: a company of the state that does the work buys from those called so.
    func handOver(_ draft: inout Draft, besides named: [Party]) {
        let own = draft.suppliers.filter { party in
            party.kind == .stateOwnedEnterprise && !named.contains { $0.entity == party.entity }
        }
        guard own.count == 1, draft.suppliers.count == 1, context.isAtHome(own[0].entity, draft),
            !draft.recipients.contains(where: { $0.kind == .publicBody })
        else { return }
        draft.suppliers = []
        draft.operators = []
        draft.recipients = own
    }

    /// The company of the state that signs with companies from elsewhere, in the country that the
    /// passage is about.
    func stateBuyer(_ parties: [Party]) -> Party? {
        let own = parties.filter { $0.kind == .stateOwnedEnterprise }
        guard parties.count >= 2,
            let home = context.dateline ?? context.scope ?? context.looseScope ?? context.focus
        else { return nil }
        let local = own.filter { context.country(of: $0.entity) == home }
        let others = parties.filter { party in
            context.country(of: party.entity) != home && !local.contains(party)
        }
        return local.count == 1 && local.count + others.count == parties.count ? local[0] : nil
    }

    /// Whether the block speaks of other countries than that of a draft told in an earlier one.
    func isElsewhere(_ draft: Draft) -> Bool {
        guard draft.block != context.block, let old = draft.recipients.first,
            let home = context.country(of: old.entity), !context.blockCountries.isEmpty
        else { return false }
        return !context.blockCountries.all.contains(home)
    }

    /// Whether the sentence is about other governments than a draft's: what it buys is its own.
    func isAnothers(_ draft: Draft) -> Bool {
        guard let old = draft.recipients.first else { return false }
        let own = items.indices.filter { items[$0].role == .subject }
            .compactMap { actor($0) }.filter(isGovernment)
        return !own.isEmpty
            && own.allSatisfy { party in
                party.entity != old.entity
                    && context.country(of: party.entity) != old.entity
                    && context.country(of: old.entity) != party.entity
            }
    }

    // MARK: - Who is called the owner

    /// 业主为X, 甲方是X, X为业主: whom a system is built for.
    func readClients(_ systems: [System], _ drafts: inout [Int: Draft]) {
        for index in items.indices {
            guard let count = clientWord(index), !isDenied(items[index].segment) else { continue }
            let named = clients(index, index + count)
            guard let first = named.first else { continue }
            for place in supplied(items[index].segment, systems) {
                update(place, systems, &drafts) { draft in
                    draft.suppliers.removeAll { $0.entity == first.entity }
                    draft.recipients = [first]
                    draft.fire(Self.client)
                }
            }
        }
    }

    /// The rule of whoever is called the owner, which is more than where a system stands.
    static let client = "zh.client.copula@1"

    private func isDenied(_ segment: Int) -> Bool {
        items.contains { $0.segment == segment && $0.has([.negated, .failed]) }
    }

    /// How many items a word for an owner takes.
    private func clientWord(_ index: Int) -> Int? {
        guard let first = items[index].text.unicodeScalars.first, items[index].mention == nil,
            Self.clientStarts.contains(first)
        else { return nil }
        var text = ""
        for count in 1...4 where index + count <= items.count {
            let item = items[index + count - 1]
            guard item.mention == nil, item.segment == items[index].segment else { return nil }
            text += item.text
            if Self.clientWords.contains(text) {
                let isLonger =
                    index + count < items.count
                    && ["\u{5355}", "\u{65B9}"].contains(
                        items[index + count].text.unicodeScalars.first.map(String.init) ?? ""
                    )
                if !isLonger { return count }
            }
        }
        return nil
    }

    /// Whom 为 or 是 after a word for an owner names, or who is said to be it.
    private func clients(_ noun: Int, _ end: Int) -> [Party] {
        let segment = items[noun].segment
        let links: Set<String> = ["\u{4E3A}", "\u{662F}", "\u{7CFB}", "\u{5373}"]
        func isClient(_ party: Party) -> Bool {
            isGovernment(party) || party.kind == .stateOwnedEnterprise
        }
        if end < items.count, links.contains(items[end].text) {
            // The last of 通信部下属的国家公司X, but not what comes after it.
            let own = items.indices.filter { $0 > end && items[$0].segment == segment }
            let until = own.first { items[$0].isVerb } ?? own.last.map { $0 + 1 } ?? end
            return own.filter { $0 < until }.flatMap { parties($0) }.filter(isClient).suffix(1)
        }
        let isLast =
            end == items.count || items[end].segment != segment || items[end].unfilledMark
        guard isLast, noun > 0, links.contains(items[noun - 1].text) else { return [] }
        return items.indices.filter { $0 < noun && items[$0].segment == segment }
            .flatMap { parties($0) }.filter(isClient).suffix(1)
    }

    /// 业主, 业主单位, 业主方, 甲方, 建设单位, 使用单位, 最终用户, 采购方, 采购人, 采购单位, 发包方.
    private static let clientWords: Set<String> = [
        "\u{4E1A}\u{4E3B}", "\u{4E1A}\u{4E3B}\u{5355}\u{4F4D}",
        "\u{4E1A}\u{4E3B}\u{65B9}", "\u{7532}\u{65B9}",
        "\u{5EFA}\u{8BBE}\u{5355}\u{4F4D}", "\u{4F7F}\u{7528}\u{5355}\u{4F4D}",
        "\u{6700}\u{7EC8}\u{7528}\u{6237}", "\u{91C7}\u{8D2D}\u{65B9}",
        "\u{91C7}\u{8D2D}\u{4EBA}", "\u{91C7}\u{8D2D}\u{5355}\u{4F4D}",
        "\u{53D1}\u{5305}\u{65B9}",
    ]
    private static let clientStarts = Set(clientWords.compactMap(\.unicodeScalars.first))
}
