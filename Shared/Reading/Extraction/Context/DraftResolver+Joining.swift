import Evidence

/// Which passages tell of one deployment, and what each adds to it.
extension DraftResolver {
    /// Whether two passages tell of one deployment.
    func isSame(_ left: Deployment, _ right: Deployment) -> Bool {
        guard left.recipient == right.recipient, left.category == right.category else {
            return false
        }
        let shared = left.suppliers.contains(where: right.suppliers.contains)
        let open = left.suppliers.isEmpty || right.suppliers.isEmpty
        // Money may come before a deal and long after it.
        let isStatusNear =
            left.status == right.status || shared
            || left.addsPayers(to: right) || right.addsPayers(to: left)
            || [left.status, right.status].contains { $0 == .unknown || $0 == .financed }
        guard shared || open, isStatusNear else { return false }
        if let one = left.amount, let two = right.amount, one.currency == two.currency,
            one.value != two.value, left.system != right.system
        {
            return false
        }
        return left.isSupplierWithheld == right.isSupplierWithheld
    }

    /// Whether a later passage tells of the deal before it with another word for the system or the
    /// buyer: the same supplier, and a country beside its own ministry or no kind beside one.
    func isRetold(
        _ old: Deployment,
        _ oldDraft: Draft,
        _ new: Deployment,
        _ draft: Draft
    ) -> Bool {
        let distance = draft.block - oldDraft.block
        // What the title or the first lines tell, the text tells again with the buyer's own name.
        if distance > 1, distance < 8, oldDraft.block < 3, old.category == new.category,
            isWithin(old.recipient, new.recipient),
            !Set(old.suppliers).isDisjoint(with: new.suppliers)
        {
            return true
        }
        guard (0...1).contains(distance) else { return false }
        if isShared(old, oldDraft, new, draft) { return true }
        if isOfHeading(old, oldDraft, new, draft) { return true }
        if isLenderOfLast(new, draft), old.financiers.isEmpty,
            context.country(of: old.recipient) == context.country(of: new.recipient)
        {
            return true
        }
        // A lender told by itself, after the deal.
        if new.suppliers.isEmpty, !new.financiers.isEmpty, old.category == new.category {
            return isWithin(old.recipient, new.recipient)
        }
        guard !Set(old.suppliers).isDisjoint(with: new.suppliers) else { return false }
        let isOneCategory =
            old.category == new.category || old.category == .other || new.category == .other
            || draft.categoryWeight < 1
        let isOneBuyer = old.recipient == new.recipient || isWithin(old.recipient, new.recipient)
        return isOneCategory && isOneBuyer
            && (old.category != new.category || old.recipient != new.recipient)
    }

    /// Whether several who have a part in one deal are told one by one, in one sentence or, where
    /// only the evidence tells the second, in the next.
    ///
    /// One builds on what another makes. Other sums are those of other deals, and so are the rows
    /// of a form, what ended before it, and systems with names of their own that are built one
    /// beside the other.
    private func isShared(
        _ old: Deployment,
        _ oldDraft: Draft,
        _ new: Deployment,
        _ draft: Draft
    ) -> Bool {
        let rules = oldDraft.rules + draft.rules
        guard old.recipient == new.recipient, old.category == new.category,
            !old.suppliers.isEmpty, !new.suppliers.isEmpty, oldDraft.block == draft.block,
            old.owner == new.owner, isOver(old) == isOver(new),
            !rules.contains(where: { $0.hasPrefix("form.") })
        else { return false }
        if let one = old.amount, let two = new.amount, one.value != two.value { return false }
        guard oldDraft.quote.overlaps(draft.quote) else {
            return draft.isWeighed && isNext(oldDraft.quote, draft.quote)
        }
        let isPart = rules.contains { $0.hasPrefix("parts.") || $0.hasPrefix("weighed.part") }
        return isPart || old.system == new.system
            || min(oldDraft.categoryWeight, draft.categoryWeight) < 3
    }

    private func isOver(_ deployment: Deployment) -> Bool {
        [.ended, .cancelled, .suspended].contains(deployment.status)
    }

