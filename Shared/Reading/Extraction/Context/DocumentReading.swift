import Evidence
import Gazetteer

/// One document on its way through the reader's stages.
struct DocumentReading {
    let reader: Reader
    let source: SourceText
    var trace: Trace?

    func run() -> ReadDocument {
        let tokenised = TokenisedText(source.text)
        let text = ScalarText(scalars: tokenised.scalars)
        let layout = Layout(text, words: reader.lexicon.layout)
        let places = reader.finder.countries(in: tokenised)
        let scopes = ScopeReader(
            text: text,
            layout: layout,
            places: places,
            closings: reader.lexicon.layout.closings
        )
        .read()
        let found = reader.finder.mentions(in: tokenised, scopes: ranges(layout, scopes))
        let context = DocumentContext(
            text: text,
            layout: layout,
            catalogue: reader.catalogue,
            quantities: reader.lexicon.quantities,
            derived: found.derived,
            relationWords: reader.lexicon.relations,
            parts: reader.lexicon.parts,
            nested: found.nested,
            scopes: scopes.strict,
            looseScopes: scopes.loose,
            documentScope: ScopeReader.prevailing(found.mentions.filter { $0.kind == .country })
        )
        readBlocks(context, found.mentions)
        FieldReader(
            context: context,
            lexicon: reader.lexicon,
            mentions: found.mentions,
            possible: found.possible
        )
        .read()
        let builder = ClaimBuilder(context: context, source: source)
        explainDrafts(context)
        return ReadDocument(
            id: source.id,
            language: source.language ?? language(of: text),
            entities: entities(found, context),
            claims: builder.claims()
        )
    }

    private func explainDrafts(_ context: DocumentContext) {
        guard let trace else { return }
        for draft in context.drafts {
            let parts = [
                draft.rules.joined(separator: "+"), draft.system, draft.category.rawValue,
                "S=" + draft.suppliers.map(\.surface).joined(separator: ","),
                "F=" + draft.financiers.map(\.surface).joined(separator: ","),
                "R=" + draft.recipients.map(\.surface).joined(separator: ","),
                "in=" + draft.places.map(\.surface).joined(separator: ","),
                draft.status.rawValue, draft.isNamed ? "" : "reference",
            ]
            trace.add("draft " + parts.joined(separator: " · "))
        }
    }

    private func ranges(_ layout: Layout, _ scopes: ScopeReader.Result) -> Scopes {
        Scopes(
            document: nil,
            ranges: layout.blocks.indices.compactMap { place in
                (scopes.strict[place] ?? scopes.loose[place]).map {
                    (layout.blocks[place].range, $0)
                }
            }
        )
    }

    private func readBlocks(_ context: DocumentContext, _ mentions: [Mention]) {
        var next = 0
        for (place, block) in context.layout.blocks.enumerated() {
            context.block = place
            context.blockCountries = []
            if block.isHeading { (context.dateline, context.lastRecipient) = (nil, nil) }
            trace?.add(
                "block \(block.kind) \(context.scope?.rawValue ?? "-") \(context.looseScope?.rawValue ?? "-")"
            )
            context.lastDraft =
                context.drafts.last.map { $0.block == place || isNear($0.block, place) } == true
                ? context.lastDraft : nil
            while next < mentions.count, mentions[next].range.lowerBound < block.range.lowerBound {
                next += 1
            }
            var end = next
            while end < mentions.count, mentions[end].range.upperBound <= block.range.upperBound {
                end += 1
            }
            guard block.kind != .provenance else { continue }
            let within = Array(mentions[next..<end])
            readBlock(block, within, context)
        }
    }

    /// Whether a block follows one so closely that "the system" may point back to it.
    private func isNear(_ earlier: Int, _ later: Int) -> Bool { later - earlier <= 1 }

    private func readBlock(_ block: Block, _ mentions: [Mention], _ context: DocumentContext) {
        let sentences = reader.lexicon.sentences.sentences(
            of: context.text,
            in: block.range,
            unbroken: mentions.map(\.range)
        )
        var next = 0
        for range in sentences {
            while next < mentions.count, mentions[next].range.lowerBound < range.lowerBound {
                next += 1
            }
            var end = next
            while end < mentions.count, mentions[end].range.upperBound <= range.upperBound {
                end += 1
            }
            let within = Array(mentions[next..<end])
            readSentence(range, within, context)
        }
    }

    private func readSentence(
        _ range: Range<Int>,
        _ mentions: [Mention],
        _ context: DocumentContext
    ) {
        context.earlierCountries = context.blockCountries.count
        for (place, mention) in mentions.enumerated()
        where !context.isHome(mention, of: place > 0 ? mentions[place - 1] : nil)
            && !context.isHome(mention, before: mentions.dropFirst(place + 1).first)
        { context.noteCountry(mention) }
        let tokens = LexemeReader.tokens(of: context.text, in: range)
        if isChinese(context.text, range) {
            let names = context.opened(mentions)
            let items = reader.chinese.parse(tokens, mentions: names)
            trace?.add(items.outline(context.text))
            ChinesePassage(
                range: range,
                items: items,
                mentions: names,
                context: context
            )
            .read()
        } else {
            let sentence = reader.english.parse(tokens, range, mentions: mentions)
            trace?.add(sentence.outline(context.text))
            for clause in sentence.clauses { trace?.add(sentence.outline(clause, context.text)) }
            var passage = EnglishPassage(sentence: sentence, mentions: mentions, context: context)
            passage.read()
        }
        StatementPassage(
            range: range,
            tokens: tokens,
            mentions: mentions,
            context: context,
            reader: reader.lexicon.statements
        )
        .read()
    }

    /// Whether most of a stretch's letters are Han.
    private func isChinese(_ text: ScalarText, _ range: Range<Int>) -> Bool {
        var han = 0
        var letters = 0
        for position in range {
            if ScalarClass.isHan(text[position]) {
                han += 1
            } else if ScalarClass.isLetter(text[position]) {
                letters += 1
            }
        }
        return han * 3 > letters
    }

    private func language(of text: ScalarText) -> String {
        isChinese(text, 0..<text.count) ? "zh" : "en"
    }

    private func entities(
        _ found: MentionResult,
        _ context: DocumentContext
    ) -> [ReadDocument.ReadEntity] {
        var mentions: [EntityID: [Mention]] = [:]
        for mention in found.mentions + found.nested + context.adopted {
            mentions[mention.entity, default: []].append(mention)
        }
        return mentions.keys.sorted().compactMap { id in
            guard let entity = context.entity(id), let own = mentions[id] else { return nil }
            return ReadDocument.ReadEntity(
                entity: entity,
                mentions: own.sorted { $0.range.lowerBound < $1.range.lowerBound }
            )
        }
    }
}
