package import Evidence

/// Every number and table that the scores rest on; the code has none of its own.
///
/// It is read from one versioned data file, and each published score names the version.
package struct Methodology: Hashable, Sendable {
    package var version: String
    /// The weight of each function of government; they sum to 1.
    package var functionWeights: [GovernmentFunction: Double]
    package var factors: [Factor: FactorDefinition]
    package var categories: [SystemCategory: CategoryDefinition]
    /// Groups of categories that one system may be told under.
    package var categoryFamilies: [[SystemCategory]]
    /// What a deployment's reach counts, in thousandths.
    package var reach: [Deployment.Reach: Int]
    package var unknownReach: Int
    /// The reach of what is said about a subject as a whole, in thousandths.
    package var subjectReach: Int
    /// What a status counts, in thousandths; `ended` counts this much on its day.
    package var status: [Deployment.Status: Int]
    /// In how many years what an ended system counts is halved.
    package var endedHalfLifeYears: Double
    package var confidence: ConfidenceTable
    package var merging: MergingRule
    package var statements: [Statement.Kind: StatementRule]
    /// What a supplier that the government withholds counts in D1 and L5.
    package var withheld: WithheldLevels
    package var incidents: IncidentLevels
    /// By jurisdiction; one without a row is unknown.
    package var laws: [Jurisdiction: Law]
    /// The members of each union.
    package var unions: [Jurisdiction: Set<Jurisdiction>]
    /// The territories under the sovereignty of each jurisdiction.
    package var dependencies: [Jurisdiction: Set<Jurisdiction>]
    package var floor: FloorRule
    package var profiles: [String: WeightProfile]
    /// Below this coverage of D a subject is not ranked.
    package var rankingCoverage: Double
    /// Fewer functions with a known supplier leave L1 unknown.
    package var concentrationFunctions: Int
    package var listings: Listings
    package var bands: [Band]
    package var robustness: RobustnessSettings
}

extension Methodology {
    /// One factor as the formula has it.
    package struct FactorDefinition: Hashable, Sendable, Decodable {
        package var name: String
        /// Its weight under the profile `prior`.
        package var weight: Double
        /// The objective of the Cloud Sovereignty Framework that it belongs to, 1–8.
        package var objective: Int
        /// Whether it can set a floor.
        package var isGate: Bool
        /// What each level means, 0 first; a set factor has none.
        package var ladder: [String]
    }

    /// What a category of system means where the text does not say.
    package struct CategoryDefinition: Hashable, Sendable {
        package var functions: [GovernmentFunction]
        package var layers: [StackLayer]
        /// Whether it keeps the data of others, so that centralising data widens its reach.
        package var holdsData: Bool
    }

    /// The Admiralty scales as numbers.
    package struct ConfidenceTable: Hashable, Sendable {
        package var reliability: [SourceGrade.Reliability: Double]
        /// Credibility 1–6.
        package var credibility: [Int: Double]
        package var assertion: [Claim.Assertion: Double]
        /// The most that corroboration can give.
        package var cap: Double
        /// τ: what is at least this confident is admitted.
        package var admission: Double
        /// Two sketches of at most this many differing bits are of one text.
        package var sketchDistance: Int
    }

    /// When two claims tell of the same deployment.
    package struct MergingRule: Hashable, Sendable, Decodable {
        package var windowYears: Double
        /// The least share of common words in two systems' names, 0…1.
        package var nameSimilarity: Double
    }

    /// What an admitted statement gives.
    package struct StatementRule: Hashable, Sendable {
        package var factors: [Factor: Int]
        /// A measure counts only where it is in force.
        package var needsForce: Bool
        package var isSafeguard: Bool
        package var isCounterLockIn: Bool
        package var widensReach: Bool
    }

    package struct WithheldLevels: Hashable, Sendable, Decodable {
        package var control: Int
        package var award: Int
    }

    package struct IncidentLevels: Hashable, Sendable {
        package var severity: [Incident.Severity: Int]
        /// The least level of an incident whose severity is not told.
        package var unknown: Int
    }

    package struct FloorRule: Hashable, Sendable {
        /// In thousandths.
        package var reach: Int
        package var functionWeight: Double
        package var statuses: Set<Deployment.Status>
    }

    /// How much of a long list is published.
    package struct Listings: Hashable, Sendable, Decodable {
        package var deployments: Int
        /// Of a deployment, a statement or a set factor.
        package var claims: Int
        /// Claims of one contribution or pin.
        package var reasons: Int
        /// Deployments that tie in a cell.
        package var ties: Int
        /// What lies under a cell's maximum.
        package var under: Int
        package var pins: Int
        package var context: Int
    }

    /// A named stretch of the scale, from `from` up.
    package struct Band: Hashable, Sendable, Decodable {
        package var name: String
        package var from: Double
    }

    /// What the law of a jurisdiction is known to be: its own row, else that of its union.
    package func law(of jurisdiction: Jurisdiction) -> Law? {
        if let own = laws[jurisdiction] { return own }
        let joined = unions.filter { $0.value.contains(jurisdiction) }.keys.sorted()
        return joined.lazy.compactMap { laws[$0] }.first
    }

    /// What a state can compel the parties under its control to do.
    package struct Law: Hashable, Sendable, Decodable {
        package var jurisdiction: Jurisdiction
        /// Whether a party under its control can be made to hand over data that it holds.
        package var compels: Bool
        package var law: String
        /// Where it can be read.
        package var source: String
        /// What of the row could not be checked against the text; `nil` for nothing.
        package var doubt: String?

        package init(
            jurisdiction: Jurisdiction,
            compels: Bool,
            law: String,
            source: String,
            doubt: String? = nil
        ) {
            self.jurisdiction = jurisdiction
            self.compels = compels
            self.law = law
            self.source = source
            self.doubt = doubt
        }
    }

    /// A way to weigh the factors.
    package struct WeightProfile: Hashable, Sendable {
        package var title: String
        /// Weights of the objectives that are split over factors; `nil` for a weight per factor.
        package var objectives: [Int: Double]?
        package var isEqual: Bool
        /// Unions that count as home for their members.
        package var homeUnions: [Jurisdiction]
    }
}