    /// Whether one sentence follows the other at once.
    private func isNext(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        max(one.lowerBound, other.lowerBound) - min(one.upperBound, other.upperBound) <= 2
    }

    /// Whether a passage tells what the heading above it did: the same givers, the same country.
    private func isOfHeading(
        _ old: Deployment,
        _ oldDraft: Draft,
        _ new: Deployment,
        _ draft: Draft
    ) -> Bool {
        guard context.layout.blocks[oldDraft.block].isHeading,
            context.country(of: old.recipient) == context.country(of: new.recipient),
            old.suppliers.isEmpty || new.suppliers.isEmpty
                || !Set(old.suppliers).isDisjoint(with: new.suppliers)
        else { return false }
        let homes = { (ids: [EntityID]) in Set(ids.compactMap(context.country)) }
        let givers = (
            homes(old.financiers + old.donors), homes(new.financiers + new.donors)
        )
        guard !givers.0.isEmpty, !givers.0.isDisjoint(with: givers.1) else { return false }
        if let one = old.amount, let two = new.amount { return one.value == two.value }
        return old.category == new.category || oldDraft.categoryWeight < 3
            || draft.categoryWeight < 3
    }

    /// Whether a draft only adds who pays for what was spoken of before it.
    func isLenderOfLast(_ deployment: Deployment, _ draft: Draft) -> Bool {
        deployment.suppliers.isEmpty && !deployment.financiers.isEmpty
            && draft.rules.allSatisfy { $0.contains(".last@") || $0.hasPrefix("loan.sum") }
            && draft.categoryWeight <= 0.5
    }

    private func isWithin(_ one: EntityID, _ other: EntityID) -> Bool {
        let kinds = (context.entity(one)?.kind, context.entity(other)?.kind)
        switch kinds {
        case (.country, .publicBody): return context.country(of: other) == one
        case (.publicBody, .country): return context.country(of: one) == other
        default: return false
        }
    }

    /// Takes the buyer and the kind that say more.
    func settle(
        _ old: inout (deployment: Deployment, draft: Draft),
        _ new: Deployment,
        _ draft: Draft
    ) {
        if isLenderOfLast(new, draft) { return }
        // What is only weighed does not overrule what a rule has read.
        if draft.isWeighed, !old.draft.isWeighed { return }
        if context.entity(old.deployment.recipient)?.kind == .country {
            old.deployment.recipient = new.recipient
        }
        if old.deployment.category == .other
            || draft.categoryWeight > old.draft.categoryWeight && new.category != .other
        {
            old.deployment.category = new.category
        }
    }

    func merge(
        _ new: Deployment,
        _ draft: Draft,
        into old: inout (deployment: Deployment, draft: Draft)
    ) {
        func add(_ ids: [EntityID], _ path: WritableKeyPath<Deployment, [EntityID]>) {
            for id in ids where !old.deployment[keyPath: path].contains(id) {
                old.deployment[keyPath: path].append(id)
            }
        }
        let isPayer = new.addsPayers(to: old.deployment)
        let isPaid = old.deployment.addsPayers(to: new)
        add(new.suppliers, \.suppliers)
        if old.deployment.suppliers.count > 1 {
            old.deployment.suppliers.removeAll { $0 == old.deployment.recipient }
        }
        add(new.operators, \.operators)
        add(new.financiers, \.financiers)
        add(new.donors, \.donors)
        old.deployment.amount = old.deployment.amount ?? new.amount
        old.deployment.date = old.deployment.date ?? new.date
        old.deployment.functions = old.deployment.functions ?? new.functions
        old.deployment.reach = old.deployment.reach ?? new.reach
        old.deployment.award = old.deployment.award ?? new.award
        old.deployment.operation = old.deployment.operation ?? new.operation
        // That money was found says least of how far a deal has come.
        let isLess = [.unknown, .financed].contains(old.deployment.status)
        let isLater = draft.statusRank > old.draft.statusRank && !isPayer
        if new.status != .unknown, isLess || isPaid || isLater && new.status != .financed {
            old.deployment.status = new.status
            old.draft.statusRank = draft.statusRank
        }
    }
}
