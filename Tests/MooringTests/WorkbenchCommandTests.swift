import ArgumentParser
import Testing

@testable import Mooring
@testable import Reading

/// The commands for those who write rules.
struct WorkbenchCommandTests {
    @Test func `extract wants a folder or an explanation`() throws {
        #expect(throws: (any Error).self) { try ExtractCommand.parse(["a.txt"]) }
        #expect(try ExtractCommand.parse(["--explain", "a.txt"]).output == nil)
        #expect(try ExtractCommand.parse(["--output", "x", "a.txt"]).explain == false)
    }

    @Test func `a failing example is shown with what was read instead`() {
        let outcome = RuleReport.Outcome(
            rule: "supply.active",
            subject: .deals,
            text: "Acme supplied a portal to Fiji.",
            wanted: 1,
            matched: 0,
            spurious: 0,
            isRight: false,
            fired: [],
            found: []
        )
        let text = RuleTable(RuleReport(outcomes: [outcome], unexampled: [])).text
        #expect(text.contains("1 of 1 examples fail"))
        #expect(text.contains("Acme supplied a portal to Fiji."))
        #expect(text.contains("Rules without a negative example (1):\n  supply.active"))
    }
}
