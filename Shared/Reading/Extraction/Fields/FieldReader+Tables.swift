import Evidence

/// Tables: rows under a header, and labels in a first column.
extension FieldReader {
    private typealias Cell = FieldTables.Cell

    private var grid: FieldTables {
        FieldTables(text: context.text, layout: context.layout, fields: lexicon.fields)
    }

    /// The column without a known title most of whose cells name a government; given by its header.
    private func ownersColumn(
        _ cells: [Cell],
        _ titles: FieldTables.Titles
    ) -> Cell? {
        guard let first = cells.first?.row else { return nil }
        let headers = cells.filter {
            $0.row == first && titles[$0.column] == nil
                && !lexicon.fields.isAside(context.text.string($0.range))
        }
        let columns = Dictionary(grouping: cells.filter { $0.row > first }, by: \.column)
        return headers.first { header in
            let column = columns[header.column] ?? []
            let named = column.filter { cell in
                mentions.starting(in: cell.range).contains { $0.kind.isGovernment }
            }
            return column.count >= 2 && named.count * 10 >= column.count * 6
        }
    }

    /// The rows of tables one of whose first rows names the parts of the columns.
    func rows() -> [[Field]] {
        grid.tables().flatMap { rows($0) }
    }

    private func rows(_ cells: [Cell]) -> [[Field]] {
        let grid = grid
        for header in 0..<FieldTables.headersMax {
            var titles = grid.titles(cells, row: header)
            if !titles.values.contains(where: { $0.role == .recipient }),
                let owners = ownersColumn(cells.filter { $0.row >= header }, titles)
            {
                titles[owners.column] = (.recipient, owners.range)
            }
            guard grid.tellsDeals(titles) else { continue }
            return rows(cells.filter { $0.row > header }, titles)
        }
        return []
    }

    private func rows(
        _ cells: [Cell],
        _ titles: FieldTables.Titles
    ) -> [[Field]] {
        var rows: [[Field]] = []
        var last: Int?
        let hasSums = titles.values.contains { $0.role == .amount }
        for cell in cells {
            if cell.row != last { rows.append([]) }
            last = cell.row
            let title = titles[cell.column]
            // A cell that is a sum is one, whatever its column is called.
            let isSum = title == nil && !hasSums && isSum(cell.range)
            guard let role = title?.role ?? (isSum ? .amount : nil) else { continue }
            rows[rows.count - 1].append(
                Field(role: role, range: cell.range, block: cell.block, header: title?.range)
            )
        }
        return rows
    }

    /// Whether a content is one sum of money with its currency and little else.
    private func isSum(_ range: Range<Int>) -> Bool {
        guard range.count <= Self.sumMax else { return false }
        return quantities(range).count(where: \.isMoney) == 1
    }

    /// The longest content that is a sum, in scalars.
    private static let sumMax = 30

    /// Tables that are forms: labels in the first column, contents in the second.
    func uprights() -> [[Field]] {
        let grid = grid
        return grid.tables().compactMap { cells in
            guard rows(cells).isEmpty else { return nil }
            var fields: [Field] = []
            for (index, cell) in cells.enumerated().dropLast() where cell.column % 2 == 0 {
                let next = cells[index + 1]
                guard next.row == cell.row, next.column == cell.column + 1,
                    let role = grid.role(cell), grid.role(next) == nil
                else { continue }
                fields.append(
                    Field(role: role, range: next.range, block: next.block, header: cell.range)
                )
            }
            return fields.count >= 3 ? fields : nil
        }
    }
}
