package import Evidence

/// Every entity that people vouch for, and the forms under which texts name them.
///
/// It is made once from data files and never changes; a copy costs nothing. Countries come from
/// Foundation's ICU, enriched by ``CountryEntry`` values; everything else from
/// ``GazetteerEntry`` values.
package struct Catalogue: Sendable {
    /// All entities, in the order of their ids.
    package let entities: [Entity]
    /// The forms of each entity, beside ``entities``.
    package let aliases: [[Alias]]
    /// A hash of all that was read: the same data give the same version.
    package let version: String

    /// What is wrong with the data files it was read from; what is wrong has been left out.
    package let problems: [CatalogueError]

    private let places: [EntityID: Int]
    private let unions: [EntityID: Set<Jurisdiction>]

    /// Puts a catalogue together.
    ///
    /// - Parameters:
    ///   - entries: The curated entities, apart from countries.
    ///   - countries: What is to be added to Foundation's countries; none is required.
    /// - Throws: ``CatalogueError`` where ids repeat, or a `within` or holder leads nowhere.
    package init(entries: [GazetteerEntry], countries: [CountryEntry]) throws(CatalogueError) {
        self.init(mending: entries, countries: countries, problems: [])
        if let problem = problems.first { throw problem }
    }

    /// Puts a catalogue together from what is right, and notes what is not.
    init(
        mending entries: [GazetteerEntry],
        adding additions: [GazetteerAddition] = [],
        countries: [CountryEntry],
        problems known: [CatalogueError]
    ) {
        var check = CatalogueCheck(problems: known)
        let territories = Self.territories(enrichedBy: check.distinct(countries))
        let all = check.mend(territories + entries, adding: additions)
        problems = check.problems
        entities = all.map(\.entity)
        aliases = all.map(\.allAliases)
        version = Self.version(of: all, countries: countries)
        places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
        unions = Dictionary(
            countries.map { (EntityID.country($0.code), Set($0.unions)) },
            uniquingKeysWith: { $0.union($1) }
        )
    }

    package func entity(_ id: EntityID) -> Entity? {
        places[id].map { entities[$0] }
    }

    /// Where an entity stands among ``entities``.
    package func index(of id: EntityID) -> Int? {
        places[id]
    }

    package func aliases(of id: EntityID) -> [Alias] {
        places[id].map { aliases[$0] } ?? []
    }

    /// The unions that a country is a member of.
    package func unions(of country: EntityID) -> Set<Jurisdiction> {
        unions[country] ?? []
    }

    /// The country that an entity lies or belongs in; the country itself for a country.
    ///
    /// The chain of `within` is followed, then the jurisdiction; `nil` where neither leads to a
    /// country of the catalogue.
    package func country(of entity: Entity) -> EntityID? {
        if entity.kind == .country { return entity.id }
        var next = entity.within
        var steps = 0
        while let id = next, let outer = self.entity(id), steps < 16 {
            if outer.kind == .country { return outer.id }
            next = outer.within
            steps += 1
        }
        return entity.jurisdiction.map(EntityID.country).flatMap { self.entity($0)?.id }
    }
}

extension GazetteerEntry {
    /// The value that the rest of the system speaks of.
    var entity: Entity {
        Entity(
            id: id,
            kind: kind,
            name: name,
            localNames: localNames,
            jurisdiction: jurisdiction,
            within: within,
            holdings: holdings,
            identifiers: identifiers,
            isCurated: true
        )
    }

    /// The canonical name first, then the aliases, each form once.
    var allAliases: [Alias] {
        var seen: Set<String> = []
        let named = aliases.contains { $0.text == name }
        let own = named ? [] : [Alias(name, language: "en")]
        return (own + aliases).filter { seen.insert("\($0.strength)\u{0}\($0.text)").inserted }
    }

    private var localNames: [String: String] {
        var names: [String: String] = [:]
        for alias in aliases where alias.strength == .strong {
            guard let language = alias.language, language != "en", names[language] == nil else {
                continue
            }
            names[language] = alias.text
        }
        return names
    }
}
