import Evidence

/// Whether two claims tell of the same deployment: symmetric, and free of any order.
///
/// They do when their systems are of one family, their dates lie within a window (an unknown date
/// fits any), and they share a supplier, operator, financier or donor, by corporate parent; or,
/// where one of them names no party, when their systems' names are alike.
struct DeploymentTest {
    let rule: Methodology.MergingRule
    let families: [SystemCategory: Int]

    init(_ methodology: Methodology, mutation: Mutation? = nil) {
        var rule = methodology.merging
        if mutation == .windowIgnored { rule.windowYears = 1000 }
        self.rule = rule
        var families: [SystemCategory: Int] = [:]
        for (index, family) in methodology.categoryFamilies.enumerated() {
            for category in family { families[category] = index }
        }
        for category in SystemCategory.allCases where families[category] == nil {
            families[category] = families.count + methodology.categoryFamilies.count
        }
        self.families = families
    }

    /// What the test compares of a claim.
    final class Features {
        let family: Int
        let isOther: Bool
        let day: Int?
        /// By corporate parent, each once, in order.
        let parties: [EntityID]
        private let system: String
        /// Of the system's name.
        private(set) lazy var words = Set(Words.hashes(in: system))
        /// One number for each party with the family, none for a system of no family; claims that
        /// share a party have one in common.
        let keys: [Int]

        init(family: Int, isOther: Bool, day: Int?, parties: [EntityID], system: String) {
            self.family = family
            self.isOther = isOther
            self.day = day
            self.parties = parties
            self.system = system
            keys = isOther ? [] : parties.map { $0.hashValue &+ family }
        }

        func sharesParty(with other: Features) -> Bool {
            parties.contains(where: other.parties.contains)
        }
    }

    func features(of held: HeldDeployment, parent: (EntityID) -> EntityID) -> Features {
        let deployment = held.value
        var parties = deployment.suppliers.map(parent)
        parties += deployment.operators.map(parent)
        parties += deployment.financiers.map(parent)
        parties += deployment.donors.map(parent)
        if parties.count > 1 { parties = Set(parties).sorted() }
        return Features(
            family: families[deployment.category, default: -1],
            isOther: deployment.category == .other,
            day: deployment.date?.dayNumber,
            parties: parties,
            system: deployment.system
        )
    }

    func isSame(_ left: Features, _ right: Features) -> Bool {
        guard left.family == right.family, isWithinWindow(left.day, right.day) else {
            return false
        }
        if !left.isOther, left.sharesParty(with: right) { return true }
        let mayBeUnnamed = left.parties.isEmpty || right.parties.isEmpty
        guard mayBeUnnamed || left.sharesParty(with: right) else { return false }
        return Words.similarity(left.words, right.words) >= rule.nameSimilarity
    }

    func isWithinWindow(_ left: Int?, _ right: Int?) -> Bool {
        guard let left, let right else { return true }
        return Double(abs(left - right)) <= rule.windowYears * 365.25
    }
}
