import Evidence

/// Fills the gaps of drafts from their context and makes claims of those that say enough.
struct DraftResolver {
    let context: DocumentContext

    /// The document's deployments, those told twice joined.
    func deployments() -> [(deployment: Deployment, draft: Draft)] {
        var found: [(deployment: Deployment, draft: Draft)] = []
        var index = ToldDeals()
        var last: (recipients: [EntityID], block: Int)?
        for draft in inherited() where draft.hasProvider {
            let recipients = recipients(of: draft, after: last)
            if recipients.count == 1 { last = (recipients, draft.block) }
            for recipient in recipients {
                let deployment = deployment(draft, for: recipient)
                guard isTold(deployment) else { continue }
                let place: Int
                if let same = index.like(deployment).first(where: {
                    isSame(found[$0].deployment, deployment)
                }) {
                    place = same
                    merge(deployment, draft, into: &found[place])
                } else if let old = index.near(draft).last(where: {
                    isRetold(found[$0].deployment, found[$0].draft, deployment, draft)
                }) {
                    place = old
                    settle(&found[place], deployment, draft)
                    merge(deployment, draft, into: &found[place])
                } else {
                    place = found.count
                    found.append((deployment, draft))
                    index.add(place, in: draft.block)
                }
                index.note(place, deployment, as: found[place].deployment)
            }
        }
        return found.filter { !isLooseLoan($0.deployment, $0.draft) }
    }

    /// Whom each of the context's drafts is for; nobody, where it tells of no provider.
    func recipients() -> [[EntityID]] {
        var last: (recipients: [EntityID], block: Int)?
        return inherited().map { draft in
            guard draft.hasProvider else { return [] }
            let recipients = recipients(of: draft, after: last)
            if recipients.count == 1 { last = (recipients, draft.block) }
            return recipients
        }
    }

    /// Whether nothing but a lender is told, for a system that only the words around name.
    private func isLooseLoan(_ deployment: Deployment, _ draft: Draft) -> Bool {
        deployment.suppliers.isEmpty && deployment.operators.isEmpty && deployment.amount == nil
            && draft.rules.allSatisfy { $0.contains(".last@") || $0.hasPrefix("loan.sum") }
    }

    /// Drafts with what those before them in the same labelled block tell of the same deal.
    private func inherited() -> [Draft] {
        var drafts = context.drafts
        for place in drafts.indices.dropFirst() {
            let previous = drafts[place - 1]
            guard previous.block == drafts[place].block, drafts[place].suppliers.isEmpty,
                context.scopes[drafts[place].block] != nil, previous.suppliers.count == 1,
                drafts[place].statusRank > 0, !drafts[place].isSupplierWithheld,
                drafts[place].polarity == .asserted
            else { continue }
            drafts[place].suppliers = previous.suppliers
            if drafts[place].financiers.isEmpty { drafts[place].financiers = previous.financiers }
            drafts[place].fire("context.block@1")
        }
        return drafts
    }

    // MARK: - Recipients

    /// Whom a draft's system is for, from the words, then the page, then what was last spoken of.
    ///
    /// `last` is whom the deal told before it was for, and in which block.
    func recipients(
        of draft: Draft,
        after last: (recipients: [EntityID], block: Int)? = nil
    ) -> [EntityID] {
        let providers = Set((draft.suppliers + draft.financiers + draft.donors).map(\.entity))
        func other(_ country: EntityID?) -> EntityID? {
            country.flatMap { providers.contains($0) ? nil : $0 }
        }
        let scope = other(context.scopes[draft.block])
        let named = draft.recipients.filter { !providers.contains($0.entity) || $0.entity == scope }
        if !named.isEmpty { return settled(named, scope: scope) }
        if let owner = other(context.owner(of: draft.block)?.entity), !draft.suppliers.isEmpty,
            context.isAtHome(owner, draft)
        {
            return [owner]
        }
        let countries = draft.places.filter { $0.kind == .country && other($0.entity) != nil }
        let places = draft.places.filter { $0.kind != .country }
        if places.count == 1, isLocal(draft), scope == nil {
            return [places[0].entity]
        }
        if !countries.isEmpty { return unique(countries.map(\.entity)) }
        if let scope { return [scope] }
        if let place = places.first { return [owner(of: draft, in: place)] }
        guard draft.isPublic || isPlainDeed(draft) else { return [] }
        if let nearby = draft.nearby, draft.isNearbyOwn {
            if let page = context.protagonist, context.country(of: page.entity) == nearby,
                other(page.entity) != nil
            {
                return [page.entity]
            }
            return [nearby]
        }
        let before = last.map { ($0.recipients.filter { other($0) != nil }, $0.block) }
        if let before, !before.0.isEmpty, before.1 == draft.block { return before.0 }
        if let page = context.protagonist, other(page.entity) != nil { return [page.entity] }
        if let nearby = draft.nearby { return [nearby] }
        if let section = other(context.looseScopes[draft.block]) { return [section] }
        if let before, !before.0.isEmpty, draft.block - before.1 <= 2 { return before.0 }
        guard draft.isPublic else { return [] }
        let isChinese = draft.rules.contains { $0.hasPrefix("zh.") }
        if isChinese {
            let parties = draft.suppliers + draft.financiers + draft.donors
            return context.documentScope(besides: parties).map { [$0] } ?? []
        }
        if let page = other(context.pageCountry) { return [page] }
        return aided(draft).map { [$0] } ?? []
    }

