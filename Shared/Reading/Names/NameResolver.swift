package import Evidence
import Gazetteer

/// Resolves names of organizations to entities of the catalogue, and tells whether two are one.
///
/// Known names come first, then bodies that compose the same way, then comparison. A decision
/// *same* needs a score of ``NameComparison/sameMin`` and a lead over every other entity.
package struct NameResolver: Sendable {
    private let finder: MentionFinder
    private let comparer: NameComparer
    private let index: NameIndex

    /// How far ahead of others the best must be.
    private static let margin = 0.04
    /// How many candidates a resolution keeps.
    private static let keptMax = 8

    /// - Throws: ``LexiconError`` where the files of words that ship with the program are wrong.
    package init(finder: MentionFinder) throws {
        self.finder = finder
        comparer = try NameComparer(catalogue: finder.catalogue)
        index = NameIndex(finder.catalogue, parser: comparer.parser)
    }

    // MARK: - One name

    /// Whom a name names.
    ///
    /// - Parameters:
    ///   - name: The name as a text or a table writes it.
    ///   - country: Where its bearer is said to be, where that is known: one elsewhere is vetoed.
    /// - Returns: The decision and the candidates it was between, the best first.
    package func resolve(_ name: String, country: EntityID? = nil) -> NameResolution {
        let exact = known(name, country: country)
        if !exact.isEmpty { return decide(exact.map { ($0, Self.known) }) }
        var best: [EntityID: NameComparison] = [:]
        let parsed = comparer.parser.parse(name)
        for entry in index.candidates(for: parsed) {
            let entity = finder.catalogue.entities[entry.entity]
            guard isPossible(entity, country) else { continue }
            let comparison = comparer.compare(parsed, comparer.parser.parse(entry.text))
            guard comparison.decision != .different else { continue }
            if comparison.score > best[entity.id]?.score ?? 0 { best[entity.id] = comparison }
        }
        return decide(best.map { ($0.key, $0.value) })
    }

    private static let known = NameComparison(score: 1, reasons: ["a known name"])

    private func isPossible(_ entity: Entity, _ country: EntityID?) -> Bool {
        guard let country, let home = finder.catalogue.country(of: entity) else { return true }
        return home == country
    }

    private func decide(_ found: [(EntityID, NameComparison)]) -> NameResolution {
        let ranked = found.sorted { ($1.1.score, $0.0) < ($0.1.score, $1.0) }
        let candidates = ranked.prefix(Self.keptMax).map {
            NameResolution.Candidate(entity: $0.0, comparison: $0.1)
        }
        guard let first = candidates.first else {
            return NameResolution(decision: .different, candidates: [])
        }
        let isAhead = candidates.dropFirst().allSatisfy {
            first.comparison.score - $0.comparison.score >= Self.margin
        }
        let decision: NameComparison.Decision =
            first.comparison.decision == .same && !isAhead ? .ambiguous : first.comparison.decision
        return NameResolution(decision: decision, candidates: candidates)
    }

    /// The entities of the catalogue that a name is a known name of.
    private func known(_ name: String, country: EntityID?) -> Set<EntityID> {
        let exact = Set(
            index.exactly(name).map { finder.catalogue.entities[$0.entity] }
                .filter { isPossible($0, country) }.map(\.id)
        )
        if !exact.isEmpty { return exact }
        guard let body = body(name), let place = body.place ?? country,
            case .known(let entity) = finder.target(of: body.parts, at: place)
        else { return [] }
        return [finder.catalogue.entities[entity].id]
    }

    // MARK: - Two names

    /// Whether two names are of one organization.
    ///
    /// - Returns: A comparison in which what the catalogue knows counts for more than spelling.
    package func compare(_ left: String, _ right: String) -> NameComparison {
        let leftKnown = known(left, country: nil)
        let rightKnown = known(right, country: nil)
        if !leftKnown.isEmpty, !rightKnown.isEmpty {
            if leftKnown == rightKnown, leftKnown.count == 1 {
                return NameComparison(score: 1, reasons: ["known names of one entity"])
            }
            return leftKnown.isDisjoint(with: rightKnown)
                ? NameComparison(score: 0.1, reasons: ["veto: known names of different entities"])
                : NameComparison(score: 0.85, reasons: ["known names of several entities"])
        }
        if let left = body(left), let right = body(right) { return compare(left, right) }
        return comparer.compare(left, right)
    }

    private func compare(_ left: BodyParser.Found, _ right: BodyParser.Found) -> NameComparison {
        guard finder.composer.key(of: left.parts) == finder.composer.key(of: right.parts) else {
            return NameComparison(score: 0.3, reasons: ["veto: bodies of other portfolios"])
        }
        if left.place == right.place {
            return NameComparison(score: 1, reasons: ["bodies of the same portfolio and place"])
        }
        return left.place == nil || right.place == nil
            ? NameComparison(score: 0.8, reasons: ["bodies of the same portfolio, one placeless"])
            : NameComparison(score: 0.1, reasons: ["veto: bodies of other places"])
    }

    /// A name taken apart as a body of government; `nil` where it is none.
    private func body(_ name: String) -> BodyParser.Found? {
        let text = TokenisedText(name)
        let places = PlaceMap(finder.index.matches(in: text), in: text, index: finder.index)
        let parser = BodyParser(
            text,
            composer: finder.composer,
            places: places
        )
        return parser.all().first { found in
            guard found.tokens.upperBound == text.tokens.count else { return false }
            let start = found.tokens.lowerBound
            if start == 0 { return true }
            if start == 1, text.tokens[0].word == NameWords.the { return true }
            return places.place(endingAt: start)?.tokens.lowerBound == 0
        }
    }
}
