import Evidence
import Scoring
import Testing

/// A national data centre, built by a foreign vendor with a foreign government's loan, that all
/// government data move to.
struct SenegalTests {
    static func scene() -> Scene {
        var scene = Scene()
        scene.country("SN")
        scene.country("CN")
        scene.add("huawei", .company, of: "CN")
        scene.deploy(to: "sn", .dataCentre, by: "huawei") {
            $0.functions = GovernmentFunction.allCases.filter { $0 != .networks }
            $0.financiers = ["cn"]
        }
        return scene
    }

    @Test func `its evidenced exposure is above 25`() throws {
        let assessment = try #require(Self.scene().assess("sn", with: try engine()))
        // .88 of the functions: D1 4, D2 3, D3 unknown, D7 3.
        let expected = 88 * (0.22 + 0.17 * 0.75 + 0.08 * 0.75)
        #expect(abs(assessment.dataSovereignty.evidenced - expected) < 1e-9)
        #expect(assessment.dataSovereignty.evidenced > 25)
        #expect(assessment.isRanked)
    }
}
