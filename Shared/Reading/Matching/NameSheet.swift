import Evidence

/// What speaks for and against a stretch of capitalised words being somebody's name, and whose.
///
/// It looks at the form of the words, at what stands beside them, and at where else in the text
/// they stand; never at who is meant.
struct NameSheet {
    let page: NamePage
    /// Nothing yet, of the kind that the weights are for.
    let blank: EvidenceSet
    /// How often each first word of a stretch stands in the text, and how it is written there.
    private let uses: [Token.Word: Use]
    /// How often each stretch is among those that are looked at.
    private let counts: [[Token.Word]: Int]

    private struct Use {
        var count = 0
        var lower = 0
        var inside = 0
    }

    private static let reach = 3
    private static let far = 7

    init(page: NamePage, ranges: [Range<Int>], blank: EvidenceSet) {
        self.page = page
        self.blank = blank
        var uses: [Token.Word: Use] = [:]
        for range in ranges where !page.flags(range.lowerBound).contains(.han) {
            uses[page.tokens[range.lowerBound].word] = Use()
        }
        for index in page.tokens.indices where uses[page.tokens[index].word] != nil {
            uses[page.tokens[index].word]?.count += 1
            if !page.isNameWord(index) { uses[page.tokens[index].word]?.lower += 1 }
            if page.isNameWord(index), !page.startsSentence(index) {
                uses[page.tokens[index].word]?.inside += 1
            }
        }
        self.uses = uses
        var counts: [[Token.Word]: Int] = [:]
        for range in ranges { counts[page.tokens[range].map(\.word), default: 0] += 1 }
        self.counts = counts
    }

    /// The evidence for some words.
    func evidence(for range: Range<Int>) -> EvidenceSet {
        let isHan = page.flags(range.lowerBound).contains(.han)
        // Chinese names are weighed by themselves.
        let script = isHan ? "zh:" : ""
        var found = blank
        found.insert(EvidenceWord(script + "bias"))
        if isHan {
            addHanForm(of: range, to: &found)
        } else {
            addForm(of: range, to: &found)
        }
        if let count = counts[page.tokens[range].map(\.word)] {
            found.insert(EvidenceWord(script + "same "), EvidenceWord.digits[min(4, count)])
        }
        addSide(isHan ? .hanBefore : .before, from: range.lowerBound, to: &found)
        addSide(isHan ? .hanAfter : .after, from: range.upperBound, to: &found)
        return found
    }

    /// What evidence is called of the words on one side of a name.
    private struct Side: Sendable {
        let isBefore: Bool
        let beside: EvidenceWord
        /// By how many words away.
        let steps: [EvidenceWord]
        let edges: [EvidenceWord]
        let breaks: [EvidenceWord]

        private init(_ mark: String, isBefore: Bool) {
            self.isBefore = isBefore
            beside = EvidenceWord(mark + " ")
            steps = (0...NameSheet.reach).map { EvidenceWord("\(mark)\($0) ") }
            edges = (0...NameSheet.reach).map { EvidenceWord("\(mark)\($0) edge") }
            breaks = (0...NameSheet.reach).map { EvidenceWord("\(mark) break \($0)") }
        }

        static let before = Side("-", isBefore: true)
        static let after = Side("+", isBefore: false)
        static let hanBefore = Side("zh:-", isBefore: true)
        static let hanAfter = Side("zh:+", isBefore: false)
    }

    /// What the words of a class are called.
    private static let classNames = LexicalClass.allCases.map { EvidenceWord("\($0)") }
    private static let classMarks = LexicalClass.allCases.map { EvidenceWord("<\($0)>") }
    private static let kindMarks = Dictionary(
        uniqueKeysWithValues: EntityKind.allCases.map { ($0, EvidenceWord("<\($0.rawValue)>")) }
    )

    // MARK: - Form