    /// Whom aid goes to where no passage says it: the country that the document speaks of most
    /// besides those that give.
    private func aided(_ draft: Draft) -> EntityID? {
        let givers = (draft.financiers + draft.donors).filter { !$0.isCompany }
        let isAid = draft.rules.contains { rule in
            ["donate.", "loan.", "aid."].contains { rule.hasPrefix($0) }
        }
        guard isAid, !givers.isEmpty else { return nil }
        return context.mainCountry(
            besides: Set(givers.compactMap { context.country(of: $0.entity) })
        )
    }

    /// Whether a system serves the place that it stands in: a city's cameras and traffic lights.
    private func isLocal(_ draft: Draft) -> Bool {
        switch draft.category {
        case .smartCity, .surveillance, .trafficManagement:
            !draft.system.lowercased().contains("national")
        default: false
        }
    }

    /// Whose system it is that stands in a place: that of the country where it serves all of it.
    private func owner(of draft: Draft, in place: Party) -> EntityID {
        let isWide =
            switch draft.category {
            case .telecomNetwork, .finance, .earthObservation, .dataCentre,
                .digitalIdentity:
                true
            default: draft.system.lowercased().contains("national")
            }
        guard isWide, place.kind == .territory else { return place.entity }
        return context.country(of: place.entity) ?? place.entity
    }

    /// Whether a rule of supplying, building or running fired, and not only one of a launch or a tie.
    private func isPlainDeed(_ draft: Draft) -> Bool {
        draft.rules.contains { rule in
            [
                "supply.", "build.passive", "build.active", "build.participle", "build.relative",
                "operate.", "use.", "parts.",
            ]
            .contains { rule.hasPrefix($0) }
        }
    }

    /// Named recipients: one body as it is, several bodies of one country as the country.
    private func settled(_ parties: [Party], scope: EntityID?) -> [EntityID] {
        let bodies = parties.filter { $0.kind == .publicBody }
        let places = parties.filter { $0.kind != .publicBody }
        let generic = parties.contains(where: \.isGeneric)
        if let scope, generic || places.contains(where: { $0.entity == scope }) { return [scope] }
        if !bodies.isEmpty {
            let homes = Set(bodies.compactMap { context.country(of: $0.entity) })
            if bodies.count > 1, homes.count == 1, let home = homes.first { return [home] }
            if let first = bodies.first { return [first.entity] }
        }
        let countries = unique(places.filter { $0.kind == .country }.map(\.entity))
        let territories = places.filter { $0.kind == .territory }
        // A city beside its own country: the country.
        let free = territories.filter { territory in
            guard let home = context.country(of: territory.entity) else { return true }
            return !countries.contains(home)
        }
        let found = countries + unique(free.map(\.entity))
        if !found.isEmpty { return found }
        let others = parties.filter {
            $0.isCompany || $0.kind == .organization || $0.kind == .financier
        }
        return unique(others.map(\.entity))
    }

    private func unique(_ ids: [EntityID]) -> [EntityID] {
        var seen: Set<EntityID> = []
        return ids.filter { seen.insert($0).inserted }
    }

    // MARK: - Deployments

    private func deployment(_ draft: Draft, for recipient: EntityID) -> Deployment {
        Deployment(
            recipient: recipient,
            system: draft.system,
            category: category(of: draft, for: recipient),
            suppliers: draft.suppliers.map(\.entity).filter { $0 != recipient },
            operators: draft.operators.map(\.entity).filter { $0 != recipient },
            financiers: draft.financiers.map(\.entity).filter { $0 != recipient },
            donors: draft.donors.map(\.entity).filter { $0 != recipient },
            isSupplierWithheld: draft.isSupplierWithheld && draft.suppliers.isEmpty,
            owner: draft.isVendorOwned ? .vendor : .government,
            amount: draft.money,
            date: draft.date,
            status: draft.status,
            functions: draft.functions,
            reach: draft.reach,
            award: draft.award,
            operation: draft.operation,
            hosting: draft.hosting,
            isFinanceTied: draft.isFinanceTied,
            termYears: draft.termYears
        )
    }

    /// The kind of a system, by what its owner is there for where the words leave it open.
    private func category(of draft: Draft, for recipient: EntityID) -> SystemCategory {
        guard draft.categoryWeight <= 0.5, draft.category == .other || draft.categoryWeight < 0.5,
            let owner = context.entity(recipient), owner.kind == .publicBody,
            let term = context.systemTerm(owner.name), term.category != .other
        else { return draft.category }
        return term.category
    }

    private func isTold(_ deployment: Deployment) -> Bool {
        !deployment.suppliers.isEmpty || !deployment.financiers.isEmpty
            || !deployment.donors.isEmpty || !deployment.operators.isEmpty
            || deployment.isSupplierWithheld
    }
}
