/// The methodology as its file writes it, before names are looked up and numbers checked.
struct MethodologyFile: Decodable {
    var version: String
    var functions: [String: Double]
    var factors: [String: Methodology.FactorDefinition]
    var categories: [String: Category]
    var categoryFamilies: [[String]]
    var reach: [String: Double]
    var subjectReach: Double
    var status: [String: Double]
    var endedHalfLifeYears: Double
    var confidence: Confidence
    var merging: Methodology.MergingRule
    var statements: [String: StatementRow]
    var withheld: Methodology.WithheldLevels
    var incidents: Incidents
    var laws: [Methodology.Law]
    var unions: [Union]
    var dependencies: [Dependency]
    var floor: Floor
    var profiles: [String: Profile]
    var rankingCoverage: Double
    var concentrationFunctions: Int
    var listings: Methodology.Listings
    var bands: [Methodology.Band]
    var robustness: RobustnessSettings

    struct Category: Decodable {
        var functions: [String]
        var layers: [String]
        var holdsData: Bool?
    }

    struct Confidence: Decodable {
        var reliability: [String: Double]
        var credibility: [String: Double]
        var assertion: [String: Double]
        var cap: Double
        var admission: Double
        var sketchDistance: Int
    }

    struct StatementRow: Decodable {
        var factors: [String: Int]?
        var needsForce: Bool?
        var isSafeguard: Bool?
        var isCounterLockIn: Bool?
        var widensReach: Bool?
    }

    struct Incidents: Decodable {
        var severity: [String: Int]
        var unknown: Int
    }

    struct Union: Decodable {
        var union: String
        var members: [String]
        var source: String
    }

    struct Dependency: Decodable {
        var sovereign: String
        var territories: [String]
    }

    struct Floor: Decodable {
        var reach: Double
        var functionWeight: Double
        var statuses: [String]
    }

    struct Profile: Decodable {
        var title: String
        var objectives: [String: Double]?
        var isEqual: Bool?
        var homeUnions: [String]?
    }
}
