import Evidence

/// A party to a deployment, and how foreign it is to the government that is assessed.
struct Party: Hashable {
    var id: EntityID
    var role: Role
    /// Whether its part in the deployment is admitted and undisputed.
    var isAdmitted: Bool
    /// The claims that give it this part.
    var claims: [ClaimID]
    /// The firmest foreign hold on it, as far as admitted.
    var hold: OwnershipEdge.Strength
    /// The same at its worst.
    var holdMost: OwnershipEdge.Strength
    /// The foreign jurisdictions with decisive influence on it.
    var decisive: [Jurisdiction]
    /// The foreign jurisdictions with any hold on it.
    var foreign: [Jurisdiction]
    /// The leverage of a foreign state, as far as admitted, on D3's ladder.
    var state: Int
    var stateMost: Int
    /// The claims that its ownership rests on.
    var ownershipClaims: [ClaimID]

    enum Role: Hashable {
        case supplier, operating, financier, donor
    }

    /// Whether foreigners control it; `nil` where that is not known.
    var isForeign: Bool? {
        if hold.isControl { return true }
        return holdMost.isControl ? nil : false
    }

    var allClaims: [ClaimID] { Set(claims + ownershipClaims).sorted() }
}
