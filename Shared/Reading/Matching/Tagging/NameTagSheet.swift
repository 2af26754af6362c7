import Evidence

/// What speaks for each token of a text being part of a name: the words and their forms, what the
/// rules and lists say of them, and the same of the tokens beside it.
struct NameTagSheet {
    let page: NamePage
    /// The different words of the text.
    private let forms: [Form]
    /// For each token, its word among them, what it looks like, and what the rules' choice of
    /// names says of it.
    private let words: Column
    private let shapes: Column
    private let tags: Column
    /// For each token the number of its word.
    private let numbers: [Int32]
    /// The first tokens before and after each capitalised word that are none.
    private let runStarts: [Int32]
    private let runEnds: [Int32]
    /// Whether a token or one near it has a capital, is Chinese, or belongs to a name of the rules.
    private let near: [Bool]

    /// What is known of a word wherever it stands.
    private struct Form {
        var word: EvidenceWord
        /// How it begins and ends.
        var affixes: [TextKey] = []
        var hasLower = false
        /// Whether it has a capital though no sentence starts with it.
        var hasInside = false
        /// The kind that the rules give it first.
        var kind: EvidenceWord?
    }

    /// A value for each token, and one for beyond the text.
    private struct Column {
        let values: [EvidenceWord]
        let keys: [TextKey]

        init(_ values: [EvidenceWord]) {
            self.values = values
            keys = values.map(\.key)
        }

        @inline(__always)
        func key(_ index: Int) -> TextKey {
            index >= 0 && index < keys.count ? keys[index] : NameTagName.edge.key
        }

        func text(_ index: Int) -> String {
            (values.indices.contains(index) ? values[index] : NameTagName.edge).text
        }
    }

    private typealias Name = NameTagName

    init(page: NamePage, chosen: [Candidate], kind: (Candidate) -> EntityKind) {
        self.page = page
        let tags = Self.tags(page, chosen, kind)
        var forms: [Form] = []
        var places: [Token.Word: Int32] = [:]
        var numbers: [Int32] = []
        numbers.reserveCapacity(page.tokens.count)
        for index in page.tokens.indices {
            let token = page.tokens[index]
            let number = places[token.word] ?? Int32(forms.count)
            if number == forms.count {
                places[token.word] = number
                forms.append(Self.form(page, index))
            }
            numbers.append(number)
            let place = Int(number)
            if !token.flags.contains(.han), !token.flags.contains(.mark) {
                if page.isNameWord(index) {
                    if !page.startsSentence(index) { forms[place].hasInside = true }
                } else {
                    forms[place].hasLower = true
                }
            }
            if forms[place].kind == nil, tags[index] != Name.none {
                forms[place].kind = EvidenceWord(String(tags[index].text.dropFirst(2)))
            }
        }
        self.forms = forms
        self.numbers = numbers
        self.tags = Column(tags)
        words = Column(Self.words(page, forms, numbers, chosen, kind))
        shapes = Column(page.tokens.indices.map { Self.shape(page, $0) })
        (runStarts, runEnds) = Self.runs(page)
        near = Self.near(page, tags)
    }

    // MARK: - Columns

    private static func tags(
        _ page: NamePage,
        _ chosen: [Candidate],
        _ kind: (Candidate) -> EntityKind
    ) -> [EvidenceWord] {
        var tags = [EvidenceWord](repeating: Name.none, count: page.tokens.count)
        for candidate in chosen {
            let kind = NameLabel.merged(kind(candidate)).rawValue
            var source = candidate.use == .name ? "" : candidate.use.rawValue
            if case .known = candidate.target { source += "k" }
            for index in candidate.tokens {
                let isFirst = index == candidate.tokens.lowerBound
                let isLast = index + 1 == candidate.tokens.upperBound
                let part = isFirst ? isLast ? "S" : "B" : isLast ? "E" : "I"
                tags[index] = EvidenceWord("\(part)-\(kind)\(source)")
            }
        }
        return tags
    }

    /// The words, but for those of names that a list has: evidence spells out no name.
    private static func words(
        _ page: NamePage,
        _ forms: [Form],
        _ numbers: [Int32],
        _ chosen: [Candidate],
        _ kind: (Candidate) -> EntityKind
    ) -> [EvidenceWord] {
        var words = numbers.map { forms[Int($0)].word }
        for place in page.places.places {
            let mark = place.isDemonym ? Name.demonym : place.isCountry ? Name.country : Name.place
            for index in place.tokens { words[index] = mark }
        }
        for candidate in chosen {
            guard case .known = candidate.target else { continue }
            let mark = EvidenceWord("<\(kind(candidate).rawValue)>")
            for index in candidate.tokens { words[index] = mark }
        }
        return words
    }

