import Evidence
import Scoring

/// Seeded random claims about many governments, made so that every part of the formula is used that
/// the peers write too (see README).
///
/// A third of the governments are countries, the others cities, two in each. Countries and cities
/// have systems of different families, so that no deployment is the umbrella of another.
struct RandomEvidence {
    private(set) var entities: [Entity] = []
    private(set) var claims: [Claim] = []
    private(set) var laws: [Jurisdiction: Methodology.Law] = [:]
    /// The governments, in the order of ids.
    private(set) var subjects: [EntityID] = []

    private let companies: [EntityID]
    private let financiers: [EntityID]
    private var numbers: SeededNumbers
    private static let jurisdictions = (0..<40).map { Jurisdiction("Q\($0)") }

    init(subjects count: Int, claims claimCount: Int, seed: String) {
        numbers = SeededNumbers(seed: seed)
        companies = (0..<2000).map { EntityID("v\($0)") }
        financiers = (0..<80).map { EntityID("f\($0)") }
        addJurisdictions()
        addCompanies()
        addFinanciers()
        addGovernments(count)
        for index in 0..<claimCount {
            claims.append(deploymentClaim(index, about: Int(numbers.next() % UInt64(count))))
        }
        addStatements(count)
    }

    // MARK: - Choosing

    private mutating func chance(_ probability: Double) -> Bool { numbers.uniform() < probability }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(numbers.next() % UInt64(elements.count))]
    }

    // MARK: - Entities

    private mutating func addJurisdictions() {
        for (index, code) in Self.jurisdictions.enumerated() {
            entities.append(
                Entity(
                    id: .country(code),
                    kind: .country,
                    name: code.rawValue,
                    jurisdiction: code,
                    isCurated: true
                )
            )
            guard index % 5 > 0 else { continue }
            laws[code] = .init(
                jurisdiction: code,
                compels: index % 5 > 1,
                law: "law of \(code)",
                source: "https://example.org"
            )
        }
    }

    /// A third of them are held by an earlier one or by a state.
    private mutating func addCompanies() {
        for (index, id) in companies.enumerated() {
            var holdings: [Holding] = []
            if index > 0, chance(0.35) {
                let isState = chance(0.3)
                let holder =
                    isState ? EntityID.country(pick(Self.jurisdictions)) : companies[index / 2]
                holdings.append(
                    Holding(holder: holder, means: pick([.sole, .majority, .minority]))
                )
            }
            entities.append(
                Entity(
                    id: id,
                    kind: .company,
                    name: "vendor \(index)",
                    jurisdiction: pick(Self.jurisdictions),
                    holdings: holdings,
                    isCurated: true
                )
            )
        }
    }

    private mutating func addFinanciers() {
        for (index, id) in financiers.enumerated() {
            let home = pick(Self.jurisdictions)
            let isState = index % 2 == 0
            entities.append(
                Entity(
                    id: id,
                    kind: .financier,
                    name: "bank \(index)",
                    jurisdiction: home,
                    holdings: isState ? [Holding(holder: .country(home), means: .sole)] : [],
                    isCurated: true
                )
            )
        }
    }

    private mutating func addGovernments(_ count: Int) {
        for index in 0..<count {
            let country = index - index % 3
            let home = Self.jurisdictions[(country / 3) % Self.jurisdictions.count]
            entities.append(
                Entity(
                    id: Self.government(index),
                    kind: index % 3 == 0 ? .country : .territory,
                    name: "government \(index)",
                    jurisdiction: home,
                    within: index % 3 == 0 ? nil : Self.government(country),
                    isCurated: true
                )
            )
            subjects.append(Self.government(index))
        }
        subjects.sort()
    }

    private static func government(_ index: Int) -> EntityID { EntityID("g\(index)") }

    // MARK: - Claims

    private static let ofCountries: [SystemCategory] = [
        .governmentCloud, .dataCentre, .eGovernment, .telecomNetwork, .digitalIdentity, .health,
        .finance, .education,
    ]
    private static let ofCities: [SystemCategory] = [
        .smartCity, .surveillance, .trafficManagement, .energyUtilities, .earthObservation,
    ]

    /// A claim about a deployment; those about education are too weak to be admitted alone.
    mutating func deploymentClaim(_ index: Int, about government: Int) -> Claim {
        let categories = government % 3 == 0 ? Self.ofCountries : Self.ofCities
        let category = pick(categories)
        let isWeak = category == .education
        return claim(
            .deployment(deployment(category, of: government)),
            number: index,
            reliability: isWeak ? .d : pick([.b, .c]),
            assertion: isWeak ? pick([.asserted, .reported]) : .asserted
        )
    }

    private mutating func deployment(
        _ category: SystemCategory,
        of government: Int
    ) -> Deployment {
        let vendor = (government &* 7 &+ Int(numbers.next() % 8)) % companies.count
        var deployment = Deployment(
            recipient: Self.government(government),
            system: "system",
            category: category,
            suppliers: [companies[vendor]],
            status: pick(Deployment.Status.allCases)
        )
        if chance(0.1) { deployment.suppliers.append(companies[(vendor + 1) % companies.count]) }
        if chance(0.2) { deployment.operators = [pick(companies)] }
        if chance(0.2) {
            deployment.financiers = [pick(financiers)]
            if chance(0.3) { deployment.isFinanceTied = true }
        }
        if chance(0.9) {
            deployment.date = PartialDate(
                year: 2000 + Int(numbers.next() % 26),
                month: 1 + Int(numbers.next() % 12)
            )
        }
        if chance(0.2) {
            deployment.functions = [
                pick(GovernmentFunction.allCases), pick(GovernmentFunction.allCases),
            ]
        }
        if chance(0.6) { deployment.reach = pick(Deployment.Reach.allCases) }
        if chance(0.3) { deployment.award = pick(Deployment.Award.allCases) }
        if chance(0.4) { deployment.operation = pick(Deployment.Operation.allCases) }
        if chance(0.3) {
            deployment.hosting = .init(
                country: pick(Self.jurisdictions),
                isVendorKeyed: chance(0.2) ? true : nil,
                hasSafeguards: chance(0.2) ? true : nil
            )
        }
        if chance(0.2) { deployment.termYears = pick([2, 4, 6, 15]) }
        return deployment
    }

    private mutating func claim(
        _ content: Claim.Content,
        number: Int,
        reliability: SourceGrade.Reliability = .c,
        assertion: Claim.Assertion = .asserted
    ) -> Claim {
        let digits = String(number, radix: 16)
        let document = DocumentID(rawValue: "d\(number)")
        return Claim(
            id: ClaimID(
                rawValue: "c-" + String(repeating: "0", count: 12 - digits.count) + digits
            ),
            content: content,
            assertion: assertion,
            quote: Quote(document: document, text: "a quote", range: 0..<7),
            rule: "random@1",
            source: SourceGrade(
                reliability: reliability,
                credibility: 2,
                publisher: "publisher \(numbers.next() % 50)",
                published: PartialDate(year: 2010 + Int(numbers.next() % 16))
            )
        )
    }

    // MARK: - Statements

    /// What is said of a tenth of the companies and of the governments.
    private mutating func addStatements(_ count: Int) {
        var number = claims.count
        let ofCompanies: [Statement.Kind] = [
            .supplierDependence, .interoperabilityGap, .migrationDifficulty, .opaqueProcurement,
            .weakOversight, .exportControlConstraint, .stateInfluenceOverSupplier,
        ]
        for company in companies where chance(0.1) {
            let state = EntityID.country(pick(Self.jurisdictions))
            add(.init(kind: pick(ofCompanies), subject: company, counterpart: state), &number)
        }
        let ofGovernments: [Statement.Kind] = [
            .supplierDependence, .interoperabilityGap, .migrationDifficulty, .weakOversight,
            .exportControlConstraint, .privacySafeguard,
        ]
        for index in 0..<count where chance(0.1) {
            let state = EntityID.country(pick(Self.jurisdictions))
            let statement = Statement(
                kind: pick(ofGovernments),
                subject: Self.government(index),
                isInForce: true,
                counterpart: state
            )
            add(statement, &number)
        }
    }

    private mutating func add(_ statement: Statement, _ number: inout Int) {
        claims.append(claim(.statement(statement), number: number))
        number += 1
    }
}
