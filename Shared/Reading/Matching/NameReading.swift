import Evidence
import Gazetteer

/// Reads the names of one text: every rule's candidates, the text's own definitions, the choice.
struct NameReading {
    let page: NamePage
    let finder: MentionFinder
    let scopes: ScopeFinder
    let slots: [NameSlot]
    private(set) var candidates: [Candidate] = []
    /// Which rules found the candidates, each with the place where its own end.
    private(set) var stages: [(name: String, end: Int)] = []
    private var unexplained: [Range<Int>] = []

    init(_ text: TokenisedText, finder: MentionFinder, scopes: Scopes, slots: [NameSlot]) {
        self.finder = finder
        self.slots = slots
        let page = NamePage(text, index: finder.index, lexicon: finder.lexicon)
        self.page = page
        self.scopes = ScopeFinder(
            scopes,
            text: text,
            places: page.places,
            isPart: { page.isPartOfName($0) || page.isOrigin($0) },
            givers: Self.givers(page)
        )
    }

    /// How far behind its name a state's giving may be told, in tokens.
    private static let givingReach = 7

    /// The states that the text has giving something: "Northland's ambassador donated".
    private static func givers(_ page: NamePage) -> Set<EntityID> {
        var givers: Set<EntityID> = []
        for place in page.places.places where place.isCountry {
            guard let country = place.country else { continue }
            if isSource(place, page) { givers.insert(country) }
            let start = place.tokens.upperBound
            for index in start..<min(page.tokens.count, start + givingReach) {
                if page.flags(index).contains(.sentenceEnd) { break }
                if index > start, page.places.place(startingAt: index) != nil { break }
                if page.hits.has(.givingVerb, at: index) {
                    givers.insert(country)
                    break
                }
            }
        }
        return givers
    }

    /// "a loan from Northland": whether a place stands where one does who gives.
    private static func isSource(_ place: PlaceMap.Place, _ page: NamePage) -> Bool {
        var start = place.tokens.lowerBound - 1
        if start > 0, page.tokens[start].word == NameWords.the { start -= 1 }
        guard start > 0, page.hits.has(.dealLink, at: start),
            page.tokens[start].word != NameWords.to
        else { return false }
        return (max(0, start - givingReach)..<start).contains {
            page.hits.has(.stateDeed, at: $0)
        }
    }

    /// Everything that the text names.
    mutating func read() -> MentionResult {
        let runs = RunReader(page: page)
        let han = HanReader(page: page)
        readRules(runs, han)
        addTagged(runs, han)
        close("weighed word by word")
        addDefinitions(runs)
        close("defined in the text")
        let chosen = Selection.best(of: candidates, in: page.text)
        candidates += RoleReader(page: page, chosen: chosen, finder: finder).read()
        close("a role of whom the text named last")
        candidates += ShortFormReader(page: page, chosen: chosen, finder: finder).read()
        candidates += HanShortForms(page: page, chosen: chosen).candidates()
        close("short for a name told in full")
        return MentionWriter(page: page, finder: finder).write(candidates, unexplained)
    }

    /// The tokens with their evidence, as the rules alone read the text.
    mutating func records() -> [FeatureRecord] {
        let runs = RunReader(page: page)
        let han = HanReader(page: page)
        readRules(runs, han)
        return tagged(runs, han).records()
    }

    private mutating func readRules(_ runs: RunReader, _ han: HanReader) {
        candidates = KnownNames(page: page, scopes: scopes).candidates()
        close("a known form")
        candidates += ImportedNameReader(
            page: page,
            scopes: scopes,
            names: finder.imported,
            known: candidates
        ).read()
        close("a name of an imported register")
        candidates += RankedPlaceReader(page: page).read()
        close("a place and its rank")
        candidates += MetonymReader(page: page, catalogue: finder.catalogue).read()
        close("a capital for its government")
        candidates += DefiniteReader(page: page, scopes: scopes, catalogue: finder.catalogue).read()
        close("the government or a body by context")
        let bodies = bodies()
        let bodyEnds = Set(bodies.map(\.tokens.upperBound))
        candidates += bodies
        close("composed as a public body")
        let byForm = runs.read()
        unexplained = byForm.unexplained
        candidates += byForm.candidates.filter { !bodyEnds.contains($0.tokens.upperBound) }.map(
            resolved
        )
        close("capitalised words around a head or legal form")
        candidates += BodyFormReader(page: page, runs: runs, scopes: scopes).read().map(resolved)
        close("the form of a body's name")
        candidates += ApposedReader(page: page, runs: runs).read().map(resolved)
        close("in apposition to a word for its kind")
        candidates += NeighbourReader(page: page, runs: runs, unexplained: unexplained).read()
            .map(resolved)
        close("named by their neighbours")
        candidates += PersonReader(page: page, runs: runs, surnames: finder.surnames).read().map(
            resolved
        )
        close("the form of a person's name")
        candidates += han.read().map(resolved)
        close("the form of a Chinese name")
        candidates += DealNameReader(page: page, runs: runs, unexplained: unexplained).read()
            .map(resolved)
        close("beside words of a deal")
        let sure = candidates.filter { $0.score >= MentionWriter.scoreMin }
        candidates += SlotReader(page: page, runs: runs, han: han, taken: sure).read(slots)
            .map(resolved)
        close("the content of a field for a name")
    }

    private func tagged(_ runs: RunReader, _ han: HanReader) -> TaggedNames {
        TaggedNames(page: page, finder: finder, runs: runs, han: han, candidates: candidates)
    }