    private static func form(_ page: NamePage, _ index: Int) -> Form {
        let token = page.tokens[index]
        if token.flags.contains(.mark) {
            let mark = page.surface(index..<index + 1)
            if mark == "\t" { return Form(word: Name.tab) }
            return Form(word: mark.allSatisfy(\.isWhitespace) ? Name.line : EvidenceWord(mark))
        }
        if token.flags.contains(.digit) {
            return Form(word: EvidenceWord("<\(min(5, token.end - token.start))>"))
        }
        let word = page.text.folded(index..<index + 1)
        var form = Form(word: EvidenceWord(word))
        guard !token.flags.contains(.han) else { return form }
        form.affixes = affixes(of: word).map { TextKey($0) }
        return form
    }

    private static func affixes(of word: String) -> [String] {
        [
            "p2 " + word.prefix(2), "p3 " + word.prefix(3), "x2 " + word.suffix(2),
            "x3 " + word.suffix(3), "x4 " + word.suffix(4),
        ]
    }

    private static func shape(_ page: NamePage, _ index: Int) -> EvidenceWord {
        let token = page.tokens[index]
        let flags = token.flags
        if flags.contains(.mark) { return flags.contains(.blockEnd) ? Name.line : Name.mark }
        if flags.contains(.han) { return Name.han }
        if flags.contains(.digit) { return Name.number }
        let length = token.end - token.start
        if flags.contains(.allCaps) { return Name.capitals[min(5, Int(length))] }
        if flags.contains(.innerCapital) { return Name.mixed }
        if flags.contains(.capital) { return length == 1 ? Name.letter : Name.capital }
        return Name.lower
    }

    private static func runs(_ page: NamePage) -> (starts: [Int32], ends: [Int32]) {
        let count = page.tokens.count
        var starts = [Int32](repeating: -1, count: count)
        var ends = [Int32](repeating: Int32(count), count: count)
        for index in page.tokens.indices.dropFirst() {
            let isPart = page.isNameWord(index - 1) || page.hits.has(.connector, at: index - 1)
            starts[index] = isPart ? starts[index - 1] : Int32(index - 1)
        }
        for index in page.tokens.indices.dropLast().reversed() {
            let isPart = page.isNameWord(index + 1) || page.hits.has(.connector, at: index + 1)
            ends[index] = isPart ? ends[index + 1] : Int32(index + 1)
        }
        return (starts, ends)
    }

    private static func near(_ page: NamePage, _ tags: [EvidenceWord]) -> [Bool] {
        var near = [Bool](repeating: false, count: page.tokens.count)
        for index in page.tokens.indices
        where page.flags(index).contains(.han) || page.isNameWord(index) || tags[index] != Name.none
        {
            for place in max(0, index - 2)...min(near.count - 1, index + 2) { near[place] = true }
        }
        return near
    }

    // MARK: - Evidence

    /// Whether a token may belong to a name: none that no capital, Chinese character or name of
    /// the rules is near to does.
    func mayBeName(_ index: Int) -> Bool { near[index] }

    /// Adds the evidence for one token.
    func add(_ index: Int, to found: inout EvidenceSet) {
        let isHan = page.flags(index).contains(.han)
        add(Name.bias, to: &found)
        add(Name.word, words, index, to: &found)
        for step in 1...(isHan ? 3 : 2) {
            add(Name.wordsBefore[step], words, index - step, to: &found)
            add(Name.wordsAfter[step], words, index + step, to: &found)
        }
        for (place, name) in Name.pairs {
            add(name, words, index + place, words, index + place + 1, to: &found)
        }
        if isHan {
            for (place, name) in Name.triples {
                add(name, words, threeFrom: index + place, to: &found)
            }
        } else {
            addForm(index, to: &found)
        }
        for (place, name) in Name.shapes { add(name, shapes, index + place, to: &found) }
        addTags(index, to: &found)
        addClasses(index, to: &found)
        addMarks(index, to: &found)
    }

    @inline(__always)
    private func add(_ name: Name.Part, to found: inout EvidenceSet) {
        found.insert(name.key) { name.text }
    }

    private func add(_ name: Name.Part, _ value: EvidenceWord, to found: inout EvidenceSet) {
        found.insert(name.key + value.key) { name.text + value.text }
    }

