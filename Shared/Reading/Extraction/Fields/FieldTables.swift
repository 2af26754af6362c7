/// The tables of a document as rows of cells, and what the titles of their columns say.
struct FieldTables {
    let text: ScalarText
    let layout: Layout
    let fields: FieldLexicon

    struct Cell {
        var row: Int
        var column: Int
        var block: Int
        var range: Range<Int>
    }

    typealias Titles = [Int: (role: FieldLexicon.Role, range: Range<Int>)]

    /// How many of a table's first rows may be the one with the titles.
    static let headersMax = 3

    func tables() -> [[Cell]] {
        var tables: [[Cell]] = []
        var last: Int?
        for (place, block) in layout.blocks.enumerated() {
            guard case .cell(let table, let row, let column) = block.kind else { continue }
            if table != last { tables.append([]) }
            last = table
            let start = block.label?.lowerBound ?? block.range.lowerBound
            tables[tables.count - 1].append(
                Cell(
                    row: row,
                    column: column,
                    block: place,
                    range: start..<max(start, block.range.upperBound)
                )
            )
        }
        return tables
    }

    func role(_ cell: Cell) -> FieldLexicon.Role? { fields.role(of: text.string(cell.range)) }

    /// What the cells of a row say of their columns.
    func titles(_ cells: [Cell], row: Int) -> Titles {
        var titles: Titles = [:]
        for cell in cells where cell.row == row {
            if let role = role(cell) { titles[cell.column] = (role, cell.range) }
        }
        // A column that describes is what was bought, where no other column says so.
        if !titles.values.contains(where: { $0.role == .system }),
            let cell = cells.first(where: { $0.row == row && isDescription($0) })
        {
            titles[cell.column] = (.system, cell.range)
        }
        return titles
    }

    /// Whether a row's titles are those of a table of deals.
    func tellsDeals(_ titles: Titles) -> Bool {
        let roles = Set(titles.values.map(\.role))
        return roles.count >= 2 && (roles.contains(.supplier) || roles.contains(.financier))
    }

    private func isDescription(_ cell: Cell) -> Bool {
        fields.isDescription(text.string(cell.range))
    }
}
