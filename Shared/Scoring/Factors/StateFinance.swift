import Evidence

/// D7: finance that is linked to a foreign state.
enum StateFinance {
    static func level(of system: ScoredSystem, in around: Surroundings) -> Level {
        guard around.home.isKnown else { return .unknown }
        var levels = system.financiers.map { party in
            let level = loan(from: party, system, around)
            return party.isAdmitted ? level : Level(lo: 0, hi: level.hi)
        }
        levels += system.donors.map(donation)
        let isSettled = (system.financiers + system.donors).contains(where: \.isAdmitted)
        let level = Level.worst(of: levels)
        return isSettled ? level : Level(lo: levels.isEmpty ? 0 : level.lo, hi: 4)
    }

    private static func loan(
        from party: Party,
        _ system: ScoredSystem,
        _ around: Surroundings
    ) -> Level {
        switch (party.isForeign, isState(party, around)) {
        case (false, _): .known(0, claims: party.allClaims)
        case (nil, _): .unknown
        case (true, true):
            around.mutation == .tiedFinanceIgnored
                ? .known(3, claims: party.allClaims) : tied(party, system)
        case (true, nil): Level(lo: 1, hi: 4, claims: party.allClaims)
        case (true, false): .known(1, claims: party.allClaims)
        }
    }

    /// Whether a financier is a state's; a bank whose owners are not told may be.
    private static func isState(_ party: Party, _ around: Surroundings) -> Bool? {
        if party.state >= 3 { return true }
        if party.stateMost >= 3 { return nil }
        guard let entity = party.standing.entity else { return nil }
        return entity.kind == .financier && entity.holdings.isEmpty ? nil : false
    }

    private static func tied(_ party: Party, _ system: ScoredSystem) -> Level {
        var told = [Told(value: 3, claims: party.allClaims, isAdmitted: true)]
        if let flag = system.isFinanceTied {
            told.append(Told(value: 4, claims: flag.claims, isAdmitted: flag.isAdmitted))
        }
        for statement in system.linked where statement.kind == .tiedFinance {
            told.append(
                Told(value: 4, claims: statement.claimIDs, isAdmitted: statement.isAdmitted)
            )
        }
        return .told(told)
    }

    private static func donation(_ party: Party) -> Level {
        switch party.isForeign {
        case true: party.isAdmitted ? .known(2, claims: party.allClaims) : Level(lo: 0, hi: 2)
        case false: .known(0, claims: party.allClaims)
        case nil: Level(lo: 0, hi: 2)
        }
    }
}
