package import Evidence

/// The claims and entities that scores are computed from, with the look-ups that this needs.
///
/// It is a *set*: inserting twice changes nothing, and the order of insertion is not kept. A changed
/// claim is inserted again and replaces the one with its id; where a base is made of several things
/// with one id, one of them stands whatever their order.
package struct EvidenceBase: Sendable {
    private(set) var entityTable = Sharded<EntityID, Entity>()
    private(set) var claimTable = Sharded<ClaimID, HeldClaim>()
    /// Claims by what they tell of and the entity that they are about, in the order of their ids.
    private var claimsByTopic = Sharded<Topic, [HeldClaim]>()
    /// What lies directly in an entity.
    private(set) var children = Sharded<EntityID, Set<EntityID>>()
    private let mutation: Mutation?

    /// Takes entities and claims in any order; a rule can be broken for a test.
    package init(
        entities: some Sequence<Entity> = [],
        claims: some Sequence<Claim> = [],
        breaking mutation: Mutation? = nil
    ) {
        self.mutation = mutation
        for entity in entities {
            if let other = entityTable[entity.id], Self.precedes(other, entity) { continue }
            insert(entity)
        }
        for claim in claims {
            if mutation != .repeatsKept, let other = claimTable[claim.id],
                Self.precedes(other.claim, claim)
            {
                continue
            }
            insert(claim)
        }
    }

    /// Which of two things with one id stands, whatever their order: the one whose JSON is first.
    private static func precedes<Value: Encodable & Equatable>(
        _ left: Value,
        _ right: Value
    ) -> Bool {
        if left == right { return true }
        let forms = [left, right].map { (try? CanonicalJSON.encode($0)) ?? [] }
        return forms[0].lexicographicallyPrecedes(forms[1])
    }

    /// All claims, in the order of their ids.
    package var claims: [Claim] {
        claimTable.values.sorted { $0.id < $1.id }.map(\.claim)
    }

    /// All entities, in the order of their ids.
    package var entities: [Entity] {
        entityTable.values.sorted { $0.id < $1.id }
    }

    package func entity(_ id: EntityID) -> Entity? { entityTable[id] }

    package func claim(_ id: ClaimID) -> Claim? { claimTable[id]?.claim }

    /// The claims of one sort about one entity, in the order of their ids.
    func claims(_ sort: Topic.Sort, about entity: EntityID) -> [HeldClaim] {
        claimsByTopic[Topic(sort: sort, entity: entity)] ?? []
    }

    /// What claims are looked up by.
    struct Topic: Hashable {
        var sort: Sort
        var entity: EntityID

        enum Sort: Hashable {
            case deployment, relation, incident, statement
        }
    }
}

// MARK: - Changing

extension EvidenceBase {
    /// Adds a claim, or replaces the one with its id.
    package mutating func insert(_ claim: Claim) {
        if mutation == .repeatsKept, claimTable[claim.id] != nil {
            var again = claim
            again.id = ClaimID(rawValue: claim.id.rawValue + "-again")
            insert(again)
            return
        }
        let held = HeldClaim(claim)
        if let old = claimTable.updateValue(held, forKey: claim.id) { unlist(old) }
        for topic in claim.content.topics {
            if mutation == .orderCounts {
                claimsByTopic[topic, default: []].append(held)
            } else {
                claimsByTopic[topic, default: []].insertInOrder(held)
            }
        }
    }

    /// Removes a claim, if it is there.
    @discardableResult
    package mutating func remove(_ id: ClaimID) -> Claim? {
        guard let claim = claimTable.removeValue(forKey: id) else { return nil }
        unlist(claim)
        return claim.claim
    }

    private mutating func unlist(_ claim: HeldClaim) {
        if mutation == .removalsForgotten { return }
        for topic in claim.content.topics {
            claimsByTopic[topic]?.removeInOrder(claim.id)
            if claimsByTopic[topic]?.isEmpty == true { claimsByTopic[topic] = nil }
        }
    }

    /// Adds an entity, or replaces the one with its id.
    package mutating func insert(_ entity: Entity) {
        remove(entity.id)
        entityTable[entity.id] = entity
        if let parent = entity.parent { children[parent, default: []].insert(entity.id) }
    }

    /// Removes an entity, if it is there; claims that name it stay.
    @discardableResult
    package mutating func remove(_ id: EntityID) -> Entity? {
        guard let entity = entityTable.removeValue(forKey: id) else { return nil }
        if let parent = entity.parent {
            children[parent]?.remove(id)
            if children[parent]?.isEmpty == true { children[parent] = nil }
        }
        return entity
    }
}

extension Claim.Content {
    /// What the claim is looked up by.
    var topics: [EvidenceBase.Topic] {
        switch self {
        case .deployment(let deployment):
            [.init(sort: .deployment, entity: deployment.recipient)]
        case .relation(let relation):
            relation.from == relation.to
                ? [.init(sort: .relation, entity: relation.from)]
                : [
                    .init(sort: .relation, entity: relation.from),
                    .init(sort: .relation, entity: relation.to),
                ]
        case .incident(let incident): [.init(sort: .incident, entity: incident.subject)]
        case .statement(let statement): [.init(sort: .statement, entity: statement.subject)]
        }
    }
}

extension [HeldClaim] {
    /// Where a claim of this id stands, or would, in the order of ids.
    private func place(of id: ClaimID) -> Int {
        if let last, last.id < id { return count }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low
    }

    fileprivate mutating func insertInOrder(_ claim: HeldClaim) {
        insert(claim, at: place(of: claim.id))
    }

    fileprivate mutating func removeInOrder(_ id: ClaimID) {
        let place = place(of: id)
        if place < count, self[place].id == id { remove(at: place) }
    }
}

extension Entity {
    /// What the entity lies in: a body of government without a place lies in its country.
    var parent: EntityID? {
        if let within { return within == id ? nil : within }
        guard kind.isGovernment, kind != .country, let jurisdiction else { return nil }
        let country = EntityID.country(jurisdiction)
        return country == id ? nil : country
    }
}
