import Evidence
import Scoring

/// A small random world: four countries with their places and bodies, companies with owners, and
/// documents about them.
struct World {
    var scene = Scene()
    /// Whose systems the documents tell of.
    let subjects: [EntityID]
    /// Those that properties look at.
    let assessed: [EntityID] = ["aa", "aa-city", "bb"]
    let companies: [EntityID]
    let financiers: [EntityID]
    /// What kinds of trouble the documents have.
    let traits: Traits

    /// What a world's documents may have.
    struct Traits: OptionSet {
        let rawValue: Int
        static let denials = Traits(rawValue: 1)
        static let doubts = Traits(rawValue: 2)
        static let statements = Traits(rawValue: 4)
        static let relations = Traits(rawValue: 8)
        static let statuses = Traits(rawValue: 16)
        static let incidents = Traits(rawValue: 32)
        static let measures = Traits(rawValue: 64)
        static let all = Traits(rawValue: 127)
    }

    static let codes = ["AA", "BB", "CC", "DD"]

    init(seed: UInt64, traits: Traits = .all, deployments: ClosedRange<Int> = 2...8) {
        var random = SplitMix64(seed: seed &* 0x1_0001 &+ 17)
        var scene = Scene()
        var subjects: [EntityID] = []
        for code in Self.codes {
            let country = scene.country(code)
            let city = EntityID("\(country)-city")
            scene.add(city, .territory, of: .init(code), within: country)
            scene.add(.init("\(country)-ministry"), .publicBody, of: .init(code), within: country)
            subjects += [country, city, .init("\(country)-ministry")]
        }
        self.subjects = subjects.filter { !$0.rawValue.hasPrefix("dd") } + ["aa", "aa-city"]
        companies = Self.addCompanies(to: &scene, &random)
        financiers = Self.addFinanciers(to: &scene, &random)
        self.traits = traits
        self.scene = scene
        for _ in 0..<Int.random(in: deployments, using: &random) { addDeployment(&random) }
        addTrouble(&random)
    }

    // MARK: - Entities

    private static func addCompanies(
        to scene: inout Scene,
        _ random: inout SplitMix64
    ) -> [EntityID] {
        var companies: [EntityID] = []
        for index in 0..<9 {
            let id = EntityID("company-\(index)")
            var holdings: [Holding] = []
            if random.chance(0.35) {
                let owners = companies + codes.map { EntityID.country(.init($0)) }
                holdings.append(
                    Holding(
                        holder: random.pick(owners),
                        means: random.pick(Holding.Means.allCases),
                        share: random.chance(0.4) ? random.pick([0.1, 0.3, 0.49, 0.7]) : nil,
                        since: random.chance(0.3) ? PartialDate(year: 2018) : nil,
                        until: random.chance(0.15) ? PartialDate(year: 2020) : nil
                    )
                )
            }
            scene.add(
                id,
                random.chance(0.2) ? .stateOwnedEnterprise : .company,
                of: .init(random.pick(codes)),
                heldBy: holdings,
                isCurated: random.chance(0.8)
            )
            companies.append(id)
        }
        return companies
    }

    private static func addFinanciers(
        to scene: inout Scene,
        _ random: inout SplitMix64
    ) -> [EntityID] {
        codes.map { code in
            let state = EntityID.country(.init(code))
            let holdings =
                random.chance(0.5) ? [Holding(holder: state, means: .sole)] : []
            return scene.add(
                .init("bank-\(code.lowercased())"),
                .financier,
                of: .init(code),
                heldBy: holdings
            )
        }
    }

    // MARK: - Claims

    mutating func addDeployment(_ random: inout SplitMix64) {
        let deployment = deployment(&random)
        let assertions: [Claim.Assertion] =
            traits.contains(.doubts) ? [.asserted, .asserted, .reported, .rumour] : [.asserted]
        let isDenied = traits.contains(.denials) && random.chance(0.1)
        scene.claim(
            .deployment(deployment),
            polarity: isDenied ? .denied : .asserted,
            assertion: random.pick(assertions),
            publisher: "publisher-\(Int.random(in: 0..<6, using: &random))",
            published: PartialDate(year: Int.random(in: 2016...2025, using: &random)),
            grade: traits.contains(.doubts) ? random.pick([.a, .b, .c, .d, .f]) : .c,
            at: Int.random(in: 0..<40, using: &random)
        )
    }

