import Evidence
import Foundation
import Gazetteer
import Testing

/// A folder of one's own beside the gazetteer's.
struct AdditionTests {
    /// The catalogue of one entity and of what is added in files of these names.
    private func catalogue(adding own: [String: String]) throws -> Catalogue {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for part in ["entities", "own"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: part),
                withIntermediateDirectories: true
            )
        }
        let base = """
            - {id: tarvo, kind: company, name: Tarvo, jurisdiction: BE, identifiers: {lei: A1}}
            """
        try Data(base.utf8).write(to: folder.appending(path: "entities/base.yaml"))
        for (name, text) in own {
            try Data(text.utf8).write(to: folder.appending(path: "own/\(name)"))
        }
        return try Catalogue(contentsOf: folder, adding: folder.appending(path: "own"))
    }

    @Test func `a list adds names to whom another file has`() throws {
        let found = try catalogue(adding: [
            "mine.txt": """
            [names]
            tarvo = Tarvo Works = ?Peak | 塔沃公司 | TVW
            [company of be]
            Brightvale
            """
        ])
        #expect(found.problems == [])
        #expect(
            found.aliases(of: "tarvo") == [
                Alias("Tarvo", language: "en"), Alias("Tarvo Works", language: "en"),
                Alias("Peak", strength: .contextual), Alias("塔沃公司", language: "zh"),
                Alias("TVW", strength: .acronym),
            ]
        )
        #expect(found.entity("be-brightvale")?.kind == .company)
    }

    @Test func `an entry without name and kind adds what it says, and changes nothing else`() throws
    {
        let found = try catalogue(adding: [
            "mine.yaml": """
            - id: tarvo
              identifiers: {lei: B2, wikidata: Q7}
              holdings: [{holder: be, means: minority, share: 0.2}]
              aliases: {en: [Tarvo Works]}
            """
        ])
        #expect(found.problems == [])
        let tarvo = try #require(found.entity("tarvo"))
        #expect(tarvo.name == "Tarvo" && tarvo.jurisdiction == "BE")
        #expect(tarvo.identifiers == ["lei": "A1", "wikidata": "Q7"])
        #expect(tarvo.holdings.map(\.holder) == ["be"])
        #expect(found.aliases(of: "tarvo").map(\.text).contains("Tarvo Works"))
    }

    @Test(arguments: [
        "[names]\nnobody = Somebody Else", "[names]\ntarvo", "[names]\n?tarvo = Tarvo Works",
        "[names]\ntarvo = A | 塔沃 | TV | more",
    ])
    func `what adds to nobody, or nothing, is told and left out`(_ list: String) throws {
        let found = try catalogue(adding: ["mine.txt": list])
        #expect(found.problems.count == 1)
        #expect(found.aliases(of: "tarvo").map(\.text) == ["Tarvo"])
    }

    @Test func `names that are added make another version`() throws {
        let without = try catalogue(adding: [:])
        let with = try catalogue(adding: ["mine.txt": "[names]\ntarvo = Tarvo Works"])
        #expect(without.version != with.version)
        #expect(try catalogue(adding: [:]).version == without.version)
    }

    @Test func `a file that cannot be read leaves the others in use`() throws {
        let found = try catalogue(adding: [
            "bad.yaml": "- {id: [", "mine.txt": "[names]\ntarvo = Tarvo Works",
        ])
        #expect(found.problems.count == 1)
        #expect(found.aliases(of: "tarvo").map(\.text).contains("Tarvo Works"))
    }
}
