import Evidence

extension OwnershipGraph {
    /// The company at the top of a party's chain of control; states and persons are none.
    func corporateParent(of entity: EntityID) -> EntityID {
        if let known = evidence.recalled(rememberedParents[entity]) { return known }
        let top = evidence.noting { topController(of: entity) }
        rememberedParents[entity] = top
        return top.value
    }

    private func topController(of entity: EntityID) -> EntityID {
        let chain = controllers(of: entity)
        let isCircle = chain.last.flatMap(controllingCompany).map(chain.contains) ?? false
        return (isCircle ? chain.min() : chain.last) ?? entity
    }

    /// The companies that control a party, from itself upwards.
    func controllers(of entity: EntityID) -> [EntityID] {
        var chain: [EntityID] = [entity]
        while let next = controllingCompany(of: chain[chain.count - 1]),
            !chain.contains(next), chain.count < Self.partiesMax
        {
            chain.append(next)
        }
        return chain
    }

    /// Whether somebody is known to hold it, or vouches that it stands alone.
    func isParentKnown(of entity: EntityID) -> Bool {
        guard let record = evidence.entity(entity) else { return false }
        return record.isCurated || controllingCompany(of: entity) != nil
    }

    private func controllingCompany(of entity: EntityID) -> EntityID? {
        edges(to: entity, withUnadmitted: false)
            .filter { $0.strength.isControl && isCompany($0.holder) }
            .max { ($0.strength, $1.holder) < ($1.strength, $0.holder) }?
            .holder
    }

    private func isCompany(_ holder: EntityID) -> Bool {
        if corroboration.mutation == .stateMergesSuppliers { return true }
        switch evidence.entity(holder)?.kind {
        case .company, .stateOwnedEnterprise, .financier, .organization: return true
        default: return false
        }
    }
}
