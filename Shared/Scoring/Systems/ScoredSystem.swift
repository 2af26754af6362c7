import Evidence

/// A deployment as the assessed government has it: everything that the factors ask about.
final class ScoredSystem {
    let id: String
    let recipient: EntityID
    let name: String
    let category: SystemCategory
    let group: DeploymentGroup
    let confidence: Double
    /// Admitted, and not disputed as a whole.
    let isEvidenced: Bool
    let isDisputed: Bool
    let status: StatusReading
    /// What it serves, of the government whose own it is.
    let coverage: Coverage
    /// What it serves of a government that its recipient is a place in.
    let innerCoverage: Coverage
    let suppliers: [Party]
    let operators: [Party]
    let financiers: [Party]
    let donors: [Party]
    let isSupplierWithheld: Told<Bool>?
    let awards: [Told<Deployment.Award>]
    let operations: [Told<Deployment.Operation>]
    let hostings: [Told<Deployment.Hosting>]
    let layers: [Told<StackLayer>]
    /// Whether the text itself names the layers.
    let statesLayers: Bool
    let isFinanceTied: Told<Bool>?
    let terms: [Told<Double>]
    /// Statements whose words overlap the deployment's.
    let linked: [ToldStatement]
    let incidents: [ToldIncident]
    /// Measures in force that protect it: safeguards and counter-lock-in.
    let safeguards: [ToldStatement]
    let counterLockIn: [ToldStatement]
    /// Suppliers and operators.
    let providers: [Party]
    /// Whether it is the umbrella of deployments that count themselves.
    let isUmbrella: Bool

    init(_ group: DeploymentGroup, _ assembly: SystemAssembly) {
        let around = assembly.around
        let named = assembly.representative(of: group)
        let standing = group.undisputed + group.vouching
        let suppliers = assembly.parties(group, .supplier) { $0.value.suppliers }
        let operators = assembly.parties(group, .operating) { $0.value.operators }
        let linked = LinkedEvidence(around: around, group: group)
        id = group.id
        recipient = group.recipient
        name = named?.value.system ?? ""
        category = named?.value.category ?? .other
        self.group = group
        confidence = assembly.confidence(in: group)
        isDisputed = group.isDisputed
        isEvidenced = !group.isDisputed && around.corroboration.admits(standing)
        status = StatusReading(
            group,
            methodology: around.methodology,
            asOf: around.asOf,
            around.corroboration
        )
        (coverage, innerCoverage) = ReachReading(around: around, group: group).coverages()
        self.suppliers = suppliers
        self.operators = operators
        providers = operators.isEmpty ? suppliers : suppliers + operators
        financiers = assembly.parties(group, .financier) { $0.value.financiers }
        donors = assembly.parties(group, .donor) { $0.value.donors }
        isSupplierWithheld = assembly.flag(group) { $0.value.isSupplierWithheld }
        awards = assembly.raw(group) { $0.value.award }
        operations = assembly.raw(group) { $0.value.operation }
        hostings = assembly.hostings(group)
        layers = assembly.layers(group)
        statesLayers = group.asserted.contains(where: SystemAssembly.statesLayers)
        isFinanceTied = assembly.flag(group) { $0.value.isFinanceTied == true }
        terms = assembly.terms(group)
        self.linked = linked.statements()
        incidents = linked.incidents()
        safeguards = assembly.measures(for: group, suppliers) { $0.isSafeguard }
        counterLockIn = assembly.measures(for: group, suppliers) { $0.isCounterLockIn }
        isUmbrella = !group.parts.isEmpty && around.mutation != .umbrellasCount
    }

    /// Whether a price is told, which no rule asks about but a broken one.
    var hasAmount: Bool {
        group.asserted.contains { $0.deployment?.value.amount != nil }
    }

    /// An incident on the system.
    struct ToldIncident: Hashable {
        var level: Int
        var severity: Incident.Severity?
        var date: PartialDate?
        var claims: [ClaimID]
        var isAdmitted: Bool
    }
}
