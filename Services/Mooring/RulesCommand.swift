import ArgumentParser
import Foundation
import Gazetteer
import Reading

/// `mooring rules`.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Run the reading rules' examples: precision and recall for each rule.",
        discussion: """
            Each example of examples.yaml and relation-examples.yaml is read by itself. It is right \
            where exactly the deals or ties that it names are read from it, and none where it names \
            none. For each rule the table has its positive and negative examples, what was rightly \
            read (true), wrongly read (false) and not read (missed), precision and recall over its \
            examples, and in how many of the positive ones the rule itself fired.

            Exit status: 0 where every example is read as it says, 1 where one is not.
            """
    )

    @Option(help: "A folder with gazetteer data; the built-in data if not given.")
    var gazetteer: String?

    @Option(help: "Only rules whose id starts so, such as supply or loan.sum.")
    var rule: String?

    func run() async throws {
        let catalogue =
            try gazetteer.map { try Catalogue(contentsOf: URL(fileURLWithPath: $0)) }
            ?? Catalogue.bundled()
        var report = try RuleBench(reader: Reader(catalogue: catalogue)).run()
        if let rule {
            report.outcomes.removeAll { !$0.rule.hasPrefix(rule) }
            report.unexampled.removeAll { !$0.hasPrefix(rule) }
        }
        Terminal.write(RuleTable(report).text)
        if !report.failures.isEmpty { throw ExitCode(1) }
    }
}
