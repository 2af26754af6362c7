import Evidence
import Gazetteer

extension DocumentReading {
    /// Tells the blocks with what they are about, and the names with why they were chosen.
    func explainPage(
        _ context: DocumentContext,
        _ text: TokenisedText,
        _ scopes: Scopes,
        _ slots: [NameSlot]
    ) {
        guard let trace else { return }
        for (place, block) in context.layout.blocks.enumerated() {
            var line = "\(place) \(block.kind) \(block.range) \(context.quote(block.range))"
            if let label = block.label { line += " · label “\(context.text.string(label))”" }
            if let scope = context.scopes[place] {
                line += " · about \(scope.rawValue)"
            } else if let scope = context.looseScopes[place] {
                line += " · under a heading with \(scope.rawValue)"
            }
            trace.add(line, to: .blocks)
        }
        if let scope = context.documentScope {
            trace.add("the whole is about \(scope.rawValue)", to: .blocks)
        }
        let found = reader.finder.explanation(of: text, scopes: scopes, slots: slots)
        for line in found.names { trace.add(line, to: .names) }
        for line in found.misses { trace.add("name " + line, to: .nearMisses) }
    }

    /// Tells which rules fired where, which of what they found makes no claim, and the claims.
    func explainRules(_ context: DocumentContext, _ claims: [Claim]) {
        guard let trace else { return }
        for draft in context.drafts { trace.add(context.outline(draft), to: .rules) }
        for draft in context.relations {
            let ends = "\(draft.relation.from.rawValue) → \(draft.relation.to.rawValue)"
            let line = "\(draft.relation.kind.rawValue): \(ends)"
            trace.add(context.fired(draft.rule, draft.quote) + " · " + line, to: .rules)
        }
        for draft in context.incidents {
            let line = "\(draft.incident.kind.rawValue): \(draft.surface)"
            trace.add(context.fired(draft.rule, draft.quote) + " · " + line, to: .rules)
        }
        for draft in context.statements {
            let line = "\(draft.statement.kind.rawValue): \(draft.surface)"
            trace.add(context.fired(draft.rule, draft.quote) + " · " + line, to: .rules)
        }
        let quotes = Set(claims.map(\.quote.range))
        for draft in context.drafts {
            guard let reason = rejection(of: draft, context, quotes) else { continue }
            trace.add("deal \(context.outline(draft)) · rejected: \(reason)", to: .nearMisses)
        }
        for claim in claims {
            let line = "\(claim.quote.range) \(claim.content.kindName) · \(claim.rule)"
            trace.add("\(line) · \(claim.polarity), \(claim.assertion)", to: .claims)
        }
    }

    /// Why a draft makes no claim of its own; `nil` where it makes one.
    private func rejection(
        of draft: Draft,
        _ context: DocumentContext,
        _ quotes: Set<Range<Int>>
    ) -> String? {
        guard !quotes.contains(draft.quote) else { return nil }
        if !draft.hasProvider { return "nobody supplies, runs, finances or gives it" }
        if DraftResolver(context: context).recipients(of: draft).isEmpty {
            return "neither the words nor the page say whom it is for"
        }
        return "it is part of a deal told elsewhere, or its parties are one and the same"
    }

    // MARK: - Sentences without a deal

    private static let dealFrames: Frame.Kinds = [
        Frame.Kinds(.supply), Frame.Kinds(.build), Frame.Kinds(.use), Frame.Kinds(.finance),
        Frame.Kinds(.donate), Frame.Kinds(.award), Frame.Kinds(.win), Frame.Kinds(.sign),
        Frame.Kinds(.select), Frame.Kinds(.operate), Frame.Kinds(.launch),
    ]

    /// Tells which verbs of a sentence might have told a deal, where none was read from it.
    func explainMisses(
        _ sentence: ParsedSentence,
        _ tokens: [Lexeme],
        _ mentions: [Mention],
        since told: Int,
        _ context: DocumentContext
    ) {
        guard let trace, context.drafts.count + context.relations.count == told else { return }
        for clause in sentence.clauses {
            let verb = sentence.verbs[clause.verb]
            guard !verb.frames.isDisjoint(with: Self.dealFrames) else { continue }
            let reason =
                verb.isNegated
                ? "it is denied"
                : verb.isTentative ? "it is only possible" : lack(tokens, mentions)
            let range =
                sentence.items[verb.items.lowerBound].range
                .lowerBound..<sentence.items[verb.items.upperBound - 1].range.upperBound
            trace.add(
                "verb \(range) \(context.quote(range)) · rejected: \(reason)",
                to: .nearMisses
            )
        }
    }

    /// Tells the same of a Chinese sentence.
    func explainMisses(
        _ items: [ChineseItem],
        _ tokens: [Lexeme],
        _ mentions: [Mention],
        since told: Int,
        _ context: DocumentContext
    ) {
        guard let trace, context.drafts.count + context.relations.count == told else { return }
        let isDenied = items.contains { $0.has(.negated) }
        for item in items {
            guard let frames = item.entry?.frames, !frames.isDisjoint(with: Self.dealFrames) else {
                continue
            }
            let reason = isDenied ? "it is denied" : lack(tokens, mentions)
            let line = "verb \(item.range) \(context.quote(item.range))"
            trace.add("\(line) · rejected: \(reason)", to: .nearMisses)
        }
    }

    /// What a sentence lacks of a deal.
    private func lack(_ tokens: [Lexeme], _ mentions: [Mention]) -> String {
        let hasProvider = mentions.contains { mention in
            let party = Party(entity: mention.entity, kind: mention.kind, surface: "")
            return party.canSupply || mention.kind == .financier
        }
        if !hasProvider { return "no company, organisation or lender is named" }
        if reader.lexicon.system(tokens) == nil { return "no system is named" }
        return "no template joins its parties and the system"
    }
}

extension DocumentContext {
    /// The words of a range in quotation marks, the middle of long ones left out.
    fileprivate func quote(_ range: Range<Int>) -> String {
        let words = text.string(range).split(whereSeparator: \.isNewline).joined(separator: " ")
        guard words.count > 90 else { return "“\(words)”" }
        return "“\(words.prefix(60)) … \(words.suffix(25))”"
    }

    fileprivate func fired(_ rule: String, _ range: Range<Int>) -> String {
        "\(rule) \(range) \(quote(range))"
    }

    fileprivate func outline(_ draft: Draft) -> String {
        func names(_ label: String, _ parties: [Party]) -> String? {
            parties.isEmpty
                ? nil : "\(label) " + parties.map { "“\($0.surface)”" }.joined(separator: ", ")
        }
        let parts: [String?] = [
            fired(draft.rules.joined(separator: "+"), draft.quote),
            "\(draft.isNamed ? "system" : "reference") “\(draft.system)” (\(draft.category.rawValue))",
            names("suppliers", draft.suppliers), names("operators", draft.operators),
            names("financiers", draft.financiers), names("donors", draft.donors),
            names("for", draft.recipients), names("in", draft.places),
            draft.money.map { "\($0.value) \($0.currency)" }, draft.status.rawValue,
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }
}
