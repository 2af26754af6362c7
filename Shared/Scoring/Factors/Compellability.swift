import Evidence

/// D2: whether a law outside home reaches those who control a provider.
///
/// Which laws there are is a table of the methodology; a jurisdiction without a row is unknown.
/// Promises on paper do not move it. That a local subsidiary holds the contract (level 2) is told
/// by no claim, so a foreign-controlled subsidiary counts as those who control it.
enum Compellability {
    static func level(of system: ScoredSystem, in around: Surroundings) -> Level {
        guard system.suppliers.contains(where: \.isAdmitted) else {
            let admitted = system.operators.filter(\.isAdmitted)
            let known = Level.worst(of: admitted.map { reach(over: $0, system, around) })
            return admitted.isEmpty ? .unknown : Level(lo: known.lo, hi: 4, claims: known.claims)
        }
        let levels = system.providers.map { party in
            let level = reach(over: party, system, around)
            return party.isAdmitted ? level : Level(lo: 0, hi: level.hi)
        }
        return .worst(of: levels)
    }

    private static func reach(
        over party: Party,
        _ system: ScoredSystem,
        _ around: Surroundings
    ) -> Level {
        if party.hold == .none {
            return party.holdMost == .none ? .known(0, claims: party.allClaims) : .unknown
        }
        if around.mutation == .lawsIgnored { return .unknown }
        let isDecisive = !party.standing.decisive.isEmpty
        let administers = administers(party, system)
        let sees = administers.lo && around.mutation != .administrationIgnored
        let reached = isDecisive ? (sees ? 4 : 3) : 1
        let most = isDecisive ? (administers.hi ? 4 : 3) : 1
        let rows = (isDecisive ? party.standing.decisive : party.standing.foreign).map {
            around.methodology.law(of: $0)?.compels
        }
        let isReached = rows.contains(true)
        let isOpen =
            (rows.contains(nil) && around.mutation != .unknownLawIsNone)
            || party.holdMost > party.hold
        return Level(
            lo: isReached ? reached : 0,
            hi: isReached ? (party.holdMost > party.hold ? 4 : most) : isOpen ? 4 : 0,
            claims: party.allClaims
        )
    }

    /// Whether a party administers the system or sees plain text: as admitted, and at worst.
    private static func administers(
        _ party: Party,
        _ system: ScoredSystem
    ) -> (lo: Bool, hi: Bool) {
        if party.role == .operating { return (party.isAdmitted, true) }
        let operating = system.operations.filter {
            [.vendorOperates, .vendorAlone].contains($0.value)
        }
        let keyed = system.hostings.filter { $0.value.isVendorKeyed == true }
        let lo = operating.contains(where: \.isAdmitted) || keyed.contains(where: \.isAdmitted)
        let isSettled = system.operations.contains(where: \.isAdmitted)
        return (lo, lo || !isSettled || !operating.isEmpty || !keyed.isEmpty)
    }
}
