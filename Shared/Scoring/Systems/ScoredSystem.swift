import Evidence

/// A deployment as the assessed government has it: everything that the factors ask about.
struct ScoredSystem {
    var id: String
    var recipient: EntityID
    var name: String
    var category: SystemCategory
    var group: DeploymentGroup
    var confidence: Double
    /// Admitted, and not disputed as a whole.
    var isEvidenced: Bool
    var isDisputed: Bool
    var status: StatusReading
    /// By function, in the order of its cases; `nil` where it does not cover one.
    var coverage: [Reach?]
    var suppliers: [Party]
    var operators: [Party]
    var financiers: [Party]
    var donors: [Party]
    var isSupplierWithheld: Told<Bool>?
    var awards: [Told<Deployment.Award>]
    var operations: [Told<Deployment.Operation>]
    var hostings: [Told<Deployment.Hosting>]
    var layers: [Told<StackLayer>]
    /// Whether the text itself names the layers.
    var statesLayers: Bool
    var isFinanceTied: Told<Bool>?
    var terms: [Told<Double>]
    /// Statements whose words overlap the deployment's.
    var linked: [ToldStatement]
    var incidents: [ToldIncident]
    /// Measures in force that protect it: safeguards and counter-lock-in.
    var safeguards: [ToldStatement]
    var counterLockIn: [ToldStatement]
    /// Set by the mutation that takes an umbrella for one more deployment.
    var countsUmbrella = false

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

    /// Suppliers and operators.
    var providers: [Party] { suppliers + operators }

    /// Whether it is the umbrella of deployments that count themselves.
    var isUmbrella: Bool { !group.parts.isEmpty && !countsUmbrella }
}
