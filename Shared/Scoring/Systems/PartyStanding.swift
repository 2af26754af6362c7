import Evidence

/// What a party is to the governments of one home, whatever its part in a deployment.
final class PartyStanding {
    /// What is known of it.
    let entity: Entity?
    /// Its corporate parent, which may be itself.
    let parent: EntityID
    let isParentKnown: Bool
    /// Those whose joint venture it is.
    let partners: [EntityID]
    /// What is said of it as such; what is said of a government is about its own systems.
    let statements: [ToldStatement]
    /// The firmest foreign hold on it, as far as admitted.
    let hold: OwnershipEdge.Strength
    /// The same at its worst.
    let holdMost: OwnershipEdge.Strength
    /// The foreign jurisdictions with decisive influence on it.
    let decisive: [Jurisdiction]
    /// The foreign jurisdictions with any hold on it.
    let foreign: [Jurisdiction]
    /// The leverage of a foreign state, as far as admitted, on D3's ladder.
    let state: Int
    let stateMost: Int
    /// The claims that its ownership rests on.
    let ownershipClaims: [ClaimID]

    /// Without the figures it is a party of a government whose own jurisdiction is not known.
    init(
        entity: Entity?,
        parent: EntityID,
        isParentKnown: Bool,
        partners: [EntityID],
        statements: [ToldStatement],
        hold: OwnershipEdge.Strength = .none,
        holdMost: OwnershipEdge.Strength = .sole,
        decisive: [Jurisdiction] = [],
        foreign: [Jurisdiction] = [],
        state: Int = 0,
        stateMost: Int = 4,
        ownershipClaims: [ClaimID] = []
    ) {
        self.entity = entity
        self.parent = parent
        self.isParentKnown = isParentKnown
        self.partners = partners
        self.statements = statements
        self.hold = hold
        self.holdMost = holdMost
        self.decisive = decisive
        self.foreign = foreign
        self.state = state
        self.stateMost = stateMost
        self.ownershipClaims = ownershipClaims
    }

    /// Whether foreigners control it; `nil` where that is not known.
    var isForeign: Bool? {
        if hold.isControl { return true }
        return holdMost.isControl ? nil : false
    }
}