    /// Weighs where names begin and end, and settles what the rules read differently.
    private mutating func addTagged(_ runs: RunReader, _ han: HanReader) {
        let tagged = tagged(runs, han).read()
        drop(tagged.settled)
        candidates += tagged.added.map(resolved)
        candidates = SeatReader(page: page, kind: finder.kind).corrected(candidates)
    }

    /// Drops derived readings of some words.
    private mutating func drop(_ ranges: [Range<Int>]) {
        guard !ranges.isEmpty else { return }
        let settled = ranges.sorted { $0.lowerBound < $1.lowerBound }
        var ends = stages.map(\.end)
        var kept: [Candidate] = []
        for (number, candidate) in candidates.enumerated() {
            guard case .derived = candidate.target, candidate.use == .name, !candidate.isImported,
                settled.anyOverlaps(candidate.tokens)
            else {
                kept.append(candidate)
                continue
            }
            for stage in ends.indices where stages[stage].end > number { ends[stage] -= 1 }
        }
        for (stage, end) in ends.enumerated() { stages[stage].end = end }
        candidates = kept
    }

    private mutating func close(_ stage: String) {
        stages.append((stage, candidates.count))
    }

    // MARK: - Bodies

    private func bodies() -> [Candidate] {
        let parser = BodyParser(
            page.text,
            composer: finder.composer,
            places: page.places,
            isKnownStart: { page.knownEnd(at: $0) != nil },
            isLeftEdge: page.isHanEdge,
            initial: page.countryOfInitial,
            isSoleBody: page.isSoleBody
        )
        return parser.all().compactMap { found in
            var place = found.place
            var score = 0.92
            if place == nil, let scope = scopes.scope(of: found.tokens) {
                place = scope.country
                score = scope.certainty
            } else if place == nil {
                if found.isPlain { return nil }
                score = 0.6
            }
            let body = Candidate(
                tokens: found.tokens,
                target: finder.target(of: found.parts, at: place),
                score: score
            )
            return body.prefixed(on: page)
        }
    }

    /// A derived name that the catalogue knows under another form of it is the catalogue's.
    private func resolved(_ found: Candidate) -> Candidate {
        let candidate = KindByForm(page: page).corrected(found.prefixed(on: page))
        guard case .derived(let name) = candidate.target,
            let entity = finder.names.entity(named: name)
        else { return candidate }
        var known = candidate
        known.target = .known(entity)
        known.score = max(candidate.score, 0.88)
        return known
    }

    // MARK: - Definitions

    private mutating func addDefinitions(_ runs: RunReader) {
        let index = CandidateIndex(candidates, tokens: page.tokens.count)
        var definitions = namedBodies(runs, index)
        if page.mayDefine {
            definitions += DefinitionReader(page: page, runs: runs, scopes: scopes).read(
                best: index.ending(at:),
                starting: index.starting(at:)
            )
        }
        guard !definitions.isEmpty else { return }
        var table = PhraseTable()
        // Of forms that are alike the last one counts.
        var last: [FormKey: Int] = [:]
        for (number, definition) in definitions.enumerated() {
            last[FormKey(definition, page)] = number
        }
        for (number, definition) in definitions.enumerated() {
            if last[FormKey(definition, page)] == number {
                table.insert(definition.words, value: UInt32(number))
            }
            if let name = definition.name {
                candidates.append(
                    Candidate(tokens: name, target: definition.target, score: 0.95)
                )
            }
        }
        for hit in PhraseHits(of: table, in: page.tokens).all {
            let definition = definitions[Int(hit.value)]
            guard agrees(hit.range, with: definition) else { continue }
            candidates.append(
                Candidate(
                    tokens: hit.range,
                    target: definition.target,
                    score: definition.overrules ? 1.1 : 0.97
                )
            )
        }
    }

    /// The letters by which described bodies are called; what a description has a name beside is
    /// that name's body.
    private mutating func namedBodies(
        _ runs: RunReader,
        _ index: CandidateIndex
    ) -> [DefinitionReader.Definition] {
        let pairs = NamedBodyReader(page: page, runs: runs, finder: finder).read(
            best: index.ending(at:),
            starting: index.starting(at:)
        )
        return pairs.compactMap { pair in
            guard let body = pair.body else {
                return DefinitionReader.Definition(
                    words: page.tokens[pair.form].map(\.word),
                    target: pair.description.target,
                    form: pair.form,
                    isAcronym: !page.flags(pair.form.lowerBound)
                        .isDisjoint(with: [.allCaps, .innerCapital])
                )
            }
            candidates.append(
                Candidate(tokens: pair.description.tokens, target: body, score: 0.97)
            )
            return nil
        }
    }

    /// What makes two defined forms alike.
    private struct FormKey: Hashable {
        var words: [Token.Word]
        var isAcronym: Bool
        var hasCapital: Bool

        init(_ definition: DefinitionReader.Definition, _ page: NamePage) {
            words = definition.words
            isAcronym = definition.isAcronym
            hasCapital = page.flags(definition.form.lowerBound).contains(.capital)
        }
    }

    private func agrees(
        _ range: Range<Int>,
        with definition: DefinitionReader.Definition
    ) -> Bool {
        let flags = page.flags(range.lowerBound)
        if flags.contains(.han) { return true }
        return definition.isAcronym
            ? flags.contains(.allCaps) || flags.contains(.innerCapital)
            : flags.contains(.capital) || !page.flags(definition.form.lowerBound).contains(.capital)
    }
}
