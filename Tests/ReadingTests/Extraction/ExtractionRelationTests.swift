import Evidence
import Testing

@testable import Reading

/// Runs the examples of the rules for ties between parties.
struct ExtractionRelationTests {
    @Test func `every example of a rule for ties is read as it says`() throws {
        let examples = try ReadingLexicon.file("relation-examples", as: [RelationExample].self)
        #expect(examples.contains { $0.ties.isEmpty })
        for example in examples {
            let found = try Shelf.annotate(example.text).relations
            let isRight =
                Set(found.map { [$0.type.rawValue, $0.from, $0.to] }).count == example.ties.count
                && example.ties.allSatisfy { tie in found.contains { matches($0, tie) } }
            #expect(isRight, "\(example.rule): \(example.text) gave \(found)")
        }
    }

    private func matches(_ found: Annotation.Tie, _ wanted: RelationExample.Tie) -> Bool {
        found.type == wanted.type && found.from == wanted.from && found.to == wanted.to
            && (wanted.share == nil || found.value?.share == wanted.share)
    }
}
