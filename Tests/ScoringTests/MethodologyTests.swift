import Evidence
import Scoring
import Testing

struct MethodologyTests {
    @Test func `the delivered methodology is sound`() throws {
        let methodology = try Methodology.bundled()
        #expect(methodology.functionWeights[.identity] == 0.12)
    }

    @Test func `a text that is no methodology is refused with the reason`() {
        #expect(throws: MethodologyError.self) { try Methodology(yaml: "version: 3") }
    }
}
