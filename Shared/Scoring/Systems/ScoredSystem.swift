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
    /// By function, in the order of its cases; `nil` where it does not cover one.
    let coverage: [Reach?]
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
        coverage = ReachReading(around: around, group: group).coverage()
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

    /// The same deployment as another government has it, which it serves otherwise.
    init(_ other: ScoredSystem, coverage: [Reach?]) {
        id = other.id
        recipient = other.recipient
        name = other.name
        category = other.category
        group = other.group
        confidence = other.confidence
        isEvidenced = other.isEvidenced
        isDisputed = other.isDisputed
        status = other.status
        self.coverage = coverage
        suppliers = other.suppliers
        operators = other.operators
        financiers = other.financiers
        donors = other.donors
        isSupplierWithheld = other.isSupplierWithheld
        awards = other.awards
        operations = other.operations
        hostings = other.hostings
        layers = other.layers
        statesLayers = other.statesLayers
        isFinanceTied = other.isFinanceTied
        terms = other.terms
        linked = other.linked
        incidents = other.incidents
        safeguards = other.safeguards
        counterLockIn = other.counterLockIn
        providers = other.providers
        isUmbrella = other.isUmbrella
    }

    /// Whether a price is told, which no rule asks about but a broken one.
    var hasAmount: Bool {
        group.asserted.contains { $0.deployment?.value.amount != nil }
    }

    /// How much of the assessed government it serves, in thousandths.
    struct Reach: Hashable {
        var lo: Int
        var hi: Int
    }

    /// An incident on the system.
    struct ToldIncident: Hashable {
        var level: Int
        var severity: Incident.Severity?
        var date: PartialDate?
        var claims: [ClaimID]
        var isAdmitted: Bool
    }

    /// Reach × status in a function, in millionths, with unknown things at their mildest.
    func weight(in function: Int) -> Int {
        guard isEvidenced, let reach = coverage[function] else { return 0 }
        return reach.lo * status.lo
    }

    /// The same at its worst.
    func weightMost(in function: Int) -> Int {
        guard let reach = coverage[function] else { return 0 }
        return reach.hi * status.hi
    }
}
