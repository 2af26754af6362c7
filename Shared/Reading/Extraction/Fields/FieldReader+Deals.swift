import Evidence

/// The deal that the fields of one form or row tell.
extension FieldReader {
    func readForm(_ fields: [Field]) {
        let suppliers = fields.filter { $0.role == .supplier }.flatMap { namedSuppliers($0.range) }
        let financiers =
            fields.filter { $0.role == .financier }.flatMap { parties($0.range) }
            .filter(\.canFinance)
            + fields.filter { $0.role == .status }.flatMap { parties($0.range) }
            .filter { $0.kind == .financier }
        guard !fields.isEmpty,
            let system = bought(fields) ?? titled(suppliers, fields)
        else {
            if !context.layout.blocks[fields[0].block].isCell { addProvider(fields, suppliers) }
            return
        }
        let isWithheld =
            suppliers.isEmpty
            && fields.contains { field in
                field.role == .supplier
                    && lexicon.fields.isWithheld(context.text.string(field.range))
            }
        let isOpen = fields.contains {
            $0.role == .status && lexicon.fields.isOpen(context.text.string($0.range))
        }
        guard !suppliers.isEmpty || !financiers.isEmpty || isWithheld, !isOpen,
            !isUndecided(fields)
        else { return }
        let isGift = fields.contains {
            $0.role == .financier && lexicon.fields.isGift(context.text.string($0.range))
        }
        let kind = category(of: system)
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
        if isGift { draft.add(suppliers, to: \.donors) }
        draft.isSupplierWithheld = isWithheld
        draft.add(recipients(fields, system), to: \.recipients)
        let operators = fields.filter { $0.role == .operator }.flatMap { parties($0.range) }
            .filter(\.canSupply)
        draft.add(operators, to: \.operators)
        draft.add(operators, to: \.suppliers)
        fillValues(&draft, fields)
        draft.fire("form.fields@2")
        if draft.recipients.isEmpty, context.scopes[system.block] == nil { return }
        context.drafts.append(draft)
    }

    private func isUndecided(_ fields: [Field]) -> Bool {
        fields.contains { field in
            (field.role == .supplier || field.role == .status)
                && lexicon.fields.isUndecided(context.text.string(field.range))
        }
    }

    /// What was bought: of a project and its lot the lot, which stands before its supplier.
    private func bought(_ fields: [Field]) -> Field? {
        let systems = fields.filter { $0.role == .system && !$0.range.isEmpty }
        guard isNotice, let supplier = fields.first(where: { $0.role == .supplier }) else {
            return systems.first
        }
        return systems.last { $0.block < supplier.block } ?? systems.first
    }

    /// The title of a notice that has no field for what was bought.
    private func titled(_ suppliers: [Party], _ fields: [Field]) -> Field? {
        guard isNotice, !suppliers.isEmpty, fields.contains(where: { $0.role == .recipient }),
            let place = context.layout.blocks.indices.first
        else { return nil }
        let range = context.layout.blocks[place].range
        return kind(of: context.text.string(range)) == nil
            ? nil : Field(role: .system, range: range, block: place)
    }

    // MARK: - Recipients

    /// Whom a deal is for: its field, else the government that the system's name begins with.
    private func recipients(_ fields: [Field], _ system: Field) -> [Party] {
        let own = fields.filter { $0.role == .recipient }.flatMap { nearest(parties($0.range)) }
        let governments = own.filter(\.kind.isGovernment)
        let bodies = own.filter { $0.kind == .organization || $0.isCompany }
        if governments.contains(where: { $0.kind == .publicBody }) || bodies.isEmpty,
            !governments.isEmpty
        {
            return narrowed(governments)
        }
        if !bodies.isEmpty { return bodies }
        if context.scopes[system.block] != nil { return [] }
        let named = parties(system.range).filter(\.kind.isGovernment).prefix(1)
        if let own = headed(fields), !supplies(own, fields) { return [own] }
        return named.isEmpty ? titled(system.block).map { [$0] } ?? [] : Array(named)
    }

    /// The body that the line right above a form is, and nothing else: a list of contracts by buyer.
    private func headed(_ fields: [Field]) -> Party? {
        guard let first = fields.map(\.block).min(), first > 0 else { return nil }
        let above = context.layout.blocks[first - 1]
        guard above.range.count <= Self.titleMax, !above.isCell else { return nil }
        let start = above.label?.lowerBound ?? above.range.lowerBound
        let named = mentions.starting(in: start..<above.range.upperBound)
        guard named.count == 1, let only = named.first,
            only.kind == .publicBody || only.kind == .stateOwnedEnterprise,
            only.range.upperBound == above.range.upperBound,
            only.range.lowerBound - start <= Self.numberMax,
            only.range.lowerBound == start
                || !ScalarClass.isHan(context.text[only.range.lowerBound - 1])
        else { return nil }
        return context.party(only.entity, surface: only.surface)
    }

    private func supplies(_ party: Party, _ fields: [Field]) -> Bool {
        fields.contains { field in
            field.role == .supplier && parties(field.range).contains { $0.entity == party.entity }
        }
    }

    /// The longest number before a line that is nothing but a name, in scalars: 十二、.
    private static let numberMax = 4

