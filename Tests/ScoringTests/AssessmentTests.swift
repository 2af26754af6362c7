import Evidence
import Foundation
import Scoring
import Testing

struct AssessmentTests {
    /// A country with 30 cities and 900 deployments, each told by three documents.
    private func bigCountry() -> Scene {
        var scene = Scene()
        scene.country("AA")
        scene.country("BB")
        var random = SplitMix64(seed: 1)
        for index in 0..<40 {
            scene.add(.init("vendor-\(index)"), .company, of: .init(random.pick(["AA", "BB"])))
        }
        for index in 0..<30 {
            scene.add(.init("city-\(index)"), .territory, of: "AA", within: "aa")
        }
        for index in 0..<2700 {
            let vendor = EntityID("vendor-\(index % 40)")
            let city = EntityID("city-\(index % 30)")
            scene.deploy(to: city, random.pick(SystemCategory.allCases), by: vendor, reach: nil) {
                $0.system = "system number \(index) of a city with a long name"
                $0.date = PartialDate(year: 2010 + index % 16)
                $0.operation = .vendorOperates
                $0.award = .direct
            }
        }
        for _ in 0..<200 { scene.state(.supplierDependence, about: "aa") }
        return scene
    }

    @Test func `a big country's assessment stays under 200 KiB`() throws {
        let assessment = try #require(bigCountry().assess("aa", with: engine()))
        let size = try JSONEncoder().encode(assessment).count
        #expect(size < 200 * 1024, "\(size) bytes")
        #expect(assessment.omittedDeployments > 0)
        #expect(assessment.deployments.count == 60)
    }

    @Test func `a system is named in Latin letters where a claim names it so`() throws {
        let scene = Reference.bangladesh.scene
        let subject = Reference.bangladesh.subject
        let assessment = try #require(scene.assess(subject, with: engine()))
        var system = try #require(assessment.deployments.first { $0.kind == .deployment })
        let name = system.system
        let claims = Dictionary(uniqueKeysWithValues: scene.claims.map { ($0.id, $0) })
        #expect(system.name(in: claims) == name)
        system.system = "国家数据中心"
        #expect(system.name(in: claims) == name)
        #expect(system.name(in: [:]) == "国家数据中心")
    }

    @Test func `an assessment reads back as it was written`() throws {
        let reference = Reference.bangladesh
        let assessment = try #require(reference.scene.assess(reference.subject, with: engine()))
        let data = try JSONEncoder().encode(assessment)
        #expect(try JSONDecoder().decode(Assessment.self, from: data) == assessment)
    }

    @Test func `a ranking falls by D, then L, then id, and leaves out what is hardly known`() throws
    {
        var scene = Reference.senegal.scene
        scene.country("ML")
        scene.country("TG")
        for country in ["ml", "tg"] as [EntityID] {
            scene.deploy(to: country, .dataCentre, by: "vendor") {
                $0.functions = [.health, .land, .treasury]
            }
        }
        scene.country("BJ")
        scene.deploy(to: "bj", .health, by: "vendor", reach: .site)
        let report = CanonicalReport(scene.base, engine: try engine(), asOf: "2026")
        #expect(report.ranking.ranked.map(\.subject) == ["sn", "ml", "tg"])
        #expect(report.ranking.insufficientEvidence.map(\.subject) == ["bj"])
    }

    @Test func `a subject that nothing is said of has no assessment`() throws {
        var scene = Scene()
        scene.country("AA")
        scene.add("vendor", .company, of: "AA")
        #expect(scene.assess("aa", with: try engine()) == nil)
        #expect(scene.assess("vendor", with: try engine()) == nil)
        #expect(scene.assess("nowhere", with: try engine()) == nil)
    }

    @Test func `of two claims with one id one stands whatever their order`() throws {
        let claim = try #require(Reference.senegal.scene.claims.first)
        var other = claim
        other.source.reliability = .a
        let entities = Reference.senegal.scene.entities.values
        let left = EvidenceBase(entities: entities, claims: [claim, other])
        let right = EvidenceBase(entities: entities, claims: [other, claim])
        #expect(left.claims == right.claims)
    }

    @Test func `numbers are written with six decimals at most`() {
        #expect(CanonicalJSON.format(1.0 / 3) == "0.333333")
        #expect(CanonicalJSON.format(2) == "2")
        #expect(CanonicalJSON.format(-0.0000001) == "0")
        #expect(CanonicalJSON.format(-1.5) == "-1.5")
    }

    @Test func `digits within a text are left alone`() throws {
        let bytes = try CanonicalJSON.encode(["a 0.123456789 \" 1.23456789": 0.123456789])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == #"{"a 0.123456789 \" 1.23456789":0.123457}"#)
    }

    @Test func `what comes after the as-of date does not count`() throws {
        var scene = Scene()
        scene.country("AA")
        scene.country("BB")
        scene.add("vendor", .company, of: "BB")
        let id = scene.deploy(to: "aa", .health, by: "vendor")
        scene.change(id) { $0.source.published = "2024-05" }
        scene.asOf = "2024-04"
        #expect(scene.assess("aa", with: try engine()) == nil)
        scene.asOf = "2024"
        #expect(scene.assess("aa", with: try engine()) != nil)
    }
}
