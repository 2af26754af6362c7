package import Evidence

/// What a data file adds to what Foundation knows of a country.
package struct CountryEntry: Sendable {
    package var code: Jurisdiction
    /// The canonical English name, where Foundation's is unusual.
    package var name: String?
    /// `country` unless the entry says `territory`.
    package var kind: EntityKind
    package var within: EntityID?
    package var demonyms: [String]
    /// Further names by BCP 47 language.
    package var aliases: [Alias]
    /// The capital's name by language.
    package var capital: [String: String]
    /// Unions that it is a member of, as upper-case codes.
    package var unions: [Jurisdiction]
    package var wikidata: String?

    package init(
        code: Jurisdiction,
        name: String? = nil,
        kind: EntityKind = .country,
        within: EntityID? = nil,
        demonyms: [String] = [],
        aliases: [Alias] = [],
        capital: [String: String] = [:],
        unions: [Jurisdiction] = [],
        wikidata: String? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.within = within
        self.demonyms = demonyms
        self.aliases = aliases
        self.capital = capital
        self.unions = unions
        self.wikidata = wikidata
    }
}
