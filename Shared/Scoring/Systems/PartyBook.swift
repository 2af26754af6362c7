import Evidence

/// How foreign each party is to the governments of one home; it remembers what it has found.
final class PartyBook {
    let home: Home
    private let ownership: OwnershipGraph
    private let statements: StatementBook
    private var remembered: [EntityID: Remembered<PartyStanding>] = [:]

    init(home: Home, ownership: OwnershipGraph, statements: StatementBook) {
        self.home = home
        self.ownership = ownership
        self.statements = statements
    }

    func standing(of party: EntityID) -> PartyStanding {
        if let known = ownership.evidence.recalled(remembered[party]) { return known }
        let standing = ownership.evidence.noting { find(party) }
        remembered[party] = standing
        return standing.value
    }

    private func find(_ party: EntityID) -> PartyStanding {
        let entity = ownership.evidence.entity(party)
        let isGovernment = entity?.kind.isGovernment == true
        let told = isGovernment ? [] : statements.statements(about: party)
        let parent = ownership.corporateParent(of: party)
        let isParentKnown = ownership.isParentKnown(of: party)
        let partners = ownership.edges(to: party, withUnadmitted: false)
            .filter { $0.strength == .jointVenture }.map(\.holder)
        guard self.home.isKnown else {
            return PartyStanding(
                entity: entity,
                parent: parent,
                isParentKnown: isParentKnown,
                partners: partners,
                statements: told
            )
        }
        let firm = ownership.control(of: party, withUnadmitted: false)
        let loose = ownership.control(of: party, withUnadmitted: true)
        let home = ownership.corroboration.mutation == .homeIgnored ? Home.none : self.home
        let hold = firm.foreignHold(home)
        return PartyStanding(
            entity: entity,
            parent: parent,
            isParentKnown: isParentKnown,
            partners: partners,
            statements: told,
            hold: hold,
            holdMost: max(hold, firm.unknown, loose.foreignHold(home), loose.unknown),
            decisive: firm.decisiveForeign(home),
            foreign: firm.holds.keys.filter { !home.contains($0) }.sorted(),
            state: firm.foreignState(home),
            stateMost: max(firm.foreignState(home), loose.foreignState(home)),
            ownershipClaims: firm.claims
        )
    }
}
