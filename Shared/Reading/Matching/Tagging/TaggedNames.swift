import Evidence
import Gazetteer

/// Names by what speaks for each token being part of one, beside those that the rules found.
///
/// Rules know the forms of names; where one begins and ends in running text, and what is none, the
/// words around it tell better. So where the two differ and the chances are high, the rules' own
/// readings give way, unless a list has the name.
struct TaggedNames {
    let page: NamePage
    let finder: MentionFinder
    let runs: RunReader
    let han: HanReader
    /// What the rules found, and the choice among it.
    private let candidates: [Candidate]
    private let chosen: [Candidate]
    /// By the token where they start, what the rules found and where names of places end.
    private let byStart: [Int: [Int]]
    private let placeEnds: [Int: Set<Int>]

    init(
        page: NamePage,
        finder: MentionFinder,
        runs: RunReader,
        han: HanReader,
        candidates: [Candidate]
    ) {
        self.page = page
        self.finder = finder
        self.runs = runs
        self.han = han
        self.candidates = candidates
        chosen = Selection.best(
            of: candidates.filter { $0.score >= MentionWriter.scoreMin },
            in: page.text
        )
        byStart = Dictionary(grouping: candidates.indices) { candidates[$0].tokens.lowerBound }
        var ends: [Int: Set<Int>] = [:]
        for match in page.matches {
            let kind = finder.index.kinds[Int(match.record.entity)]
            if kind == .territory || kind == .country {
                ends[match.tokens.lowerBound, default: []].insert(match.tokens.upperBound)
            }
        }
        placeEnds = ends
    }

    /// What is made of the tags.
    struct Result {
        /// Names that no rule has.
        var added: [Candidate] = []
        /// Stretches, in order and apart, over which the rules' derived readings are dropped.
        var settled: [Range<Int>] = []
    }

    /// The chance from which a name counts that no rule has.
    private static let addedMin = 0.4
    /// The chance from which the rules' readings of the same words are dropped.
    private static let overruledMin = 0.5
    /// The chance from which a name is longer than one that a list has.
    private static let longerMin = 0.6
    /// The chance from which a name is none of a place that is called so.
    private static let placeMin = 0.8
    /// The chance from which a name is of another kind than a rule says.
    private static let kindMin = 0.7
    /// The chance from which words are no name, though a rule derived one.
    private static let noneMin = 0.85
    /// About how many tokens are looked at together, and at most.
    private static let length = 256
    private static let lengthMax = 1_024

    func read() -> Result {
        let sheet = NameTagSheet(page: page, chosen: chosen, kind: kind)
        var result = Result()
        var first = 0
        for sequence in sequences() {
            while first < chosen.count,
                chosen[first].tokens.upperBound <= sequence.lowerBound
            {
                first += 1
            }
            var last = first
            while last < chosen.count, chosen[last].tokens.lowerBound < sequence.upperBound {
                last += 1
            }
            read(sequence, sheet, chosen[first..<last], &result)
        }
        return result
    }

    private func read(
        _ sequence: Range<Int>,
        _ sheet: NameTagSheet,
        _ chosen: ArraySlice<Candidate>,
        _ result: inout Result
    ) {
        guard sequence.contains(where: sheet.mayBeName) else { return }
        var scores = finder.tagger.scores(of: sequence.count)
        var evidence = finder.tagger.evidence()
        for (place, index) in sequence.enumerated() {
            guard sheet.mayBeName(index) else {
                finder.tagger.scoreOutside(at: place, in: &scores)
                continue
            }
            evidence.clear()
            sheet.add(index, to: &evidence)
            finder.tagger.score(evidence, at: place, in: &scores)
        }
        let path = finder.tagger.best(scores)
        let names = Self.names(on: path).map {
            (range: $0.range.shifted(by: sequence.lowerBound), kind: $0.kind)
        }
        let own = chosen.filter { NameLabel.merged(kind($0)) != .territory || isLocal($0) }
        let new = names.filter { name in
            name.kind == .territory
                ? !chosen.contains { $0.tokens.overlaps(name.range) }
                : !own.contains {
                    $0.tokens == name.range && NameLabel.merged(kind($0)) == name.kind
                }
        }
        let none = own.filter { candidate in
            // A body that is told by its task and its country is one, though in lower case.
            guard case .derived(let name) = candidate.target, candidate.use == .name,
                sequence.contains(candidate.tokens),
                name.kind != .publicBody || name.scope == nil
            else { return false }
            return !names.contains { $0.range.overlaps(candidate.tokens) }
        }
        func chance(_ range: Range<Int>) -> Double {
            let own = range.clamped(to: sequence).shifted(by: -sequence.lowerBound)
            return finder.tagger.chance(of: own, on: path, scores)
        }
        for name in new { add(name.range, name.kind, own, &result) { chance(name.range) } }
        for candidate in none
        where chance(candidate.tokens) >= max(Self.noneMin, candidate.score) {
            result.settled.append(candidate.tokens)
        }
    }

