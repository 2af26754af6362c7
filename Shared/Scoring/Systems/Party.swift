import Evidence

/// A party to a deployment, and how foreign it is to the government that is assessed.
struct Party {
    let id: EntityID
    let role: Role
    /// Whether its part in the deployment is admitted and undisputed.
    let isAdmitted: Bool
    /// The claims that give it this part, in order.
    let claims: [ClaimID]
    let standing: PartyStanding

    enum Role: Hashable {
        case supplier, operating, financier, donor
    }

    var hold: OwnershipEdge.Strength { standing.hold }
    var holdMost: OwnershipEdge.Strength { standing.holdMost }
    var state: Int { standing.state }
    var stateMost: Int { standing.stateMost }
    var isForeign: Bool? { standing.isForeign }

    /// The claims of its part and of its ownership, in order.
    var allClaims: [ClaimID] { claims.merged(with: standing.ownershipClaims) }
}

extension [ClaimID] {
    /// The claims of two ordered lists, each once, in order.
    func merged(with other: [ClaimID]) -> [ClaimID] {
        if other.isEmpty { return self }
        if isEmpty { return other }
        return Set(self + other).sorted()
    }

    /// The claims of several ordered lists, each once, in order.
    static func merged(_ lists: some Sequence<[ClaimID]>) -> [ClaimID] {
        var first: [ClaimID] = []
        var all: Set<ClaimID>?
        for list in lists where !list.isEmpty {
            if all != nil {
                all?.formUnion(list)
            } else if first.isEmpty {
                first = list
            } else if first != list {
                all = Set(first).union(list)
            }
        }
        return all?.sorted() ?? first
    }
}
