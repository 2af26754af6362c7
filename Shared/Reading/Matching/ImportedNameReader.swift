import Evidence
import Gazetteer

/// Turns names of imported registers into candidates, where no curated name stands.
///
/// Registers hold ordinary words as names, and one name many times. A name of one Latin word, or of
/// fewer than four Chinese characters, counts only where a longer one of the same entity stands in
/// the text; public bodies count only where the text is about their country; and of several
/// entities with one name the one of the text's country, if there is just one.
struct ImportedNameReader {
    let page: NamePage
    let scopes: ScopeFinder
    let names: [ImportedNames]
    /// What the catalogue's names say.
    let known: [Candidate]

    private static let score = 0.9

    func read() -> [Candidate] {
        guard !names.isEmpty else { return [] }
        var hits: [Range<Int>: [ImportedEntity]] = [:]
        let covers = covers()
        for store in names {
            store.forEachMatch(in: page.text) { tokens, number in
                guard covers[tokens.lowerBound] < tokens.upperBound, isWritten(tokens),
                    let entity = store.entity(number)
                else { return }
                hits[tokens, default: []].append(entity)
            }
        }
        let sure = Set(hits.filter { isSure($0.key) }.values.joined().map(\.source))
        return hits.sorted {
            ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
        }
        .compactMap { tokens, entities in
            candidate(
                tokens,
                isSure(tokens) ? entities : entities.filter { sure.contains($0.source) }
            )
        }
    }

    /// For each token the end of the farthest curated name that starts there or before.
    private func covers() -> [Int] {
        var ends = [Int](repeating: 0, count: page.tokens.count + 1)
        for candidate in known where candidate.score >= MentionWriter.scoreMin {
            let start = candidate.tokens.lowerBound
            ends[start] = max(ends[start], candidate.tokens.upperBound)
        }
        for index in 1..<ends.count { ends[index] = max(ends[index], ends[index - 1]) }
        return ends
    }

    /// Whether some words are written as names are: capitals at both ends, or Chinese.
    private func isWritten(_ tokens: Range<Int>) -> Bool {
        let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
        if page.flags(first).contains(.han) { return page.flags(last).contains(.han) }
        return page.isNameWord(first) && !page.isStopWord(first)
            && (page.isNameWord(last) || page.flags(last).contains(.mark))
            && !tokens.allSatisfy { page.hits.has(.weakCapital, at: $0) }
    }

    /// Whether a name is long enough to be nobody else's word.
    private func isSure(_ tokens: Range<Int>) -> Bool {
        if page.flags(tokens.lowerBound).contains(.han) { return tokens.count >= 4 }
        return tokens.count { !page.flags($0).contains(.mark) } >= 2
    }

    private func candidate(_ tokens: Range<Int>, _ found: [ImportedEntity]) -> Candidate? {
        var entities: [ImportedEntity] = []
        let scope = scopes.scope(of: tokens)?.country
        for entity in found.sorted(by: { $0.source < $1.source })
        where !entities.contains(where: { $0.source == entity.source }) {
            let isAtHome = entity.country.map { EntityID.country($0) } == scope && scope != nil
            if entity.kind != .publicBody || isAtHome { entities.append(entity) }
        }
        let local = entities.filter { entity in
            scope != nil && entity.country.map { EntityID.country($0) } == scope
        }
        guard let first = local.count == 1 ? local.first : entities.first else { return nil }
        let isOne = entities.count == 1 || local.count == 1
        var name = DerivedName(
            kind: first.kind,
            name: isOne ? first.name : page.text.text(in: range(tokens)),
            key: NameKey.key(page.text, tokens, kind: first.kind)
        )
        if isOne { name.imported = first }
        return Candidate(
            tokens: tokens,
            target: .derived(name),
            score: Self.score,
            rivals: isOne ? [] : entities.map(\.id)
        )
    }

    private func range(_ tokens: Range<Int>) -> Range<Int> {
        Int(page.tokens[tokens.lowerBound].start)..<Int(page.tokens[tokens.upperBound - 1].end)
    }
}
