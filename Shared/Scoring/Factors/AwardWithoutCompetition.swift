import Evidence

/// L5: how the contract was awarded.
enum AwardWithoutCompetition {
    static func level(of system: ScoredSystem, in around: Surroundings) -> Level {
        var told = system.awards.map {
            Told(value: ladder($0.value), claims: $0.claims, isAdmitted: $0.isAdmitted)
        }
        told += system.donors.map {
            Told(value: 3, claims: $0.claims, isAdmitted: $0.isAdmitted)
        }
        if let tied = system.isFinanceTied {
            told.append(Told(value: 4, claims: tied.claims, isAdmitted: tied.isAdmitted))
        }
        if let withheld = system.isSupplierWithheld {
            told.append(
                Told(
                    value: around.methodology.withheld.award,
                    claims: withheld.claims,
                    isAdmitted: withheld.isAdmitted
                )
            )
        }
        for statement in system.linked {
            guard let level = around.methodology.statements[statement.kind]?.factors[.l5] else {
                continue
            }
            told.append(
                Told(value: level, claims: statement.claimIDs, isAdmitted: statement.isAdmitted)
            )
        }
        told += ProviderStatements.told(.l5, of: system, in: around)
        return .told(told)
    }

    private static func ladder(_ award: Deployment.Award) -> Int {
        switch award {
        case .open: 0
        case .selective: 1
        case .singleBid: 2
        case .direct, .donated: 3
        case .tiedToFinance: 4
        }
    }
}
