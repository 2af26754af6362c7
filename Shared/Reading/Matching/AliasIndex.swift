import Evidence
import Gazetteer

/// The catalogue's forms as one table over words.
struct AliasIndex: Sendable {
    let catalogue: Catalogue
    private var table = PhraseTable()
    private var records: [Record] = []
    /// The kind of each entity, and the country that it lies in, beside the catalogue's entities.
    let kinds: [EntityKind]
    let homes: [EntityID?]

    /// A form of an entity, as it was tokenised.
    struct Record: Sendable {
        var entity: UInt32
        var alias: UInt32
        /// A bit for each word that starts with a capital, and for each that has a possessive.
        var capitals: UInt32 = 0
        var possessives: UInt32 = 0
        var count: UInt16
        var strength: Alias.Strength
        /// Whether only the exact case will do.
        var isExact = false
        var isHan = false
        /// Whether the form is an ordinary word too.
        var isCommon = false
    }

    /// A place in the text where a form stands.
    struct Match {
        var tokens: Range<Int>
        var record: Record
        var agreement: Double
    }

    /// The longest form, in words, that is looked for.
    static let wordsMax = 32

    init(_ catalogue: Catalogue, lexicon: Lexicon) {
        self.catalogue = catalogue
        kinds = catalogue.entities.map(\.kind)
        homes = catalogue.entities.map(catalogue.country(of:))
        for (place, aliases) in catalogue.aliases.enumerated() {
            for (number, alias) in aliases.enumerated() {
                insert(alias, entity: place, number: number, lexicon: lexicon)
            }
        }
    }

    private mutating func insert(_ alias: Alias, entity: Int, number: Int, lexicon: Lexicon) {
        let tokens = TokenisedText(alias.text).tokens
        guard !tokens.isEmpty, tokens.count <= Self.wordsMax else { return }
        var record = Record(
            entity: UInt32(entity),
            alias: UInt32(number),
            count: UInt16(tokens.count),
            strength: alias.strength
        )
        for (place, token) in tokens.enumerated() {
            let bit: UInt32 = 1 << UInt32(place)
            if token.flags.contains(.capital) { record.capitals |= bit }
            if token.flags.contains(.possessive) { record.possessives |= bit }
            if token.flags.contains(.han) { record.isHan = true }
        }
        let letters = alias.text.unicodeScalars.count
        let isShortCapitals =
            tokens.count == 1 && tokens[0].flags.contains(.allCaps) && letters <= 4
        record.isExact = alias.strength == .acronym || isShortCapitals
        let hits = lexicon.hits(in: tokens)
        record.isCommon = hits.end(of: .zhCommonWord, at: 0, is: tokens.count)
        table.insert(tokens.map(\.word), value: UInt32(records.count))
        records.append(record)
    }

    /// The places where a form stands as its entity's texts write it, in the order of the starts.
    func matches(in text: TokenisedText) -> [Match] {
        var found: [Match] = []
        let tokens = text.tokens
        for start in tokens.indices where table.canStart(tokens[start].word) {
            var state: PhraseTable.State = 0
            var end = start
            while end < tokens.count, let next = table.next(state, tokens[end].word) {
                if end > start, text.breaksName(before: end) { break }
                state = next
                end += 1
                guard table.hasValue(state), !isOfCurrency(text, end) else { continue }
                table.forEachValue(state) { value in
                    let record = records[Int(value)]
                    guard let agreement = agreement(of: record, text, start..<end) else { return }
                    found.append(
                        Match(tokens: start..<end, record: record, agreement: agreement)
                    )
                }
            }
        }
        return found
    }

    /// Whether the token before `end` names a currency with the sign behind it: "US$".
    private func isOfCurrency(_ text: TokenisedText, _ end: Int) -> Bool {
        let place = Int(text.tokens[end - 1].end)
        return text.scalars.indices.contains(place)
            && (text.scalars[place] == "$" || text.scalars[place] == "\u{FF04}")
    }

    // MARK: - Case

    /// How far the text's capitals and possessives agree with the form's; `nil` where they
    /// contradict it.
    private func agreement(
        of record: Record,
        _ text: TokenisedText,
        _ range: Range<Int>
    ) -> Double? {
        let tokens = text.tokens
        if record.isExact, !isExact(record, text, range) { return nil }
        var wanted = 0
        var missing = 0
        var missesFirst = false
        for (place, index) in range.enumerated() {
            let flags = tokens[index].flags
            let bit: UInt32 = 1 << UInt32(place)
            if flags.contains(.possessive), index + 1 < range.upperBound,
                record.possessives & bit == 0, range.count < 3
            {
                return nil
            }
            guard record.capitals & bit != 0 else { continue }
            wanted += 1
            guard !flags.contains(.capital) else { continue }
            missing += 1
            if place == 0 { missesFirst = true }
        }
        guard missing > 0 else { return 1 }
        if wanted == 1 || missesFirst || missing * 2 > wanted + 1 { return nil }
        return 0.9
    }

    private func isExact(_ record: Record, _ text: TokenisedText, _ range: Range<Int>) -> Bool {
        let alias = catalogue.aliases[Int(record.entity)][Int(record.alias)].text
        var written = alias.unicodeScalars.makeIterator()
        for index in range {
            for scalar in text.scalars[text.tokens[index].range] where scalar != "." {
                var next = written.next()
                while let symbol = next,
                    Folding.standard.kind(symbol).class == .symbol
                        || Folding.standard.kind(symbol).class == .space
                { next = written.next() }
                guard next == scalar || Folding.standard.kind(scalar).class == .symbol else {
                    return false
                }
            }
        }
        return true
    }
}

extension TokenisedText {
    /// Whether something stands before a token that no name runs across.
    func breaksName(before end: Int) -> Bool {
        let flags = tokens[end].flags
        if flags.contains(.quoteBefore) { return true }
        guard flags.contains(.lineBefore), flags.contains(.shortLineBefore) else { return false }
        return isHeadingLine(before: end)
    }

    /// Whether the line that ends before a token holds nothing but capitalised words.
    func isHeadingLine(before end: Int) -> Bool {
        var index = end - 1
        while index >= 0 {
            let flags = tokens[index].flags
            if flags.contains(.mark) { return true }
            if flags.contains(.han) || !flags.contains(.capital) && !flags.contains(.digit) {
                return false
            }
            if flags.contains(.lineStart) { return true }
            index -= 1
        }
        return true
    }
}
