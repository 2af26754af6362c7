import Evidence
import Gazetteer

/// One document on its way through the reader's stages.
struct DocumentReading {
    let reader: Reader
    let source: SourceText
    var trace: Trace?
    var sink: FeatureSink?

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
        let ranges = ranges(layout, scopes)
        let tables = FieldTables(text: text, layout: layout, fields: reader.lexicon.fields)
        let slots = FieldSlots(tables: tables).slots()
        let found = reader.finder.mentions(in: tokenised, scopes: ranges, slots: slots)
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
            systemTerm: { [lexicon = reader.lexicon] phrase in
                let text = ScalarText(phrase)
                return lexicon.system(LexemeReader.tokens(of: text, in: 0..<text.count))
            }
        )
        context.owners = OwnerReader(context: context, mentions: found.mentions).owners()
        context.supplierHomes = FocusReader.homes(found.mentions, context)
        let focus = FocusReader(context: context, mentions: found.mentions)
        context.documentScope = ScopeReader.prevailing(focus.countries()) ?? focus.prevailing()
        context.focuses = focus.focuses()
        context.pageCountry = focus.prevailing() ?? context.documentScope
        context.protagonist = focus.protagonist()
        for mention in found.mentions where mention.kind == .country {
            context.countryCounts[mention.entity, default: 0] += 1
        }
        context.locality = locality(context, found)
        context.noticeBuyer = noticeBuyer(context, found.mentions)
        context.buyer = context.noticeBuyer
        context.lenderHomes = Set(
            found.mentions.filter { $0.kind == .financier }
                .compactMap { context.country(of: $0.entity) }
        )
        context.weights = FocusReader.weights(found.mentions, context)
        explainPage(context, tokenised, ranges, slots)
        readBlocks(context, found.mentions)
        FieldReader(
            context: context,
            lexicon: reader.lexicon,
            mentions: found.mentions,
            possible: found.possible
        )
        .read()
        let weighed = WeighedReader(
            context: context,
            lexicon: reader.lexicon,
            mentions: found.mentions,
            possible: found.possible,
            weights: reader.weights,
            isRecorded: sink != nil
        )
        let lines = weighed.document()
        if let sink {
            sink.records =
                weighed.records(lines)
                + reader.finder.nameRecords(in: tokenised, scopes: ranges, slots: slots)
        }
        weighed.read(lines)
        let claims = claims(weighed.settled(lines), context)
        explainRules(context, claims)
        return ReadDocument(
            id: source.id,
            language: source.language ?? language(of: text),
            entities: EntityCollector(found: found, context: context).entities(),
            claims: claims
        )
    }

    /// The claims of a document whose deals are settled.
    private func claims(_ lines: DocumentLines, _ context: DocumentContext) -> [Claim] {
        let builder = ClaimBuilder(
            context: context,
            source: source,
            currencies: reader.lexicon.currencies
        )
        let ties = TieReader(
            document: lines,
            context: context,
            weights: reader.tieWeights,
            told: builder.ties,
            isRecorded: sink != nil
        )
        if let sink { sink.records += ties.records() }
        let told = ties.read()
        let topics = TopicReader(
            document: lines,
            context: context,
            weights: reader.topicWeights,
            told: builder.topics(told),
            isRecorded: sink != nil
        )
        if let sink { sink.records += topics.records() }
        return builder.claims(told, topics.read())
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
            context.blockCountries = NamedCountries()
            context.subject = nil
            if block.isHeading { (context.dateline, context.lastRecipient) = (nil, nil) }
            trace?.add("block \(place)")
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
            noteForm(block, within, context)
            readBlock(block, within, context)
        }
    }

    /// The first province, city or county that a Chinese document names as such.
    private func locality(_ context: DocumentContext, _ found: MentionResult) -> Party? {
        let ends = "\u{7701}\u{5E02}\u{5DDE}\u{53BF}\u{7E23}\u{533A}\u{5340}".unicodeScalars
        let first = (found.mentions + found.nested).filter { mention in
            mention.kind == .territory
                && mention.surface.unicodeScalars.last.map(ends.contains) == true
        }
        .min { $0.range.lowerBound < $1.range.lowerBound }
        return first.flatMap { context.party($0.entity, surface: $0.surface) }
    }

    /// The one buyer that the fields of a Chinese notice or disclosure name.
    private func noticeBuyer(_ context: DocumentContext, _ mentions: [Mention]) -> Party? {
        let fields = reader.lexicon.fields
        context.isAnnouncement = context.layout.blocks.prefix(4).contains { block in
            fields.isAnnouncement(context.text.string(block.range))
        }
        guard context.isAnnouncement else { return nil }
        var found: Party?
        var next = 0
        for block in context.layout.blocks {
            while next < mentions.count, mentions[next].range.lowerBound < block.range.lowerBound {
                next += 1
            }
            guard let label = block.label, !block.isCell, label.count <= 20,
                fields.role(of: context.text.string(label)) == .recipient,
                let named = mentions[next...].prefix(8).first(where: {
                    block.range.contains($0.range.lowerBound)
                        && ($0.kind == .publicBody || $0.kind == .territory)
                })
            else { continue }
            if let found, found.entity != named.entity { return nil }
            found = context.party(named.entity, surface: named.surface)
        }
        return found
    }

    /// Keeps the buyer that a field of a Chinese form names, and the system that a label names.
    private func noteForm(_ block: Block, _ mentions: [Mention], _ context: DocumentContext) {
        if block.isHeading { context.buyer = context.noticeBuyer }
        context.labelBody = nil
        guard let label = block.label, !label.isEmpty, !block.isCell,
            ScalarClass.isHan(context.text[label.lowerBound])
        else { return }
        let title = context.text.string(label)
        context.labelBody = labelBody(label, mentions, context)
        if reader.lexicon.fields.role(of: title) == .recipient {
            let named = mentions.first { $0.kind == .publicBody || $0.kind == .territory }
            context.buyer = named.flatMap { context.party($0.entity, surface: $0.surface) }
        }
        let line = label.map { context.text[$0] }
        guard let end = reader.lexicon.fields.lotEnd(line), let term = context.systemTerm(title)
        else {
            return
        }
        var draft = Draft(
            system: context.text.string((label.lowerBound + end)..<label.upperBound),
            isNamed: true,
            category: term.category,
            categoryWeight: term.isStrong ? 3 : 1,
            quote: label,
            block: context.block
        )
        draft.recipients = context.buyer.map { [$0] } ?? []
        draft.isPublic = true
        context.drafts.append(draft)
        context.lastDraft = context.drafts.count - 1
    }

    /// The body that a label is, but for its short form in parentheses.
    private func labelBody(
        _ label: Range<Int>,
        _ mentions: [Mention],
        _ context: DocumentContext
    ) -> Party? {
        guard let first = mentions.first, first.kind == .publicBody,
            first.range.lowerBound == label.lowerBound, first.range.upperBound <= label.upperBound
        else { return nil }
        let next = first.range.upperBound
        let isWhole =
            next == label.upperBound || context.text[next] == "\u{FF08}"
            || context.text[next] == "("
        return isWhole ? context.party(first.entity, surface: first.surface) : nil
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
        let tokens = LexemeReader.tokens(of: context.text, in: range)
        let told = context.drafts.count + context.relations.count
        if isChinese(context.text, range) {
            let names = context.opened(mentions)
            let items = reader.chinese.parse(tokens, mentions: names)
            trace?.add(items.outline(context.text))
            for item in items where !item.isOrigin {
                if let mention = item.mention { context.noteCountry(names[mention]) }
            }
            ChinesePassage(
                range: range,
                items: items,
                mentions: names,
                context: context
            )
            .read()
            explainMisses(items, tokens, names, since: told, context)
        } else {
            for (place, mention) in mentions.enumerated()
            where !context.isHome(mention, of: place > 0 ? mentions[place - 1] : nil)
                && !context.isHome(mention, before: mentions.dropFirst(place + 1).first)
            { context.noteCountry(mention) }
            let sentence = reader.english.parse(tokens, range, mentions: mentions)
            trace?.add(sentence.outline(context.text))
            for clause in sentence.clauses { trace?.add(sentence.outline(clause, context.text)) }
            var passage = EnglishPassage(sentence: sentence, mentions: mentions, context: context)
            passage.read()
            explainMisses(sentence, tokens, mentions, since: told, context)
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
}
