/// What came of running the rules' examples.
package struct RuleReport: Sendable {
    /// Each example, in the order of the files.
    package var outcomes: [Outcome]
    /// Rules of `statements.yaml`, which has no examples of its own.
    package var unexampled: [String]

    /// What was read from one example.
    package struct Outcome: Sendable {
        /// The rule that the example belongs to, without its version.
        package var rule: String
        package var subject: Subject
        package var text: String
        /// How many deals or ties may be read; 0 for a text that the rule must leave alone.
        package var wanted: Int
        /// How many of them were read.
        package var matched: Int
        /// How many others were read.
        package var spurious: Int
        /// Whether exactly what is wanted was read.
        package var isRight: Bool
        /// The rules that fired, without their versions.
        package var fired: Set<String>
        /// What was read, to be shown where it is wrong.
        package var found: [String]
    }

    package enum Subject: String, Sendable {
        case deals, ties
    }

    /// What a rule made of its own examples.
    package struct Rule: Sendable {
        package var id: String
        package var positive = 0
        package var negative = 0
        package var matched = 0
        package var spurious = 0
        package var missed = 0
        /// In how many positive examples the rule itself fired, and not only another one.
        package var fired = 0

        /// How much of what was read is right, 0…1; `nil` where nothing was read.
        package var precision: Double? { Self.share(matched, spurious) }
        /// How much of what is wanted was read, 0…1; `nil` where nothing is wanted.
        package var recall: Double? { Self.share(matched, missed) }

        private static func share(_ part: Int, _ rest: Int) -> Double? {
            part + rest == 0 ? nil : Double(part) / Double(part + rest)
        }
    }

    package var failures: [Outcome] { outcomes.filter { !$0.isRight } }

    /// The rules that have examples, and those that fired in one but have none, by id.
    package var rules: [Rule] {
        var found: [String: Rule] = [:]
        for outcome in outcomes {
            var rule = found[outcome.rule] ?? Rule(id: outcome.rule)
            if outcome.wanted > 0 { rule.positive += 1 } else { rule.negative += 1 }
            rule.matched += outcome.matched
            rule.spurious += outcome.spurious
            rule.missed += outcome.wanted - outcome.matched
            if outcome.wanted > 0, outcome.fired.contains(outcome.rule) { rule.fired += 1 }
            found[outcome.rule] = rule
        }
        for id in outcomes.flatMap(\.fired) where found[id] == nil { found[id] = Rule(id: id) }
        return found.values.sorted { $0.id < $1.id }
    }

    /// All examples together.
    package var total: Rule {
        rules.reduce(into: Rule(id: "all")) { sum, rule in
            sum.positive += rule.positive
            sum.negative += rule.negative
            sum.matched += rule.matched
            sum.spurious += rule.spurious
            sum.missed += rule.missed
            sum.fired += rule.fired
        }
    }
}
