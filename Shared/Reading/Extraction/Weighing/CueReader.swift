import Evidence

/// Makes cues of a stretch of text, in English and Chinese alike.
struct CueReader {
    let text: ScalarText
    let lexicon: ReadingLexicon
    /// Where names begin that nothing but their capitals tells.
    let guesses: Set<Int>

    func cues(in range: Range<Int>, mentions: ArraySlice<Mention>) -> [Cue] {
        let tokens = LexemeReader.tokens(of: text, in: range)
        let quantities = Dictionary(
            lexicon.quantities.quantities(in: tokens).map { ($0.tokens.lowerBound, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var cues: [Cue] = []
        var next = mentions.startIndex
        var index = 0
        while index < tokens.count {
            let start = tokens[index].range.lowerBound
            while next < mentions.endIndex, mentions[next].range.upperBound <= start { next += 1 }
            if next < mentions.endIndex, mentions[next].range.lowerBound <= start {
                let mention = mentions[next]
                var cue = Cue(
                    range: mention.range,
                    names: [name(of: mention)],
                    mention: mention
                )
                // What a named system is for: 城市大脑, the National Data Centre.
                if mention.kind == .system {
                    cue.system = lexicon.system(LexemeReader.tokens(of: text, in: mention.range))
                }
                cues.append(cue)
                while index < tokens.count,
                    tokens[index].range.lowerBound < mention.range.upperBound
                { index += 1 }
            } else if let quantity = quantities[index], Self.name(of: quantity) != nil {
                let last = tokens[max(index, quantity.tokens.upperBound - 1)]
                var cue = Cue(
                    range: start..<last.range.upperBound,
                    names: [Self.name(of: quantity) ?? ""]
                )
                if case .money(let money) = quantity.value { cue.money = money }
                cues.append(cue)
                index = max(index + 1, quantity.tokens.upperBound)
            } else {
                index += append(tokens, at: index, to: &cues)
            }
        }
        return cues
    }

    // MARK: - Words

    /// Adds the word or phrase at a place; returns how many tokens it takes.
    private func append(_ tokens: [Lexeme], at index: Int, to cues: inout [Cue]) -> Int {
        let token = tokens[index]
        let count: Int
        var names: [EvidenceWord] = []
        var system: SystemTerm?
        if token.kind == .han || token.text.isEmpty {
            let found = lexicon.chinese.phrases.match(tokens, at: index)
            count = max(1, found?.count ?? 1)
            if let entry = found?.value { (names, system) = Self.names(of: entry) }
        } else {
            let found = lexicon.english.phrases.match(tokens, at: index)
            count = max(1, found?.count ?? 1)
            if let entry = found?.value {
                let isPassive = cues.last?.names.contains("be") == true
                (names, system) = Self.names(of: entry, isPassive: isPassive)
            }
        }
        let words = tokens[index..<(index + count)]
        names += Self.names(
            of: words,
            before: index + count < tokens.count ? tokens[index + count] : nil
        )
        cues.append(
            Cue(
                range: token.range
                    .lowerBound..<(words.last?.range.upperBound ?? token.range.upperBound),
                names: names,
                system: system
            )
        )
        return count
    }

    /// The words themselves: English by stems, Chinese as they are and with the character that follows.
    private static func names(of words: ArraySlice<Lexeme>, before next: Lexeme?) -> [EvidenceWord]
    {
        guard let first = words.first else { return [] }
        switch first.kind {
        case .number: return ["#"]
        case .mark: return [EvidenceWord(first)]
        case .han:
            let word = words.map(\.text).joined()
            guard words.count == 1, let next, next.kind == .han else { return [EvidenceWord(word)] }
            return [EvidenceWord(word), EvidenceWord(word + next.text)]
        case .word:
            let word =
                words.count == 1
                ? stem(first.text) : words.map(\.text).joined(separator: " ")
            return [EvidenceWord(word)]
        }
    }

    /// A word without the endings of number, tense and gerund.
    static func stem(_ word: String) -> String {
        let letters = Array(word.utf8)
        guard letters.allSatisfy({ $0 < 0x80 }) else { return anyStem(word) }
        for ending in endings
        where letters.count >= ending.count + 4
            && letters.suffix(ending.count).elementsEqual(ending)
        {
            return String(decoding: letters.dropLast(ending.count), as: UTF8.self)
        }
        guard letters.last == UInt8(ascii: "e"), letters.count >= 5 else { return word }
        return String(decoding: letters.dropLast(), as: UTF8.self)
    }

    private static let endings = ["ing", "ed", "es", "s"].map { Array($0.utf8) }

    /// The same for words that are not all of English letters.
    private static func anyStem(_ word: String) -> String {
        for ending in ["ing", "ed", "es", "s"]
        where word.count >= ending.count + 4 && word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word.hasSuffix("e") && word.count >= 5 ? String(word.dropLast()) : word
    }

    // MARK: - Entries

    private static func names(
        of entry: WordEntry,
        isPassive: Bool
    ) -> (names: [EvidenceWord], system: SystemTerm?) {
        var names: [EvidenceWord] = []
        if let verb = entry.verb {
            names.append(EvidenceWord("v:" + verb.lemma))
            names += frames(verb.frames, isPassive ? passiveNames : frameNames)
        }
        names += frames(entry.event, eventNames)
        names += nouns(entry.noun)
        if entry.classes.contains(.be) { names.append("be") }
        if entry.classes.contains(.modal) { names.append("modal") }
        if entry.classes.contains(.negation) { names.append("not") }
        if let term = entry.system { names.append(term.isStrong ? "<system>" : "<field>") }
        return (names, entry.system)
    }

    private static func names(
        of entry: ChineseEntry
    ) -> (names: [EvidenceWord], system: SystemTerm?) {
        var names = frames(entry.frames, frameNames) + nouns(entry.noun)
        if let coverb = entry.coverb { names.append(EvidenceWord("c:" + coverb.rawValue)) }
        if entry.reference.contains(.company) { names.append("r:company") }
        names += aspects.filter { entry.aspects.contains($0.aspect) }.map(\.name)
        if let term = entry.system { names.append(term.isStrong ? "<system>" : "<field>") }
        return (names, entry.system)
    }

    private static func frames(
        _ kinds: Frame.Kinds,
        _ names: [(frame: Frame, name: EvidenceWord)]
    ) -> [EvidenceWord] {
        guard kinds != .none else { return [] }
        return names.filter { kinds.contains($0.frame) }.map(\.name)
    }

    private static let frameNames = names { "f:\($0)" }
    private static let passiveNames = names { "f:\($0).p" }
    private static let eventNames = names { "e:\($0)" }

    private static func names(
        _ name: (String) -> String
    ) -> [(frame: Frame, name: EvidenceWord)] {
        Frame.allCases.filter { $0 != .none }.map { ($0, EvidenceWord(name($0.rawValue))) }
    }

    private static func nouns(_ noun: NounClass) -> [EvidenceWord] {
        guard !noun.isEmpty else { return [] }
        return nounNames.filter { noun.contains($0.noun) }.map(\.name)
    }

    private static let nounNames: [(noun: NounClass, name: EvidenceWord)] = [
        (.company, "n:company"), (.government, "n:government"), (.finance, "n:finance"),
        (.agreement, "n:agreement"), (.memorandum, "n:memorandum"), (.bid, "n:bid"),
        (.works, "n:works"), (.person, "n:person"), (.place, "n:place"), (.event, "n:event"),
        (.system, "n:system"),
    ]

    private static let aspects: [(aspect: ChineseEntry.Aspects, name: EvidenceWord)] = [
        (.planned, "modal"), (.progress, "a:progress"), (.done, "a:done"), (.negated, "not"),
        (.rumoured, "a:rumoured"), (.reported, "a:reported"), (.market, "a:market"),
        (.own, "a:own"), (.failed, "a:failed"), (.supplier, "a:supplier"), (.payer, "a:payer"),
    ]

    // MARK: - Names and sums

    private func name(of mention: Mention) -> EvidenceWord {
        if guesses.contains(mention.range.lowerBound) { return "<guess>" }
        if mention.use == .demonym { return "<demonym>" }
        switch mention.kind {
        case .company, .stateOwnedEnterprise: return "<firm>"
        case .financier: return "<bank>"
        case .country: return "<country>"
        case .territory: return "<place>"
        case .publicBody: return "<body>"
        case .organization: return "<org>"
        case .person: return "<person>"
        default: return "<name>"
        }
    }

    private static func name(of quantity: Quantity) -> EvidenceWord? {
        switch quantity.value {
        case .money: "<money>"
        case .date: "<date>"
        case .share: "<share>"
        case .years: "<years>"
        case .number: nil
        }
    }
}
