import Evidence

/// Reads deals from forms and tables: award notices, fact boxes, lists with a header row.
struct FieldReader {
    let context: DocumentContext
    let lexicon: ReadingLexicon
    let mentions: [Mention]

    /// One field: its part, where its content stands, and the block that it is.
    private struct Field {
        var role: FieldLexicon.Role
        var range: Range<Int>
        var block: Int
        /// The column's heading, whose unit counts for its cells.
        var header: Range<Int>?
    }

    func read() {
        guard !isVoid else { return }
        for form in forms() { readForm(form) }
        for row in rows() { readForm(row) }
    }

    /// Whether a title says that nothing was awarded.
    private var isVoid: Bool {
        let titles = context.layout.blocks.prefix(4).map { block in
            context.text.string(
                (block.label?.lowerBound ?? block.range.lowerBound)..<block.range.upperBound
            ).lowercased()
        }
        return titles.contains { title in lexicon.fields.void.contains(where: title.contains) }
    }

    // MARK: - Forms

    /// The runs of labelled blocks.
    private func forms() -> [[Field]] {
        var forms: [[Field]] = []
        var current: [Field] = []
        var gap = 0
        for (place, block) in context.layout.blocks.enumerated() {
            guard !block.isCell, let label = block.label,
                let role = lexicon.fields.role(of: context.text.string(label))
            else {
                gap += 1
                if gap > Self.gapMax { close(&current, &forms) }
                continue
            }
            let isRepeated =
                role == .system && current.contains { $0.role == .system && $0.block != place }
                && current.contains { $0.role == .supplier }
            if isRepeated { close(&current, &forms) }
            current.append(Field(role: role, range: block.range, block: place))
            gap = 0
        }
        close(&current, &forms)
        return forms
    }

    /// How many other blocks may stand between two fields of one form.
    private static let gapMax = 6

    private func close(_ current: inout [Field], _ forms: inout [[Field]]) {
        if !current.isEmpty { forms.append(current) }
        current = []
    }

    // MARK: - Tables

    /// The rows of tables whose first row names the parts of the columns.
    private func rows() -> [[Field]] {
        var headers: [Int: [Int: FieldLexicon.Role]] = [:]
        var rows: [[Int]: [Field]] = [:]
        var titles: [[Int]: Range<Int>] = [:]
        for (place, block) in context.layout.blocks.enumerated() {
            guard case .cell(let table, let row, let column) = block.kind else { continue }
            if row == 0 {
                if let role = lexicon.fields.role(of: context.text.string(block.range)) {
                    headers[table, default: [:]][column] = role
                    titles[[table, column]] = block.range
                }
            } else if let header = headers[table], header.count >= 3, let role = header[column] {
                rows[[table, row], default: []].append(
                    Field(
                        role: role,
                        range: block.range,
                        block: place,
                        header: titles[[table, column]]
                    )
                )
            }
        }
        return rows.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { rows[$0] }
    }

    // MARK: - One deal

    private func readForm(_ fields: [Field]) {
        let suppliers = fields.filter { $0.role == .supplier }.flatMap { parties($0.range) }.filter(
            \.canSupply
        )
        let financiers = fields.filter { $0.role == .financier }.flatMap { parties($0.range) }
            .filter(\.canFinance)
        let recipients = fields.filter { $0.role == .recipient }.flatMap { parties($0.range) }
            .filter(\.kind.isGovernment)
        let operators = fields.filter { $0.role == .operator }.flatMap { parties($0.range) }.filter(
            \.canSupply
        )
        guard let system = fields.first(where: { $0.role == .system && !$0.range.isEmpty }) ?? nil
        else {
            addProvider(fields, suppliers)
            return
        }
        guard !suppliers.isEmpty || !financiers.isEmpty else { return }
        let kind =
            category(of: context.text.string(system.range)) ?? headingCategory(above: system.block)
        var draft = Draft(
            system: context.text.string(system.range),
            isNamed: true,
            category: kind?.category ?? .other,
            categoryWeight: kind == nil ? 0 : 3,
            quote: quote(fields, system),
            block: system.block
        )
        draft.add(suppliers, to: \.suppliers)
        draft.add(financiers, to: \.financiers)
        draft.add(recipients, to: \.recipients)
        draft.add(operators, to: \.operators)
        fillValues(&draft, fields)
        draft.fire("form.fields@1")
        if draft.recipients.isEmpty, context.scopes[system.block] == nil { return }
        context.drafts.append(draft)
    }

