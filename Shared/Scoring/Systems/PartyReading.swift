import Evidence

extension Surroundings {
    /// How foreign a party is to the assessed government.
    func party(_ told: Told<EntityID>, role: Party.Role) -> Party {
        guard home.isKnown else { return unplaced(told, role) }
        let firm = ownership.control(of: told.value, withUnadmitted: false)
        let loose = ownership.control(of: told.value, withUnadmitted: true)
        let home = mutation == .homeIgnored ? Home.none : self.home
        let hold = firm.foreignHold(home)
        return Party(
            id: told.value,
            role: role,
            isAdmitted: told.isAdmitted,
            claims: told.claims,
            hold: hold,
            holdMost: max(hold, firm.unknown, loose.foreignHold(home), loose.unknown),
            decisive: firm.decisiveForeign(home),
            foreign: firm.holds.keys.filter { !home.contains($0) }.sorted(),
            state: firm.foreignState(home),
            stateMost: max(firm.foreignState(home), loose.foreignState(home)),
            ownershipClaims: firm.claims
        )
    }

    /// A party of a government whose own jurisdiction is not known.
    private func unplaced(_ told: Told<EntityID>, _ role: Party.Role) -> Party {
        Party(
            id: told.value,
            role: role,
            isAdmitted: told.isAdmitted,
            claims: told.claims,
            hold: .none,
            holdMost: .sole,
            decisive: [],
            foreign: [],
            state: 0,
            stateMost: 4,
            ownershipClaims: []
        )
    }
}
