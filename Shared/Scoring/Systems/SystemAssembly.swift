import Evidence

/// Reads what the factors ask about from the claims of one deployment.
struct SystemAssembly {
    let around: Surroundings

    /// The claim that gives the deployment its name: the weightiest, then the first.
    func representative(of group: DeploymentGroup) -> HeldDeployment? {
        let claims = group.isDisputed ? group.asserted : group.undisputed
        let proof = around.corroboration
        let best =
            claims.count == 1
            ? claims[0]
            : claims.max { (proof.weight(of: $0), $1.id) < (proof.weight(of: $1), $0.id) }
        return best?.deployment
    }

    /// The confidence that it exists, by its own claims and its parts'.
    func confidence(in group: DeploymentGroup) -> Double {
        around.corroboration.confidence(
            in: group.vouching.isEmpty ? group.asserted : group.asserted + group.vouching
        )
    }

    // MARK: - Values

    func parties(
        _ group: DeploymentGroup,
        _ role: Party.Role,
        _ values: (HeldDeployment) -> [EntityID]
    ) -> [Party] {
        group.told(by: around.corroboration, values).map { around.party($0, role: role) }
    }

    func raw<Value: RawRepresentable<String> & Hashable>(
        _ group: DeploymentGroup,
        _ value: (HeldDeployment) -> Value?
    ) -> [Told<Value>] {
        group.told(by: around.corroboration, inOrder: { $0.rawValue < $1.rawValue }) {
            value($0).map { [$0] } ?? []
        }
    }

    func hostings(_ group: DeploymentGroup) -> [Told<Deployment.Hosting>] {
        group.told(by: around.corroboration, inOrder: Self.order) {
            $0.value.hosting.map { [$0] } ?? []
        }
    }

    func terms(_ group: DeploymentGroup) -> [Told<Double>] {
        group.told(by: around.corroboration) { $0.value.termYears.map { [$0] } ?? [] }
    }

    func layers(_ group: DeploymentGroup) -> [Told<StackLayer>] {
        group.told(by: around.corroboration, layers(of:))
    }

    func flag(
        _ group: DeploymentGroup,
        _ isSet: (HeldDeployment) -> Bool
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
    private func layers(of held: HeldDeployment) -> [StackLayer] {
        let deployment = held.value
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

    static func statesLayers(_ claim: HeldClaim) -> Bool {
        claim.deployment?.value.layers != nil
    }

    // MARK: - Measures

    /// The measures in force over the recipient that its suppliers do not merely promise.
    func measures(
        for group: DeploymentGroup,
        _ suppliers: [Party],
        _ isMeasure: (Methodology.StatementRule) -> Bool
    ) -> [ToldStatement] {
        guard around.mutation != .safeguardsIgnored else { return [] }
        let measures = around.statements(over: group.recipient)
            .filter { around.methodology.statements[$0.kind].map(isMeasure) ?? false }
        if measures.isEmpty { return [] }
        let promoters = Set(suppliers.compactMap { $0.standing.entity?.name.lowercased() })
        return measures.compactMap { statement in
            var independent = statement
            independent.claims.removeAll {
                promoters.contains(($0.source.publisher ?? "").lowercased())
            }
            let stands = around.corroboration.admits(independent.claims)
            return statement.isAdmitted && stands ? independent : nil
        }
    }
}