    private func add(
        _ range: Range<Int>,
        _ kind: EntityKind,
        _ chosen: [Candidate],
        _ result: inout Result,
        by chanceOfName: () -> Double
    ) {
        let range = bare(range, kind)
        let rivals = chosen.filter { $0.tokens.overlaps(range) }
        let known = rivals.filter { isKnown($0) }
        guard known.allSatisfy({ $0.tokens != range && range.contains($0.tokens) }),
            mayBeNamed(range), !isDefined(range)
        else { return }
        let chance = chanceOfName()
        guard chance >= (isPlace(range) ? Self.placeMin : Self.addedMin),
            known.isEmpty || chance >= Self.longerMin,
            rivals.allSatisfy({ isKnown($0) || mayOverrule($0, by: range, chance: chance) }),
            chance >= Self.kindMin || !rivals.contains(where: { $0.tokens == range })
        else { return }
        result.settled.append(range)
        let score = 0.5 + 0.4 * chance
        let same = (byStart[range.lowerBound] ?? []).map { candidates[$0] }
            .filter { $0.tokens == range && NameLabel.merged(self.kind($0)) == kind }
            .max { $0.score < $1.score }
        if var same {
            same.score = max(same.score, score)
            result.added.append(same)
            return
        }
        let isHan = page.flags(range.upperBound - 1).contains(.han)
        let made =
            isHan
            ? han.derived(range, kind, score: score) : runs.derived(range, kind, score: score)
        if let made { result.added.append(made) }
    }

    /// Whether some words are the name of a place too, of which there are many: Sal, Mazowe.
    private func isPlace(_ range: Range<Int>) -> Bool {
        placeEnds[range.lowerBound]?.contains(range.upperBound) == true
    }

    /// Every token with its evidence: what weights are fitted to.
    func records() -> [FeatureRecord] {
        let sheet = NameTagSheet(page: page, chosen: chosen, kind: kind)
        var evidence = finder.tagger.evidence(isNamed: true)
        return sequences().flatMap { sequence in
            sequence.map { index in
                evidence.clear()
                sheet.add(index, to: &evidence)
                return FeatureRecord(
                    choice: .name,
                    line: [sequence.lowerBound, sequence.upperBound],
                    party: "",
                    at: Int(page.tokens[index].start),
                    candidate: "\(page.tokens[index].end)",
                    evidence: (evidence.names ?? []).sorted()
                )
            }
        }
    }

    /// Whether a candidate is a place of several words, of which a body may be called so too:
    /// "Kisumu County".
    private func isLocal(_ candidate: Candidate) -> Bool {
        candidate.tokens.count > 1 && candidate.use == .name
    }

    private func isKnown(_ candidate: Candidate) -> Bool {
        if case .known = candidate.target { true } else { candidate.isImported }
    }

    private func mayOverrule(_ rival: Candidate, by range: Range<Int>, chance: Double) -> Bool {
        chance >= max(Self.overruledMin, rival.score) && !goesOn(rival, after: range)
            && !addsPlace(range, to: rival)
    }

    /// "Ugandan Ministry of Health": whether some words are a body of a place and that place.
    private func addsPlace(_ range: Range<Int>, to rival: Candidate) -> Bool {
        guard case .derived(let name) = rival.target, name.scope != nil,
            range.lowerBound < rival.tokens.lowerBound, range.upperBound == rival.tokens.upperBound
        else { return false }
        return page.places.place(startingAt: range.lowerBound)?.tokens.upperBound
            == rival.tokens.lowerBound
    }

    private func kind(_ candidate: Candidate) -> EntityKind { finder.kind(of: candidate) }

