import Evidence

/// Tables: rows under a header, and labels in a first column.
extension FieldReader {
    private struct Cell {
        var row: Int
        var column: Int
        var block: Int
        var range: Range<Int>
    }

    private func tables() -> [[Cell]] {
        var tables: [[Cell]] = []
        var last: Int?
        for (place, block) in context.layout.blocks.enumerated() {
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

    private func role(_ cell: Cell) -> FieldLexicon.Role? {
        lexicon.fields.role(of: context.text.string(cell.range))
    }

    /// The column without a known title most of whose cells name a government; given by its header.
    private func ownersColumn(
        _ cells: [Cell],
        _ titles: [Int: (role: FieldLexicon.Role, range: Range<Int>)]
    ) -> Cell? {
        guard let first = cells.first?.row else { return nil }
        let headers = cells.filter { $0.row == first && titles[$0.column] == nil }
        return headers.first { header in
            let column = cells.filter { $0.column == header.column && $0.row > first }
            let named = column.filter { cell in
                mentions.contains { mention in
                    mention.kind.isGovernment && cell.range.contains(mention.range.lowerBound)
                }
            }
            return column.count >= 2 && named.count * 10 >= column.count * 6
        }
    }

    private func isDescription(_ cell: Cell) -> Bool {
        ["description", "details", "scope", "purpose", "scope of work", "requirement", "lot"]
            .contains(context.text.string(cell.range).lowercased())
    }

    /// The rows of tables one of whose first rows names the parts of the columns.
    func rows() -> [[Field]] {
        tables().flatMap { rows($0) }
    }

    private func rows(_ cells: [Cell]) -> [[Field]] {
        for header in 0..<3 {
            var titles: [Int: (role: FieldLexicon.Role, range: Range<Int>)] = [:]
            for cell in cells where cell.row == header {
                if let role = role(cell) { titles[cell.column] = (role, cell.range) }
            }
            // A column that describes is what was bought, where no other column says so.
            if !titles.values.contains(where: { $0.role == .system }),
                let cell = cells.first(where: { $0.row == header && isDescription($0) })
            {
                titles[cell.column] = (.system, cell.range)
            }
            if !titles.values.contains(where: { $0.role == .recipient }),
                let owners = ownersColumn(cells.filter { $0.row >= header }, titles)
            {
                titles[owners.column] = (.recipient, owners.range)
            }
            let roles = Set(titles.values.map(\.role))
            guard roles.count >= 2, roles.contains(.supplier) || roles.contains(.financier) else {
                continue
            }
            return rows(cells.filter { $0.row > header }, titles)
        }
        return []
    }

    private func rows(
        _ cells: [Cell],
        _ titles: [Int: (role: FieldLexicon.Role, range: Range<Int>)]
    ) -> [[Field]] {
        var rows: [[Field]] = []
        var last: Int?
        for cell in cells {
            if cell.row != last { rows.append([]) }
            last = cell.row
            guard let title = titles[cell.column] else { continue }
            rows[rows.count - 1].append(
                Field(
                    role: title.role,
                    range: cell.range,
                    block: cell.block,
                    header: title.range
                )
            )
        }
        return rows
    }

    /// Tables that are forms: labels in the first column, contents in the second.
    func uprights() -> [[Field]] {
        tables().compactMap { cells in
            guard rows(cells).isEmpty else { return nil }
            var fields: [Field] = []
            for (index, cell) in cells.enumerated().dropLast() where cell.column % 2 == 0 {
                let next = cells[index + 1]
                guard next.row == cell.row, next.column == cell.column + 1,
                    let role = role(cell), self.role(next) == nil
                else { continue }
                fields.append(
                    Field(role: role, range: next.range, block: next.block, header: cell.range)
                )
            }
            return fields.count >= 3 ? fields : nil
        }
    }
}
