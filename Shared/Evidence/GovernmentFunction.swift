/// A function of government: a row of the scoring grid.
package enum GovernmentFunction: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
    case identity
    case publicSafety = "public-safety"
    case administration
    case networks
    case treasury
    case health
    case socialProtection = "social-protection"
    case education
    case elections
    case land
    case transportUtilities = "transport-utilities"

    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What kind of system a deployment is of; the raw values are those of the annotation schema.
package enum SystemCategory: String, Codable, Hashable, Sendable, CaseIterable {
    case governmentCloud = "government-cloud"
    case dataCentre = "data-centre"
    case eGovernment = "e-government"
    case smartCity = "smart-city"
    case surveillance = "public-safety-surveillance"
    case trafficManagement = "traffic-management"
    case telecomNetwork = "telecom-network"
    case digitalIdentity = "digital-identity-biometrics"
    case health
    case education
    case finance = "finance-tax-customs"
    case earthObservation = "earth-observation"
    case energyUtilities = "energy-utilities"
    case aiPlatform = "ai-platform"
    case cdnEdge = "cdn-edge"
    case other
}

/// A layer of the stack that a supplier holds.
package enum StackLayer: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
    case network
    case dataCentre = "data-centre"
    case platform, application, operation, training, finance

    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}
