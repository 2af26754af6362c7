import Evidence

/// One English sentence on its way from phrases to drafts.
struct EnglishPassage {
    let sentence: ParsedSentence
    let mentions: [Mention]
    let context: DocumentContext
    /// A draft for each noun phrase that names a system.
    var slots: [Int: Draft] = [:]
    /// The slots in the order in which rules first touched them.
    var order: [Int] = []
    /// Drafts of deals that name no system: they are about the one last spoken of.
    var implicit: [Draft] = []
    /// How the whole sentence is said.
    let manner: Manner

    init(sentence: ParsedSentence, mentions: [Mention], context: DocumentContext) {
        self.sentence = sentence
        self.mentions = mentions
        self.context = context
        manner = Manner(sentence, mentions: mentions)
    }

    mutating func read() {
        guard !manner.isIdle else {
            rememberParties()
            return
        }
        for place in sentence.clauses.indices { readClause(place) }
        readPhrases()
        readFinance()
        readParts()
        readAidWords()
        readLoanBeside()
        readEndings()
        complete()
        readRelations()
        rememberParties()
    }

    // MARK: - Slots

    /// A deal whose system is not named in the sentence.
    mutating func implicitSlot(_ noun: Int?, _ change: (inout Draft) -> Void) {
        let last = context.lastDraft.flatMap {
            let block = context.drafts[$0].block
            return block == context.block || context.layout.blocks[block].isHeading ? $0 : nil
        }
        guard last != nil || context.topic != nil else { return }
        let topic = sentenceTopic ?? context.topic
        let range = noun.map { sentence.range(of: $0) } ?? sentence.range
        var draft = Draft(
            system: context.text.string(range),
            isNamed: last == nil,
            category: topic?.category ?? .other,
            categoryWeight: last == nil ? 0.5 : 0,
            quote: sentence.range,
            block: context.block
        )
        change(&draft)
        implicit.append(draft)
    }

    /// The first kind of system that the sentence plainly names.
    var sentenceTopic: SystemTerm? {
        sentence.items.lazy.compactMap { $0.entry?.system }.first(where: \.isStrong)
    }

    /// The draft of a noun phrase that names a system, made where there is none yet.
    mutating func slot(_ noun: Int, _ change: (inout Draft) -> Void) {
        if slots[noun] == nil {
            slots[noun] = newDraft(noun)
            order.append(noun)
        }
        guard var draft = slots[noun] else { return }
        change(&draft)
        slots[noun] = draft
    }

    private func newDraft(_ noun: Int) -> Draft {
        let category = category(of: noun)
        let range = sentence.range(of: noun)
        return Draft(
            system: context.text.string(range),
            isNamed: !isReference(noun),
            category: category.category,
            categoryWeight: category.weight,
            quote: sentence.range,
            block: context.block
        )
    }

    // MARK: - Noun phrases

    func head(_ noun: Int) -> Item { sentence.items[sentence.nouns[noun].head] }

    func items(_ noun: Int) -> ArraySlice<Item> { sentence.items[sentence.nouns[noun].items] }

    func core(_ noun: Int) -> ArraySlice<Item> { sentence.items[sentence.nouns[noun].core] }

    /// The prepositional phrases right after a noun phrase.
    func phrases(after noun: Int) -> [Prepositional] {
        builder.phrases(after: sentence.nounChunks[noun])
    }

    var builder: ClauseBuilder {
        ClauseBuilder(
            chunks: sentence.chunks,
            verbs: sentence.verbs,
            nouns: sentence.nouns,
            items: sentence.items
        )
    }

    /// Whether a noun phrase's noun is of one of some classes.
    func isKind(_ noun: Int, _ classes: NounClass) -> Bool {
        guard let entry = head(noun).entry else { return false }
        return !entry.noun.isDisjoint(with: classes)
    }

    /// Whether it points back: "it", "the system", "this project".
    func isReference(_ noun: Int) -> Bool {
        let phrase = sentence.nouns[noun]
        let head = head(noun)
        if head.tag == .pronoun { return ["it", "which", "that", "they"].contains(head.text) }
        guard phrase.items.count <= 3, head.mention == nil else { return false }
        if isBuilding(phrase) { return true }
        guard let entry = head.entry else { return false }
        let first = sentence.items[phrase.items.lowerBound]
        guard first.tag == .determiner,
            ["the", "this", "these", "both", "that"].contains(first.text)
        else { return false }
        let between = sentence.items[phrase.items].dropFirst().dropLast()
        guard between.allSatisfy({ $0.tag == .quantity }) else { return false }
        if let term = entry.system {
            return context.lastDraft.map { context.drafts[$0].category == term.category } ?? false
        }
        return !entry.noun.isDisjoint(with: [.system, .works, .agreement, .memorandum])
    }

    /// "the building", "the $5 million facility": where what was spoken of stands.
    private func isBuilding(_ phrase: NounPhrase) -> Bool {
        let first = sentence.items[phrase.items.lowerBound]
        let between = sentence.items[phrase.items].dropFirst().dropLast()
        return ["the", "this"].contains(first.text) && between.allSatisfy { $0.tag == .quantity }
            && ["building", "site", "facility", "campus", "complex"].contains(
                sentence.items[phrase.head].text
            )
    }

    // MARK: - Remembering

    /// Keeps in mind whom "it" stands for at the head of the next sentence.
    private func rememberSubject(_ main: Clause?) {
        guard let main, !main.subjects.isEmpty else { return }
        if main.subjects.contains(where: { head($0).tag == .pronoun }) { return }
        context.subject = main.subjects.lazy.compactMap { noun in
            named(noun) ?? meant(noun).first
        }
        .first { $0.isCompany || $0.kind == .publicBody || isGovernment($0) }
    }

    private func rememberParties() {
        if let topic = sentenceTopic { context.topic = topic }
        for mention in mentions {
            guard let party = context.party(mention.entity, surface: mention.surface) else {
                continue
            }
            if mention.use == .demonym, party.kind == .country { continue }
            context.remember(party)
        }
        // The subject of the sentence is what "it" and "the company" most likely mean.
        let main = sentence.clauses.first { sentence.verbs[$0.verb].form == .finite }
        for party in main.map({ parties($0.subjects, where: \.isCompany) }) ?? [] {
            context.remember(party)
        }
        rememberSubject(main)
        if sentence.items.contains(where: { $0.text == "shares" || $0.text == "stake" }) {
            context.issuer =
                main.flatMap { parties($0.subjects, where: \.isCompany).first } ?? context.issuer
        }
    }
}