    private func fillValues(_ draft: inout Draft, _ fields: [Field]) {
        draft.setStatus(.contracted, rank: 6)
        for field in fields {
            let text = context.text.string(field.range)
            switch field.role {
            case .amount: draft.money = draft.money ?? money(field)
            case .date: draft.date = draft.date ?? date(field.range)
            case .procedure: draft.award = draft.award ?? lexicon.fields.award(text)
            case .status:
                if let status = lexicon.fields.status(text) { draft.setStatus(status, rank: 7) }
            default: break
            }
        }
        draft.money?.measures = .contract
    }

    /// A provider named beside a description: it supplies what the description speaks of.
    private func addProvider(_ fields: [Field], _ suppliers: [Party]) {
        guard !suppliers.isEmpty, let block = fields.first?.block,
            let heading = context.layout.blocks[block].headings.last
        else { return }
        for place in context.drafts.indices
        where context.layout.blocks[context.drafts[place].block].headings.last == heading {
            guard context.drafts[place].suppliers.isEmpty, !context.drafts[place].isSupplierWithheld
            else { continue }
            context.drafts[place].add(suppliers, to: \.suppliers)
            context.drafts[place].fire("form.provider@1")
        }
    }

    private func parties(_ range: Range<Int>) -> [Party] {
        mentions.filter { range.contains($0.range.lowerBound) }
            .compactMap { context.party($0.entity, surface: $0.surface) }
    }

    /// The kind of system that a heading above a block speaks of, or the document's title.
    private func headingCategory(above block: Int) -> SystemTerm? {
        let blocks = context.layout.blocks
        for heading in blocks[block].headings.reversed() {
            if let term = category(of: context.text.string(blocks[heading].range)) { return term }
        }
        return blocks.first.flatMap { category(of: context.text.string($0.range)) }
    }

    private func category(of text: String) -> SystemTerm? {
        let scalars = ScalarText(text)
        return lexicon.system(LexemeReader.tokens(of: scalars, in: 0..<scalars.count))
    }

    private func money(_ field: Field) -> Money? {
        quantities(labelled(field)).lazy.compactMap {
            if case .money(let money) = $0.value { money } else { nil }
        }.first
            ?? plainMoney(field)
    }

    /// An amount whose currency and multiplier stand in the label: `Value (EUR million): 1.2`.
    private func plainMoney(_ field: Field) -> Money? {
        guard let label = field.header ?? context.layout.blocks[field.block].label else {
            return nil
        }
        let numbers = quantities(field.range).lazy.compactMap { quantity -> Double? in
            switch quantity.value {
            case .number(let number): number
            case .date(let date): Double(date.year)
            default: nil
            }
        }
        guard let number = numbers.first else { return nil }
        let words = LexemeReader.tokens(of: context.text, in: label)
        let table = lexicon.quantities.words
        let code = words.indices.lazy
            .compactMap {
                table.after.match(words, at: $0)?.value ?? table.before.match(words, at: $0)?.value
            }.first
        let scale = words.lazy.compactMap { table.scales[$0.text] }.first ?? 1
        return code.map { Money(value: number * scale, currency: $0) }
    }

    private func labelled(_ field: Field) -> Range<Int> { field.range }

    private func date(_ range: Range<Int>) -> PartialDate? {
        quantities(range).lazy.compactMap {
            if case .date(let date) = $0.value { date } else { nil }
        }.first
    }

    private func quantities(_ range: Range<Int>) -> [Quantity] {
        lexicon.quantities.quantities(in: LexemeReader.tokens(of: context.text, in: range))
    }

    /// From the first field to the last, where that is short; else the fields around the system.
    private func quote(_ fields: [Field], _ system: Field) -> Range<Int> {
        let starts = fields.map {
            context.layout.blocks[$0.block].label?.lowerBound ?? $0.range.lowerBound
        }
        let ends = fields.map(\.range.upperBound)
        let whole =
            (starts.min() ?? system.range.lowerBound)..<(ends.max() ?? system.range.upperBound)
        if whole.count <= 900 { return whole }
        let start = context.layout.blocks[system.block].label?.lowerBound ?? system.range.lowerBound
        return start..<system.range.upperBound
    }
}
