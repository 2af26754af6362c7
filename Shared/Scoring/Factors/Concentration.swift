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
        let known = mains.byFunction.keys.sorted()
        let isEnough = known.count >= around.methodology.concentrationFunctions
        let claims = Array(mains.claims.sorted().prefix(around.methodology.listings.claims))
        return Score.SetValue(
            factor: .l1,
            value: isEnough ? normalised(shares(of: known), count: known.count) : nil,
            lo: isEnough ? mildest(known) : 0,
            hi: worst(known),
            claims: claims
        )
    }

    /// The weight of each parent, in the order of the parents' ids.
    private func shares(
        of functions: [Int],
        parent: ((EntityID) -> EntityID)? = nil
    ) -> [Double] {
        var shares: [EntityID: Double] = [:]
        for function in functions {
            let mains = mains.byFunction[function] ?? []
            var parents = mains.map { parent?($0) ?? around.ownership.corporateParent(of: $0) }
            if parents.count > 1 { parents = Set(parents).sorted() }
            for parent in parents {
                shares[parent, default: 0] += weights[function] / Double(parents.count)
            }
        }
        return shares.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Every function without a known supplier has one of its own.
    private func mildest(_ known: [Int]) -> Double {
        let others = weights.indices.filter { !known.contains($0) }.map { weights[$0] }
        return normalised(shares(of: known) + others, count: weights.count)
    }

    /// Every function without a known supplier, and every supplier of unknown parent, is the
    /// largest's.
    private func worst(_ known: [Int]) -> Double {
        guard !known.isEmpty else { return 1 }
        let merged = EntityID("")
        var parts = shares(of: known) { supplier in
            around.ownership.isParentKnown(of: supplier)
                ? around.ownership.corporateParent(of: supplier) : merged
        }
        let hasLoose = known.contains { function in
            (mains.byFunction[function] ?? []).contains {
                !around.ownership.isParentKnown(of: $0)
            }
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
