/// A system that a government receives or uses, and everybody's part in it, as one passage tells.
///
/// What the passage does not say is `nil` or empty: unknown, not "none".
package struct Deployment: Codable, Hashable, Sendable {
    /// The government: a country, a territory or a public body.
    package var recipient: EntityID
    /// What the text calls the system.
    package var system: String
    package var category: SystemCategory
    package var suppliers: [EntityID]
    /// Who runs it, where that is told apart from supplying it.
    package var operators: [EntityID]
    package var financiers: [EntityID]
    package var donors: [EntityID]
    /// The text says that the government keeps its supplier secret.
    package var isSupplierWithheld: Bool
    /// Whose facility it is; only a government's counts in the scores.
    package var owner: Owner
    package var amount: Money?
    /// When what the status says happened, or will.
    package var date: PartialDate?
    package var status: Status
    /// The functions that the text says it serves, where that overrides what its category means.
    package var functions: [GovernmentFunction]?
    /// How much of the recipient it serves.
    package var reach: Reach?
    /// How it was awarded.
    package var award: Award?
    /// Who administers it.
    package var operation: Operation?
    /// Where the data are kept.
    package var hosting: Hosting?
    /// The layers of the stack that the supplier provides.
    package var layers: [StackLayer]?
    /// Whether the finance is stated to be tied, collateralised or guaranteed.
    package var isFinanceTied: Bool?
    /// Years of the contract or loan.
    package var termYears: Double?

    package init(
        recipient: EntityID,
        system: String,
        category: SystemCategory,
        suppliers: [EntityID] = [],
        operators: [EntityID] = [],
        financiers: [EntityID] = [],
        donors: [EntityID] = [],
        isSupplierWithheld: Bool = false,
        owner: Owner = .government,
        amount: Money? = nil,
        date: PartialDate? = nil,
        status: Status = .unknown,
        functions: [GovernmentFunction]? = nil,
        reach: Reach? = nil,
        award: Award? = nil,
        operation: Operation? = nil,
        hosting: Hosting? = nil,
        layers: [StackLayer]? = nil,
        isFinanceTied: Bool? = nil,
        termYears: Double? = nil
    ) {
        self.recipient = recipient
        self.system = system
        self.category = category
        self.suppliers = suppliers
        self.operators = operators
        self.financiers = financiers
        self.donors = donors
        self.isSupplierWithheld = isSupplierWithheld
        self.owner = owner
        self.amount = amount
        self.date = date
        self.status = status
        self.functions = functions
        self.reach = reach
        self.award = award
        self.operation = operation
        self.hosting = hosting
        self.layers = layers
        self.isFinanceTied = isFinanceTied
        self.termYears = termYears
    }
}

extension Deployment {
    package enum Owner: String, Codable, Hashable, Sendable, CaseIterable {
        /// The government's own, or national infrastructure.
        case government
        /// A vendor's own data centre or service in the country.
        case vendor
        /// A joint venture of companies.
        case companies
    }

    /// The ladder from talk to use, and off it again.
    package enum Status: String, Codable, Hashable, Sendable, CaseIterable {
        case planned
        /// A memorandum or an approval: no contract yet.
        case agreed
        case suspended
        case contracted
        case financed
        case underConstruction = "under-construction"
        case operational
        case cancelled
        case ended
        case unknown
    }

    package enum Reach: String, Codable, Hashable, Sendable, CaseIterable {
        case whole, regions, region, site
    }

    package enum Award: String, Codable, Hashable, Sendable, CaseIterable {
        case open, selective
        case singleBid = "single-bid"
        case direct, donated
        case tiedToFinance = "tied-to-finance"
    }

    /// The vendor's part in running the system, mildest first.
    package enum Operation: String, Codable, Hashable, Sendable, CaseIterable {
        case inHouse = "in-house"
        case vendorTrains = "vendor-trains"
        case vendorSupports = "vendor-supports"
        case shared
        case vendorOperates = "vendor-operates"
        case vendorAlone = "vendor-alone"
    }

    package struct Hosting: Codable, Hashable, Sendable {
        /// The country that the data lie in.
        package var country: Jurisdiction?
        /// Whether only the vendor holds the keys.
        package var isVendorKeyed: Bool?
        /// Whether the text names safeguards for data kept abroad.
        package var hasSafeguards: Bool?

        package init(
            country: Jurisdiction?,
            isVendorKeyed: Bool? = nil,
            hasSafeguards: Bool? = nil
        ) {
            self.country = country
            self.isVendorKeyed = isVendorKeyed
            self.hasSafeguards = hasSafeguards
        }
    }
}
