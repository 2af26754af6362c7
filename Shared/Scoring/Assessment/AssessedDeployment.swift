package import Evidence

/// A deployment as the claims of all documents tell it together, with its levels.
package struct AssessedDeployment: Codable, Hashable, Sendable, Identifiable {
    /// Derived from the smallest claim id; a statement about the subject has one of its own.
    package var id: String
    package var kind: Kind
    package var recipient: EntityID
    package var system: String
    package var category: SystemCategory?
    package var suppliers: [EntityID]
    package var operators: [EntityID]
    package var financiers: [EntityID]
    package var donors: [EntityID]
    package var isSupplierWithheld: Bool
    package var status: Deployment.Status
    /// What the status counts, 0…1.
    package var statusWeight: Double
    /// The date that decided the status.
    package var date: PartialDate?
    package var functions: [Coverage]
    package var levels: [FactorLevel]
    /// Confidence that it exists, 0…0.97.
    package var confidence: Double
    /// Whether it is admitted and undisputed; otherwise it counts in `hi` only.
    package var isEvidenced: Bool
    package var isDisputed: Bool
    /// The deployments it is the umbrella of, in order.
    package var parts: [String]
    /// The claims, in order, cut at the listing limit.
    package var claims: [ClaimID]
    package var claimCount: Int

    package init(
        id: String,
        kind: Kind,
        recipient: EntityID,
        system: String,
        category: SystemCategory?,
        suppliers: [EntityID] = [],
        operators: [EntityID] = [],
        financiers: [EntityID] = [],
        donors: [EntityID] = [],
        isSupplierWithheld: Bool = false,
        status: Deployment.Status,
        statusWeight: Double,
        date: PartialDate? = nil,
        functions: [Coverage] = [],
        levels: [FactorLevel] = [],
        confidence: Double,
        isEvidenced: Bool,
        isDisputed: Bool = false,
        parts: [String] = [],
        claims: [ClaimID],
        claimCount: Int
    ) {
        self.id = id
        self.kind = kind
        self.recipient = recipient
        self.system = system
        self.category = category
        self.suppliers = suppliers
        self.operators = operators
        self.financiers = financiers
        self.donors = donors
        self.isSupplierWithheld = isSupplierWithheld
        self.status = status
        self.statusWeight = statusWeight
        self.date = date
        self.functions = functions
        self.levels = levels
        self.confidence = confidence
        self.isEvidenced = isEvidenced
        self.isDisputed = isDisputed
        self.parts = parts
        self.claims = claims
        self.claimCount = claimCount
    }

    package enum Kind: String, Codable, Hashable, Sendable {
        case deployment
        /// What is said of the subject as a whole, counted as one deployment per factor.
        case statement
    }

    /// A function that it serves, and for how much of the subject.
    package struct Coverage: Codable, Hashable, Sendable {
        package var function: GovernmentFunction
        /// 0…1, relative to the assessed subject.
        package var reach: Double

        package init(function: GovernmentFunction, reach: Double) {
            self.function = function
            self.reach = reach
        }
    }

    /// A factor's level; `lo` < `hi` where it is not known exactly.
    package struct FactorLevel: Codable, Hashable, Sendable {
        package var factor: Factor
        package var lo: Int
        package var hi: Int
        package var isKnown: Bool

        package init(factor: Factor, lo: Int, hi: Int, isKnown: Bool) {
            self.factor = factor
            self.lo = lo
            self.hi = hi
            self.isKnown = isKnown
        }
    }
}
