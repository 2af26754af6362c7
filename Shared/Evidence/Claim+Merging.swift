extension Claim {
    /// The claim with other ids for its parties, as after a merge; its own id stays.
    package func renamed(_ name: (EntityID) -> EntityID) -> Claim {
        var claim = self
        claim.content = content.renamed(name)
        return claim
    }
}

extension Claim.Content {
    fileprivate func renamed(_ name: (EntityID) -> EntityID) -> Claim.Content {
        switch self {
        case .deployment(var deployment):
            deployment.recipient = name(deployment.recipient)
            deployment.suppliers = distinct(deployment.suppliers, name)
            deployment.operators = distinct(deployment.operators, name)
            deployment.financiers = distinct(deployment.financiers, name)
            deployment.donors = distinct(deployment.donors, name)
            return .deployment(deployment)
        case .relation(var relation):
            relation.from = name(relation.from)
            relation.to = name(relation.to)
            return .relation(relation)
        case .incident(var incident):
            incident.subject = name(incident.subject)
            incident.actor = incident.actor.map(name)
            return .incident(incident)
        case .statement(var statement):
            statement.subject = name(statement.subject)
            statement.counterpart = statement.counterpart.map(name)
            return .statement(statement)
        }
    }

    /// The parties by their new ids, each once, in the order in which they were told.
    private func distinct(_ ids: [EntityID], _ name: (EntityID) -> EntityID) -> [EntityID] {
        var seen: Set<EntityID> = []
        return ids.map(name).filter { seen.insert($0).inserted }
    }
}
