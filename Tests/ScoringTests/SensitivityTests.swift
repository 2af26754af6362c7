import Evidence
import Foundation
import Scoring
import Testing

/// The estimators against functions whose indices are known, and the study as a whole.
struct SensitivityTests {
    private func estimate(
        _ inputs: Int,
        _ samples: Int,
        _ model: ([Double]) -> Double
    ) -> SensitivityIndices {
        let sizes = [Int](repeating: 1, count: inputs)
        return SensitivityIndices.estimate(sizes: sizes, samples: samples, seed: "known") {
            [model($0)]
        }[0]
    }

    /// V = Σ a²/12; first and total are both a² ÷ Σ a².
    @Test func `a sum's inputs are responsible for their squares`() {
        let slopes = [1.0, 2, 3, 4]
        let indices = estimate(4, 20_000) { zip($0, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
        #expect(abs(indices.variance - 30.0 / 12) < 0.05)
        for (index, slope) in slopes.enumerated() {
            #expect(abs(indices.first[index] - slope * slope / 30) < 0.02)
            #expect(abs(indices.total[index] - slope * slope / 30) < 0.02)
        }
    }

    /// Ishigami and Homma (1990) with a = 7 and b = 0.1: the third input acts only with the first.
    @Test func `the function of Ishigami has its known indices`() {
        let indices = estimate(3, 60_000) { coordinates in
            let x = coordinates.map { (2 * $0 - 1) * Double.pi }
            let wave = sin(x[0]) + 7 * sin(x[1]) * sin(x[1])
            return wave + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
        }
        for (found, known) in zip(indices.first, [0.3139, 0.4424, 0]) {
            #expect(abs(found - known) < 0.02)
        }
        for (found, known) in zip(indices.total, [0.5576, 0.4424, 0.2437]) {
            #expect(abs(found - known) < 0.02)
        }
    }

    @Test func `an outcome that does not vary is sensitive to nothing`() {
        let indices = estimate(3, 50) { _ in 0.1 + 0.2 }
        #expect(indices.variance == 0)
        #expect(indices.first == [0, 0, 0] && indices.total == [0, 0, 0])
    }

    @Test func `inputs in a group count together`() {
        let indices = SensitivityIndices.estimate(
            sizes: [2, 1],
            samples: 20_000,
            seed: "group"
        ) { [$0[0] + $0[1] + $0[2]] }[0]
        #expect(abs(indices.first[0] - 2.0 / 3) < 0.02)
        #expect(abs(indices.total[1] - 1.0 / 3) < 0.02)
    }

    // MARK: - The study

    private func study(_ scene: Scene) throws -> RobustnessStudy {
        var methodology = try Delivered.methodology.get()
        methodology.robustness.samples = 64
        methodology.robustness.draws = 200
        return RobustnessStudy(
            of: scene.base,
            engine: ScoringEngine(methodology: methodology),
            asOf: scene.asOf
        )
    }

    /// Two governments with one foreign vendor each; the second only plans.
    private func scene(statuses: [Deployment.Status]) -> Scene {
        var scene = Scene()
        scene.country("CN")
        scene.add("vendor", .company, of: "CN")
        for (index, status) in statuses.enumerated() {
            let country = scene.country("A\(index)")
            scene.deploy(to: country, .dataCentre, by: "vendor", status: status) {
                $0.functions = GovernmentFunction.allCases
            }
        }
        return scene
    }

    @Test func `identical governments are sensitive to nothing in rank`() throws {
        let study = try study(scene(statuses: [.contracted, .contracted, .contracted]))
        #expect(study.rankIntervals().entries.allSatisfy { $0.lo == 1 && $0.hi == 1 })
        for sensitivity in study.sensitivities() {
            #expect(sensitivity.rank.variance == 0)
            #expect(sensitivity.rank.total.allSatisfy { $0 == 0 })
        }
        #expect(study.dominance(.dataSovereignty).pairs.isEmpty)
    }

    @Test func `what is in operation does not depend on the ladder, what is agreed does`() throws {
        let study = try study(scene(statuses: [.operational, .agreed]))
        let status = try #require(Sensitivity.inputs.firstIndex(of: "status"))
        let found = study.sensitivities()
        #expect(found.map(\.subject) == ["a0", "a1"])
        #expect(abs(found[0].dataSovereignty.total[status]) < 1e-9)
        #expect(found[1].dataSovereignty.total[status] > 0.5)
        let pairs = study.dominance(.dataSovereignty).pairs
        #expect(pairs == [.init(over: "a0", under: "a1", extent: .anyWeights)])
    }

    @Test func `the same evidence gives the same study`() throws {
        let scene = scene(statuses: [.operational, .agreed, .planned])
        let (left, right) = (try study(scene), try study(scene))
        #expect(left.sensitivities() == right.sensitivities())
        #expect(left.rankIntervals() == right.rankIntervals())
        #expect(left.alternativeRankings(.lockIn) == right.alternativeRankings(.lockIn))
    }

    @Test func `a rank that τ can turn round has an interval`() throws {
        var scene = scene(statuses: [.operational])
        let country = scene.country("B0")
        let id = scene.deploy(to: country, .dataCentre, by: "vendor") {
            $0.functions = GovernmentFunction.allCases
            $0.operation = .vendorAlone
        }
        // Weighs 0.4: admitted as published, not under a stricter τ.
        scene.change(id) {
            $0.source.reliability = .d
            $0.source.credibility = 1
        }
        let entries = try study(scene).rankIntervals().entries
        #expect(entries.map(\.rank) == [2, 1])
        #expect(entries.map(\.lo) == [1, 1])
        #expect(entries.map(\.hi) == [2, 2])
    }
}
