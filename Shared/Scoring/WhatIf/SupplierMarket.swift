import Evidence

/// Who supplies what to whom, by all claims that stand: where alternatives to a vendor are found.
struct SupplierMarket {
    private let evidence: EvidenceBase
    private let engine: ScoringEngine
    private let asOf: PartialDate
    private let ownership: OwnershipGraph
    private let test: DeploymentTest
    /// The governments that a supplier has systems of a family at.
    private let recipients: [Int: [EntityID: Set<EntityID>]]
    /// Everybody who supplies or runs anything.
    private let providers: Set<EntityID>

    /// How many alternatives are listed for a system.
    static let alternativesMax = 10

    init(_ evidence: EvidenceBase, engine: ScoringEngine, asOf: PartialDate) {
        let corroboration = Corroboration(
            table: engine.methodology.confidence,
            mutation: engine.mutation
        )
        let test = DeploymentTest(engine.methodology)
        var recipients: [Int: [EntityID: Set<EntityID>]] = [:]
        var providers: Set<EntityID> = []
        for claim in evidence.claimTable.values where claim.polarity == .asserted {
            guard case .deployment(let deployment) = claim.content else { continue }
            providers.formUnion(deployment.suppliers + deployment.operators)
            guard corroboration.admits(claim) else { continue }
            let family = test.families[deployment.category, default: -1]
            for supplier in deployment.suppliers {
                recipients[family, default: [:]][supplier, default: []]
                    .insert(deployment.recipient)
            }
        }
        self.evidence = evidence
        self.engine = engine
        self.asOf = asOf
        self.test = test
        self.recipients = recipients
        self.providers = providers
        ownership = OwnershipGraph(
            EvidenceView(evidence),
            asOf: AsOf(date: asOf),
            corroboration: corroboration,
            mutation: engine.mutation
        )
    }

    /// A vendor and the providers that it controls.
    func companies(under vendor: EntityID) -> Set<EntityID> {
        Set(providers.filter { ownership.controllers(of: $0).contains(vendor) }).union([vendor])
    }

    /// The systems of an assessment that would stop without some companies.
    func stopping(in assessment: Assessment, without gone: Set<EntityID>) -> [StoppingSystem] {
        assessment.deployments.filter { deployment in
            deployment.kind == .deployment && deployment.isEvidenced && deployment.statusWeight > 0
                && !gone.isDisjoint(with: deployment.suppliers + deployment.operators)
        }.map { deployment in
            StoppingSystem(
                id: deployment.id,
                recipient: deployment.recipient,
                system: deployment.system,
                category: deployment.category,
                suppliers: deployment.suppliers,
                operators: deployment.operators,
                functions: deployment.functions.map(\.function),
                alternatives: alternatives(to: deployment, for: assessment.subject, without: gone)
            )
        }
    }

    /// Suppliers of systems of the same family: those that are here already, then those from home,
    /// then those with most governments; of one corporate parent the one with most.
    private func alternatives(
        to deployment: AssessedDeployment,
        for subject: EntityID,
        without gone: Set<EntityID>
    ) -> [StoppingSystem.Alternative] {
        guard let category = deployment.category, category != .other else { return [] }
        let own = Set(evidence.descendants(of: subject))
        let around = Surroundings(
            subject,
            on: CommonGround(engine, asOf: asOf, evidence: EvidenceView(evidence))
        )
        let suppliers = recipients[test.families[category, default: -1], default: [:]]
            .filter { !gone.contains($0.key) }
        let families = Dictionary(grouping: suppliers.keys, by: ownership.corporateParent(of:))
        let found = families.values.compactMap { members -> StoppingSystem.Alternative? in
            let served = members.reduce(into: Set<EntityID>()) {
                $0.formUnion(suppliers[$1] ?? [])
            }
            let main = members.min {
                let (left, right) = (suppliers[$0]?.count ?? 0, suppliers[$1]?.count ?? 0)
                return left == right ? $0 < $1 : left > right
            }
            guard let main else { return nil }
            let told = Told(value: main, claims: [], isAdmitted: true)
            return StoppingSystem.Alternative(
                supplier: main,
                name: evidence.entity(main)?.name ?? main.rawValue,
                isHere: !own.isDisjoint(with: served),
                isForeign: around?.party(told, role: .supplier).isForeign,
                governments: served.count
            )
        }
        func rank(_ one: StoppingSystem.Alternative) -> (Int, Int, Int, EntityID) {
            (one.isHere ? 0 : 1, one.isForeign == false ? 0 : 1, -one.governments, one.supplier)
        }
        return Array(found.sorted { rank($0) < rank($1) }.prefix(Self.alternativesMax))
    }
}
