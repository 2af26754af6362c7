import Evidence

/// English for what the data names by codes.
enum Wording {
    /// `state-owned` and `stateOwned` as `state owned`.
    static func words(_ code: String) -> String {
        var text = ""
        for character in code {
            if character == "-" {
                text.append(" ")
            } else if character.isUppercase, !text.isEmpty {
                text += " " + character.lowercased()
            } else {
                text.append(character)
            }
        }
        return text
    }

    /// With a capital at the start.
    static func sentence(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `1 claim`, `2 claims`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(Figure.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension GovernmentFunction {
    var title: String {
        switch self {
        case .identity: "Identity and civil registry"
        case .publicSafety: "Police, justice and public safety"
        case .administration: "Internal administration and records"
        case .networks: "Networks and communications"
        case .treasury: "Tax, customs and treasury"
        case .health: "Health"
        case .socialProtection: "Social protection and payroll"
        case .education: "Education"
        case .elections: "Elections"
        case .land: "Land and property"
        case .transportUtilities: "Transport and utilities"
        }
    }
}

extension SystemCategory {
    var title: String {
        switch self {
        case .eGovernment: "e-government"
        case .aiPlatform: "AI platform"
        case .cdnEdge: "content delivery and edge"
        case .digitalIdentity: "digital identity and biometrics"
        case .finance: "finance, tax and customs"
        case .energyUtilities: "energy and utilities"
        case .other: "system of another kind"
        default: Wording.words(rawValue)
        }
    }
}

extension Deployment.Status {
    var title: String {
        switch self {
        case .unknown: "status unknown"
        case .agreed: "agreed, not contracted"
        default: Wording.words(rawValue)
        }
    }
}

extension Relation.Kind {
    /// What stands between the two parties.
    var phrase: String {
        switch self {
        case .ownsStake: "owns a stake in"
        case .controls: "controls"
        case .subsidiaryOf: "is a subsidiary of"
        case .jointVenture: "has a joint venture with"
        case .investsIn: "invests in"
        case .partnersWith: "works together with"
        case .acquires: "acquires"
        case .regulates: "regulates"
        case .funds: "funds"
        case .employs: "employs"
        case .locatedIn: "is located in"
        case .partOf: "is part of"
        case .competesWith: "competes with"
        }
    }
}
