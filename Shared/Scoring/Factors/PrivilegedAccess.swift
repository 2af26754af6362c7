import Evidence

/// D6: operation and privileged access by a foreign party.
enum PrivilegedAccess {
    static func level(
        of system: ScoredSystem,
        _ hands: ForeignHands,
        in around: Surroundings
    ) -> Level {
        guard around.home.isKnown else { return .unknown }
        if hands.isPresent == false, hands.isOperating == false {
            return .known(0, claims: .merged(system.suppliers.map(\.claims)))
        }
        var told: [Told<Int>] = []
        if hands.isPresent == true {
            told += system.operations.map {
                Told(value: ladder($0.value), claims: $0.claims, isAdmitted: $0.isAdmitted)
            }
        }
        if hands.isOperating == true {
            told.append(Told(value: 3, claims: hands.operatingClaims, isAdmitted: true))
        } else {
            told += homeOperators(system)
        }
        let level = Level.told(told)
        return Safeguards.lower(level, of: system, in: around)
    }

    private static func ladder(_ operation: Deployment.Operation) -> Int {
        switch operation {
        case .inHouse, .vendorTrains: 0
        case .vendorSupports: 1
        case .shared: 2
        case .vendorOperates: 3
        case .vendorAlone: 4
        }
    }

    /// Somebody at home who is told to run it runs it.
    private static func homeOperators(_ system: ScoredSystem) -> [Told<Int>] {
        system.operators.filter { $0.isForeign == false }.map {
            Told(value: 0, claims: $0.claims, isAdmitted: $0.isAdmitted)
        }
    }
}
