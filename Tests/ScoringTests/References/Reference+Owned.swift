import Evidence
import Scoring

extension Reference {
    static let owned: [Reference] = [
        minority, subsidiary, sold, golden, influence, circle, siblings,
    ]

    private static func scene(_ holdings: [Holding]) -> Scene {
        var scene = Scene()
        scene.country("NG")
        scene.country("US")
        scene.add("own", .company, of: "NG", heldBy: holdings)
        scene.add("foreign", .company, of: "US")
        scene.deploy(to: "ng", .health, by: "own")
        return scene
    }

    /// 49 % abroad: D1 2, and the law reaches a minority only: D2 1.
    static var minority: Reference {
        Reference(
            name: "a foreign minority of 49 %",
            scene: scene([.init(holder: "foreign", means: .minority, share: 0.49)]),
            subject: "ng",
            d: 10 * (0.22 * 0.5 + 0.17 * 0.25),
            l: 0
        )
    }

    /// A home company, wholly owned by one abroad through another at home: D1 4.
    static var subsidiary: Reference {
        var scene = scene([.init(holder: "middle", means: .sole)])
        scene.add(
            "middle",
            .company,
            of: "NG",
            heldBy: [.init(holder: "foreign", means: .sole)]
        )
        return Reference(
            name: "owned from abroad through a company at home",
            scene: scene,
            subject: "ng",
            d: 10 * (0.22 + 0.17 * 0.75),
            l: 0,
            floor: "E4",
            pins: [.d1]
        )
    }

    /// The foreign owner sold in 2020.
    static var sold: Reference {
        Reference(
            name: "sold by its foreign owner",
            scene: scene([.init(holder: "foreign", means: .sole, until: "2020")]),
            subject: "ng",
            d: 0,
            l: 0
        )
    }

    /// A foreign state's golden share: D1 2, D2 3, D3 3.
    static var golden: Reference {
        Reference(
            name: "a foreign state's golden share",
            scene: scene([.init(holder: "us", means: .specialRights)]),
            subject: "ng",
            d: 10 * (0.22 * 0.5 + 0.17 * 0.75 + 0.09 * 0.75),
            l: 0
        )
    }

    /// What is said of a state's influence on a vendor: D3 2 abroad, nothing at home.
    static var influence: Reference {
        var scene = Scene()
        scene.country("NG")
        scene.country("US")
        scene.add("foreign", .company, of: "US")
        scene.deploy(to: "ng", .health, by: "foreign")
        scene.deploy(to: "us", .health, by: "foreign")
        scene.state(.stateInfluenceOverSupplier, about: "foreign")
        return Reference(
            name: "a state's influence on a vendor",
            scene: scene,
            subject: "ng",
            d: 10 * (0.22 + 0.17 * 0.75 + 0.09 * 0.5),
            l: 0
        )
    }

    /// Two vendors of one state are two suppliers: D3 4 for both, L1 by vendor.
    static var siblings: Reference {
        var scene = Scene()
        scene.country("NG")
        scene.country("AA")
        scene.add("one", .company, of: "AA", heldBy: [.init(holder: "aa", means: .sole)])
        scene.add("two", .company, of: "AA", heldBy: [.init(holder: "aa", means: .sole)])
        scene.deploy(to: "ng", .governmentCloud, by: "one") {
            $0.functions = [.identity, .publicSafety, .administration]
        }
        scene.deploy(to: "ng", .eGovernment, by: "two") { $0.functions = [.treasury, .health] }
        // Shares: .36, .20, and six functions of unknown suppliers: .12, .08 and four of .06.
        let index = 0.36 * 0.36 + 0.2 * 0.2 + 0.12 * 0.12 + 0.08 * 0.08 + 4 * 0.06 * 0.06
        return Reference(
            name: "two vendors of one state",
            scene: scene,
            subject: "ng",
            d: 56 * (0.22 + 0.09),
            l: 18 * (index - 1.0 / 11) / (10.0 / 11)
        )
    }

    /// Two companies that own each other are what their records say.
    static var circle: Reference {
        var scene = scene([.init(holder: "other", means: .sole)])
        scene.add(
            "other",
            .company,
            of: "NG",
            heldBy: [.init(holder: "own", means: .sole)]
        )
        return Reference(
            name: "a circle of owners",
            scene: scene,
            subject: "ng",
            d: 0,
            l: 0
        )
    }
}
