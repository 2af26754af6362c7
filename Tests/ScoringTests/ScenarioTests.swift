import Evidence
import Scoring
import Testing

struct ScenarioTests {
    private func compare(
        _ scenario: Scenario,
        _ reference: Reference
    ) throws -> ScenarioComparison? {
        ScenarioComparison.compare(
            scenario,
            on: reference.scene.base,
            engine: try engine(),
            asOf: reference.scene.asOf
        ).first { $0.subject == reference.subject }
    }

    private func d(_ figures: [String: Ranking.Figures]) -> Double? {
        figures[Dimension.dataSovereignty.rawValue]?.evidenced
    }

    @Test func `a vendor that cannot deliver stops what it supplies`() throws {
        let found = try compare(.vendorUnable("vendor", since: "2020"), Reference.senegal)
        let comparison = try #require(found)
        #expect(comparison.stopping.map(\.recipient) == ["sn"])
        #expect(d(comparison.before) == 88 * (0.22 + 0.17 * 0.75 + 0.08 * 0.75))
    }

    @Test func `a repaid loan takes D7 off`() throws {
        let found = try compare(.loanRepaid("cn", by: nil), Reference.senegal)
        let comparison = try #require(found)
        let after = try #require(d(comparison.after))
        #expect(abs(after - 88 * (0.22 + 0.17 * 0.75)) < 1e-9)
    }

    @Test func `a supplier from home takes control off`() throws {
        var reference = Reference.senegal
        reference.scene.add("own", .company, of: "SN")
        let scenario = Scenario.supplierReplaced("vendor", by: "own", for: "sn")
        let comparison = try #require(try compare(scenario, reference))
        let after = try #require(d(comparison.after))
        #expect(abs(after - 88 * 0.08 * 0.75) < 1e-9)
    }

    @Test func `an enacted safeguard lowers what it may and no more`() throws {
        let scenario = Scenario.measureEnacted(.privacySafeguard, for: "ar")
        let comparison = try #require(try compare(scenario, Reference.plans))
        let after = try #require(d(comparison.after))
        #expect(abs(after - 10 * (0.22 + 0.17 * 0.75 + 0.14 * 0.25)) < 1e-9)
    }

    @Test func `new owners at home end foreign control`() throws {
        let scenario = Scenario.ownershipChanged("vendor", [.init(holder: "sn", means: .sole)])
        let comparison = try #require(try compare(scenario, Reference.senegal))
        let after = try #require(d(comparison.after))
        #expect(abs(after - 88 * 0.08 * 0.75) < 1e-9)
    }

    @Test func `a scenario leaves the evidence as it was`() throws {
        let base = Reference.senegal.scene.base
        let before = try CanonicalReport(base, engine: engine(), asOf: "2026").encoded()
        _ = Scenario.vendorUnable("vendor", since: "2020").applied(to: base)
        #expect(try CanonicalReport(base, engine: engine(), asOf: "2026").encoded() == before)
    }
}
