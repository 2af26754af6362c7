import Evidence

/// Who controls a party in the end, by jurisdiction.
struct Control: Hashable {
    /// The firmest hold of parties of each jurisdiction.
    var holds: [Jurisdiction: OwnershipEdge.Strength] = [:]
    /// The firmest hold of parties whose jurisdiction is unknown.
    var unknown: OwnershipEdge.Strength = .none
    /// Shares that controlled holders have directly, in thousandths, by jurisdiction.
    var shares: [Jurisdiction: Int] = [:]
    /// How far each state itself has a hand in it, on D3's ladder.
    var states: [Jurisdiction: Int] = [:]
    /// The claims that this rests on, in order.
    var claims: [ClaimID] = []

    /// The firmest hold that is not at home.
    func foreignHold(_ home: Home) -> OwnershipEdge.Strength {
        var worst = holds.filter { !home.contains($0.key) }.values.max() ?? .none
        let foreignShare = shares.filter { !home.contains($0.key) }.values.reduce(0, +)
        if foreignShare > 0 { worst = max(worst, .init(share: min(foreignShare, 994))) }
        if worst == .sole, holds.contains(where: { home.contains($0.key) && $0.value > .none }) {
            worst = .majority
        }
        return worst
    }

    /// The foreign jurisdictions whose parties have decisive influence, in order.
    func decisiveForeign(_ home: Home) -> [Jurisdiction] {
        holds.filter { !home.contains($0.key) && $0.value.isDecisive }.keys.sorted()
    }

    /// The greatest leverage of a foreign state.
    func foreignState(_ home: Home) -> Int {
        states.filter { !home.contains($0.key) }.values.max() ?? 0
    }
}
