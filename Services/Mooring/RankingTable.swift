/// The ranking as a table for a terminal or in Markdown.
struct RankingTable {
    private let list: RankingList
    private static let header = [
        "", "government", "D", "D interval", "coverage", "floor", "L", "L interval", "coverage",
    ]

    init(_ list: RankingList) {
        self.list = list
    }

    var text: String {
        guard let first = list.items.first else { return "nothing is scored yet\n" }
        let ranked = rows(ranked: true)
        let noneRanked = "no government is ranked: too little is known of each\n"
        return """
            Data-sovereignty exposure (D) and lock-in exposure (L), 0 none – 100 the most
            as of \(first.asOf) · methodology \(first.methodology) · profile \(first.profile)

            \(ranked.isEmpty ? noneRanked : Self.align(ranked))\
            \(insufficient.isEmpty ? "" : "\ninsufficient evidence (D known for less than 10 % of the grid)\n")\
            \(Self.align(rows(ranked: false)))
            """
    }

    var markdown: String {
        let ranked = Self.markdown(rows(ranked: true))
        guard !insufficient.isEmpty else { return ranked }
        return ranked + "\n## Insufficient evidence\n\n" + Self.markdown(rows(ranked: false))
    }

    private var insufficient: [RankingList.Item] { list.items.filter { $0.rank == nil } }

    private func rows(ranked: Bool) -> [[String]] {
        let items = list.items.filter { ($0.rank != nil) == ranked }
        return items.map { item in
            let d = item.dataSovereignty
            let l = item.lockIn
            return [
                item.rank.map { "\($0)" } ?? "–", item.name,
                Self.evidenced(d), Self.interval(d), Self.percent(d.coverage),
                d.floor ?? "–",
                Self.evidenced(l), Self.interval(l), Self.percent(l.coverage),
            ]
        }
    }

    // MARK: - Writing

    private static func align(_ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { width($0[column]) }.max() ?? 0 }
        return all.map { row in
            let cells = row.indices.map { column in
                let blanks = String(repeating: " ", count: widths[column] - width(row[column]))
                return column == 1 ? row[column] + blanks : blanks + row[column]
            }
            return cells.joined(separator: "  ") + "\n"
        }.joined()
    }

    private static func markdown(_ rows: [[String]]) -> String {
        let lines = [header, header.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// How many columns of a terminal a text takes.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFDC).contains($1.value) ? 2 : 1) }
    }

    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// What is evidenced of a score; nothing known is not zero.
    private static func evidenced(_ figures: RankingList.Figures) -> String {
        figures.isKnown ? number(figures.evidenced) : "unknown"
    }

    static func interval(_ figures: RankingList.Figures) -> String {
        "\(number(figures.evidenced))–\(number(figures.hi))"
    }

    static func percent(_ value: Double) -> String {
        let percent = Int((value * 100).rounded())
        return percent == 0 && value > 0 ? "< 1 %" : "\(percent) %"
    }
}
