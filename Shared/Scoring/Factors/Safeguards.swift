import Evidence

/// What a safeguard in force does: it lowers D4 and D6 by one step.
///
/// It does so from 2 upwards, and from 1 to 0 only where foreign control (D1) is at most 2. Custody
/// abroad "with safeguards" is that step already.
enum Safeguards {
    static func lower(
        _ level: Level,
        of system: ScoredSystem,
        in around: Surroundings,
        floor isCountedAlready: Bool = false
    ) -> Level {
        guard !system.safeguards.isEmpty, !isCountedAlready else { return level }
        let control = ForeignControl.level(of: system, in: around)
        let claims = [ClaimID].merged(system.safeguards.map(\.claimIDs))
        return level.lowered(
            where: { $0 >= 2 || ($0 == 1 && control.hi <= 2) },
            claims: claims
        )
    }
}