    private func addForm(of range: Range<Int>, to found: inout EvidenceSet) {
        let first = page.flags(range.lowerBound)
        found.insert("words ", EvidenceWord.digits[min(4, range.count)])
        if range.count == 1 {
            let length = page.tokens[range.lowerBound].end - page.tokens[range.lowerBound].start
            found.insert("letters ", EvidenceWord.digits[min(8, Int(length))])
            if first.contains(.allCaps) { found.insert("acronym") }
        } else if range.allSatisfy({ page.flags($0).contains(.allCaps) }) {
            found.insert("all capitals")
        }
        if range.contains(where: isMixed) { found.insert("mixed case") }
        if range.contains(where: { page.flags($0).contains(.digit) }) { found.insert("digit") }
        if range.contains(where: { page.tokens[$0].word == NameWords.and }) { found.insert("&") }
        if range.dropFirst().contains(where: { page.flags($0).contains(.hyphenBefore) }) {
            found.insert("hyphen")
        }
        if first.contains(.quoteBefore) { found.insert("quoted") }
        if page.flags(range.upperBound - 1).contains(.possessive) { found.insert("possessive") }
        if page.startsSentence(range.lowerBound) { found.insert("starts sentence") }
        if page.isHeading(range.lowerBound) { found.insert("heading") }
        let starts = page.hits.starts[range.lowerBound]
        let ends = page.hits.ends[range.upperBound - 1]
        for kind in Self.formClasses {
            if starts.contains(kind) { found.insert("first ", Self.classNames[Int(kind.rawValue)]) }
            if ends.contains(kind) { found.insert("last ", Self.classNames[Int(kind.rawValue)]) }
        }
        if page.places.place(startingAt: range.lowerBound) != nil { found.insert("first place") }
        if range.dropFirst().contains(where: { page.places.place(startingAt: $0) != nil }) {
            found.insert("has place")
        }
        if !range.contains(where: isKnown) {
            let ending = page.text.folded(range.upperBound - 1..<range.upperBound)
            found.insert("ends ", EvidenceWord(String(ending.suffix(3))))
        }
        guard let use = uses[page.tokens[range.lowerBound].word] else { return }
        found.insert("uses ", EvidenceWord.digits[min(4, use.count)])
        if use.lower > 0 { found.insert("also lower case") }
        if use.inside > 0 { found.insert("inside a sentence") }
    }

    private func addHanForm(of range: Range<Int>, to found: inout EvidenceSet) {
        found.insert("zh:characters ", EvidenceWord.digits[min(8, range.count)])
        let end = range.upperBound
        if !range.contains(where: isKnown) {
            found.insert("zh:last ", EvidenceWord(page.surface(end - 1..<end)))
            let two = max(range.lowerBound, end - 2)..<end
            found.insert("zh:last ", EvidenceWord(page.surface(two)))
            let first = range.lowerBound..<range.lowerBound + 1
            found.insert("zh:first ", EvidenceWord(page.surface(first)))
        }
        if page.flags(range.lowerBound).contains(.quoteBefore) { found.insert("zh:quoted") }
        if page.startsSentence(range.lowerBound) { found.insert("zh:starts sentence") }
        for kind in Self.hanForms {
            let name = Self.classNames[Int(kind.rawValue)]
            if page.hits.ends[end - 1].contains(kind) { found.insert("zh:last ", name) }
            if range.contains(where: { page.hits.starts[$0].contains(kind) }) {
                found.insert("zh:has ", name)
            }
        }
        if page.places.place(startingAt: range.lowerBound) != nil { found.insert("zh:first place") }
    }

    private static let hanForms: [LexicalClass] = [
        .zhCompanyTail, .zhTrade, .zhWord, .zhBodySuffix, .zhOpenBody, .zhOrganizationSuffix,
        .zhFinancierSuffix, .zhTerritorySuffix, .zhSurname, .zhCommonWord, .zhNoSlot, .zhGeneric,
        .zhPolicySuffix, .zhEventSuffix, .zhStop,
    ]

    /// Whether a token belongs to a name of the catalogue, whose letters are no evidence.
    private func isKnown(_ index: Int) -> Bool { knownKind(covering: index) != nil }

    private func isMixed(_ index: Int) -> Bool {
        page.flags(index).contains(.innerCapital) && !page.flags(index).contains(.allCaps)
    }

    private static let formClasses: [LexicalClass] = [
        .companyTail, .weakCapital, .stopCapital, .nameModifier, .roleNoun, .bodyHead,
        .organizationHead, .financierHead, .policyHead, .eventHead, .mediaTail, .systemNoun,
        .territoryTail, .settlementNoun, .companyFrame, .divisionWord, .termAcronym, .personTitle,
    ]

    // MARK: - What stands beside

    private func addSide(_ side: Side, from edge: Int, to found: inout EvidenceSet) {
        var nearest: EvidenceWord?
        for step in 1...Self.far {
            let index = side.isBefore ? edge - step : edge + step - 1
            guard page.tokens.indices.contains(index) else {
                if step <= Self.reach { found.insert(side.edges[step]) }
                return
            }
            let names = names(at: index, isBefore: side.isBefore)
            for name in names {
                if step <= Self.reach { found.insert(side.steps[step], name) }
                found.insert(side.beside, name)
            }
            if step == 1 { nearest = names.first }
            if step == 2, let name = names.first {
                if let nearest {
                    found.insert(side.beside, nearest, " ", name)
                } else {
                    found.insert(side.beside, name)
                }
            }
            let ends = side.isBefore ? index : index + 1
            if isBreak(at: side.isBefore ? ends : min(ends, page.tokens.count - 1), index) {
                found.insert(side.breaks[min(step, Self.reach)])
                return
            }
        }
    }

