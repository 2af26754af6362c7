import Evidence

/// The suppliers that each function rests on: those of its weightiest deployment, several where
/// deployments tie.
struct MainSuppliers {
    /// By function; a function without a known supplier is absent.
    private(set) var byFunction: [Int: Set<EntityID>] = [:]
    private(set) var claims: Set<ClaimID> = []

    init(_ systems: [ScoredSystem], _ entries: [GridEntry]) {
        for function in GovernmentFunction.allCases.indices {
            var best = 0
            var suppliers: Set<EntityID> = []
            var support: Set<ClaimID> = []
            for index in systems.indices {
                let weight = entries[index].weights[function]
                guard weight > 0, weight >= best, !systems[index].isUmbrella else { continue }
                let known = systems[index].suppliers.filter(\.isAdmitted)
                guard !known.isEmpty else { continue }
                if weight > best {
                    best = weight
                    suppliers = []
                    support = []
                }
                suppliers.formUnion(known.map(\.id))
                support.formUnion(known.flatMap(\.claims))
            }
            guard !suppliers.isEmpty else { continue }
            byFunction[function] = suppliers
            claims.formUnion(support)
        }
    }
}
