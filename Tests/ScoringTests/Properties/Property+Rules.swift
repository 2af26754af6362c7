import Evidence
import Scoring

extension Property {
    /// One example for a rule that random worlds seldom meet.
    static let rules: [Property] = merging + confidence + levels + ownership + entanglement

    private static func example(
        _ name: String,
        fails: Mutation,
        _ holds: @escaping @Sendable (inout Scene, ScoringEngine) throws -> Bool
    ) -> Property {
        Property(name: name, isSeeded: false, fails: fails) { _, mutation in
            var scene = Scene()
            for code in ["AA", "BB", "DD"] { scene.country(code) }
            scene.add("vendor", .company, of: "BB")
            scene.add("own", .company, of: "AA")
            return try holds(&scene, try worldEngine(breaking: mutation))
        }
    }

    private static let merging = [
        example("deals fifteen years apart are two deployments", fails: .windowIgnored) {
            scene,
            engine in
            scene.deploy(to: "aa", .health, by: "vendor") { $0.date = "2005" }
            scene.deploy(to: "aa", .health, by: "vendor") { $0.date = "2020" }
            return scene.assess("aa", with: engine)?.deployments.count == 2
        },
        example("a rumour without a date joins no two deployments", fails: .weakClaimsJoin) {
            scene,
            engine in
            scene.deploy(to: "aa", .health, by: "vendor") { $0.date = "2005" }
            scene.deploy(to: "aa", .health, by: "vendor") { $0.date = "2020" }
            let rumour = scene.deploy(to: "aa", .health, by: "vendor")
            scene.change(rumour) { $0.assertion = .rumour }
            return scene.assess("aa", with: engine)?.deployments.count == 2
        },
        example(
            "centralised data reach all that they are said to",
            fails: .centralizationIgnored
        ) { scene, engine in
            let deployment = Deployment(
                recipient: "aa",
                system: "centre",
                category: .dataCentre,
                suppliers: ["vendor"],
                status: .operational,
                reach: .site
            )
            scene.claim(.deployment(deployment), document: "one")
            let statement = Statement(
                kind: .dataCentralization,
                subject: "aa",
                functions: [.health]
            )
            scene.claim(.statement(statement), document: "one")
            return try scene.assess("aa", with: engine)?.cell(.d1, in: .health).value == 1
        },
        example("an umbrella leaves concentration to its parts", fails: .umbrellasCount) {
            scene,
            engine in
            scene.add("aa-city", .territory, of: "AA", within: "aa")
            scene.deploy(to: "aa", .dataCentre, by: "vendor") {
                $0.functions = GovernmentFunction.allCases
            }
            scene.deploy(to: "aa-city", .dataCentre, by: "vendor")
            return scene.assess("aa", with: engine)?.lockIn.sets.first?.lo == 0
        },
    ]

    private static let confidence = [
        example("one text under two publishers is one voice", fails: .sketchesIgnored) {
            scene,
            engine in
            let deployment = Deployment(
                recipient: "aa",
                system: "system",
                category: .health,
                suppliers: ["vendor"],
                status: .operational
            )
            for publisher in ["one", "two"] {
                scene.claim(
                    .deployment(deployment),
                    assertion: .reported,
                    publisher: publisher,
                    sketch: "0123456789abcdef"
                )
            }
            return scene.assess("aa", with: engine)?.dataSovereignty.evidenced == 0
        },
        example("nothing is certain", fails: .certaintyPossible) { scene, engine in
            for _ in 0..<4 {
                let id = scene.deploy(to: "aa", .health, by: "vendor")
                scene.change(id) {
                    $0.source.reliability = .a
                    $0.source.credibility = 1
                }
            }
            return scene.assess("aa", with: engine)?.deployments.first?.confidence == 0.97
        },
        example(
            "what was published after the as-of date is not known yet",
            fails: .futureDocumentsCount
        ) { scene, engine in
            let id = scene.deploy(to: "aa", .health, by: "vendor")
            scene.change(id) { $0.source.published = "2024-05" }
            scene.asOf = "2024-04"
            return scene.assess("aa", with: engine) == nil
        },
    ]

