import Evidence
import Foundation

extension Catalogue {
    /// Codes that ICU names but that are no territories of ISO 3166-1.
    private static let exceptional: Set<String> = [
        "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN",
    ]

    /// One entry for every country: names from Foundation in English and Chinese, the rest from
    /// the data file.
    static func territories(enrichedBy countries: [CountryEntry]) -> [GazetteerEntry] {
        let known = Dictionary(uniqueKeysWithValues: countries.map { ($0.code, $0) })
        let standard = Locale.Region.isoRegions.map(\.identifier).filter {
            $0.utf8.count == 2 && $0.allSatisfy(\.isLetter) && !exceptional.contains($0)
        }
        let codes = Set(standard.map { Jurisdiction($0) }).union(known.keys)
        let names = RegionNames()
        return codes.sorted().map { code in
            territory(code, names: names, entry: known[code] ?? CountryEntry(code: code))
        }
    }

    private static func territory(
        _ code: Jurisdiction,
        names: RegionNames,
        entry: CountryEntry
    ) -> GazetteerEntry {
        var aliases: [Alias] = []
        for (language, text) in names.names(of: code) {
            aliases += variants(of: text).map { Alias($0, language: language) }
        }
        aliases += entry.aliases
        aliases += entry.demonyms.map { Alias($0, language: "en", strength: .demonym) }
        aliases += entry.capital.sorted { $0 < $1 }.map {
            Alias($1, language: $0, strength: .capital)
        }
        var identifiers = ["iso3166-1": code.rawValue]
        identifiers["wikidata"] = entry.wikidata
        let standardName = aliases.first?.text ?? code.rawValue
        return GazetteerEntry(
            id: .country(code),
            kind: entry.kind,
            name: entry.name ?? standardName,
            jurisdiction: code,
            within: entry.within,
            identifiers: identifiers,
            aliases: aliases,
            file: "countries.yaml"
        )
    }

    /// A name as texts write it: without brackets and what stands in them, and without the
    /// words by which ICU tells a country's mainland from its other territories.
    private static func variants(of name: String) -> [String] {
        for ending in [" mainland", "大陆", "大陸", " SAR China"] where name.hasSuffix(ending) {
            return [String(name.dropLast(ending.count)), name]
        }
        guard let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close
        else { return [name] }
        let inner = name[name.index(after: open)..<close]
        let outer = name[..<open]
        return [String(outer), String(inner), name]
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.count > 1 }
    }
}

/// What Foundation's ICU calls territories, in the languages that are read.
private struct RegionNames {
    private let locales = ["en", "zh-Hans", "zh-Hant"].map { ($0, Locale(identifier: $0)) }

    func names(of code: Jurisdiction) -> [(language: String, text: String)] {
        locales.compactMap { language, locale in
            locale.localizedString(forRegionCode: code.rawValue).map {
                (language == "zh-Hans" ? "zh" : language, $0)
            }
        }
    }
}
