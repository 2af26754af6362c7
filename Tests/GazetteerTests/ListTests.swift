import Evidence
import Foundation
import Gazetteer
import Testing

struct ListTests {
    private func catalogue(_ list: String) throws -> Catalogue {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for part in ["entities", "lists"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: part),
                withIntermediateDirectories: true
            )
        }
        try list.write(
            to: folder.appending(path: "lists/some.txt"),
            atomically: true,
            encoding: .utf8
        )
        return try Catalogue(contentsOf: folder)
    }

    @Test func `a line has names, Chinese names and acronyms under its heading`() throws {
        let found = try catalogue(
            """
            # Bodies
            [publicBody pe]
            Tarvos Registry = Registro Tarvos | 塔沃斯登记局 | RTAR
            """
        )
        let entity = try #require(found.entity("pe-tarvos-registry"))
        #expect(entity.kind == .publicBody)
        #expect(entity.jurisdiction == "PE")
        #expect(entity.within == "pe")
        #expect(
            found.aliases(of: entity.id) == [
                Alias("Tarvos Registry", language: "en"), Alias("Registro Tarvos", language: "en"),
                Alias("塔沃斯登记局", language: "zh"), Alias("RTAR", strength: .acronym),
            ]
        )
    }

    @Test func `a company has a country, an organization may have none`() throws {
        let found = try catalogue("[company of be]\nTarvo | | TRV\n[organization]\n?Brightvale\n")
        #expect(found.entity("be-tarvo")?.jurisdiction == "BE")
        #expect(found.entity("be-tarvo")?.within == nil)
        #expect(found.entity("brightvale")?.jurisdiction == nil)
        #expect(found.aliases(of: "brightvale").map(\.strength) == [.contextual])
    }

    @Test(arguments: [
        ("Tarvo", "stands under no heading"),
        ("[firm of be]\nTarvo", "is no heading"), ("[organisation]\nTarvo", "is no heading"),
        ("[company of belgium]\nTarvo", "is no heading"),
        ("[company of be]\nTarvo | 塔沃 | TRV | x", "is no line of names"),
    ])
    func `a wrong line is left out and told`(list: String, reason: String) throws {
        let found = try catalogue(list)
        #expect(found.problems.contains { "\($0)".contains(reason) })
        #expect(found.entities.allSatisfy { !$0.name.contains("Tarvo") })
    }
}
