import Evidence
import Gazetteer

/// Runs the examples that the rules' data files hold, and tells what each rule does with its own.
///
/// `examples.yaml` says which deals, `relation-examples.yaml` which ties may be read from a text:
/// all of them, and no others.
package struct RuleBench: Sendable {
    private let reader: Reader
    private let deals: [RuleExample]
    private let ties: [RelationExample]
    /// The rules of `statements.yaml`, by id.
    private let statementRules: [String]

    /// - Throws: What reading the data files throws.
    package init(reader: Reader) throws {
        self.reader = reader
        deals = try ReadingLexicon.file("examples")
        ties = try ReadingLexicon.file("relation-examples")
        statementRules = try ReadingLexicon.file("statements", as: [StatementRule].self).map(\.id)
    }

    /// Reads every example; this takes a few milliseconds for each.
    package func run() -> RuleReport {
        RuleReport(outcomes: deals.map(outcome) + ties.map(outcome), unexampled: statementRules)
    }

    private func annotate(_ text: String) -> Annotation {
        let source = SourceText(id: DocumentID(rawValue: "example"), text: text)
        return Annotation(reader.read(source), name: "example", catalogue: reader.catalogue)
    }

    // MARK: - Deals

    private func outcome(of example: RuleExample) -> RuleReport.Outcome {
        let found = annotate(example.text).deployments
        let matched = example.deals.filter { deal in found.contains { matches($0, deal) } }.count
        return RuleReport.Outcome(
            rule: example.rule,
            subject: .deals,
            text: example.text,
            wanted: example.deals.count,
            matched: matched,
            spurious: found.filter { deal in !example.deals.contains { matches(deal, $0) } }.count,
            isRight: found.count == example.deals.count && matched == example.deals.count,
            fired: Self.rules(found.map(\.rule)),
            found: found.map { "\($0)" }
        )
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

    // MARK: - Ties

    private func outcome(of example: RelationExample) -> RuleReport.Outcome {
        let found = annotate(example.text).relations
        let distinct = Set(found.map { [$0.type.rawValue, $0.from, $0.to] })
        let matched = example.ties.filter { tie in found.contains { matches($0, tie) } }.count
        return RuleReport.Outcome(
            rule: example.rule,
            subject: .ties,
            text: example.text,
            wanted: example.ties.count,
            matched: matched,
            spurious: max(0, distinct.count - matched),
            isRight: distinct.count == example.ties.count && matched == example.ties.count,
            fired: Self.rules(found.map(\.rule)),
            found: found.map { "\($0)" }
        )
    }

    private func matches(_ found: Annotation.Tie, _ wanted: RelationExample.Tie) -> Bool {
        found.type == wanted.type && found.from == wanted.from && found.to == wanted.to
            && (wanted.share == nil || found.value?.share == wanted.share)
    }

    /// The rules of some claims, each without its version.
    private static func rules(_ claims: [String]) -> Set<String> {
        Set(claims.flatMap { $0.split(separator: "+") }.map { String($0.prefix { $0 != "@" }) })
    }
}
