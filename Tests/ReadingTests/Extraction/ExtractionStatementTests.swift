import Evidence
import Testing

@testable import Reading

/// Runs the examples of the rules for statements of risk and protection.
struct ExtractionStatementTests {
    @Test func `every example of a rule for statements is read as it says`() throws {
        let examples = try ReadingLexicon.file("statement-examples", as: [StatementExample].self)
        #expect(examples.contains { $0.subject == nil })
        for example in examples {
            let subjects = try Shelf.annotate(example.text).claims
                .filter { $0.kind == example.kind }.map(\.subject)
            let isRight = example.subject.map { subjects.contains($0) } ?? subjects.isEmpty
            #expect(isRight, "\(example.rule): \(example.text) gave \(subjects)")
        }
    }
}
