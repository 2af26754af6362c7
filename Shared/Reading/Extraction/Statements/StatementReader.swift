import Evidence

/// Reads statements of risk and protection, and incidents, by lexicalised patterns.
struct StatementReader: Sendable {
    private let rules: [StatementRule]
    private let table: CueTable
    /// The groups of each rule: those it needs, then those it must not find.
    private let groups: [(needed: [Int], barred: [Int])]
    /// For each group the rule whose first it is; -1 for none.
    private let rulesByFirst: [Int]

    init(_ rules: [StatementRule]) {
        var table = CueTable()
        var groups: [(needed: [Int], barred: [Int])] = []
        var next = 0
        func add(_ cues: [String]) -> Int {
            for cue in cues { table.insert(cue, group: next) }
            next += 1
            return next - 1
        }
        for rule in rules {
            groups.append((rule.all.map(add), (rule.unless ?? []).map(add)))
        }
        self.rules = rules
        self.table = table
        self.groups = groups
        var firsts = [Int](repeating: -1, count: next)
        for (place, group) in groups.enumerated() {
            if let first = group.needed.first { firsts[first] = place }
        }
        rulesByFirst = firsts
    }

    /// What a rule found in a sentence.
    struct Match {
        var rule: StatementRule
        /// The tokens from its first cue to its last.
        var tokens: Range<Int>
    }

    func matches(_ tokens: [Lexeme], marks: [Int: [String]]) -> [Match] {
        let hits = table.hits(tokens, marks: marks)
        guard !hits.isEmpty else { return [] }
        var isHit = [Bool](repeating: false, count: rulesByFirst.count)
        var places: [Int] = []
        for (group, _) in hits where !isHit[group] {
            isHit[group] = true
            if rulesByFirst[group] >= 0 { places.append(rulesByFirst[group]) }
        }
        var found: [Match] = []
        for place in places.sorted() {
            let (needed, barred) = groups[place]
            guard needed.allSatisfy({ isHit[$0] }), !barred.contains(where: { isHit[$0] }) else {
                continue
            }
            let rule = rules[place]
            let lists = needed.map { group in hits.filter { $0.group == group }.map(\.tokens) }
            guard let range = closest(lists, span: rule.span ?? Int.max) else { continue }
            found.append(Match(rule: rule, tokens: range))
        }
        return found
    }

    /// The first place where a cue of every list stands within a span.
    private func closest(_ lists: [[Range<Int>]], span: Int) -> Range<Int>? {
        guard let first = lists.first else { return nil }
        for start in first {
            var range = start
            var isNear = true
            for list in lists.dropFirst() {
                let best = list.min {
                    distance($0, start) < distance($1, start)
                }
                guard let best, distance(best, start) <= span else {
                    isNear = false
                    break
                }
                range =
                    min(range.lowerBound, best.lowerBound)..<max(range.upperBound, best.upperBound)
            }
            if isNear { return range }
        }
        return nil
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        if left.overlaps(right) { return 0 }
        return left.lowerBound >= right.upperBound
            ? left.lowerBound - right.upperBound : right.lowerBound - left.upperBound
    }
}
