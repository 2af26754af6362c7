import Evidence

extension Reference {
    static let atHome: [Reference] = [city, chips, leak, hosted, protected, plans]

    /// A city whose domestic vendor runs everything under a direct award.
    static var city: Reference {
        var scene = Scene()
        scene.country("CN")
        scene.add("city", .territory, of: "CN", within: "cn")
        scene.add("cloud", .company, of: "CN")
        scene.deploy(to: "city", .governmentCloud, by: "cloud") {
            $0.functions = GovernmentFunction.allCases
            $0.operation = .vendorOperates
            $0.award = .direct
        }
        scene.state(.migrationDifficulty, about: "city")
        // L2 platform and operation: 2; L4 4 at reach .5; L5 3; L6 3; L1: all on one.
        // Unknown stay D4, D7 and D10, and L3, L4 beyond .5, L7 and L8.
        return Reference(
            name: "a city on a domestic cloud",
            scene: scene,
            subject: "city",
            d: 0,
            l: 18 + 15 * 0.5 + 14 * 0.5 + 10 * 0.75 + 12 * 0.75,
            dHi: 17 + 8 + 7,
            lHi: 18 + 8 + 15 * 0.5 + 15 + 14 + 10 * 0.75 + 12 * 0.75 + 8,
            floor: "E0–E4"
        )
    }

    /// Foreign export control over a government without any deployment that is known.
    static var chips: Reference {
        var scene = Scene()
        scene.country("CN")
        scene.country("US")
        scene.state(.exportControlConstraint, about: "cn", counterpart: "us")
        scene.state(.exportControlConstraint, about: "us", counterpart: "us")
        return Reference(
            name: "foreign chips alone",
            scene: scene,
            subject: "cn",
            d: 7 * 0.5,
            l: 0,
            dHi: 100,
            lHi: 100,
            floor: "-",
            isRanked: false
        )
    }

    /// A leak in a system that is all its own exposes a government to nobody abroad.
    static var leak: Reference {
        var scene = Scene()
        scene.country("NO")
        scene.add("own", .stateOwnedEnterprise, of: "NO")
        scene.deploy(to: "no", .governmentCloud, by: "own") {
            $0.operation = .inHouse
            $0.hosting = .init(country: "NO")
            $0.financiers = ["no"]
        }
        scene.claim(
            .incident(
                .init(
                    kind: .dataLeak,
                    subject: "no",
                    category: .governmentCloud,
                    severity: .major
                )
            )
        )
        // Unknown stays D10, .07, in administration; of L all but L6; the other functions wholly.
        return Reference(
            name: "its own cloud, and a leak in it",
            scene: scene,
            subject: "no",
            d: 0,
            l: 0,
            dHi: 88 + 12 * 0.07,
            lHi: 26 + 74 * 0.88 + 12 * (0.74 - 0.12),
            floor: "E0"
        )
    }

    /// A foreign vendor's system with a major leak, at home, run by a body of the government.
    static var hosted: Reference {
        var scene = Scene()
        scene.country("CV")
        scene.country("US")
        scene.add("agency", .publicBody, of: "CV", within: "cv")
        scene.add("vendor", .company, of: "US")
        scene.deploy(to: "cv", .eGovernment, by: "vendor") {
            $0.operators = ["agency"]
            $0.hosting = .init(country: "CV")
        }
        scene.claim(
            .incident(
                .init(kind: .malware, subject: "cv", category: .eGovernment, severity: .major)
            )
        )
        // D1 4, D2 3, D4 0, D6 0, D8 3; L6 0, in-house.
        return Reference(
            name: "run at home, and a leak in it",
            scene: scene,
            subject: "cv",
            d: 12 * (0.22 + 0.17 * 0.75 + 0.06 * 0.75),
            l: 0
        )
    }

    /// A safeguard that is only planned takes nothing off: D6 2.
    static var plans: Reference {
        var scene = Scene()
        scene.country("AR")
        scene.country("US")
        scene.add("vendor", .company, of: "US")
        scene.deploy(to: "ar", .health, by: "vendor") { $0.operation = .shared }
        scene.state(.privacySafeguard, about: "ar")
        scene.state(.dataLocalizationRequirement, about: "ar", isInForce: false)
        return Reference(
            name: "a safeguard that is planned",
            scene: scene,
            subject: "ar",
            d: 10 * (0.22 + 0.17 * 0.75 + 0.14 * 0.5),
            l: 10 * 0.12 * 0.5
        )
    }

    /// Counter-lock-in in force takes a step off what is said of the whole government.
    static var protected: Reference {
        var scene = Scene()
        scene.country("IN")
        scene.state(.supplierDependence, about: "in", functions: [.health])
        scene.state(.interoperabilityGap, about: "in", functions: [.health, .land])
        scene.state(.counterLockIn, about: "in", isInForce: true)
        scene.state(.weakOversight, about: "in", functions: [.land])
        // L3 3 − 1 in health (.10) and land (.06); L6 2 in land; reach .5.
        return Reference(
            name: "an open-standard mandate in force",
            scene: scene,
            subject: "in",
            d: 0,
            l: 16 * 0.15 * 0.5 * 0.5 + 6 * 0.12 * 0.5 * 0.5
        )
    }
}
