import Scoring

/// Which broken rules are noticed by which properties and references.
struct MutationTable {
    /// Every rule that can be broken, with the names of what notices it in the worlds tried.
    private(set) var rows: [(mutation: Mutation, noticedBy: [String])] = []

    /// Tries every pair in a number of worlds, until one notices.
    init(seeds: UInt64) throws {
        for mutation in Mutation.allCases {
            let noticing = try (Property.all + Reference.all).filter {
                try $0.notices(mutation, seeds: seeds)
            }
            rows.append((mutation, noticing.map(\.name)))
        }
    }

    /// A line for each rule, one for each property that nothing shows failing, and the share.
    var text: String {
        let killed = rows.filter { !$0.noticedBy.isEmpty }.count
        let failing = Set(rows.flatMap(\.noticedBy))
        let idle = Property.all.map(\.name).filter { !failing.contains($0) }
        let lines = rows.map { row in
            let first = row.noticedBy.first.map { ", among them: \($0)" } ?? " – NOT NOTICED"
            return "\(row.mutation): noticed by \(row.noticedBy.count)\(first)"
        }
        return
            (lines + idle.map { "never fails: \($0)" } + [
                "\(killed) of \(rows.count) broken rules are noticed;"
                    + " \(Property.all.count - idle.count) of \(Property.all.count) properties fail under one"
            ]).joined(separator: "\n")
    }
}

extension Property {
    /// Whether a world shows that a rule is broken.
    func notices(_ mutation: Mutation, seeds: UInt64) throws -> Bool {
        try (0..<(isSeeded ? seeds : 1)).contains { try !holds($0, mutation) }
    }
}
