import Evidence

/// D4: custody of the data by a foreign party, or abroad.
enum Custody {
    static func level(
        of system: ScoredSystem,
        _ hands: ForeignHands,
        in around: Surroundings
    ) -> Level {
        guard around.home.isKnown else { return .unknown }
        var told = system.hostings.compactMap { place($0, hands, around) }
        if hands.isOperating == true {
            told.append(Told(value: 2, claims: hands.operatingClaims, isAdmitted: true))
        }
        var level = Level.told(told)
        let isPlaced = system.hostings.contains { $0.isAdmitted && $0.value.country != nil }
        if !isPlaced { level.hi = 4 }
        if isPlaced, level.lo == 0, hands.isOperating == nil { level.hi = max(level.hi, 2) }
        return Safeguards.lower(level, of: system, in: around, floor: told.map(\.value).max() == 3)
    }

    /// What one telling of the place gives.
    private static func place(
        _ told: Told<Deployment.Hosting>,
        _ hands: ForeignHands,
        _ around: Surroundings
    ) -> Told<Int>? {
        let hosting = told.value
        let isKeyed = hosting.isVendorKeyed == true && around.mutation != .keysIgnored
        if isKeyed, hands.isPresent == true {
            return Told(value: 4, claims: told.claims, isAdmitted: told.isAdmitted)
        }
        guard let country = hosting.country else { return nil }
        let isAbroad = around.isForeign(country)
        let level = isAbroad ? (hosting.hasSafeguards == true ? 3 : 4) : 0
        return Told(value: level, claims: told.claims, isAdmitted: told.isAdmitted)
    }
}
