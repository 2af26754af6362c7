import Evidence
import Gazetteer

/// Turns the chosen candidates into mentions, and derived names into provisional entities.
struct MentionWriter {
    let page: NamePage
    let finder: MentionFinder

    /// The least score of a mention.
    static let scoreMin = 0.45

    func write(_ candidates: [Candidate], _ unexplained: [Range<Int>]) -> MentionResult {
        let sure = candidates.filter { $0.score >= Self.scoreMin }
        let chosen = Selection.best(of: sure, in: page.text)
        var result = MentionResult()
        for candidate in chosen { result.mentions.append(mention(candidate, &result.derived)) }
        result.nested = nested(in: chosen, of: sure, &result.derived)
        result.possible = possible(unexplained, besides: chosen, &result.derived)
        return result
    }

    private func mention(
        _ candidate: Candidate,
        _ derived: inout [EntityID: Entity]
    ) -> Mention {
        let entity = entity(of: candidate.target, &derived)
        let first = page.tokens[candidate.tokens.lowerBound]
        let last = page.tokens[candidate.tokens.upperBound - 1]
        let range = Int(first.start)..<Int(last.end)
        return Mention(
            range: range,
            surface: page.text.text(in: range),
            entity: entity.id,
            kind: entity.kind,
            use: candidate.use,
            score: min(1, candidate.score),
            rivals: candidate.rivals
        )
    }

    private func entity(
        of target: Candidate.Target,
        _ derived: inout [EntityID: Entity]
    ) -> Entity {
        switch target {
        case .known(let place): return finder.catalogue.entities[place]
        case .derived(let name):
            let entity = finder.entity(for: name)
            if derived[entity.id] == nil { derived[entity.id] = entity }
            return entity
        }
    }

    /// Names inside chosen ones that name something else.
    private func nested(
        in chosen: [Candidate],
        of candidates: [Candidate],
        _ derived: inout [EntityID: Entity]
    ) -> [Mention] {
        var inner: [Candidate] = []
        let sorted = candidates.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var low = 0
        for outer in chosen where outer.tokens.count > 1 {
            while low < sorted.count, sorted[low].tokens.lowerBound < outer.tokens.lowerBound {
                low += 1
            }
            var index = low
            var inside: [Candidate] = []
            while index < sorted.count, sorted[index].tokens.lowerBound < outer.tokens.upperBound {
                let candidate = sorted[index]
                index += 1
                guard candidate.tokens.upperBound <= outer.tokens.upperBound,
                    candidate.tokens.count < outer.tokens.count, case .known = candidate.target
                else { continue }
                inside.append(candidate)
            }
            inner += Selection.best(of: inside, in: page.text)
        }
        return inner.map { mention($0, &derived) }
    }

    /// Capitalised words that no rule explains, as companies that they may be.
    private func possible(
        _ ranges: [Range<Int>],
        besides chosen: [Candidate],
        _ derived: inout [EntityID: Entity]
    ) -> [Mention] {
        var taken = Set<Int>()
        for candidate in chosen { taken.formUnion(candidate.tokens) }
        let runs = RunReader(page: page)
        let ranges = ranges + hanRuns()
        return ranges.filter { range in !range.contains { taken.contains($0) } }.map { range in
            var candidate =
                page.flags(range.lowerBound).contains(.han)
                ? chinese(range) : runs.derived(range, .company, score: 0.4)
            if case .derived(let name) = candidate.target,
                let known = finder.names.entity(named: name)
            {
                candidate.target = .known(known)
            }
            return mention(candidate, &derived)
        }
    }

    private func chinese(_ range: Range<Int>) -> Candidate {
        let name = DerivedName(
            kind: .company,
            name: page.plain(range),
            key: NameKey.key(page.text, range, kind: .company),
            language: "zh"
        )
        return Candidate(tokens: range, target: .derived(name), score: 0.4)
    }

    /// Short stretches of Chinese characters between marks, which may be names in a table.
    private func hanRuns() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in page.tokens.indices {
            let flags = page.flags(index)
            let isHan = flags.contains(.han) && !flags.contains(.mark)
            if let first = start, !isHan || breaks(flags) {
                if isName(first..<index) { found.append(first..<index) }
                start = nil
                guard found.count < Self.runMax else { return found }
            }
            if isHan, start == nil { start = index }
        }
        if let first = start, isName(first..<page.tokens.count) {
            found.append(first..<page.tokens.count)
        }
        return found
    }

    /// How many such stretches of one text are kept.
    private static let runMax = 2_000

    private func breaks(_ flags: Token.Flags) -> Bool {
        flags.contains(.spaceBefore) || flags.contains(.lineBefore) || flags.contains(.lineStart)
    }

    private func isName(_ range: Range<Int>) -> Bool {
        (2...8).contains(range.count)
            && !range.contains { index in
                page.hits.has(.zhStop, at: index) || page.hits.has(.zhRole, at: index)
                    || page.hits.has(.zhNoSlot, at: index)
            }
    }
}
