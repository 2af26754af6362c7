import Evidence
import Gazetteer

/// A text laid out for the rules that find names: words, lexicon, places, known names.
struct NamePage {
    let text: TokenisedText
    let hits: LexicalHits
    let matches: [AliasIndex.Match]
    let places: PlaceMap
    let catalogue: Catalogue
    /// The country of each entity of the catalogue.
    let homes: [EntityID?]
    /// For each token the end of the longest sure form that starts there; 0 for none.
    private let knownEnds: [Int32]
    /// For each token the kind of the longest form that starts there.
    private let knownKinds: [EntityKind?]
    /// By the token where it starts, the name of a company that is an ordinary word too.
    private let contextualFirms: [Int: (end: Int, kind: EntityKind)]
    /// Single Chinese characters that may stand for a country.
    let initials: Set<Int>
    /// Whom each of them stands for, by their tokens.
    private let initialMatches: [Int: [UInt32]]
    /// The countries that the text names in full.
    private let named: Set<EntityID>
    /// Tokens on lines that capitalise every word.
    private let headings: [Bool]

    init(_ text: TokenisedText, index: AliasIndex, lexicon: Lexicon) {
        self.text = text
        catalogue = index.catalogue
        homes = index.homes
        hits = lexicon.hits(in: text.tokens)
        matches = index.matches(in: text)
        places = PlaceMap(matches, in: text, index: index)
        var ends = [Int32](repeating: 0, count: text.tokens.count)
        for match in matches where match.record.strength != .contextual {
            let start = match.tokens.lowerBound
            ends[start] = max(ends[start], Int32(match.tokens.upperBound))
        }
        var kinds = [EntityKind?](repeating: nil, count: text.tokens.count)
        for match in matches where Int(ends[match.tokens.lowerBound]) == match.tokens.upperBound {
            kinds[match.tokens.lowerBound] = index.kinds[Int(match.record.entity)]
        }
        var firms: [Int: (end: Int, kind: EntityKind)] = [:]
        for match in matches
        where match.record.strength == .contextual && !match.record.isHan && match.agreement == 1 {
            let kind = index.kinds[Int(match.record.entity)]
            if kind == .company || kind == .stateOwnedEnterprise {
                firms[match.tokens.lowerBound] = (match.tokens.upperBound, kind)
            }
        }
        contextualFirms = firms
        knownEnds = ends
        knownKinds = kinds
        initials = Set(
            matches.filter { $0.record.isHan && $0.tokens.count == 1 }.map(\.tokens.lowerBound)
        )
        var byToken: [Int: [UInt32]] = [:]
        for match in matches where match.record.isHan && match.tokens.count == 1 {
            byToken[match.tokens.lowerBound, default: []].append(match.record.entity)
        }
        initialMatches = byToken
        named = Set(places.places.filter { $0.isCountry }.compactMap(\.country))
        headings = Self.headingLines(of: text, hits: hits)
    }

    var tokens: [Token] { text.tokens }

    /// Where the longest sure form that starts at a token ends; `nil` without one.
    func knownEnd(at start: Int) -> Int? {
        guard knownEnds.indices.contains(start), knownEnds[start] > 0 else { return nil }
        return Int(knownEnds[start])
    }

    /// Whether a place stands inside a longer name ("Japan International …"), or says only where a
    /// company sits: "Lisbon-based", "a Dubai reseller", "France's X".
    func isPartOfName(_ place: PlaceMap.Place) -> Bool {
        for start in max(0, place.tokens.lowerBound - 6)...place.tokens.lowerBound {
            guard let end = knownEnd(at: start), end >= place.tokens.upperBound,
                end - start > place.tokens.count, let kind = knownKind(at: start),
                kind != .country, kind != .territory
            else { continue }
            return true
        }
        if isAfterName(place.tokens.lowerBound) || isHome(place) { return true }
        let next = place.tokens.upperBound
        guard next < tokens.count else { return false }
        if tokens[next].word == NameWords.based { return true }
        if let kind = knownKind(at: next), kind == .company || kind == .stateOwnedEnterprise {
            return place.isPossessive
        }
        for index in next..<min(next + 3, tokens.count) {
            if flags(index).contains(.mark) { return false }
            if hits.has(.roleNoun, at: index), !place.isCountry { return true }
        }
        return false
    }

    /// "Acme Universal (US)": whether brackets give a place as a company's home.
    private func isHome(_ place: PlaceMap.Place) -> Bool {
        let open = place.tokens.lowerBound - 1
        guard open > 0, tokens[open].word == NameWords.open,
            place.tokens.upperBound < tokens.count,
            tokens[place.tokens.upperBound].word == NameWords.close
        else { return false }
        if LegalForms.standard.contains(tokens[open - 1].word) { return true }
        return (max(0, open - 4)..<open).contains { start in
            knownEnd(at: start) == open
                && (knownKind(at: start) == .company
                    || knownKind(at: start) == .stateOwnedEnterprise)
        }
    }

