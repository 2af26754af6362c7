import Evidence
import Scoring

extension Reference {
    /// Weights: D1 .22 · D2 .17 · D3 .09 · D4 .17 · D6 .14 · D7 .08 · D8 .06 · D10 .07, and
    /// L1 .18 · L2 .15 · L3 .15 · L4 .14 · L5 .10 · L6 .12 · L7 .08 · L8 .08.
    ///
    /// At worst what is not known counts wholly: of the factors of the grid 74 points of L, of L8 8,
    /// and of L1 18, where all functions without a supplier are the largest's.
    static let abroad: [Reference] = [
        senegal, bangladesh, memorandum, contract, paperwork, donated, tied,
    ]

    /// Foreign vendor, foreign government's loan, all data: .88 of the functions at reach 1.
    static var senegal: Reference {
        var scene = Scene()
        scene.country("SN")
        scene.country("CN")
        scene.add("vendor", .company, of: "CN")
        scene.deploy(to: "sn", .dataCentre, by: "vendor") {
            $0.functions = GovernmentFunction.allCases.filter { $0 != .networks }
            $0.financiers = ["cn"]
        }
        // D1 4, D2 3, D7 3. At worst all but D7, which is known, and networks, which nobody told.
        // L1: one supplier has .88, networks another: H = .7888 over 11.
        return Reference(
            name: "a national data centre from abroad that all data move to",
            scene: scene,
            subject: "sn",
            d: 88 * (0.22 + 0.17 * 0.75 + 0.08 * 0.75),
            l: 18 * ((0.88 * 0.88 + 0.12 * 0.12) - 1.0 / 11) / (10.0 / 11),
            dHi: 12 + 88 * (1 - 0.08 * 0.25),
            lHi: 100,
            floor: "E4",
            pins: [.d1],
            isRanked: true
        )
    }

    /// Two vendors, one lender: each function .12, and both hang together by the lender.
    ///
    /// At worst one of the two has all else: .88 against .12.
    static var bangladesh: Reference {
        var scene = Scene()
        scene.country("BD")
        scene.country("CN")
        scene.add("one", .company, of: "CN")
        scene.add("other", .company, of: "CN")
        scene.add(
            "bank",
            .financier,
            of: "CN",
            heldBy: [.init(holder: "cn", means: .sole)]
        )
        scene.deploy(to: "bd", .dataCentre, by: "one") { $0.financiers = ["bank"] }
        scene.deploy(to: "bd", .telecomNetwork, by: "other") { $0.financiers = ["bank"] }
        return Reference(
            name: "two vendors and one lender",
            scene: scene,
            subject: "bd",
            d: 24 * (0.22 + 0.17 * 0.75 + 0.08 * 0.75),
            l: 8 * 0.24,
            dHi: 76 + 24 * (1 - 0.08 * 0.25),
            lHi: 74 + 8 + 18 * ((0.88 * 0.88 + 0.12 * 0.12) - 1.0 / 11) / (10.0 / 11),
            floor: "E4",
            pins: [.d1, .d1]
        )
    }

    private static func agreement(_ status: Deployment.Status, counts: Double) -> Reference {
        var scene = Scene()
        scene.country("PK")
        scene.country("CN")
        scene.add("punjab", .territory, of: "PK", within: "pk")
        scene.add("vendor", .company, of: "CN")
        scene.deploy(to: "punjab", .smartCity, by: "vendor", status: status)
        // Public safety .12 and transport .06; what is not there yet may be anybody's.
        return Reference(
            name: "a smart city, \(status.rawValue)",
            scene: scene,
            subject: "punjab",
            d: 18 * counts * (0.22 + 0.17 * 0.75),
            l: 0,
            dHi: 82 + 18 * max(counts, 1 - counts),
            lHi: 26 + 74 * (0.82 + 0.18 * max(counts, 1 - counts)),
            floor: status == .agreed ? "-" : "E4",
            pins: status == .agreed ? [] : [.d1]
        )
    }

    static var memorandum: Reference { agreement(.agreed, counts: 0.4) }
    static var contract: Reference { agreement(.contracted, counts: 0.7) }

    /// A union's body with a supplier from outside, hosted at home, safeguards in force.
    static var paperwork: Reference {
        var scene = Scene()
        scene.add("eu", .country, of: "EU")
        scene.country("US")
        scene.add("body", .publicBody, of: "EU", within: "eu")
        scene.add("vendor", .company, of: "US")
        scene.deploy(to: "body", .governmentCloud, by: "vendor") {
            $0.hosting = .init(country: "BE", hasSafeguards: true)
            $0.operation = .shared
            $0.award = .open
        }
        scene.state(.privacySafeguard, about: "eu", isInForce: true)
        // D1 4 and D2 3 stand; D6 2 is lowered to 1; D4 lies between 0 and 2. L5 0, L6 2.
        return Reference(
            name: "excellent paperwork does not move control or law",
            scene: scene,
            subject: "body",
            d: 12 * (0.22 + 0.17 * 0.75 + 0.14 * 0.25),
            l: 12 * 0.12 * 0.5,
            dHi: 88 + 12 * (1 - 0.17 * 0.25 - 0.17 * 0.5 - 0.14 * 0.75),
            lHi: 26 + 74 * 0.88 + 12 * (0.74 - 0.10 - 0.12 * 0.5),
            floor: "E4",
            pins: [.d1]
        )
    }

    /// A foreign company's gift: D7 2, L5 3.
    static var donated: Reference {
        var scene = Scene()
        scene.country("UG")
        scene.country("CN")
        scene.add("vendor", .company, of: "CN")
        scene.deploy(to: "ug", .health, by: "vendor") { $0.donors = ["vendor"] }
        return Reference(
            name: "a gift",
            scene: scene,
            subject: "ug",
            d: 10 * (0.22 + 0.17 * 0.75 + 0.08 * 0.5),
            l: 10 * 0.10 * 0.75
        )
    }

    /// Tied finance of a foreign state, a state-owned vendor that operates what it built abroad.
    static var tied: Reference {
        var scene = Scene()
        scene.country("KE")
        scene.country("AA")
        scene.add("vendor", .stateOwnedEnterprise, of: "AA")
        scene.deploy(to: "ke", .finance, by: "vendor") {
            $0.operators = ["vendor"]
            $0.financiers = ["aa"]
            $0.isFinanceTied = true
            $0.hosting = .init(country: "AA")
            $0.termYears = 12
        }
        // AA has no row of laws: D2 is unknown. D1 4, D3 4, D4 4, D6 3, D7 4.
        // L2 application and operation: 2; L5 4; L6 3; L7 4, a loan of more than ten years.
        return Reference(
            name: "a state vendor with tied finance runs it abroad",
            scene: scene,
            subject: "ke",
            d: 10 * (0.22 + 0.09 + 0.17 + 0.14 * 0.75 + 0.08),
            l: 10 * (0.15 * 0.5 + 0.10 + 0.12 * 0.75 + 0.08),
            floor: "E4",
            pins: [.d1, .d4]
        )
    }
}
