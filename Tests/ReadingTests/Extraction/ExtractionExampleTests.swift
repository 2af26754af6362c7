import Evidence
import Testing

@testable import Reading

/// Runs the examples that the rules' data files hold.
struct ExtractionExampleTests {
    @Test func `every example of a deal rule is read as it says`() throws {
        let examples = try ReadingLexicon.file("examples", as: [RuleExample].self)
        #expect(examples.count > 50)
        for example in examples {
            let found = try Shelf.annotate(example.text).deployments
            let isRight =
                found.count == example.deals.count
                && example.deals.allSatisfy { deal in found.contains { matches($0, deal) } }
            #expect(isRight, "\(example.rule): \(example.text) gave \(found)")
        }
    }

    @Test func `deal rules have positive and negative examples`() throws {
        let examples = try ReadingLexicon.file("examples", as: [RuleExample].self)
        #expect(examples.contains { $0.deals.isEmpty })
        #expect(examples.filter { $0.deals.isEmpty }.count >= 15)
    }

    private func matches(_ found: Annotation.Deal, _ wanted: RuleExample.Deal) -> Bool {
        found.recipient == wanted.recipient
            && Set(found.suppliers) == Set(wanted.suppliers ?? [])
            && Set(found.financiers) == Set(wanted.financiers ?? [])
            && found.category == wanted.category
            && (wanted.status == nil || found.status == wanted.status)
            && (wanted.amount == nil || found.amount?.value == wanted.amount)
            && (wanted.currency == nil || found.amount?.currency == wanted.currency)
    }
}
