import Evidence

/// L8: how much of what is supplied hangs together although the suppliers' names differ.
///
/// A function is entangled when a supplier of it shares its parent company or its lender with a
/// supplier of another name, or is a joint venture of the government itself.
struct Entanglement {
    let systems: [ScoredSystem]
    let entries: [GridEntry]
    let weights: [Double]
    let around: Surroundings

    func value() -> Score.SetValue {
        let counted = systems.indices.filter {
            !systems[$0].isUmbrella && !entries[$0].weights.isZero
                && systems[$0].suppliers.contains(where: \.isAdmitted)
        }
        let entangled = entangled(among: counted)
        let supplied = weight(of: counted)
        let tied = weight(of: entangled.sorted())
        let isOpen = supplied < 1 - 1e-9 || counted.contains(where: isOpen)
        let claims = Set(
            entangled.flatMap { index in
                (systems[index].suppliers + systems[index].financiers)
                    .filter(\.isAdmitted).flatMap(\.claims)
            }
        )
        return Score.SetValue(
            factor: .l8,
            value: supplied > 0 ? min(1, tied / supplied) : nil,
            lo: min(1, tied),
            hi: isOpen ? 1 : min(1, tied),
            claims: Array(claims.sorted().prefix(around.methodology.listings.claims))
        )
    }

    /// What has a parent or a lender in common.
    private struct Company {
        var members: [Int] = []
        /// The first supplier's name, and whether there are others.
        var name: EntityID
        var isOfSeveral = false

        mutating func add(_ supplier: EntityID, of index: Int) {
            if members.last != index { members.append(index) }
            if supplier != name { isOfSeveral = true }
        }
    }

    private func entangled(among counted: [Int]) -> Set<Int> {
        var byParent: [EntityID: Company] = [:]
        var byLender: [EntityID: Company] = [:]
        var found: Set<Int> = []
        for index in counted {
            for supplier in systems[index].suppliers where supplier.isAdmitted {
                byParent[supplier.standing.parent, default: Company(name: supplier.id)]
                    .add(supplier.id, of: index)
                if isOwnVenture(supplier) { found.insert(index) }
                for lender in systems[index].financiers where lender.isAdmitted {
                    byLender[lender.id, default: Company(name: supplier.id)]
                        .add(supplier.id, of: index)
                }
            }
        }
        for company in byParent.values where company.isOfSeveral {
            found.formUnion(company.members)
        }
        for company in byLender.values where company.isOfSeveral && company.members.count > 1 {
            found.formUnion(company.members)
        }
        return found
    }

    private func suppliers(of index: Int) -> [Party] {
        systems[index].suppliers.filter(\.isAdmitted)
    }

    /// Whether the government, or something within it, is a partner in the supplier.
    private func isOwnVenture(_ supplier: Party) -> Bool {
        guard around.mutation != .ownVenturesForgotten else { return false }
        return supplier.standing.partners.contains(where: around.isOwn)
    }

    private func isOpen(_ index: Int) -> Bool {
        !systems[index].financiers.contains(where: \.isAdmitted)
            || suppliers(of: index).contains { !$0.standing.isParentKnown }
    }

    /// The weight of the functions that the deployments serve, each function once.
    private func weight(of indices: [Int]) -> Double {
        weights.indices.filter { function in
            indices.contains { entries[$0].weights[function] > 0 }
        }.reduce(0) { $0 + weights[$1] }
    }
}
