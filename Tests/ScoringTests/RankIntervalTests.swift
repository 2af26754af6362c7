import Evidence
import Scoring
import Testing

struct RankIntervalTests {
    private func intervals(_ scene: Scene, seed: String = "1") throws -> [RankIntervals.Entry] {
        let engine = try engine()
        let base = scene.base
        let assessments = base.subjects().compactMap {
            engine.assess($0, in: base, asOf: "2026")
        }
        return RankIntervals(of: assessments, weights: engine.weights, seed: seed, draws: 200)
            .entries
    }

    /// Governments with a vendor from abroad in some functions and a foreign lender in some.
    private func scene(_ mixtures: [(String, Bool)]) -> Scene {
        var scene = Scene()
        scene.country("CN")
        scene.add("vendor", .company, of: "CN")
        for (code, hasLoan) in mixtures {
            let country = scene.country(code)
            scene.deploy(to: country, .dataCentre, by: "vendor") {
                $0.functions = hasLoan ? [.identity, .health, .land] : GovernmentFunction.allCases
                $0.financiers = hasLoan ? ["cn"] : []
            }
        }
        return scene
    }

    @Test func `identical governments have one rank that no weight moves`() throws {
        let entries = try intervals(scene([("AA", false), ("BB", false), ("CC", false)]))
        #expect(entries.count == 3)
        #expect(entries.allSatisfy { $0.rank == 1 && $0.lo == 1 && $0.hi == 1 })
    }

    @Test func `a government that is worse in everything keeps its rank`() throws {
        let entries = try intervals(scene([("AA", false), ("BB", true)]))
        #expect(entries.map(\.rank) == [1, 2])
        #expect(entries.map(\.hi) == [1, 2])
    }

    @Test func `the same seed gives the same intervals`() throws {
        let scene = scene([("AA", true), ("BB", false)])
        #expect(try intervals(scene) == intervals(scene))
    }
}
