/// Where forms and tables say that a supplier or a buyer is named, before any name is known.
struct FieldSlots {
    let tables: FieldTables

    /// The longest content that is nothing but names, in scalars.
    private static let lengthMax = 90

    func slots() -> [NameSlot] { (forms() + columns() + uprights()).filter(isName) }

    private func forms() -> [NameSlot] {
        tables.layout.blocks.compactMap { block in
            guard !block.isCell, let label = block.label, !label.isEmpty, label.count <= 40 else {
                return nil
            }
            return slot(block.range, under: label)
        }
    }

    private func columns() -> [NameSlot] {
        tables.tables().flatMap { cells -> [NameSlot] in
            for row in 0..<FieldTables.headersMax {
                let titles = tables.titles(cells, row: row)
                guard tables.tellsDeals(titles) else { continue }
                return cells.filter { $0.row > row }.compactMap { cell in
                    titles[cell.column].flatMap { slot(cell.range, under: $0.range) }
                }
            }
            return []
        }
    }

    /// Tables whose first column has the labels.
    private func uprights() -> [NameSlot] {
        tables.tables().flatMap { cells -> [NameSlot] in
            let pairs = zip(cells, cells.dropFirst()).filter { label, content in
                label.column == 0 && content.column == 1 && content.row == label.row
                    && tables.role(label) != nil && tables.role(content) == nil
            }
            guard pairs.count >= 3 else { return [] }
            return pairs.compactMap { slot($1.range, under: $0.range) }
        }
    }

    private func slot(_ range: Range<Int>, under label: Range<Int>) -> NameSlot? {
        let title = tables.text.string(label)
        switch tables.fields.role(of: title) {
        case .supplier, .operator: return NameSlot(range: range, part: .supplier)
        case .recipient where !tables.fields.isLoose(title):
            let part: NameSlot.Part = tables.fields.isPlace(title) ? .place : .buyer
            return NameSlot(range: range, part: part)
        default: return nil
        }
    }

    /// Whether a content is short enough, and does not say that nobody is named.
    private func isName(_ slot: NameSlot) -> Bool {
        guard (2...Self.lengthMax).contains(slot.range.count) else { return false }
        let content = tables.text.string(slot.range)
        return !tables.fields.namesNobody(content)
    }
}
