import Evidence
import Scoring
import Testing

struct MethodologyTests {
    private func weights(_ profile: String) throws -> Weights {
        Weights(try Delivered.methodology.get(), profile: profile)
    }

    @Test func `every function's weight is pinned`() throws {
        let expected = [0.12, 0.12, 0.12, 0.12, 0.10, 0.10, 0.08, 0.06, 0.06, 0.06, 0.06]
        #expect(try weights("prior").functions == expected)
    }

    @Test func `every factor's weight is pinned`() throws {
        let expected: [Factor: Double] = [
            .d1: 0.22, .d2: 0.17, .d3: 0.09, .d4: 0.17, .d6: 0.14, .d7: 0.08, .d8: 0.06,
            .d10: 0.07, .l1: 0.18, .l2: 0.15, .l3: 0.15, .l4: 0.14, .l5: 0.10, .l6: 0.12,
            .l7: 0.08, .l8: 0.08,
        ]
        let weights = try weights("prior").factors
        for factor in Factor.allCases {
            #expect(abs(weights[factor, default: 0] - expected[factor, default: 1]) < 1e-12)
        }
    }

    /// The objectives' weights over those that a score covers: D 1–5 and 7; L 1 and 4–6.
    @Test(arguments: [
        ("csf-2025-10", [1: 15.0, 2: 10, 3: 10, 4: 15, 5: 20, 6: 15, 7: 10]),
        ("csf-2026-06", [1: 20.0, 2: 10, 3: 10, 4: 15, 5: 10, 6: 15, 7: 15]),
    ])
    func `an official profile gives each objective its weight`(
        profile: String,
        objectives: [Int: Double]
    ) throws {
        let methodology = try Delivered.methodology.get()
        let weights = try weights(profile).factors
        for dimension in Dimension.allCases {
            let covered = Set(dimension.factors.compactMap { methodology.factors[$0]?.objective })
            #expect(covered == (dimension == .lockIn ? [1, 4, 5, 6] : [1, 2, 3, 4, 5, 7]))
            let total = covered.reduce(0) { $0 + objectives[$1, default: 0] }
            for objective in covered {
                let sum = dimension.factors
                    .filter { methodology.factors[$0]?.objective == objective }
                    .reduce(0) { $0 + weights[$1, default: 0] }
                #expect(abs(sum - objectives[objective, default: 0] / total) < 1e-12)
            }
        }
    }

    @Test func `the profile that weighs all alike does`() throws {
        #expect(try weights("equal").factors.values.allSatisfy { abs($0 - 0.125) < 1e-12 })
    }

    @Test func `the gates are those of the paper`() throws {
        let factors = try Delivered.methodology.get().factors
        let gates = Factor.allCases.filter { factors[$0]?.isGate == true }
        #expect(gates == [.d1, .d2, .d4, .d6, .l2, .l3, .l4])
    }

    @Test func `every law names its text and where to read it`() throws {
        let laws = try Delivered.methodology.get().laws
        #expect(laws.count >= 60)
        for law in laws.values {
            #expect(law.source.hasPrefix("http"))
            let hasYear = law.law.contains(#/\b(18|19|20)\d\d\b/#)
            let hasPlace = law.law.contains(#/(arts?\.|\bss?\.|§|chs?\.|part|title|schedules?) /#)
            #expect(law.doubt != nil || (hasYear && hasPlace), "\(law.jurisdiction)")
            #expect(law.doubt?.isEmpty != true)
        }
    }

    @Test func `a union's law reaches a member without a row of its own`() throws {
        let methodology = try Delivered.methodology.get()
        #expect(methodology.laws["LU"] == nil)
        #expect(methodology.law(of: "LU")?.jurisdiction == "EU")
        #expect(methodology.law(of: "XX") == nil)
    }

    @Test func `a text that is no methodology is refused with the reason`() {
        #expect(throws: MethodologyError.self) { try Methodology(yaml: "version: 3") }
    }

    @Test func `the formula shows every factor under every profile`() throws {
        let formula = Formula(try Delivered.methodology.get())
        #expect(formula.factors.count == Factor.allCases.count)
        #expect(formula.factors.allSatisfy { $0.weights.count == formula.profiles.count })
        #expect(formula.laws.map(\.jurisdiction) == formula.laws.map(\.jurisdiction).sorted())
    }

    @Test func `each law has its year and its source, and a doubt where only a site is named`()
        throws
    {
        for law in try Delivered.methodology.get().laws.values {
            let numbers = law.law.split { !$0.isNumber }.compactMap { Int($0) }
            #expect(numbers.contains { (1800...2026).contains($0) }, "\(law.jurisdiction)")
            let parts = law.source.split(separator: "/", omittingEmptySubsequences: true)
            #expect(parts.first?.hasPrefix("http") == true, "\(law.jurisdiction)")
            #expect(parts.count > 2 || law.doubt != nil, "\(law.jurisdiction)")
            #expect(law.doubt?.isEmpty != true, "\(law.jurisdiction)")
        }
    }
}
