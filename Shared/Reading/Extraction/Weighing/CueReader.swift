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
                cues.append(
                    Cue(range: mention.range, names: [name(of: mention)], mention: mention)
                )
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
        var names: [String] = []
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
    private static func names(of words: ArraySlice<Lexeme>, before next: Lexeme?) -> [String] {
        guard let first = words.first else { return [] }
        switch first.kind {
        case .number: return ["#"]
        case .mark: return [first.text]
        case .han:
            let word = words.map(\.text).joined()
            guard words.count == 1, let next, next.kind == .han else { return [word] }
            return [word, word + next.text]
        case .word:
            return words.count == 1
                ? [stem(first.text)] : [words.map(\.text).joined(separator: " ")]
        }
    }

    /// A word without the endings of number, tense and gerund.
    static func stem(_ word: String) -> String {
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
    ) -> (names: [String], system: SystemTerm?) {
        var names: [String] = []
        if let verb = entry.verb {
            names.append("v:\(verb.lemma)")
            names += frames(verb.frames).map { "f:\($0)\(isPassive ? ".p" : "")" }
        }
        names += frames(entry.event).map { "e:\($0)" }
        names += nouns(entry.noun)
        if entry.classes.contains(.be) { names.append("be") }
        if entry.classes.contains(.modal) { names.append("modal") }
        if entry.classes.contains(.negation) { names.append("not") }
        if let term = entry.system { names.append(term.isStrong ? "<system>" : "<field>") }
        return (names, entry.system)
    }

    private static func names(of entry: ChineseEntry) -> (names: [String], system: SystemTerm?) {
        var names = frames(entry.frames).map { "f:\($0)" } + nouns(entry.noun)
        if let coverb = entry.coverb { names.append("c:\(coverb.rawValue)") }
        names += aspects.filter { entry.aspects.contains($0.aspect) }.map(\.name)
        if let term = entry.system { names.append(term.isStrong ? "<system>" : "<field>") }
        return (names, entry.system)
    }

    private static func frames(_ kinds: Frame.Kinds) -> [String] {
        guard kinds != .none else { return [] }
        return Frame.allCases.filter { $0 != .none && kinds.contains($0) }.map(\.rawValue)
    }

    private static func nouns(_ noun: NounClass) -> [String] {
        guard !noun.isEmpty else { return [] }
        return nounNames.filter { noun.contains($0.noun) }.map(\.name)
    }

    private static let nounNames: [(noun: NounClass, name: String)] = [
        (.company, "n:company"), (.government, "n:government"), (.finance, "n:finance"),
        (.agreement, "n:agreement"), (.memorandum, "n:memorandum"), (.bid, "n:bid"),
        (.works, "n:works"), (.person, "n:person"), (.place, "n:place"), (.event, "n:event"),
        (.system, "n:system"),
    ]

    private static let aspects: [(aspect: ChineseEntry.Aspects, name: String)] = [
        (.planned, "modal"), (.progress, "a:progress"), (.done, "a:done"), (.negated, "not"),
        (.rumoured, "a:rumoured"), (.reported, "a:reported"), (.market, "a:market"),
        (.own, "a:own"), (.failed, "a:failed"), (.supplier, "a:supplier"), (.payer, "a:payer"),
    ]

    // MARK: - Names and sums

    private func name(of mention: Mention) -> String {
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

    private static func name(of quantity: Quantity) -> String? {
        switch quantity.value {
        case .money: "<money>"
        case .date: "<date>"
        case .share: "<share>"
        case .years: "<years>"
        case .number: nil
        }
    }
}