    @inline(__always)
    private func add(
        _ name: Name.Part,
        _ column: Column,
        _ index: Int,
        to found: inout EvidenceSet
    ) {
        found.insert(name.key + column.key(index)) { name.text + column.text(index) }
    }

    @inline(__always)
    private func add(
        _ name: Name.Part,
        _ first: Column,
        _ index: Int,
        _ second: Column,
        _ other: Int,
        to found: inout EvidenceSet
    ) {
        let key = name.key + first.key(index) + Name.bar.key + second.key(other)
        found.insert(key) { name.text + first.text(index) + Name.bar.text + second.text(other) }
    }

    @inline(__always)
    private func add(
        _ name: Name.Part,
        _ column: Column,
        threeFrom index: Int,
        to found: inout EvidenceSet
    ) {
        let key = name.key + column.key(index) + column.key(index + 1) + column.key(index + 2)
        found.insert(key) {
            name.text + column.text(index) + column.text(index + 1) + column.text(index + 2)
        }
    }

    private func addForm(_ index: Int, to found: inout EvidenceSet) {
        add(Name.shapes3, shapes, threeFrom: index - 1, to: &found)
        let number = Int(numbers[index])
        guard words.keys[index] == forms[number].word.key else { return }
        let affixes = forms[number].affixes
        for place in affixes.indices {
            found.insert(affixes[place]) { Self.affixes(of: forms[number].word.text)[place] }
        }
        guard page.isNameWord(index) else { return }
        if forms[number].hasLower { add(Name.alsoLower, to: &found) }
        if forms[number].hasInside { add(Name.alsoInside, to: &found) }
        add(Name.runBefore, words, Int(runStarts[index]), to: &found)
        add(Name.runAfter, words, Int(runEnds[index]), to: &found)
    }

    private func addTags(_ index: Int, to found: inout EvidenceSet) {
        for (place, name) in Name.tags { add(name, tags, index + place, to: &found) }
        add(Name.tagNext, tags, index, tags, index + 1, to: &found)
        add(Name.tagLast, tags, index - 1, tags, index, to: &found)
        add(Name.tagWord, tags, index, words, index, to: &found)
        if let kind = forms[Int(numbers[index])].kind { add(Name.elsewhere, kind, to: &found) }
    }

    /// The lists' classes of the phrases that start and end here and beside it.
    private func addClasses(_ index: Int, to found: inout EvidenceSet) {
        add(page.hits.starts[index], Name.starts, to: &found)
        add(page.hits.ends[index], Name.ends, to: &found)
        if index + 1 < page.tokens.count {
            add(page.hits.starts[index + 1], Name.startsNext, to: &found)
            add(page.hits.ends[index + 1], Name.endsNext, to: &found)
        }
        if index > 0 {
            add(page.hits.ends[index - 1], Name.endsBefore, to: &found)
            add(page.hits.starts[index - 1], Name.startsBefore, to: &found)
        }
    }

    private func add(
        _ classes: LexicalClasses,
        _ name: Name.Part,
        to found: inout EvidenceSet
    ) {
        var rest = classes.rawValue
        while rest != 0 {
            let number = rest.trailingZeroBitCount
            found.insert(name.key + Name.classKeys[number]) { name.text + Name.classes[number] }
            rest &= rest - 1
        }
    }

    private func addMarks(_ index: Int, to found: inout EvidenceSet) {
        let flags = page.flags(index)
        for (flag, name) in Name.flags where flags.contains(flag) { add(name, to: &found) }
        if index + 1 < page.tokens.count, page.flags(index + 1).contains(.quoteBefore) {
            add(Name.quoteAfter, to: &found)
        }
        if let sign = sign(before: index) { add(Name.signBefore, sign, to: &found) }
        if index + 1 < page.tokens.count, let sign = sign(before: index + 1) {
            add(Name.signAfter, sign, to: &found)
        }
        if page.startsSentence(index) { add(Name.startsSentence, to: &found) }
        if page.isHeading(index) { add(Name.heading, to: &found) }
    }

    /// A sign that is no token, right before one: the dot in 玛丽·居里.
    private func sign(before index: Int) -> EvidenceWord? {
        let end = Int(page.tokens[index].start)
        let start = index == 0 ? 0 : Int(page.tokens[index - 1].end)
        guard start < end else { return nil }
        let sign = page.text.scalars[start..<end].last { $0.value > 0x20 && $0.value != 0x3000 }
        return sign.map { EvidenceWord(String($0)) }
    }
}
