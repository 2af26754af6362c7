import Evidence
import Gazetteer

/// Puts names of government bodies together from class, portfolios and place, and takes them
/// apart.
///
/// However a body is written, in English or Chinese, the same parts give the same name and the
/// same id: Ministry of Education of Egypt, Egypt's Ministry of Education and 埃及教育部 are one.
struct BodyComposer: Sendable {
    let lexicon: BodyLexicon
    let catalogue: Catalogue
    /// Catalogued bodies by what they are made of and where.
    private var known: [Key: Int] = [:]

    struct Key: Hashable {
        var parts: String
        var place: EntityID
    }

    /// A name taken apart.
    struct Parts: Hashable {
        /// The class, as an index of the lexicon's forms.
        var form: Int
        /// Portfolios by id where they are known, else in the text's words.
        var portfolios: [Portfolio] = []

        struct Portfolio: Hashable {
            var id: String
            var name: String
        }
    }

    init(lexicon: BodyLexicon, catalogue: Catalogue) {
        self.lexicon = lexicon
        self.catalogue = catalogue
    }

    /// Notes that an entity of the catalogue is made of these parts.
    mutating func note(_ parts: Parts, at place: EntityID, entity: Int) {
        let key = Key(parts: self.key(of: parts), place: place)
        if known[key] == nil { known[key] = entity }
    }

    /// Whom these parts name at a place.
    func target(of parts: Parts, at place: EntityID?) -> Candidate.Target {
        if let place, let entity = known[Key(parts: key(of: parts), place: place)] {
            return .known(entity)
        }
        return .derived(
            DerivedName(
                kind: lexicon.forms[parts.form].kind,
                name: name(of: parts, at: place),
                key: key(of: parts),
                scope: place
            )
        )
    }

    func key(of parts: Parts) -> String {
        let portfolios = parts.portfolios.map(\.id).sorted().joined(separator: "+")
        return "\(lexicon.forms[parts.form].id)|\(portfolios)"
    }

    private func name(of parts: Parts, at place: EntityID?) -> String {
        let names = parts.portfolios.map(\.name)
        let list =
            names.count < 2
            ? names.joined()
            : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
        var pattern = lexicon.forms[parts.form].pattern
        if place == nil, let range = pattern.range(of: " of {c}") { pattern.removeSubrange(range) }
        let placeName = place.flatMap { catalogue.entity($0)?.name } ?? ""
        return pattern.split(separator: "{", omittingEmptySubsequences: false)
            .map { part in
                if part.hasPrefix("p}") { return list + part.dropFirst(2) }
                if part.hasPrefix("c}") { return placeName + part.dropFirst(2) }
                return String(part)
            }
            .joined()
    }
}

extension String {
    /// Where another text first stands in this one.
    fileprivate func range(of other: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) {
                return start..<index(start, offsetBy: other.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
