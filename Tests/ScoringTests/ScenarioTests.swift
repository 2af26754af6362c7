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
        #expect(comparison.stopping.first?.alternatives.isEmpty == true)
        #expect(!comparison.functionsLeft.isEmpty)
        #expect(d(comparison.before) == 88 * (0.22 + 0.17 * 0.75 + 0.08 * 0.75))
        #expect(d(comparison.after) == 0)
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

    /// A government with a foreign vendor's subsidiary, and others who supply the same.
    private func market() -> Scene {
        var scene = Scene()
        for code in ["AA", "BB", "CC"] { scene.country(code) }
        scene.add("vendor", .company, of: "CC")
        scene.add(
            "subsidiary",
            .company,
            of: "CC",
            heldBy: [Holding(holder: "vendor", means: .sole)]
        )
        scene.add("near", .company, of: "AA")
        scene.add("far", .company, of: "BB")
        scene.deploy(to: "aa", .dataCentre, by: "subsidiary")
        scene.deploy(to: "aa", .dataCentre, by: "far") { $0.date = "2001" }
        scene.deploy(to: "bb", .dataCentre, by: "near")
        scene.deploy(to: "bb", .dataCentre, by: "far") { $0.date = "2001" }
        return scene
    }

    @Test func `who a vendor controls goes with it, and others are told nearest first`() throws {
        let scene = market()
        let found = ScenarioComparison.compare(
            .vendorUnable("vendor", since: scene.asOf),
            on: scene.base,
            engine: try engine(),
            asOf: scene.asOf
        )
        #expect(found.map(\.subject) == ["aa"])
        let system = try #require(found.first?.stopping.first)
        #expect(system.suppliers == ["subsidiary"])
        #expect(system.alternatives.map(\.supplier) == ["far", "near"])
        #expect(system.alternatives.map(\.isHere) == [true, false])
        #expect(system.alternatives.map(\.isForeign) == [true, false])
        #expect(system.alternatives.map(\.governments) == [2, 1])
    }

    @Test func `suppliers of one corporate parent are one alternative`() throws {
        var scene = market()
        scene.country("DD")
        scene.add("sister", .company, of: "BB", heldBy: [Holding(holder: "far", means: .sole)])
        scene.deploy(to: "dd", .dataCentre, by: "sister")
        let found = ScenarioComparison.compare(
            .vendorUnable("vendor", since: scene.asOf),
            on: scene.base,
            engine: try engine(),
            asOf: scene.asOf
        )
        let system = try #require(found.first?.stopping.first)
        #expect(system.alternatives.map(\.supplier) == ["far", "near"])
        #expect(system.alternatives.map(\.governments) == [3, 1])
    }

    @Test func `on what is scored already it answers as from scratch`() throws {
        let scene = market()
        var scorer = IncrementalScorer(scene.base, engine: try engine(), asOf: scene.asOf)
        _ = scorer.rescoreReached(limit: .max)
        for scenario in [
            Scenario.vendorUnable("vendor", since: "2026"),
            .supplierReplaced("far", by: "near", for: nil),
            .ownershipChanged("vendor", [Holding(holder: "aa", means: .sole)]),
            .measureEnacted(.privacySafeguard, for: "aa"),
        ] {
            let fresh = ScenarioComparison.compare(
                scenario,
                on: scene.base,
                engine: try engine(),
                asOf: scene.asOf
            )
            #expect(ScenarioComparison.compare(scenario, on: scorer) == fresh)
            #expect(scorer.touchedCount + scorer.reachedCount == 0)
        }
    }

    @Test func `names stand for ids, and what is not known is said with suggestions`() throws {
        var scene = market()
        scene.edit("vendor") { $0.name = "Vendor Corporation" }
        var request = ScenarioRequest(kind: .vendorUnable)
        request.vendor = "vendor corporation"
        let scenario = try request.scenario(in: scene.base, asOf: "2026")
        #expect(scenario == .vendorUnable("vendor", since: "2026"))
        request.vendor = "corporation"
        let error = #expect(throws: ScenarioError.self) {
            try request.scenario(in: scene.base, asOf: "2026")
        }
        let text = try #require(error).description
        #expect(text.contains("corporation") && text.contains("Vendor Corporation (vendor)"))
    }

    @Test func `a field that is missing or unusable is named`() throws {
        let base = market().base
        func message(_ request: ScenarioRequest) -> String {
            do throws(ScenarioError) {
                _ = try request.scenario(in: base, asOf: "2026")
                return ""
            } catch {
                return error.description
            }
        }
        #expect(message(ScenarioRequest(kind: .vendorUnable)).contains("“vendor” is missing"))
        var measure = ScenarioRequest(kind: .measureEnacted)
        measure.measure = .weakOversight
        #expect(message(measure).contains("privacy-safeguard"))
        measure.measure = .counterLockIn
        #expect(message(measure).contains("“government” is missing"))
        measure.government = "vendor"
        #expect(message(measure).contains("not a government"))
        var owned = ScenarioRequest(kind: .ownershipChanged)
        owned.entity = "vendor"
        #expect(message(owned).contains("“holders” is missing"))
        owned.holders = [.init(holder: "aa", means: .minority, share: 3)]
        #expect(message(owned).contains("from 0 to 1"))
    }
}
