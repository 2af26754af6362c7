import Evidence

extension OwnershipGraph {
    /// The holds on a party at the as-of date, in a fixed order.
    ///
    /// A holder that nothing is known of is left out: the party's own jurisdiction says more. An
    /// acquisition ends what others decided before it.
    func edges(to held: EntityID, withUnadmitted: Bool) -> [OwnershipEdge] {
        let question = Question(entity: held, withUnadmitted: withUnadmitted)
        if let known = evidence.recalled(rememberedEdges[question]) { return known }
        let found = evidence.noting { findEdges(to: held, withUnadmitted: withUnadmitted) }
        rememberedEdges[question] = found
        return found.value
    }

    private func findEdges(to held: EntityID, withUnadmitted: Bool) -> [OwnershipEdge] {
        let entity = evidence.entity(held)
        if entity?.kind.isGovernment == true { return [] }
        let recorded = (entity?.holdings ?? [])
            .filter { ignoresDates || (asOf.hasReached($0.since) && !asOf.isPast($0.until)) }
            .map(OwnershipEdge.init)
        let told = toldEdges(to: held, isPlaced: entity?.jurisdiction != nil, withUnadmitted)
        let standing =
            corroboration.mutation == .acquisitionsAddUp
            ? recorded + told : Self.withoutSuperseded(recorded, by: told)
        return
            standing
            .filter { $0.holder != held && isKnown($0.holder) }
            .sorted { ($0.holder, $0.strength.rawValue) < ($1.holder, $1.strength.rawValue) }
    }

    private var ignoresDates: Bool { corroboration.mutation == .ownershipDatesIgnored }

    private func isKnown(_ holder: EntityID) -> Bool {
        guard let entity = evidence.entity(holder) else { return false }
        return entity.jurisdiction != nil || !entity.holdings.isEmpty
    }

    /// The holds that claims tell of.
    ///
    /// A joint venture is a hold on the venture, which has no jurisdiction of its own, not on a
    /// partner.
    private func toldEdges(
        to held: EntityID,
        isPlaced: Bool,
        _ withUnadmitted: Bool
    ) -> [OwnershipEdge] {
        relations(about: held).compactMap { told in
            guard withUnadmitted || told.isAdmitted else { return nil }
            guard told.relation.kind != .jointVenture || !isPlaced else { return nil }
            let edge = OwnershipEdge(told.relation, claims: told.claims)
            return edge?.holder == held ? nil : edge
        }
    }

    private static func withoutSuperseded(
        _ recorded: [OwnershipEdge],
        by told: [OwnershipEdge]
    ) -> [OwnershipEdge] {
        let acquisitions = told.filter(\.isAcquisition)
        guard let latest = acquisitions.compactMap(\.since).max() else { return recorded + told }
        let buyers = Set(acquisitions.filter { $0.since == latest }.map(\.holder))
        return (recorded + told).filter { edge in
            guard edge.strength.isControl, !buyers.contains(edge.holder) else { return true }
            return edge.since.map { $0 >= latest } ?? false
        }
    }
}

// MARK: - What claims tell

extension OwnershipGraph {
    /// A tie that one or several claims tell of.
    struct ToldRelation {
        var relation: Relation
        var claims: [ClaimID]
        var isAdmitted: Bool
    }

    /// The ties that a party is part of, that have begun, and that somebody asserts.
    ///
    /// Claims of one kind between the same two parties tell of one tie; the greatest share and
    /// the strongest right that is admitted count.
    func relations(about entity: EntityID) -> [ToldRelation] {
        if let known = evidence.recalled(rememberedRelations[entity]) { return known }
        let found = evidence.noting { findRelations(about: entity) }
        rememberedRelations[entity] = found
        return found.value
    }

    private func findRelations(about entity: EntityID) -> [ToldRelation] {
        var groups: [Key: (asserted: [HeldClaim], denied: [HeldClaim])] = [:]
        for claim in evidence.claims(.relation, about: entity) {
            guard
                case .relation(let relation) = claim.content,
                asOf.hasReached(claim.source.published),
                asOf.hasReached(relation.date) || corroboration.mutation == .ownershipDatesIgnored
            else { continue }
            let key = Key(kind: relation.kind.rawValue, from: relation.from, to: relation.to)
            if claim.polarity == .asserted {
                groups[key, default: ([], [])].asserted.append(claim)
            } else {
                groups[key, default: ([], [])].denied.append(claim)
            }
        }
        return groups.sorted { $0.key < $1.key }.compactMap { told($0.value) }
    }

    private struct Key: Hashable, Comparable {
        var kind: String
        var from: EntityID
        var to: EntityID

        static func < (left: Self, right: Self) -> Bool {
            (left.kind, left.from, left.to) < (right.kind, right.from, right.to)
        }
    }

    private func told(_ group: (asserted: [HeldClaim], denied: [HeldClaim])) -> ToldRelation? {
        let isAdmitted =
            corroboration.admits(group.asserted)
            && !corroboration.disputes(group.denied, against: group.asserted)
        let counted = group.asserted.filter { isAdmitted ? corroboration.admits($0) : true }
        let told = counted.isEmpty ? group.asserted : counted
        guard case .relation(var relation)? = told.first?.content else { return nil }
        for claim in told.dropFirst() {
            guard case .relation(let other) = claim.content else { continue }
            relation.share = [relation.share, other.share].compactMap(\.self).max()
            relation.date = [relation.date, other.date].compactMap(\.self).max()
            relation.hasSpecialRights = relation.hasSpecialRights || other.hasSpecialRights
        }
        return ToldRelation(
            relation: relation,
            claims: group.asserted.map(\.id),
            isAdmitted: isAdmitted
        )
    }
}