    private static let levels = [
        example(
            "a vendor under a foreign law that runs the system sees it all",
            fails: .administrationIgnored
        ) { scene, engine in
            scene.deploy(to: "aa", .health, by: "vendor") { $0.operation = .vendorOperates }
            return try scene.assess("aa", with: engine)?.cell(.d2, in: .health).level == 4
        },
        example(
            "keys that only a foreign vendor has are worse than a place abroad",
            fails: .keysIgnored
        ) {
            scene,
            engine in
            scene.deploy(to: "aa", .health, by: "vendor") {
                $0.hosting = .init(country: "AA", isVendorKeyed: true)
            }
            return try scene.assess("aa", with: engine)?.cell(.d4, in: .health).level == 4
        },
        example("incidents of two years are a repeated failure", fails: .repetitionForgotten) {
            scene,
            engine in
            scene.deploy(to: "aa", .health, by: "vendor")
            for year in [2021, 2023] {
                let incident = Incident(
                    kind: .outage,
                    subject: "aa",
                    date: PartialDate(year: year),
                    category: .health,
                    severity: .minor
                )
                scene.claim(.incident(incident))
            }
            return try scene.assess("aa", with: engine)?.cell(.d8, in: .health).level == 4
        },
        example(
            "a state's own export control is no foreign chokepoint",
            fails: .ownControlsCount
        ) { scene, engine in
            scene.deploy(to: "aa", .health, by: "vendor")
            scene.state(.exportControlConstraint, about: "vendor", counterpart: "aa")
            return try scene.assess("aa", with: engine)?.cell(.d10, in: .health).value == 0
        },
        example("a plan does not deepen what is in operation", fails: .plansDeepen) {
            scene,
            engine in
            scene.deploy(to: "aa", .governmentCloud, by: "vendor")
            scene.deploy(to: "aa", .eGovernment, by: "vendor", status: .planned)
            let value = try scene.assess("aa", with: engine)?.cell(.l2, in: .administration).value
            return value.map { abs($0 - 0.1) < 1e-9 } ?? false
        },
        example("a jurisdiction without a row may compel", fails: .unknownLawIsNone) {
            scene,
            engine in
            scene.add("other", .company, of: "DD")
            scene.deploy(to: "aa", .health, by: "other")
            return try scene.assess("aa", with: engine)?.cell(.d2, in: .health).hi == 1
        },
    ]

    private static let ownership = [
        example("an acquisition ends what others decided", fails: .acquisitionsAddUp) {
            scene,
            engine in
            scene.add("target", .company, of: "AA", heldBy: [.init(holder: "vendor", means: .sole)])
            let bought = Relation(kind: .acquires, from: "own", to: "target", date: "2020")
            scene.claim(.relation(bought))
            scene.deploy(to: "aa", .health, by: "target")
            return try scene.assess("aa", with: engine)?.cell(.d1, in: .health).level == 0
        },
        example("shares of foreign owners add up", fails: .sharesStandAlone) {
            scene,
            engine in
            scene.add("second", .company, of: "BB")
            let holdings = ["vendor", "second"].map {
                Holding(holder: EntityID($0), means: .minority, share: 0.3)
            }
            scene.add("target", .company, of: "AA", heldBy: holdings)
            scene.deploy(to: "aa", .health, by: "target")
            return try scene.assess("aa", with: engine)?.cell(.d1, in: .health).level == 3
        },
        Property(
            name: "a territory and its sovereign are home to each other",
            isSeeded: false,
            fails: .dependenciesForeign
        ) {
            _,
            mutation in
            var scene = Scene()
            scene.country("FR")
            scene.country("RE")
            scene.add("vendor", .company, of: "RE")
            scene.deploy(to: "fr", .health, by: "vendor")
            let engine = try engine(breaking: mutation)
            return try scene.assess("fr", with: engine)?.cell(.d1, in: .health).level == 0
        },
    ]

    private static let entanglement = [
        example(
            "a joint venture with the government is entangled",
            fails: .ownVenturesForgotten
        ) { scene, engine in
            let holdings = ["aa", "vendor"].map {
                Holding(holder: EntityID($0), means: .jointVenture)
            }
            scene.add("venture", .company, heldBy: holdings)
            scene.deploy(to: "aa", .health, by: "venture")
            let sets = scene.assess("aa", with: engine)?.lockIn.sets ?? []
            return sets.contains { $0.factor == .l8 && $0.lo > 0 }
        },
        example("what one supplier of everything adds is explained", fails: .setsUnexplained) {
            scene,
            engine in
            scene.deploy(to: "aa", .dataCentre, by: "vendor") {
                $0.functions = GovernmentFunction.allCases
            }
            guard let score = scene.assess("aa", with: engine)?.lockIn else { return false }
            let points = score.contributions.reduce(0) { $0 + $1.points }
            return score.evidenced > 0 && abs(points - score.evidenced) < 1e-9
        },
    ]
}