    /// The one body or place that the nearest title names: a register of contracts has one buyer.
    private func titled(_ block: Int) -> Party? {
        let blocks = context.layout.blocks
        let headings = blocks[block].headings.reversed() + [0, 1, 2].filter { $0 < blocks.count }
        for title in headings where blocks[title].range.count <= Self.titleMax {
            let start = blocks[title].label?.lowerBound ?? blocks[title].range.lowerBound
            let named = mentions.starting(in: start..<blocks[title].range.upperBound)
                .filter { $0.use != .demonym }
            for kind in [EntityKind.publicBody, .territory] {
                let own = Set(named.filter { $0.kind == kind }.map(\.entity))
                guard let only = own.first else { continue }
                guard own.count == 1 else { return nil }
                return context.party(only, surface: "")
            }
        }
        return nil
    }

    /// The longest line that may be a title, in scalars.
    private static let titleMax = 160

    /// Without the countries of the cities and bodies among them.
    private func narrowed(_ parties: [Party]) -> [Party] {
        parties.filter { party in
            party.kind != .country
                || !parties.contains { other in
                    guard other.entity != party.entity, other.kind != .country else { return false }
                    let home = context.country(of: other.entity)
                    return home == nil || home == party.entity
                }
        }
    }

    /// "Province of Jujuy, Argentina": the province.
    private func nearest(_ parties: [Party]) -> [Party] {
        guard parties.count >= 2, parties[0].kind == .territory || parties[0].kind == .publicBody
        else { return parties }
        let home = context.country(of: parties[0].entity)
        return [parties[0]] + parties.dropFirst().filter { $0.entity != home }
    }

    // MARK: - Values

    private func fillValues(_ draft: inout Draft, _ fields: [Field]) {
        draft.setStatus(.contracted, rank: 6)
        for field in fields {
            let text = context.text.string(field.range)
            switch field.role {
            case .amount: draft.money = draft.money ?? money(field)
            case .date: fillDate(&draft, field, text)
            case .procedure: draft.award = draft.award ?? lexicon.fields.award(text)
            case .status:
                if let status = lexicon.fields.status(text) { draft.setStatus(status, rank: 7) }
            default: break
            }
        }
        if draft.money?.measures == nil { draft.money?.measures = .contract }
    }

    private func fillDate(_ draft: inout Draft, _ field: Field, _ text: String) {
        guard let date = date(field.range) else {
            if let status = lexicon.fields.status(text) { draft.setStatus(status, rank: 7) }
            return
        }
        draft.date = draft.date ?? date
        let title = field.header ?? context.layout.blocks[field.block].label
        if let title, lexicon.fields.isSince(context.text.string(title)) {
            draft.setStatus(.operational, rank: 7)
        }
    }

    /// A provider named beside a description: it supplies what the description speaks of.
    private func addProvider(_ fields: [Field], _ suppliers: [Party]) {
        guard !suppliers.isEmpty, let block = fields.first?.block,
            !context.layout.blocks[block].isCell,
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

    /// Who supplies, by names that are known or may be one.
    private func namedSuppliers(_ range: Range<Int>) -> [Party] {
        let known = parties(range).filter(\.canSupply)
        guard range.count <= Self.nameMax,
            !lexicon.fields.namesNobody(context.text.string(range))
        else { return known }
        let guessed = possibleStarts.within(range).sorted().map { possible[$0] }
        context.adopted += guessed
        return known
            + guessed.compactMap { context.party($0.entity, surface: $0.surface) }
    }

    /// The longest content of a field that is nothing but names, in scalars.
    private static let nameMax = 60
    /// How much of a heading or first line is looked at, in scalars.
    private static let lookMax = 2_000

    private func parties(_ range: Range<Int>) -> [Party] {
        mentions.starting(in: range)
            .compactMap { context.party($0.entity, surface: $0.surface) }
    }

    /// The kind of a system by its name, that of the first of several; else by the page's title.
    private func category(of system: Field) -> SystemTerm? {
        let text = context.text.string(system.range)
        if let and = text.firstRange(of: " and "),
            let kind = kind(of: String(text[..<and.lowerBound]))
        {
            return kind
        }
        let own = kind(of: text)
        if let own, own.isStrong || !isNotice { return own }
        let blocks = context.layout.blocks
        for heading in blocks[system.block].headings.reversed() {
            let title = blocks[heading].range.prefix(Self.lookMax)
            if let kind = kind(of: context.text.string(title)) { return kind }
        }
        return blocks.first.flatMap {
            kind(of: context.text.string($0.range.prefix(Self.lookMax)))
        } ?? own
    }

    private func kind(of text: String) -> SystemTerm? {
        let scalars = ScalarText(text)
        return lexicon.system(LexemeReader.tokens(of: scalars, in: 0..<scalars.count))
    }

    private func money(_ field: Field) -> Money? {
        quantities(field.range).lazy.compactMap {
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

    private func date(_ range: Range<Int>) -> PartialDate? {
        quantities(range).lazy.compactMap {
            if case .date(let date) = $0.value { date } else { nil }
        }.first
    }

    func quantities(_ range: Range<Int>) -> [Quantity] {
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
        let own = fields.filter { $0.role == .supplier || $0.role == .amount }
        let first = own.map(\.range.lowerBound).min() ?? system.range.lowerBound
        let last = own.map(\.range.upperBound).max() ?? system.range.upperBound
        if last - first <= 900 { return first..<last }
        let start = context.layout.blocks[system.block].label?.lowerBound ?? system.range.lowerBound
        return start..<system.range.upperBound
    }
}
