import Evidence
import Gazetteer
import Reading

/// A small world of invented parties among real countries, so that no data file decides a test.
enum MatchingFixture {
    static let countries = [
        CountryEntry(
            code: "CN",
            demonyms: ["Chinese"],
            capital: ["en": "Beijing", "zh": "北京"]
        ),
        CountryEntry(code: "EG", demonyms: ["Egyptian"], capital: ["en": "Cairo"]),
        CountryEntry(code: "FR", demonyms: ["French"], capital: ["en": "Paris"]),
        CountryEntry(code: "KE", demonyms: ["Kenyan"], capital: ["en": "Nairobi"]),
        CountryEntry(code: "RS", demonyms: ["Serbian"], capital: ["en": "Belgrade"]),
        CountryEntry(code: "SN", demonyms: ["Senegalese"], capital: ["en": "Dakar"]),
        CountryEntry(code: "UG", demonyms: ["Ugandan"], capital: ["en": "Kampala"]),
    ]

    static let entries = [
        entry("lanhai", .company, "Lanhai", "CN", en: ["Lanhai Technologies"], zh: ["蓝海科技"]),
        entry("lanhai-cloud", .company, "Lanhai Cloud", "CN", zh: ["蓝海云"]),
        entry("peak", .company, "Peak Telecom", "FR", contextual: ["Peak"]),
        entry("ministry-x", .publicBody, "Agency for Open Data", "KE", acronym: ["AOD"]),
        entry(
            "cn-moe",
            .publicBody,
            "Ministry of Education of China",
            "CN",
            within: "cn",
            zh: ["中国教育部"],
            contextual: ["Ministry of Education"]
        ),
        entry("cn-hunan", .territory, "Hunan", "CN", within: "cn", zh: ["湖南", "湖南省"]),
        entry("cn-beijing", .territory, "Beijing", "CN", within: "cn", zh: ["北京", "北京市"]),
        entry("china-bank", .financier, "China Progress Bank", "CN", zh: ["中国进步银行"]),
    ]

    /// One finder for all tests: making one takes longer than most of them.
    static func finder() throws -> MentionFinder { try shared.get() }

    private static let shared = Result {
        try MentionFinder(catalogue: Catalogue(entries: entries, countries: countries))
    }

    private static func entry(
        _ id: EntityID,
        _ kind: EntityKind,
        _ name: String,
        _ home: Jurisdiction,
        within: EntityID? = nil,
        en: [String] = [],
        zh: [String] = [],
        acronym: [String] = [],
        contextual: [String] = []
    ) -> GazetteerEntry {
        GazetteerEntry(
            id: id,
            kind: kind,
            name: name,
            jurisdiction: home,
            within: within,
            aliases: en.map { Alias($0, language: "en") } + zh.map { Alias($0, language: "zh") }
                + acronym.map { Alias($0, strength: .acronym) }
                + contextual.map { Alias($0, strength: .contextual) }
        )
    }
}

/// What a text names, in a form that is easy to expect.
struct Found {
    let result: MentionResult
    private let finder: MentionFinder

    init(_ text: String, scopes: Scopes = .none) throws {
        finder = try MatchingFixture.finder()
        result = finder.mentions(in: TokenisedText(text), scopes: scopes)
    }

    /// "surface=id" for known entities, "surface=name" for derived ones.
    var names: [String] {
        result.mentions.map { "\($0.surface)=\(name(of: $0))" }
    }

    func mention(_ surface: String) -> Mention? {
        result.mentions.first { $0.surface == surface }
    }

    func entity(_ surface: String) -> Entity? {
        mention(surface).flatMap { finder.entity($0.entity, in: result) }
    }

    private func name(of mention: Mention) -> String {
        result.derived[mention.entity]?.name ?? mention.entity.rawValue
    }
}