    /// Whether a place ends a run of capitalised words, or stands after "of" and a company.
    private func isAfterName(_ start: Int) -> Bool {
        guard start > 1 else { return false }
        let previous = start - 1
        if isNameWord(previous), !isStopWord(previous), !flags(start).contains(.lineBefore),
            !flags(previous).contains(.possessive), !startsSentence(previous),
            places.place(endingAt: start) == nil
        {
            return true
        }
        guard tokens[previous].word == NameWords.of else { return false }
        let end = tokens[previous - 1].word == NameWords.comma ? previous - 1 : previous
        return (max(0, end - 4)..<end).contains { index in
            knownEnd(at: index) == end
                && (knownKind(at: index) == .company
                    || knownKind(at: index) == .stateOwnedEnterprise)
        }
    }

    /// The kind of the longest sure form that starts at a token; `nil` without one.
    func knownKind(at start: Int) -> EntityKind? { knownKinds[start] }

    /// Where the name of a company ends that starts at a token, though it were an ordinary word
    /// too, and its kind; what follows it says that it is a name.
    func firm(at start: Int) -> (end: Int, kind: EntityKind)? {
        if let end = knownEnd(at: start) {
            guard let kind = knownKind(at: start), kind == .company || kind == .stateOwnedEnterprise
            else { return nil }
            return (end, kind)
        }
        return contextualFirms[start]
    }

    /// Whether the text has brackets, or words that define a form.
    var mayDefine: Bool {
        tokens.indices.contains { index in
            tokens[index].word == NameWords.open || hits.has(.definesAs, at: index)
                || hits.has(.zhDefinesAs, at: index)
        }
    }

    /// Whether a Chinese name can begin at a token: after a mark, particle or verb.
    func isHanEdge(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = flags(index - 1)
        return before.contains(.mark) || !before.contains(.han)
            || flags(index).contains(.quoteBefore) || flags(index).contains(.lineBefore)
            || hits.ends[index - 1].contains(.zhStop)
    }

    /// Whether a Chinese place only says where the company after it is from: 法国企业X, 韩国KT.
    func isOrigin(_ place: PlaceMap.Place) -> Bool {
        var index = place.tokens.upperBound
        guard flags(place.tokens.lowerBound).contains(.han) else { return false }
        // 日本的NTT Data
        if index + 1 < tokens.count, hits.has(.zhOf, at: index),
            isOrganisation(index + 1) || isNameWord(index + 1)
        {
            return true
        }
        let limit = min(tokens.count, index + 6)
        while index < limit {
            let flags = flags(index)
            if flags.contains(.mark) || flags.contains(.lineBefore) { return false }
            if hits.has(.zhRole, at: index) { return true }
            if !flags.contains(.han) {
                return index == place.tokens.upperBound && !flags.contains(.digit)
            }
            if isOrganisation(index) { return true }
            if hits.has(.zhStop, at: index) || hits.has(.zhBodyShort, at: index) { return false }
            index += 1
        }
        return false
    }

    private func isOrganisation(_ index: Int) -> Bool {
        let kind = knownKind(at: index)
        return kind == .company || kind == .stateOwnedEnterprise || kind == .financier
    }

    /// The one country of those that the text names which a single character stands for.
    func countryOfInitial(_ index: Int) -> EntityID? {
        guard initials.contains(index) else { return nil }
        var found: EntityID?
        for match in initialMatches[index] ?? [] {
            guard let home = homes[Int(match)], named.contains(home) else { continue }
            if found != nil, found != home { return nil }
            found = home
        }
        return found
    }

    /// 海关 between clear edges: a body of which a country has one.
    func isSoleBody(_ range: Range<Int>) -> Bool {
        guard hits.end(of: .zhSoleBody, at: range.lowerBound, is: range.upperBound) else {
            return false
        }
        guard range.upperBound < tokens.count else { return true }
        // 公安、海关、税务: what a list counts up are tasks.
        let neighbours = [range.lowerBound - 1, range.upperBound].filter(tokens.indices.contains)
        if neighbours.contains(where: { tokens[$0].word == NameWords.enumerationComma })
            || hits.has(.zhJoint, at: range.upperBound)
        {
            return false
        }
        let flags = flags(range.upperBound)
        return !flags.contains(.han) || flags.contains(.mark) || flags.contains(.lineBefore)
            || hits.has(.zhStop, at: range.upperBound) || hits.has(.zhOf, at: range.upperBound)
    }

    func isHeading(_ index: Int) -> Bool { headings[index] }

    func flags(_ index: Int) -> Token.Flags { tokens[index].flags }

    /// Whether a word can be part of an English name: capitalised, or a number inside one.
    func isNameWord(_ index: Int) -> Bool {
        let flags = tokens[index].flags
        guard !flags.contains(.mark), !flags.contains(.han) else { return false }
        return (flags.contains(.capital) || flags.contains(.innerCapital)) && !isCurrency(index)
    }

    /// "KES 17.5 million": a currency, as a number follows.
    private func isCurrency(_ index: Int) -> Bool {
        index + 1 < tokens.count && flags(index + 1).contains(.digit)
            && hits.has(.currencyWord, at: index)
    }

