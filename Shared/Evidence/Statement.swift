/// A statement of risk or of protection about a government or a supplier.
package struct Statement: Codable, Hashable, Sendable {
    package var kind: Kind
    package var subject: EntityID
    /// The functions of government it names, where it does.
    package var functions: [GovernmentFunction]?
    /// For a law or a measure: whether it is in force; `nil` where the text leaves it open.
    package var isInForce: Bool?
    /// Another party that the statement names: the influencing state, the constrained buyer.
    package var counterpart: EntityID?
    package var date: PartialDate?

    package init(
        kind: Kind,
        subject: EntityID,
        functions: [GovernmentFunction]? = nil,
        isInForce: Bool? = nil,
        counterpart: EntityID? = nil,
        date: PartialDate? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.functions = functions
        self.isInForce = isInForce
        self.counterpart = counterpart
        self.date = date
    }

    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case supplierDependence = "supplier-dependence"
        case interoperabilityGap = "interoperability-gap"
        case migrationDifficulty = "migration-difficulty"
        case opaqueProcurement = "opaque-procurement"
        case dataCentralization = "data-centralization"
        case dataLocalizationRequirement = "data-localization-requirement"
        case stateInfluenceOverSupplier = "state-influence-over-supplier"
        case exportControlConstraint = "export-control-constraint"
        case weakOversight = "weak-oversight"
        case surveillanceAbuse = "surveillance-abuse"
        case privacySafeguard = "privacy-safeguard"
        case tiedFinance = "tied-finance"
        case securityWeakness = "security-weakness"
        case skillsTransfer = "skills-transfer"
        case multiVendorMarket = "multi-vendor-market"
        /// Measures that make leaving easier: an open-standard mandate, escrow, a framework with
        /// several vendors.
        case counterLockIn = "counter-lock-in"
    }
}