    /// Whether some words are no mere terms: "SOEs", "Big Data", 本公司.
    private func mayBeNamed(_ range: Range<Int>) -> Bool {
        let last = range.upperBound - 1
        if page.flags(last).contains(.han) {
            return !han.isGeneric(range) && !Self.pointing.contains(page.plain(range))
                && !(range.count == 2 && page.tokens[last].word == HanReader.sideWord)
        }
        let first = range.lowerBound
        guard isNameEdge(first), isNameEdge(last) else { return false }
        if range.count == 1, page.isPlainAcronym(first) || page.hits.has(.termAcronym, at: first) {
            return false
        }
        return !range.allSatisfy { page.hits.has(.weakCapital, at: $0) }
    }

    /// What a text calls the country or place that it speaks of.
    private static let pointing: Set<String> = [
        "\u{672C}\u{56FD}", "\u{8BE5}\u{56FD}", "\u{6211}\u{56FD}", "\u{8BE5}\u{5E02}",
        "\u{672C}\u{5E02}", "\u{8BE5}\u{7701}", "\u{672C}\u{7701}",
    ]

    private func isNameEdge(_ index: Int) -> Bool {
        page.isNameWord(index) || !page.flags(index).isDisjoint(with: [.digit, .han])
    }

    /// A name without an article, title or address before it: "Mayor Jane Roe", "M/s Acme".
    private func bare(_ range: Range<Int>, _ kind: EntityKind) -> Range<Int> {
        let title: LexicalClass = kind == .person ? .personTitle : .firmAddress
        var start = range.lowerBound
        while let end = page.hits.end(of: title, at: start), end < range.upperBound { start = end }
        if page.tokens[start].word == NameWords.the, start + 2 < range.upperBound,
            page.places.place(startingAt: start) == nil
        {
            start += 1
        }
        // "Corvine's Jane Roe" has two names.
        if kind == .person, start + 2 < range.upperBound, page.flags(start).contains(.possessive) {
            start += 1
        }
        return start..<range.upperBound
    }

    /// "Institute for Open Data (IOD)": whether a bracket has the initials of the words before it,
    /// which are defined there.
    private func isDefined(_ range: Range<Int>) -> Bool {
        let open = range.lowerBound - 1
        guard range.count == 1, open > 0, page.tokens[open].word == NameWords.open else {
            return false
        }
        let letters = page.surface(range).map { $0.lowercased() }
        var rest = letters
        for index in stride(from: open - 1, through: max(0, open - 2 * letters.count), by: -1)
        where page.isNameWord(index) {
            guard let last = rest.last, page.text.folded(index..<index + 1).hasPrefix(last) else {
                break
            }
            rest.removeLast()
        }
        return rest.isEmpty
    }

    /// Whether a reading of the rules goes on after some words with a bracket: 蓝海（北京）.
    private func goesOn(_ rival: Candidate, after range: Range<Int>) -> Bool {
        rival.tokens.lowerBound == range.lowerBound && range.upperBound < rival.tokens.upperBound
            && page.tokens[range.upperBound].word == NameWords.open
    }

    // MARK: - Sequences

    /// The text's lines, long ones in parts that end with a sentence where one does.
    func sequences() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in page.tokens.indices {
            let flags = page.flags(index)
            let length = index - start
            let isLine =
                index > 0 && page.flags(index - 1).contains(.blockEnd)
                || flags.contains([.lineStart, .shortLineBefore])
            let isFull =
                length >= Self.lengthMax
                || length >= Self.length && index > 0
                    && page.flags(index - 1).contains(.sentenceEnd)
            if length > 0, isLine || isFull {
                found.append(start..<index)
                start = index
            }
        }
        if start < page.tokens.count { found.append(start..<page.tokens.count) }
        return found
    }

    /// The names that a path of labels makes.
    static func names(on path: [Int]) -> [(range: Range<Int>, kind: EntityKind)] {
        var found: [(range: Range<Int>, kind: EntityKind)] = []
        var start = 0
        for (place, number) in path.enumerated() {
            let label = NameLabel.all[number]
            switch label.part {
            case .begin: start = place
            case .end, .single:
                if label.part == .single { start = place }
                if let kind = label.kind { found.append((start..<place + 1, kind)) }
            case .inside, .outside: break
            }
        }
        return found
    }
}

extension Range where Bound == Int {
    func contains(_ other: Range) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }

    func shifted(by distance: Int) -> Range { lowerBound + distance..<upperBound + distance }
}

extension [Range<Int>] {
    /// Whether any of these, which are in order and apart, overlaps another range.
    func anyOverlaps(_ range: Range<Int>) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < count && self[low].lowerBound < range.upperBound
    }
}
