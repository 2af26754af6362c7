import Evidence

/// Makes of a group of claims what the factors ask about.
struct SystemAssembly {
    let around: Surroundings

    func system(from group: DeploymentGroup) -> ScoredSystem {
        let proof = around.corroboration
        let standing = group.undisputed
        let representative = Self.representative(of: group, proof)
        let suppliers = parties(group, .supplier) { $0.suppliers }
        return ScoredSystem(
            id: group.id,
            recipient: group.recipient,
            name: representative?.system ?? "",
            category: representative?.category ?? .other,
            group: group,
            confidence: proof.confidence(in: group.asserted + group.vouching),
            isEvidenced: !standing.isEmpty && proof.admits(standing + group.vouching),
            isDisputed: standing.isEmpty,
            status: StatusReading(
                group,
                methodology: around.methodology,
                asOf: around.asOf,
                proof
            ),
            coverage: ReachReading(around: around, group: group).coverage(),
            suppliers: suppliers,
            operators: parties(group, .operating) { $0.operators },
            financiers: parties(group, .financier) { $0.financiers },
            donors: parties(group, .donor) { $0.donors },
            isSupplierWithheld: flag(group) { $0.isSupplierWithheld },
            awards: raw(group) { [$0.award].compactMap(\.self) },
            operations: raw(group) { [$0.operation].compactMap(\.self) },
            hostings: group.told(by: proof, inOrder: Self.order) {
                [$0.hosting].compactMap(\.self)
            },
            layers: group.told(by: proof, layers(of:)),
            statesLayers: group.asserted.contains(where: Self.statesLayers),
            isFinanceTied: flag(group) { $0.isFinanceTied == true },
            terms: group.told(by: proof) { [$0.termYears].compactMap(\.self) },
            linked: LinkedEvidence(around: around, group: group).statements(),
            incidents: LinkedEvidence(around: around, group: group).incidents(),
            safeguards: measures(for: group, suppliers) { $0.isSafeguard },
            counterLockIn: measures(for: group, suppliers) { $0.isCounterLockIn },
            countsUmbrella: around.mutation == .umbrellasCount
        )
    }

    /// The claim that gives the deployment its name: the weightiest, then the first.
    private static func representative(
        of group: DeploymentGroup,
        _ proof: Corroboration
    ) -> Deployment? {
        let claims = group.undisputed.isEmpty ? group.asserted : group.undisputed
        let best = claims.max {
            (proof.weight(of: $0), $1.id) < (proof.weight(of: $1), $0.id)
        }
        guard case .deployment(let deployment)? = best?.content else { return nil }
        return deployment
    }

    // MARK: - Values

    private func parties(
        _ group: DeploymentGroup,
        _ role: Party.Role,
        _ values: (Deployment) -> [EntityID]
    ) -> [Party] {
        group.told(by: around.corroboration, values).map { around.party($0, role: role) }
    }

    private func raw<Value: RawRepresentable<String> & Hashable>(
        _ group: DeploymentGroup,
        _ values: (Deployment) -> [Value]
    ) -> [Told<Value>] {
        group.told(by: around.corroboration, inOrder: { $0.rawValue < $1.rawValue }, values)
    }

    private func flag(
        _ group: DeploymentGroup,
        _ isSet: (Deployment) -> Bool
    ) -> Told<Bool>? {
        group.told(by: around.corroboration, inOrder: { !$0 && $1 }) {
            isSet($0) ? [true] : []
        }.first
    }

    private static func order(_ left: Deployment.Hosting, _ right: Deployment.Hosting) -> Bool {
        func key(_ hosting: Deployment.Hosting) -> (String, Int, Int) {
            func number(_ flag: Bool?) -> Int { flag.map { $0 ? 2 : 1 } ?? 0 }
            return (
                hosting.country?.rawValue ?? "", number(hosting.isVendorKeyed),
                number(hosting.hasSafeguards)
            )
        }
        return key(left) < key(right)
    }

    /// The layers that a claim gives the supplier: those it names, else those of its category,
    /// with what its other parts in the deployment add.
    private func layers(of deployment: Deployment) -> [StackLayer] {
        var layers = Set(
            deployment.layers ?? around.methodology.categories[deployment.category]?.layers ?? []
        )
        let suppliers = Set(deployment.suppliers)
        if !suppliers.isDisjoint(with: deployment.operators) { layers.insert(.operation) }
        if !suppliers.isDisjoint(with: deployment.financiers) { layers.insert(.finance) }
        switch deployment.operation {
        case .vendorOperates, .vendorAlone: layers.insert(.operation)
        case .vendorTrains: layers.insert(.training)
        default: break
        }
        return layers.sorted()
    }

    private static func statesLayers(_ claim: Claim) -> Bool {
        guard case .deployment(let deployment) = claim.content else { return false }
        return deployment.layers != nil
    }

    // MARK: - Measures

    /// The measures in force over the recipient that its suppliers do not merely promise.
    private func measures(
        for group: DeploymentGroup,
        _ suppliers: [Party],
        _ isMeasure: (Methodology.StatementRule) -> Bool
    ) -> [ToldStatement] {
        guard around.mutation != .safeguardsIgnored else { return [] }
        let promoters = Set(
            suppliers.compactMap { around.evidence.entity($0.id)?.name.lowercased() }
        )
        var governments = [group.recipient] + around.evidence.ancestors(of: group.recipient)
        governments += around.home.jurisdictions.sorted().map(EntityID.country)
        return Set(governments).sorted()
            .flatMap(around.statements.statements(about:))
            .filter { around.methodology.statements[$0.kind].map(isMeasure) ?? false }
            .compactMap { statement in
                var independent = statement
                independent.claims.removeAll {
                    promoters.contains(($0.source.publisher ?? "").lowercased())
                }
                let stands = around.corroboration.admits(independent.claims)
                return statement.isAdmitted && stands ? independent : nil
            }
    }
}
