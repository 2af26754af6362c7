import Evidence
import Testing

@testable import Reading

/// Runs the examples that the rules' data files hold.
struct ExtractionExampleTests {
    private static let report = Result { try RuleBench(reader: Shelf.reader.get()).run() }

    @Test(arguments: [RuleReport.Subject.deals, .ties])
    func `every example of a rule is read as it says`(subject: RuleReport.Subject) throws {
        let outcomes = try Self.report.get().outcomes.filter { $0.subject == subject }
        #expect(outcomes.count > 20)
        for outcome in outcomes {
            #expect(outcome.isRight, "\(outcome.rule): \(outcome.text) gave \(outcome.found)")
        }
    }

    @Test(arguments: [RuleReport.Subject.deals, .ties])
    func `rules have positive and negative examples`(subject: RuleReport.Subject) throws {
        let outcomes = try Self.report.get().outcomes.filter { $0.subject == subject }
        #expect(outcomes.contains { $0.wanted > 0 })
        #expect(outcomes.contains { $0.wanted == 0 })
    }

    @Test func `a rule's figures are those of its examples`() {
        func outcome(_ wanted: Int, _ matched: Int, _ spurious: Int) -> RuleReport.Outcome {
            RuleReport.Outcome(
                rule: "supply.active",
                subject: .deals,
                text: "",
                wanted: wanted,
                matched: matched,
                spurious: spurious,
                isRight: wanted == matched && spurious == 0,
                fired: ["supply.active", "parts.of"],
                found: []
            )
        }
        let report = RuleReport(
            outcomes: [outcome(2, 1, 0), outcome(1, 1, 0), outcome(0, 0, 2)],
            unexampled: []
        )
        let rule = report.rules.first { $0.id == "supply.active" }
        #expect(rule?.positive == 2)
        #expect(rule?.negative == 1)
        #expect(rule?.precision == 0.5)
        #expect(rule?.recall == 2.0 / 3.0)
        #expect(report.failures.count == 2)
        #expect(report.rules.map(\.id) == ["parts.of", "supply.active"])
        #expect(report.rules[0].precision == nil)
    }
}