    /// "R", "SOEs": letters that stand for a word, not for somebody.
    func isPlainAcronym(_ index: Int) -> Bool {
        let word = surface(index..<index + 1)
        guard word.count > 1 else { return true }
        return word.hasSuffix("s") && word.dropLast().allSatisfy(\.isUppercase)
    }

    /// Whether a capitalised word is one only because it begins a sentence or is a function word.
    func isStopWord(_ index: Int) -> Bool {
        hits.has(.stopCapital, at: index)
    }

    /// Whether a capitalised word has its capital from its place in the sentence only.
    func isWeakStart(_ index: Int) -> Bool {
        hits.has(.weakCapital, at: index) && startsSentence(index)
    }

    /// Whether a token starts a sentence, item or line.
    func startsSentence(_ index: Int) -> Bool {
        if index == 0 || flags(index).contains(.lineStart) { return true }
        return flags(index - 1).contains(.sentenceEnd)
    }

    /// Whether one of some marks stands right before a token.
    func follows(_ marks: Set<Unicode.Scalar>, _ index: Int) -> Bool {
        let place = Int(tokens[index].start) - 1
        return place >= 0 && marks.contains(text.scalars[place])
    }

    /// Whether a full stop stands right behind a word.
    func endsWithStop(_ index: Int) -> Bool {
        let place = Int(tokens[index].end)
        return place < text.scalars.count && text.scalars[place] == "."
            || place > 0 && text.scalars[place - 1] == "."
    }

    /// The raw words of a range of tokens.
    func surface(_ range: Range<Int>) -> String {
        let whole = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
        return text.text(in: whole)
    }

    /// The words of a range with single spaces, without what decorates them.
    func plain(_ range: Range<Int>) -> String {
        var words = ""
        for index in range {
            let token = tokens[index]
            let isHan = token.flags.contains(.han)
            if index > range.lowerBound, token.flags.contains(.spaceBefore), !isHan { words += " " }
            if index > range.lowerBound, isElided(before: index) { words += "'" }
            if index > range.lowerBound, token.flags.contains(.commaBefore) {
                words += words.hasSuffix(" ") ? "" : " "
            }
            if index > range.lowerBound, token.flags.contains(.hyphenBefore) { words += "-" }
            let last = index + 1 == range.upperBound
            let end = last ? token.end : token.fullEnd
            words += text.text(in: Int(token.start)..<Int(end))
            if token.flags.contains(.initials), token.end - token.start == 1 { words += "." }
        }
        return words
    }

    /// Whether nothing but an apostrophe stands before a token.
    private func isElided(before index: Int) -> Bool {
        let place = Int(tokens[index - 1].fullEnd)
        return Int(tokens[index].start) == place + 1
            && Tokeniser.isApostrophe(text.scalars[place])
    }

    /// Lines of four words and more of which most are capitalised: headings and titles, but no
    /// lists.
    private static func headingLines(of text: TokenisedText, hits: LexicalHits) -> [Bool] {
        var result = [Bool](repeating: false, count: text.tokens.count)
        var start = 0
        var words = 0
        var capitals = 0
        var commas = 0
        func close(_ end: Int) {
            let isSentence = end > start && text.tokens[end - 1].word == NameWords.stop
            if words >= 5, capitals * 10 >= words * 8, commas < listCommas, !isSentence,
                !isField(start..<end, of: text)
            {
                for index in start..<end { result[index] = true }
            }
        }
        for index in text.tokens.indices {
            let flags = text.tokens[index].flags
            if flags.contains(.lineStart), index > start {
                close(index)
                start = index
                words = 0
                capitals = 0
                commas = 0
            }
            let word = text.tokens[index].word
            if word == NameWords.comma || word == NameWords.semicolon { commas += 1 }
            guard !flags.contains(.mark), !flags.contains(.han), !flags.contains(.digit) else {
                continue
            }
            if hits.starts[index].contains(.connector), !flags.contains(.capital) { continue }
            words += 1
            if flags.contains(.capital) { capitals += 1 }
        }
        close(text.tokens.count)
        return result
    }

    /// "Agency: Tarvos Regional Health Service": a short label in lower case but for its first word.
    private static func isField(_ line: Range<Int>, of text: TokenisedText) -> Bool {
        let reach = line.lowerBound..<min(line.upperBound, line.lowerBound + 5)
        guard let colon = reach.first(where: { text.tokens[$0].word == NameWords.colon }),
            colon + 1 < line.upperBound, colon > line.lowerBound
        else { return false }
        guard !titles.contains(text.tokens[colon - 1].word) else { return false }
        return (line.lowerBound + 1..<colon).allSatisfy {
            !text.tokens[$0].flags.contains(.capital)
        }
    }

    /// Labels of lines that stand for the whole text.
    private static let titles = Set(
        [
            "source", "sources", "publisher", "title", "subject", "headline", "document", "report",
            "note", "re",
        ]
        .map { Token.Word($0) }
    )

    /// From how many commas on a line is a list.
    private static let listCommas = 3
}
