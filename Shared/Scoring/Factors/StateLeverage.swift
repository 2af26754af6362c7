import Evidence

/// D3: leverage of a foreign state on a provider, by ownership or as stated.
enum StateLeverage {
    static func level(of system: ScoredSystem, in around: Surroundings) -> Level {
        let levels = system.providers.map { party in
            let level = leverage(over: party, around)
            return party.isAdmitted ? level : Level(lo: 0, hi: level.hi)
        }
        guard system.suppliers.contains(where: \.isAdmitted) else {
            let known = Level.worst(of: levels)
            return Level(lo: levels.isEmpty ? 0 : known.lo, hi: 4, claims: known.claims)
        }
        return .worst(of: levels)
    }

    private static func leverage(over party: Party, _ around: Surroundings) -> Level {
        var told: [Told<Int>] = []
        if party.state > 0 {
            told.append(Told(value: party.state, claims: party.allClaims, isAdmitted: true))
        }
        if party.stateMost > party.state {
            told.append(Told(value: party.stateMost, claims: [], isAdmitted: false))
        }
        told += influence(on: party, around) + subsidies(to: party, around)
        if told.contains(where: \.isAdmitted) { return .told(told) }
        let isHome = party.holdMost == .none && told.isEmpty
        return isHome ? .known(0, claims: party.allClaims) : .unknown
    }

    /// What is stated of a state's influence on the party, where that state is foreign.
    private static func influence(on party: Party, _ around: Surroundings) -> [Told<Int>] {
        party.standing.statements.compactMap { statement in
            guard
                let level = around.methodology.statements[statement.kind]?.factors[.d3],
                let state = jurisdiction(of: statement.counterpart ?? party.id, around),
                around.isForeign(state)
            else { return nil }
            let claims = party.claims.merged(with: statement.claimIDs)
            return Told(value: level, claims: claims, isAdmitted: statement.isAdmitted)
        }
    }

    /// Money that a foreign government gives the party.
    private static func subsidies(to party: Party, _ around: Surroundings) -> [Told<Int>] {
        around.ownership.relations(about: party.id).compactMap { told in
            guard
                told.relation.kind == .funds, told.relation.to == party.id,
                around.evidence.entity(told.relation.from)?.kind.isGovernment == true,
                let state = jurisdiction(of: told.relation.from, around),
                around.isForeign(state)
            else { return nil }
            let claims = party.claims.merged(with: told.claims)
            return Told(value: 1, claims: claims, isAdmitted: told.isAdmitted)
        }
    }

    private static func jurisdiction(
        of entity: EntityID,
        _ around: Surroundings
    ) -> Jurisdiction? {
        around.evidence.entity(entity)?.jurisdiction
    }
}
