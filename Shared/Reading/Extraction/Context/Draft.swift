import Evidence

/// A deployment as one passage tells it, before its context has filled the gaps.
struct Draft: Sendable {
    var system: String
    /// Whether the passage itself names the system, and not only by "the project".
    var isNamed: Bool
    var category: SystemCategory
    /// How surely the words say so: 0 nothing, 1 a weak term, 3 a strong one.
    var categoryWeight: Double
    var suppliers: [Party] = []
    var financiers: [Party] = []
    var donors: [Party] = []
    var operators: [Party] = []
    var recipients: [Party] = []
    var places: [Party] = []
    var isSupplierWithheld = false
    var isVendorOwned = false
    var money: Money?
    var date: PartialDate?
    var status: Deployment.Status = .unknown
    var statusRank = 0
    var functions: [GovernmentFunction]?
    var reach: Deployment.Reach?
    var award: Deployment.Award?
    var operation: Deployment.Operation?
    var hosting: Deployment.Hosting?
    var isFinanceTied: Bool?
    var termYears: Double?
    var polarity: Claim.Polarity = .asserted
    var assertion: Claim.Assertion = .asserted
    var attribution: String?
    /// The country that its sentence last named, else its block.
    var nearby: EntityID?
    /// Whether the sentence itself names it.
    var isNearbyOwn = false
    /// Whether the passage speaks of a government, or tells of a deal.
    var isPublic = false
    /// Scalars of the text.
    var quote: Range<Int>
    var rules: [String] = []
    /// The block that it stands in.
    var block: Int

    /// Whether no word of an English passage says whom its system is for.
    var isBuyerGuessed: Bool {
        recipients.isEmpty && !suppliers.isEmpty && !rules.contains { $0.hasPrefix("zh.") }
    }

    /// Whether it says enough of a system to be a deployment once the recipient is known.
    var hasProvider: Bool {
        !suppliers.isEmpty || !financiers.isEmpty || !donors.isEmpty || !operators.isEmpty
            || isSupplierWithheld
    }

    /// Whether it is only what its evidence weighs, told by no rule.
    var isWeighed: Bool {
        rules.contains { $0.hasPrefix("weighed.part") || $0.hasPrefix("weighed.meant") }
    }

    mutating func setStatus(_ new: Deployment.Status, rank: Int) {
        guard rank > statusRank else { return }
        status = new
        statusRank = rank
    }

    mutating func add(_ parties: [Party], to role: WritableKeyPath<Draft, [Party]>) {
        for party in parties
        where !self[keyPath: role].contains(where: { $0.entity == party.entity }) {
            self[keyPath: role].append(party)
        }
    }

    mutating func fire(_ rule: String) {
        if !rules.contains(rule) { rules.append(rule) }
    }
}
