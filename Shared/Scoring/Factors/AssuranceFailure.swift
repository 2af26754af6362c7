import Evidence

/// D8: an assurance failure in a system with a foreign party.
///
/// A government whose system is all its own is not exposed to anybody by a leak in it. That no
/// incident is known is not that there was none.
enum AssuranceFailure {
    static func level(
        of system: ScoredSystem,
        _ hands: ForeignHands,
        in around: Surroundings
    ) -> Level {
        guard around.home.isKnown else { return .unknown }
        switch hands.isPresent {
        case false where around.mutation == .homeLeaksCount: break
        case false: return .known(0, claims: .merged(system.suppliers.map(\.claims)))
        case nil: return .unknown
        case true: break
        }
        var told = system.incidents.map {
            Told(value: $0.level, claims: $0.claims, isAdmitted: $0.isAdmitted)
        }
        if isRepeated(system), around.mutation != .repetitionForgotten {
            let claims = [ClaimID].merged(
                system.incidents.filter(\.isAdmitted).map(\.claims)
            )
            told.append(Told(value: 4, claims: claims, isAdmitted: true))
        }
        var level = Level.told(told)
        let isOpen = system.incidents.contains { $0.severity == nil }
        if isOpen { level.hi = 4 }
        return level
    }

    /// Whether incidents of different years are admitted.
    private static func isRepeated(_ system: ScoredSystem) -> Bool {
        Set(system.incidents.filter(\.isAdmitted).compactMap(\.date?.year)).count > 1
    }
}
