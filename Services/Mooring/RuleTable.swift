import Reading

/// What the rules made of their examples, as a table for a terminal, with what is wrong below it.
struct RuleTable {
    private let report: RuleReport
    private static let header = [
        "rule", "positive", "negative", "true", "false", "missed", "precision", "recall", "fired",
    ]

    init(_ report: RuleReport) {
        self.report = report
    }

    var text: String {
        let rules = report.rules
        let withExamples = rules.filter { $0.positive + $0.negative > 0 }
        return Self.align(withExamples.map(Self.row) + [Self.row(report.total)])
            + Self.list("Rules without a positive example", rules.filter { $0.positive == 0 })
            + Self.list("Rules without a negative example", rules.filter { $0.negative == 0 })
            + Self.paragraph("Rules of statements.yaml, without examples", report.unexampled)
            + failures
    }

    private var failures: String {
        let failed = report.failures
        guard !failed.isEmpty else {
            return "\nAll \(report.outcomes.count) examples are read as they say.\n"
        }
        let lines = failed.map { outcome in
            let found =
                outcome.found.isEmpty ? "nothing" : outcome.found.joined(separator: "\n    ")
            return
                "\n\(outcome.rule): \(outcome.text)\n    wanted \(outcome.wanted), read: \(found)\n"
        }
        return "\n\(failed.count) of \(report.outcomes.count) examples fail:\n" + lines.joined()
    }

    // MARK: - Writing

    private static func row(_ rule: RuleReport.Rule) -> [String] {
        [
            rule.id, "\(rule.positive)", "\(rule.negative)", "\(rule.matched)",
            "\(rule.spurious)", "\(rule.missed)", share(rule.precision), share(rule.recall),
            "\(rule.fired)",
        ]
    }

    /// A share with two decimals.
    private static func share(_ value: Double?) -> String {
        guard let value else { return "–" }
        let hundredths = Int((value * 100).rounded())
        return hundredths == 100 ? "1.00" : ".\(hundredths / 10)\(hundredths % 10)"
    }

    private static func align(_ rows: [[String]]) -> String {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            let cells = row.indices.map { column in
                let blanks = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + blanks : blanks + row[column]
            }
            return cells.joined(separator: "  ") + "\n"
        }
        .joined()
    }

    private static func list(_ title: String, _ rules: [RuleReport.Rule]) -> String {
        paragraph(title, rules.map(\.id))
    }

    /// Some ids under a title, in lines of at most 100 columns; nothing where there are none.
    private static func paragraph(_ title: String, _ ids: [String]) -> String {
        guard !ids.isEmpty else { return "" }
        var text = "\n\(title) (\(ids.count)):\n"
        var line = " "
        for id in ids {
            if line.count + id.count + 1 > 100 {
                text += line + "\n"
                line = " "
            }
            line += " " + id
        }
        return text + line + "\n"
    }
}
