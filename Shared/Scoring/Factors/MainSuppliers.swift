import Evidence

/// The suppliers that each function rests on: those of its weightiest deployment, several where
/// deployments tie.
struct MainSuppliers {
    /// By function, each supplier once; none where no supplier is known.
    private(set) var byFunction: [[Party]]
    /// Of all of them, each once, in order.
    let claims: [ClaimID]

    init(_ systems: [ScoredSystem], _ entries: [GridEntry]) {
        let known = systems.map { system in
            system.isUmbrella ? [] : system.suppliers.filter(\.isAdmitted)
        }
        var claims: [ClaimID] = []
        byFunction = GovernmentFunction.allCases.indices.map { function in
            var best = 0
            var tied: [Int] = []
            for index in systems.indices where !known[index].isEmpty {
                let weight = entries[index].weights[function]
                guard weight > 0, weight >= best else { continue }
                if weight > best { tied = [] }
                best = weight
                tied.append(index)
            }
            var suppliers: [Party] = []
            for party in tied.lazy.flatMap({ known[$0] }) {
                claims += party.claims
                if !suppliers.contains(where: { $0.id == party.id }) { suppliers.append(party) }
            }
            return suppliers
        }
        claims.sort()
        self.claims = claims.reduce(into: []) { distinct, claim in
            if distinct.last != claim { distinct.append(claim) }
        }
    }

    /// The functions with a known supplier, in order.
    var known: [Int] { byFunction.indices.filter { !byFunction[$0].isEmpty } }
}
