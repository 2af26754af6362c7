import Evidence

/// Whom a passage's deals are for, where their own words leave it open.
extension ChinesePassage {
    /// Gives a draft the governments that 连接 or 为 marks, where there are several.
    func place(served draft: inout Draft) {
        let others = Set((draft.suppliers + draft.financiers + draft.donors).map(\.entity))
        let served = items.indices.filter { items[$0].role == .recipient }
            .flatMap { parties($0) }.filter { isGovernment($0) && !others.contains($0.entity) }
        if served.count > 1 { draft.recipients = served }
    }

    /// Gives a draft without a recipient the government that the passage is about.
    func place(_ draft: inout Draft) {
        raise(&draft)
        guard draft.recipients.isEmpty else { return }
        let others = Set((draft.suppliers + draft.financiers + draft.donors).map(\.entity))
        let first = systems { !$0.isReference }.first { !$0.isReference }
            .map { items[$0.items.lowerBound].segment }
        let named = items.indices.filter { index in
            switch items[index].role {
            case .agent, .source, .place: false
            default: items[index].segment <= first ?? .max
            }
        }
        .compactMap { actor($0) }.filter { isGovernment($0) && !others.contains($0.entity) }
        let served = items.indices.filter { items[$0].role == .recipient }
            .flatMap { parties($0) }.filter { isGovernment($0) && !others.contains($0.entity) }
        if !served.isEmpty {
            draft.recipients = served
            return
        }
        if let buyer = context.buyer, !others.contains(buyer.entity) {
            draft.recipients = [buyer]
            return
        }
        guard draft.places.isEmpty, context.scope == nil else { return }
        let countries = named.filter { $0.kind == .country }
        let owners = items.indices.filter { items[$0].isOrigin }.compactMap { party($0) }
            .filter { $0.kind == .publicBody }.compactMap { context.country(of: $0.entity) }
        if countries.isEmpty, let owner = owners.first, let home = context.party(owner, surface: "")
        {
            draft.recipients = [home]
            return
        }
        if countries.isEmpty, let place = named.first, Set(named.map(\.entity)).count == 1 {
            draft.recipients = [place]
        } else if let last = context.lastRecipient, context.block - last.block < 1,
            !others.contains(last.party.entity), countries.isEmpty
        {
            draft.recipients = [last.party]
        } else if let country = countries.first, Set(countries.map(\.entity)).count == 1 {
            draft.recipients = [country]
        } else if let dateline = context.dateline {
            draft.recipients = context.party(dateline, surface: "").map { [$0] } ?? []
        } else if context.looseScope == nil, let last = context.lastRecipient,
            context.block - last.block <= 1, !others.contains(last.party.entity),
            draft.nearby == nil || context.blockCountries.isEmpty
        {
            draft.recipients = [last.party]
        }
    }

    /// 国家 before a system in a city makes it the country's; a body that serves the whole
    /// government with a cloud buys it for its country.
    private func raise(_ draft: inout Draft) {
        if let buyer = context.labelBody ?? context.noticeBuyer, buyer.kind == .publicBody,
            draft.recipients.allSatisfy({ party in
                party.kind != .publicBody
                    && context.country(of: party.entity) == context.country(of: buyer.entity)
            })
        {
            draft.recipients = [buyer]
        }
        let isNational =
            draft.system.hasPrefix("\u{56FD}\u{5BB6}") || draft.system.hasPrefix("\u{5168}\u{56FD}")
        if let scope = context.scope {
            draft.recipients = draft.recipients.map { party in
                let isPlain =
                    party.kind == .territory && context.country(of: party.entity) == scope
                    && !Self.seats.contains { party.surface.hasSuffix($0) }
                return isPlain ? context.party(scope, surface: party.surface) ?? party : party
            }
        }
        let isShared =
            draft.category == .governmentCloud && !draft.recipients.contains { $0.kind == .country }
        draft.recipients = draft.recipients.map { party in
            let isRaised =
                isNational && party.kind == .territory && draft.isNamed
                || isShared && party.kind == .publicBody && isForAll(party)
            guard isRaised, let country = context.country(of: party.entity),
                let raised = context.party(country, surface: party.surface)
            else { return party }
            return raised
        }
    }

    /// What a place that governs itself ends in: 省, 市, 州, 县, 区, 政府.
    static let seats = [
        "\u{7701}", "\u{5E02}", "\u{5DDE}", "\u{53BF}", "\u{7E23}", "\u{533A}", "\u{5340}",
        "\u{653F}\u{5E9C}",
    ]

    /// Whether a national body's task is the computing of all others.
    private func isForAll(_ body: Party) -> Bool {
        guard let entity = context.entity(body.entity),
            entity.within == nil || entity.within == context.country(of: body.entity)
        else { return false }
        return ["Digital", "Technology", "Information", "ICT"].contains(where: entity.name.contains)
    }

    /// 全省, 全市, 市级: the place that the document speaks of as its own; so does one that names no
    /// country at all.
    func locality(of draft: Draft) -> Party? {
        guard let own = context.locality, draft.places.isEmpty, context.scope == nil else {
            return nil
        }
        let isLocal = Self.localities.contains { draft.system.hasPrefix($0) }
        return isLocal || context.countryCounts.isEmpty ? own : nil
    }

    /// 全省, 全市, 全县, 全区, 省级, 市级, 县级, 本市, 我市, 本省, 我省.
    private static let localities = [
        "\u{5168}\u{7701}", "\u{5168}\u{5E02}", "\u{5168}\u{53BF}", "\u{5168}\u{533A}",
        "\u{7701}\u{7EA7}", "\u{5E02}\u{7EA7}", "\u{53BF}\u{7EA7}", "\u{672C}\u{5E02}",
        "\u{6211}\u{5E02}", "\u{672C}\u{7701}", "\u{6211}\u{7701}",
    ]
}
