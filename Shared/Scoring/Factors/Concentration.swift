import Evidence

/// L1: how far the functions rest on one corporate parent.
///
/// The Herfindahl index of function weight by main supplier, normalised to 0…1:
/// `(H − 1/n) / (1 − 1/n)` over the `n` functions with a known supplier. Suppliers are merged
/// under one parent company, not under one state.
struct Concentration {
    let mains: MainSuppliers
    let weights: [Double]
    let around: Surroundings

    func value() -> Score.SetValue {
        let known = mains.known
        let isEnough = known.count >= around.methodology.concentrationFunctions
        let own = shares(of: known, parent: \.standing.parent)
        return Score.SetValue(
            factor: .l1,
            value: isEnough ? normalised(own, count: known.count) : nil,
            lo: isEnough ? mildest(known, own) : 0,
            hi: worst(known),
            claims: Array(mains.claims.prefix(around.methodology.listings.claims))
        )
    }

    /// The weight of each parent, in the order of the parents' ids.
    private func shares(of functions: [Int], parent: (Party) -> EntityID) -> [Double] {
        var shares: [(parent: EntityID, weight: Double)] = []
        for function in functions {
            var parents: [EntityID] = []
            for main in mains.byFunction[function] {
                let parent = parent(main)
                if !parents.contains(parent) { parents.append(parent) }
            }
            for parent in parents {
                let part = weights[function] / Double(parents.count)
                if let known = shares.firstIndex(where: { $0.parent == parent }) {
                    shares[known].weight += part
                } else {
                    shares.append((parent, part))
                }
            }
        }
        return shares.sorted { $0.parent < $1.parent }.map(\.weight)
    }

    /// Every function without a known supplier has one of its own.
    private func mildest(_ known: [Int], _ shares: [Double]) -> Double {
        let others = weights.indices.filter { !known.contains($0) }.map { weights[$0] }
        return normalised(shares + others, count: weights.count)
    }

    /// Every function without a known supplier, and every supplier of unknown parent, is the
    /// largest's.
    private func worst(_ known: [Int]) -> Double {
        guard !known.isEmpty else { return 1 }
        let merged = EntityID("")
        var parts = shares(of: known) { $0.standing.isParentKnown ? $0.standing.parent : merged }
        let hasLoose = known.contains { function in
            mains.byFunction[function].contains { !$0.standing.isParentKnown }
        }
        var loose = weights.indices.filter { !known.contains($0) }.reduce(0) { $0 + weights[$1] }
        if hasLoose, !parts.isEmpty { loose += parts.removeFirst() }
        parts.sort(by: >)
        if parts.isEmpty { parts = [loose] } else { parts[0] += loose }
        return normalised(parts, count: weights.count)
    }

    private func normalised(_ parts: [Double], count: Int) -> Double {
        let total = parts.reduce(0, +)
        guard total > 0, count > 1 else { return 0 }
        let index = parts.reduce(0) { $0 + ($1 / total) * ($1 / total) }
        if around.mutation == .concentrationUnnormalised { return min(1, index) }
        let even = 1 / Double(count)
        return min(1, max(0, (index - even) / (1 - even)))
    }
}
