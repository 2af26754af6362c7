import Evidence
import Scoring

extension Reference {
    static let uncertain: [Reference] = [small, withheld, rumour, vendorsOwn, stale, province]

    /// One small system: a wide interval, no rank.
    static var small: Reference {
        var scene = Scene()
        scene.country("MA")
        scene.country("FR")
        scene.add("vendor", .company, of: "FR")
        scene.deploy(to: "ma", .digitalIdentity, by: "vendor", reach: .site)
        // A tenth of identity is known of; what the other nine tenths are nobody told.
        return Reference(
            name: "one small system",
            scene: scene,
            subject: "ma",
            d: 12 * 0.1 * (0.22 + 0.17 * 0.75),
            l: 0,
            dHi: 88 + 12 * 0.9,
            lHi: 26 + 74 * (0.88 + 0.12 * 0.9),
            floor: "-",
            isRanked: false
        )
    }

    /// A secret supplier: D1 2, at worst 4; L5 3.
    static var withheld: Reference {
        var scene = Scene()
        scene.country("ZW")
        scene.deploy(to: "zw", .digitalIdentity) { $0.isSupplierWithheld = true }
        return Reference(
            name: "a supplier that is withheld",
            scene: scene,
            subject: "zw",
            d: 12 * 0.22 * 0.5,
            l: 12 * 0.10 * 0.75,
            dHi: 100,
            lHi: 26 + 74 * 0.88 + 12 * (0.74 - 0.10 * 0.25),
            floor: "E2–E4",
            pins: [.d1]
        )
    }

    /// A rumoured stake and a denied one make no owner.
    static var rumour: Reference {
        var scene = Scene()
        scene.country("SE")
        scene.country("RU")
        scene.add("own", .company, of: "SE")
        let stake = Relation(kind: .controls, from: "ru", to: "own")
        scene.claim(.relation(stake), assertion: .rumour)
        scene.claim(.relation(stake), polarity: .denied)
        scene.deploy(to: "se", .health, by: "own")
        return Reference(
            name: "a debunked stake",
            scene: scene,
            subject: "se",
            d: 0,
            l: 0
        )
    }

    /// A vendor's own data centre is shown, not scored.
    static var vendorsOwn: Reference {
        var scene = Scene()
        scene.country("TH")
        scene.country("CN")
        scene.add("vendor", .company, of: "CN")
        scene.deploy(to: "th", .dataCentre, by: "vendor") { $0.owner = .vendor }
        scene.deploy(to: "th", .education, by: "vendor", reach: nil)
        // Education .06, of unknown reach .3.
        return Reference(
            name: "a vendor's own data centre",
            scene: scene,
            subject: "th",
            d: 6 * 0.3 * (0.22 + 0.17 * 0.75),
            l: 0
        )
    }

    /// Ended six years before the last day of 2026: two half-lives, rounded to thousandths.
    static var stale: Reference {
        var scene = Scene()
        scene.country("PT")
        scene.country("BR")
        scene.add("vendor", .company, of: "BR")
        scene.asOf = "2026-12-31"
        scene.deploy(to: "pt", .health, by: "vendor", status: .operational) { $0.date = "2017" }
        scene.deploy(to: "pt", .health, by: "vendor", status: .ended) { $0.date = "2020-12-31" }
        return Reference(
            name: "an ended system",
            scene: scene,
            subject: "pt",
            d: 10 * 0.25 * (0.22 + 0.17 * 0.75),
            l: 0
        )
    }

    /// A province's system counts for its country as one region, .3, however small the province's
    /// share is not told.
    static var province: Reference {
        var scene = Scene()
        scene.country("PK")
        scene.country("CN")
        scene.add("punjab", .territory, of: "PK", within: "pk")
        scene.add("vendor", .company, of: "CN")
        scene.deploy(to: "punjab", .health, by: "vendor")
        return Reference(
            name: "a province's system in its country",
            scene: scene,
            subject: "pk",
            d: 10 * 0.3 * (0.22 + 0.17 * 0.75),
            l: 0
        )
    }
}
