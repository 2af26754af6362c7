import Evidence

/// Reads deals from forms and tables: award notices, fact boxes, lists with a header row.
struct FieldReader {
    let context: DocumentContext
    let lexicon: ReadingLexicon
    let mentions: [Mention]
    /// Capitalised words that may be a supplier's name.
    let possible: [Mention]
    /// Where these begin.
    let possibleStarts: StartIndex
    /// Whether the document is one notice as a whole.
    let isNotice: Bool

    /// How many buyers or systems that all rows of a document may share are looked at.
    private static let sharedMax = 40

    init(
        context: DocumentContext,
        lexicon: ReadingLexicon,
        mentions: [Mention],
        possible: [Mention]
    ) {
        self.context = context
        self.lexicon = lexicon
        self.mentions = mentions
        self.possible = possible
        possibleStarts = StartIndex(possible.map(\.range.lowerBound))
        isNotice = Self.isTitled(lexicon.fields.notice, context)
    }

    /// One field: its part, where its content stands, and the block that it is.
    struct Field {
        var role: FieldLexicon.Role
        var range: Range<Int>
        var block: Int
        /// The column's heading, whose unit counts for its cells.
        var header: Range<Int>?
    }

    func read() {
        // A title says that nothing was awarded.
        guard !Self.isTitled(lexicon.fields.void, context) else { return }
        let forms = forms() + uprights()
        for form in forms {
            for lot in lots(form) { readForm(lot) }
        }
        let shared = forms.lazy.flatMap { $0 }
            .filter { $0.role == .recipient || $0.role == .system }.prefix(Self.sharedMax)
        for row in rows() {
            let missing = shared.filter { field in !row.contains { $0.role == field.role } }
            readForm(row + missing)
        }
    }

    /// Whether one of the first lines has one of the words.
    private static func isTitled(_ words: [String], _ context: DocumentContext) -> Bool {
        let titles = context.layout.blocks.prefix(4).map { block in
            FieldLexicon.folded(
                context.text.string(
                    (block.label?.lowerBound ?? block.range.lowerBound)..<block.range.upperBound
                )
            )
        }
        return titles.contains { title in words.contains(where: title.contains) }
    }

    // MARK: - Forms

    /// The runs of labelled blocks; in a notice all of them.
    private func forms() -> [[Field]] {
        var forms: [[Field]] = []
        var current: [Field] = []
        var gap = 0
        var section: FieldLexicon.Role?
        let limit = isNotice ? Int.max : Self.gapMax
        for (place, block) in context.layout.blocks.enumerated() {
            if isNotice, let lot = lot(block, place) {
                current.append(lot)
                gap = 0
                continue
            }
            guard !block.isCell, let label = block.label, !block.range.isEmpty,
                let role = lexicon.fields.role(of: context.text.string(label), in: section)
                    ?? described(block, label)
            else {
                section = self.section(block, section)
                gap += 1
                if gap > limit { close(&current, &forms) }
                continue
            }
            let field = Field(role: role, range: block.range, block: place)
            if begins(field, after: current) { close(&current, &forms) }
            current.append(field)
            gap = 0
        }
        close(&current, &forms)
        return forms
    }

    /// Whether a field is the first of another form: one has a supplier, and then again a system or
    /// another buyer.
    private func begins(_ field: Field, after current: [Field]) -> Bool {
        let near = current.suffix(Self.formMax)
        guard near.contains(where: { $0.role == .supplier }) else { return false }
        let same = near.filter { $0.role == field.role && $0.block != field.block }
        switch field.role {
        case .system: return !isNotice && !same.isEmpty
        case .recipient:
            let text = context.text.string(field.range)
            return !same.isEmpty && !same.contains { context.text.string($0.range) == text }
        default: return false
        }
    }

    /// How many fields of a form are looked back at.
    private static let formMax = 60

    /// The system that a line such as 第二包　… of a notice names.
    private func lot(_ block: Block, _ place: Int) -> Field? {
        guard !block.isCell else { return nil }
        let start = block.label?.lowerBound ?? block.range.lowerBound
        let line = (start..<block.range.upperBound).map { context.text[$0] }
        guard let end = lexicon.fields.lotEnd(line), start + end + 2 < block.range.upperBound,
            block.range.upperBound - start <= 60
        else { return nil }
        return Field(role: .system, range: (start + end)..<block.range.upperBound, block: place)
    }

    /// In a notice a short description tells what was bought.
    private func described(_ block: Block, _ label: Range<Int>) -> FieldLexicon.Role? {
        let name = context.text.string(label).lowercased()
        return isNotice && block.range.count <= 200 && name == "description" ? .system : nil
    }

    /// How many other blocks may stand between two fields of one form.
    private static let gapMax = 6

    /// Whose particulars follow a title such as 采购人信息.
    private func section(
        _ block: Block,
        _ current: FieldLexicon.Role?
    ) -> FieldLexicon.Role? {
        let isNumbered =
            block.label.map { context.text.string($0).lowercased() }
            .map { $0.hasPrefix("section") || $0.hasPrefix("part") } ?? true
        let title = block.range.isEmpty ? block.label : isNumbered ? block.range : nil
        guard let title, title.count <= 40 else { return current }
        return lexicon.fields.section(context.text.string(title))
    }

    private func close(_ current: inout [Field], _ forms: inout [[Field]]) {
        if !current.isEmpty { forms.append(current) }
        current = []
    }

    /// The lots of a form that names several suppliers, each with what all share.
    private func lots(_ fields: [Field]) -> [[Field]] {
        let suppliers = fields.filter { $0.role == .supplier }.count
        let values = fields.filter { $0.role == .amount }.count
        let systems = fields.filter { $0.role == .system }.count
        guard suppliers > 1, values > 1 || systems > 1 else { return [fields] }
        var lots: [[Field]] = []
        var current: [Field] = []
        for field in fields {
            let roles = Set(current.map(\.role))
            let isNext =
                isNotice && field.role == .system && roles.contains(.system)
                || roles.contains(.supplier)
                    && (field.role == .system || field.role == .supplier && roles.contains(.amount))
            if isNext {
                lots.append(current)
                current = []
            }
            current.append(field)
        }
        lots.append(current)
        return lots.filter { lot in lot.contains { $0.role == .supplier } }.map { lot in
            let roles = Set(lot.map(\.role))
            return lot
                + [.recipient, .procedure, .date].filter { !roles.contains($0) }
                .flatMap { role in fields.lazy.filter { $0.role == role }.prefix(Self.sharedMax) }
                + (roles.contains(.system)
                    ? [] : fields.lazy.filter { $0.role == .system }.prefix(1))
        }
    }
}
