import Evidence
import Foundation
import Yams

/// The alert rules of a configuration file, checked.
package struct AlertRules: Hashable, Sendable {
    /// In the order of the file.
    package let rules: [AlertRule]

    package init(_ rules: [AlertRule]) {
        self.rules = rules
    }

    /// The rules that are delivered with the module.
    ///
    /// - Throws: ``AlertRulesError`` where the file is missing or unusable.
    package static func bundled() throws(AlertRulesError) -> AlertRules {
        guard
            let url = Bundle.module.url(
                forResource: "alerts",
                withExtension: "yaml",
                subdirectory: "Data"
            ), let yaml = try? String(contentsOf: url, encoding: .utf8)
        else { throw AlertRulesError("alerts.yaml is not where it was delivered") }
        return try AlertRules(yaml: yaml)
    }

    /// Reads rules in YAML, of which JSON is a part.
    ///
    /// - Throws: ``AlertRulesError`` that names the rule and what is wrong with it.
    package init(yaml: String) throws(AlertRulesError) {
        let file: File
        do {
            file = try YAMLDecoder().decode(File.self, from: yaml)
        } catch {
            throw AlertRulesError("the alert rules cannot be read: \(error)")
        }
        var rules: [AlertRule] = []
        for row in file.rules {
            guard !rules.contains(where: { $0.id == row.id }) else {
                throw AlertRulesError("the alert rule “\(row.id)” is there twice")
            }
            rules.append(try row.rule())
        }
        self.rules = rules
    }

    private struct File: Decodable {
        var rules: [Row]
    }
}

/// What is wrong with a file of alert rules.
package struct AlertRulesError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension AlertRules {
    /// A rule as the file writes it.
    private struct Row: Decodable {
        var id: String
        var kind: AlertRule.Kind
        var score: Dimension?
        var raise: Double?
        var clear: Double?
        var points: Double?
        var level: Int?
        var functions: [GovernmentFunction]?
        var calm: Int?
        var baseline: Int?

        func rule() throws(AlertRulesError) -> AlertRule {
            let isName = id.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
            guard isName, !id.isEmpty else {
                throw AlertRulesError("“\(id)” is no name of a rule: use a–z, 0–9 and dashes")
            }
            guard calm ?? 1 >= 1 else { throw wrong("calm must be 1 or more") }
            guard (0...1000).contains(baseline ?? 0) else {
                throw wrong("baseline must be 0 to 1000")
            }
            return AlertRule(
                id: id,
                condition: try condition(),
                calm: calm ?? 1,
                baseline: baseline ?? 0
            )
        }

        private func condition() throws(AlertRulesError) -> AlertRule.Condition {
            switch kind {
            case .threshold:
                let raise = try present(raise, "raise")
                let clear = try present(clear, "clear")
                guard 0 < clear, clear < raise, raise <= 100 else {
                    throw wrong("clear must be above 0 and below raise, raise at most 100")
                }
                return .threshold(try present(score, "score"), raise: raise, clear: clear)
            case .jump:
                let points = try present(points, "points")
                guard points > 0 else { throw wrong("points must be above 0") }
                return .jump(try present(score, "score"), points: points)
            case .floor:
                let level = try present(level, "level")
                guard (1...4).contains(level) else { throw wrong("level must be 1 to 4") }
                return .floor(try present(score, "score"), level: level)
            case .foreignControl:
                let functions = try present(functions, "functions")
                guard !functions.isEmpty else { throw wrong("functions must not be empty") }
                return .foreignControl(functions)
            }
        }

        private func present<Value>(
            _ value: Value?,
            _ name: String
        ) throws(AlertRulesError) -> Value {
            guard let value else { throw wrong("\(name) is missing") }
            return value
        }

        private func wrong(_ reason: String) -> AlertRulesError {
            AlertRulesError("the alert rule “\(id)” cannot be used: \(reason)")
        }
    }
}