    func deployment(_ random: inout SplitMix64) -> Deployment {
        let statuses: [Deployment.Status] =
            traits.contains(.statuses) ? Deployment.Status.allCases : [.operational]
        var deployment = Deployment(
            recipient: random.pick(subjects),
            system: random.pick(["alpha portal", "beta centre", "gamma net", "delta register"]),
            category: random.pick(SystemCategory.allCases),
            suppliers: random.chance(0.8) ? [random.pick(companies)] : [],
            status: random.pick(statuses)
        )
        if random.chance(0.15) { deployment.suppliers.append(random.pick(companies)) }
        if random.chance(0.25) { deployment.operators = [random.pick(companies + subjects)] }
        if random.chance(0.3) { deployment.financiers = [random.pick(financiers + subjects)] }
        if random.chance(0.1) { deployment.donors = [random.pick(companies + subjects)] }
        deployment.isSupplierWithheld = deployment.suppliers.isEmpty && random.chance(0.3)
        if random.chance(0.1) { deployment.owner = random.pick([.vendor, .companies]) }
        if random.chance(0.5) {
            deployment.date = PartialDate(year: Int.random(in: 2012...2025, using: &random))
        }
        if random.chance(0.3) {
            deployment.functions = [random.pick(GovernmentFunction.allCases), .health]
        }
        deployment.reach = random.chance(0.6) ? random.pick(Deployment.Reach.allCases) : nil
        if random.chance(0.3) { deployment.award = random.pick(Deployment.Award.allCases) }
        if random.chance(0.4) { deployment.operation = random.pick(Deployment.Operation.allCases) }
        if random.chance(0.3) {
            deployment.hosting = .init(
                country: random.chance(0.8) ? .init(random.pick(Self.codes)) : nil,
                isVendorKeyed: random.chance(0.2) ? true : nil,
                hasSafeguards: random.chance(0.2) ? true : nil
            )
        }
        if random.chance(0.2) { deployment.layers = [random.pick(StackLayer.allCases)] }
        if random.chance(0.1) { deployment.isFinanceTied = true }
        if random.chance(0.2) { deployment.termYears = random.pick([2, 4, 6, 15]) }
        return deployment
    }

    private mutating func addTrouble(_ random: inout SplitMix64) {
        if traits.contains(.statements) {
            let kinds = Statement.Kind.allCases.filter { kind in
                let isMeasure = [
                    .privacySafeguard, .dataLocalizationRequirement, .counterLockIn,
                ].contains(kind)
                return !isMeasure || traits.contains(.measures)
            }
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                scene.state(
                    random.pick(kinds),
                    about: random.pick(subjects + companies),
                    functions: random.chance(0.3) ? [.health, .land] : nil,
                    isInForce: random.chance(0.7) ? true : nil
                )
            }
        }
        if traits.contains(.incidents) {
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let incident = Incident(
                    kind: random.pick(Incident.Kind.allCases),
                    subject: random.pick(subjects),
                    date: PartialDate(year: Int.random(in: 2019...2024, using: &random)),
                    category: random.pick(SystemCategory.allCases),
                    severity: random.chance(0.6) ? random.pick([.minor, .major]) : nil
                )
                scene.claim(.incident(incident))
            }
        }
        if traits.contains(.relations) {
            for _ in 0..<Int.random(in: 0...4, using: &random) { addRelation(&random) }
        }
    }

    mutating func addRelation(_ random: inout SplitMix64) {
        let relation = Relation(
            kind: random.pick([.ownsStake, .controls, .subsidiaryOf, .acquires, .investsIn, .funds]
            ),
            from: random.pick(companies + subjects),
            to: random.pick(companies),
            share: random.chance(0.4) ? random.pick([0.05, 0.3, 0.6, 1]) : nil,
            date: random.chance(0.4)
                ? PartialDate(year: Int.random(in: 2015...2027, using: &random)) : nil,
            hasSpecialRights: random.chance(0.1)
        )
        scene.claim(.relation(relation), assertion: random.pick([.asserted, .reported]))
    }
}
