import Evidence
import Gazetteer
import Testing

struct CatalogueTests {
    @Test func `countries need no data file`() throws {
        let catalogue = try Catalogue(entries: [], countries: [])
        let senegal = try #require(catalogue.entity("sn"))
        #expect(senegal.name == "Senegal")
        #expect(senegal.kind == .country)
        #expect(senegal.jurisdiction == "SN")
        let names = catalogue.aliases(of: "sn").map(\.text)
        #expect(names.contains("塞内加尔"))
        #expect(names.contains("塞內加爾"))
    }

    @Test func `a country's short name does not tell its mainland apart`() throws {
        let catalogue = try Catalogue(entries: [], countries: [])
        let names = catalogue.aliases(of: "cn").map(\.text)
        #expect(catalogue.entity("cn")?.name == "China")
        #expect(names.contains("中国"))
    }

    @Test func `a country's data add demonyms, capital and unions`() throws {
        let entry = CountryEntry(
            code: "SN",
            demonyms: ["Senegalese"],
            capital: ["en": "Dakar"],
            unions: ["AU"]
        )
        let catalogue = try Catalogue(entries: [], countries: [entry])
        let aliases = catalogue.aliases(of: "sn")
        #expect(aliases.contains(Alias("Senegalese", language: "en", strength: .demonym)))
        #expect(aliases.contains(Alias("Dakar", language: "en", strength: .capital)))
        #expect(catalogue.unions(of: "sn") == ["AU"])
    }

    @Test func `an id used twice is an error that names both files`() {
        let first = GazetteerEntry(id: "acme", kind: .company, name: "Acme", file: "a.yaml")
        let second = GazetteerEntry(id: "acme", kind: .company, name: "Acme Two", file: "b.yaml")
        #expect(throws: CatalogueError.duplicateID("acme", files: ["a.yaml", "b.yaml"])) {
            try Catalogue(entries: [first, second], countries: [])
        }
    }

    @Test func `a holder that no file has is an error`() {
        let entry = GazetteerEntry(
            id: "acme",
            kind: .company,
            name: "Acme",
            holdings: [Holding(holder: "nobody", means: .sole)],
            file: "a.yaml"
        )
        #expect(
            throws: CatalogueError.dangling(
                field: "holder",
                target: "nobody",
                entry: "acme",
                file: "a.yaml"
            )
        ) {
            try Catalogue(entries: [entry], countries: [])
        }
    }

    @Test func `what lies within itself is an error`() {
        let outer = GazetteerEntry(
            id: "a",
            kind: .territory,
            name: "A",
            within: "b",
            file: "t.yaml"
        )
        let inner = GazetteerEntry(
            id: "b",
            kind: .territory,
            name: "B",
            within: "a",
            file: "t.yaml"
        )
        #expect(throws: CatalogueError.circular("a", file: "t.yaml")) {
            try Catalogue(entries: [outer, inner], countries: [])
        }
    }

    @Test func `the country of a city is found through its province`() throws {
        let catalogue = try Catalogue(
            entries: [
                GazetteerEntry(id: "sn-th", kind: .territory, name: "Thies Region", within: "sn"),
                GazetteerEntry(id: "sn-thies", kind: .territory, name: "Thies", within: "sn-th"),
            ],
            countries: []
        )
        let city = try #require(catalogue.entity("sn-thies"))
        #expect(catalogue.country(of: city) == "sn")
    }

    @Test func `the version is a function of the data`() throws {
        let entry = GazetteerEntry(id: "acme", kind: .company, name: "Acme")
        var other = entry
        other.aliases = [Alias("Acme Inc", language: "en")]
        let first = try Catalogue(entries: [entry], countries: []).version
        #expect(first == (try Catalogue(entries: [entry], countries: []).version))
        #expect(first != (try Catalogue(entries: [other], countries: []).version))
    }
}
