package import Evidence
package import Gazetteer

/// Finds what a text names: catalogued entities, names known by their form, bodies by context.
///
/// ```swift
/// let finder = try MentionFinder(catalogue: .bundled())
/// let text = TokenisedText(raw)
/// let places = finder.countries(in: text)        // for the layout's scopes
/// let result = finder.mentions(in: text, scopes: scopes)
/// ```
///
/// A finder never changes and is cheap to copy. Time is linear in the text's length.
package struct MentionFinder: Sendable {
    let catalogue: Catalogue
    let index: AliasIndex

    package init(catalogue: Catalogue) throws {
        self.catalogue = catalogue
        index = AliasIndex(catalogue)
    }

    /// Everything that a text names.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - scopes: What its blocks are about, for names that need a country.
    package func mentions(in text: TokenisedText, scopes: Scopes = .none) -> MentionResult {
        let candidates = index.candidates(in: text)
        var chosen: [Mention] = []
        var end = 0
        for candidate in candidates.sorted(by: {
            ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
        }) where candidate.tokens.lowerBound >= end {
            guard candidate.alias.strength != .contextual else { continue }
            end = candidate.tokens.upperBound
            let range =
                Int(text.tokens[candidate.tokens.lowerBound].start)..<Int(text.tokens[end - 1].end)
            chosen.append(
                Mention(
                    range: range,
                    surface: text.text(in: range),
                    entity: candidate.entity.id,
                    kind: candidate.entity.kind,
                    use: candidate.alias.strength == .demonym ? .demonym : .name
                )
            )
        }
        return MentionResult(mentions: chosen)
    }

    /// The mentions of countries and territories by their own names, without looking further.
    package func countries(in text: TokenisedText) -> [Mention] {
        mentions(in: text).mentions.filter { $0.kind == .country || $0.kind == .territory }
    }

    /// The entity with an id, of the catalogue or derived from the text.
    package func entity(_ id: EntityID, in result: MentionResult) -> Entity? {
        catalogue.entity(id) ?? result.derived[id]
    }
}
