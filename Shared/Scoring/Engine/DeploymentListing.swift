import Evidence

/// Chooses and describes the deployments that an assessment lists.
struct DeploymentListing {
    let inventory: Inventory
    let methodology: Methodology

    /// Those that set a cell first, then by what they weigh, then by id.
    func deployments(setting scores: [Score]) -> [AssessedDeployment] {
        let setting = Set(scores.flatMap { $0.cells.flatMap(\.deployments) })
        let ranks = inventory.entries.map { entry in
            (setting.contains(entry.id) ? 1 : 0, entry.weights.sum)
        }
        let order = inventory.entries.indices.sorted {
            if ranks[$0] != ranks[$1] { return ranks[$0] > ranks[$1] }
            return inventory.entries[$0].id < inventory.entries[$1].id
        }
        return order.prefix(methodology.listings.deployments).map { index in
            index < inventory.systems.count
                ? described(inventory.systems[index], inventory.entries[index])
                : described(inventory.statements[index - inventory.systems.count])
        }
    }

    private func described(_ system: ScoredSystem, _ entry: GridEntry) -> AssessedDeployment {
        let claims = system.group.claims
        let listed =
            claims.count > methodology.listings.claims
            ? Array(claims.prefix(methodology.listings.claims)) : claims
        return AssessedDeployment(
            id: system.id,
            kind: .deployment,
            recipient: system.recipient,
            system: system.name,
            category: system.category,
            suppliers: named(system.suppliers),
            operators: named(system.operators),
            financiers: named(system.financiers),
            donors: named(system.donors),
            isSupplierWithheld: system.isSupplierWithheld?.isAdmitted ?? false,
            status: system.status.status,
            statusWeight: Double(system.status.lo) / 1000,
            date: system.status.date,
            functions: GovernmentFunction.allCases.compactMap { function in
                entry.coverage[function.index].map {
                    .init(function: function, reach: Double($0.lo) / 1000)
                }
            },
            levels: levels(of: entry),
            confidence: system.confidence,
            isEvidenced: system.isEvidenced,
            isDisputed: system.isDisputed,
            parts: Array(system.group.parts.sorted().prefix(methodology.listings.claims)),
            claims: listed,
            claimCount: claims.count
        )
    }

    /// The parties whose part is admitted; of an unadmitted deployment, all that are named.
    private func named(_ parties: [Party]) -> [EntityID] {
        let admitted = parties.filter(\.isAdmitted)
        return (admitted.isEmpty ? parties : admitted).map(\.id)
    }

    /// The levels of which something is known, in the order of the factors.
    private func levels(of entry: GridEntry) -> [AssessedDeployment.FactorLevel] {
        Factor.allCases.compactMap { factor in
            guard let level = entry.level(factor), level != .unknown else { return nil }
            return .init(factor: factor, lo: level.lo, hi: level.hi, isKnown: level.isKnown)
        }
    }

    private func described(_ row: SubjectStatements.Row) -> AssessedDeployment {
        let reach = row.entry.weightsMost
        return AssessedDeployment(
            id: row.entry.id,
            kind: .statement,
            recipient: row.statement.subject,
            system: row.statement.kind.rawValue,
            category: nil,
            status: .operational,
            statusWeight: 1,
            functions: GovernmentFunction.allCases.indices.filter { reach[$0] > 0 }.map {
                .init(
                    function: GovernmentFunction.allCases[$0],
                    reach: Double(reach[$0]) / 1_000_000
                )
            },
            levels: levels(of: row.entry),
            confidence: 0,
            isEvidenced: row.statement.isAdmitted,
            claims: Array(row.statement.claimIDs.prefix(methodology.listings.claims)),
            claimCount: row.statement.claims.count
        )
    }
}
