/// Someone or something that documents speak of.
package struct Entity: Codable, Hashable, Sendable, Identifiable {
    package var id: EntityID
    package var kind: EntityKind
    /// The canonical English name.
    package var name: String
    /// The name in other languages, by BCP 47 tag, where known.
    package var localNames: [String: String]
    /// Where the entity is controlled, not where it is incorporated; unknown is `nil`.
    ///
    /// For a country or a body of government it is its own country; for a body of a union the
    /// union.
    package var jurisdiction: Jurisdiction?
    /// What the entity lies or belongs in: a city's province, a ministry's country.
    package var within: EntityID?
    /// Who owns or controls it, as far as public.
    package var holdings: [Holding]
    /// Identifiers by scheme: `wikidata`, `lei`, `uscc`, `iso3166-1`, `ticker`.
    package var identifiers: [String: String]
    /// Whether a person vouches for it in a data file; otherwise it was derived from a text.
    package var isCurated: Bool

    package init(
        id: EntityID,
        kind: EntityKind,
        name: String,
        localNames: [String: String] = [:],
        jurisdiction: Jurisdiction? = nil,
        within: EntityID? = nil,
        holdings: [Holding] = [],
        identifiers: [String: String] = [:],
        isCurated: Bool
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.localNames = localNames
        self.jurisdiction = jurisdiction
        self.within = within
        self.holdings = holdings
        self.identifiers = identifiers
        self.isCurated = isCurated
    }
}

/// What sort of thing an entity is; the raw values are those of the annotation schema.
package enum EntityKind: String, Codable, Hashable, Sendable, CaseIterable {
    case country, territory, publicBody, company, stateOwnedEnterprise, financier
    case organization, person, system, policy, event

    /// Whether it can be a government that is assessed.
    package var isGovernment: Bool {
        switch self {
        case .country, .territory, .publicBody: true
        default: false
        }
    }
}

/// A share in, or a power over, an entity.
package struct Holding: Codable, Hashable, Sendable {
    package var holder: EntityID
    package var means: Means
    /// The share of votes or capital, 0…1, where stated.
    package var share: Double?
    /// From and until when, where known; both inclusive.
    package var since: PartialDate?
    package var until: PartialDate?
    /// Where this can be read.
    package var source: String?

    package init(
        holder: EntityID,
        means: Means,
        share: Double? = nil,
        since: PartialDate? = nil,
        until: PartialDate? = nil,
        source: String? = nil
    ) {
        self.holder = holder
        self.means = means
        self.share = share
        self.since = since
        self.until = until
        self.source = source
    }

    /// How the holder's influence works.
    package enum Means: String, Codable, Hashable, Sendable, CaseIterable {
        /// More than half of the votes, or all of them.
        case majority, sole
        /// Less than half, without special rights.
        case minority
        /// A golden share, a special management share, a veto, the right to name the board.
        case specialRights
        /// One of several partners who decide together.
        case jointVenture
    }
}
