package import Evidence

extension EvidenceBase {
    /// The longest chain of places that is followed upwards.
    package static let depthMax = 16

    /// What an entity lies in, nearest first, without itself; a circle ends the chain.
    package func ancestors(of id: EntityID) -> [EntityID] {
        var chain: [EntityID] = []
        var next = entityTable[id]?.parent
        while let parent = next, parent != id, !chain.contains(parent),
            chain.count < Self.depthMax
        {
            chain.append(parent)
            next = entityTable[parent]?.parent
        }
        return chain
    }

    /// An entity and everything below it, in the order of ids.
    package func descendants(of id: EntityID) -> [EntityID] {
        var found: Set<EntityID> = [id]
        var open = [id]
        while let next = open.popLast() {
            for child in children[next] ?? [] where found.insert(child).inserted {
                open.append(child)
            }
        }
        return found.sorted()
    }

    /// The governments that can be assessed from the claims, in the order of ids.
    ///
    /// These are the recipients of government systems and the governments that a scored statement
    /// is about, and their countries.
    package func subjects() -> [EntityID] {
        var found: Set<EntityID> = []
        for claim in claimTable.values {
            found.formUnion(subjects(of: claim.claim))
        }
        return found.sorted()
    }

    /// Whether an entity is a government with a home: a region of the world ("Africa") is none.
    private func isAssessable(_ id: EntityID) -> Bool {
        guard let entity = entityTable[id], entity.kind.isGovernment else { return false }
        return entity.kind == .country || entity.parent != nil || entity.jurisdiction != nil
    }

    /// The subjects whose assessment a claim can make exist: its own government and the country.
    package func subjects(of claim: Claim) -> Set<EntityID> {
        claim.assessedTopic.map { subjects(madeBy: $0) } ?? []
    }

    /// The subjects that claims about one government's systems make: itself and its country.
    func subjects(madeBy topic: EntityID) -> Set<EntityID> {
        var found: Set<EntityID> = []
        if isAssessable(topic) { found.insert(topic) }
        for ancestor in ancestors(of: topic) where entityTable[ancestor]?.kind == .country {
            found.insert(ancestor)
        }
        return found
    }
}

extension Claim {
    /// The government whose assessment the claim can make exist; a denial makes none.
    var assessedTopic: EntityID? {
        polarity == .asserted ? content.assessedTopic : nil
    }
}

extension Claim.Content {
    /// The government that a scored claim is about, if it is about one.
    var assessedTopic: EntityID? {
        switch self {
        case .deployment(let deployment):
            deployment.owner == .government ? deployment.recipient : nil
        case .statement(let statement): statement.subject
        case .relation, .incident: nil
        }
    }
}