    /// Whether a sentence or line ends here.
    private func isBreak(at next: Int, _ index: Int) -> Bool {
        page.flags(index).contains(.sentenceEnd) || page.flags(next).contains(.lineStart)
    }

    /// What a token counts as: its word, and its classes.
    private func names(at index: Int, isBefore: Bool) -> [EvidenceWord] {
        let flags = page.flags(index)
        if flags.contains(.mark) {
            let mark = page.surface(index..<index + 1)
            if mark.unicodeScalars.count > 1 { return ["<link>"] }
            return [
                mark == "\t"
                    ? "<tab>" : mark.allSatisfy(\.isWhitespace) ? "<line>" : EvidenceWord(mark)
            ]
        }
        if let place = isBefore
            ? page.places.place(endingAt: index + 1) : page.places.place(startingAt: index)
        {
            return [place.isDemonym ? "<demonym>" : place.isCountry ? "<country>" : "<place>"]
        }
        if flags.contains(.han) {
            return knownKind(covering: index).flatMap { Self.kindMarks[$0] }.map { [$0] }
                ?? han(index, isBefore: isBefore)
        }
        let isName = page.isNameWord(index)
        if isName, let kind = page.knownKind(at: index), let mark = Self.kindMarks[kind] {
            return [mark]
        }
        if flags.contains(.digit) { return ["<number>"] }
        let isOpen = isName && !page.isStopWord(index) && !page.startsSentence(index)
        let word: EvidenceWord =
            isOpen ? "<Name>" : EvidenceWord(page.text.folded(index..<index + 1))
        return [word] + classes(Self.sideClasses, index, isBefore: isBefore)
    }

    /// The kind of a party or place whose sure form covers a token: evidence spells out no name.
    private func knownKind(covering index: Int) -> EntityKind? {
        for start in stride(from: index, through: max(0, index - Self.formMax), by: -1) {
            if let end = page.knownEnd(at: start), end > index { return page.knownKind(at: start) }
        }
        return nil
    }

    /// The longest form that is looked for around a token, in tokens.
    private static let formMax = 12

    /// A Chinese character with the one beyond it, and what they are.
    private func han(_ index: Int, isBefore: Bool) -> [EvidenceWord] {
        var names = [EvidenceWord(page.surface(index..<index + 1))]
        let other = isBefore ? index - 1 : index + 1
        if page.tokens.indices.contains(other), page.flags(other).contains(.han),
            knownKind(covering: other) == nil
        {
            let both = min(index, other)..<max(index, other) + 1
            names.insert(EvidenceWord(page.surface(both)), at: 0)
        }
        return names + classes(Self.hanClasses, index, isBefore: isBefore)
    }

    /// Which of some classes a phrase is of that ends, or starts, at a token beside a name.
    private func classes(
        _ kinds: [LexicalClass],
        _ index: Int,
        isBefore: Bool
    ) -> [EvidenceWord] {
        let beside = isBefore ? page.hits.ends[index] : page.hits.starts[index]
        guard !beside.isEmpty else { return [] }
        return kinds.filter { beside.contains($0) }.map { Self.classMarks[Int($0.rawValue)] }
    }

    private static let sideClasses: [LexicalClass] = [
        .roleNoun, .rolePlural, .listWord, .dealLink, .dealCue, .dealHanded, .dealDeed,
        .dealAuxiliary, .businessVerb, .dealNoun, .staffNoun, .stakeNoun, .companyFrame,
        .personTitle, .personRole, .speechVerb, .organizationRole, .bodyRole, .systemNoun,
        .callWord, .settlementNoun, .placeBefore, .month, .bodyHead, .policyHead, .eventHead,
        .companyTail, .connector,
    ]
    private static let hanClasses: [LexicalClass] = [
        .zhRole, .zhSlot, .zhSlotEnd, .zhCompanyFrame, .zhCompanySuffix, .zhStop, .zhBodySuffix,
        .zhPersonTitle, .zhCompanyTail, .zhOf, .zhJoint, .zhSlotBuy,
    ]
}
