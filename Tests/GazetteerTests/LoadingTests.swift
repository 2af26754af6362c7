import Evidence
import Foundation
import Gazetteer
import Testing

struct LoadingTests {
    /// A folder with one file of entities, and perhaps one of countries; it is removed at the end.
    private func reading<Value>(
        entities: String,
        countries: String? = nil,
        _ body: (Catalogue) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "gazetteer-\(UUID().uuidString)")
        let entityFolder = folder.appending(path: "entities")
        try FileManager.default.createDirectory(
            at: entityFolder,
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(entities.utf8).write(to: entityFolder.appending(path: "some.yaml"))
        if let countries {
            try Data(countries.utf8).write(to: folder.appending(path: "countries.yaml"))
        }
        return try body(Catalogue(contentsOf: folder))
    }

    @Test func `an entry has what its file says`() throws {
        let yaml = """
            - id: acme
              kind: company
              name: Acme
              jurisdiction: SN
              holdings:
                - {holder: sn, means: majority, share: 0.6, source: "annual report"}
              identifiers: {wikidata: Q1}
              aliases:
                en: [Acme, "Acme Co., Ltd."]
                zh: [艾克米]
                acronym: [ACM]
                contextual: [Peak]
                former: [{text: Old Acme, until: 2018}]
            """
        try reading(entities: yaml) { catalogue in
            #expect(catalogue.problems == [])
            let acme = try #require(catalogue.entity("acme"))
            #expect(acme.holdings.first?.share == 0.6)
            #expect(acme.holdings.first?.means == .majority)
            #expect(acme.identifiers == ["wikidata": "Q1"])
            #expect(acme.localNames == ["zh": "艾克米"])
            let aliases = catalogue.aliases(of: "acme")
            #expect(aliases.contains(Alias("ACM", strength: .acronym)))
            #expect(aliases.contains(Alias("Peak", strength: .contextual)))
            #expect(
                aliases.contains(
                    Alias("Old Acme", strength: .former, until: PartialDate(year: 2018))
                )
            )
        }
    }

    @Test(arguments: [
        ("- id: acme\n  kind: firm\n  name: Acme", "kind is firm"),
        ("- id: acme\n  kind: company", "has no name"),
        ("- kind: company\n  name: Acme", "has no id"),
        ("- id: acme\n  kind: company\n  name: Acme\n  owner: sn", "has an unknown field, owner"),
        (
            "- id: acme\n  kind: company\n  name: Acme\n  holdings: [{holder: sn, means: half}]",
            "the holding by sn has means “half”"
        ),
    ])
    func `a wrong entry is left out and told`(yaml: String, reason: String) throws {
        try reading(entities: yaml) { catalogue in
            #expect(catalogue.entity("acme") == nil)
            let problem = try #require(catalogue.problems.first)
            #expect(problem.description.contains("some.yaml"))
            #expect(problem.description.contains(reason))
        }
    }

    @Test func `one wrong entry does not spoil the others`() throws {
        let yaml = """
            - {id: bad, kind: nothing, name: Bad}
            - {id: good, kind: company, name: Good, jurisdiction: SN}
            """
        try reading(entities: yaml) { catalogue in
            #expect(catalogue.entity("good")?.name == "Good")
            #expect(catalogue.problems.count == 1)
        }
    }

    @Test func `a country may be said to be a territory of another`() throws {
        let countries = "- {code: MQ, kind: territory, within: fr, demonyms: [Martinican]}"
        try reading(entities: "[]", countries: countries) { catalogue in
            #expect(catalogue.entity("mq")?.kind == .territory)
            #expect(catalogue.entity("mq").flatMap(catalogue.country(of:)) == "fr")
        }
    }

    @Test func `the data that ship with the program are without fault`() throws {
        let catalogue = try Catalogue.bundled()
        #expect(catalogue.problems.map(\.description) == [])
        #expect(catalogue.entities.count > 600)
    }
}
