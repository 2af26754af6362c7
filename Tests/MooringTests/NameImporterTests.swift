import Foundation
import Reading
import TestSupport
import Testing

@testable import Mooring

struct NameImporterTests {
    private func imported(_ text: String) throws -> NameImporter {
        let folder = try TemporaryFolder()
        let file = folder.file("some.jsonl")
        try Data(text.utf8).write(to: file)
        var importer = NameImporter()
        try importer.read(file)
        return importer
    }

    @Test func `parties are taken with all their names, other things are passed over`() throws {
        let importer = try imported(
            """
            {"id": "a", "schema": "Company", "properties": {"name": ["Tarvo Works Ltd"], "alias": ["TW One"]}}
            {"id": "b", "schema": "Ownership", "properties": {"owner": ["a"]}}

            {"id": "c", "schema": "Person", "properties": {"alias": ["Jane Roe"]}}
            {"id": "d", "schema": "Company", "properties": {"country": ["ug"]}}
            """
        )
        #expect(importer.builder.count == 2)
        // With and without its legal form, the alias, and the person.
        #expect(importer.builder.names == 4)
        #expect(importer.passedOver == 2)
        #expect(importer.badLines == 0)
    }

    @Test func `bad lines are counted and told with where they stand, and the rest is taken`()
        throws
    {
        let importer = try imported(
            """
            not json
            {"id": "a", "schema": "Company", "properties": {"name": ["Tarvo Works"]}}
            {"schema": "Company"}
            """
        )
        #expect(importer.builder.count == 1)
        #expect(importer.badLines == 2)
        #expect(importer.problems.map { $0.prefix(13) } == ["some.jsonl:1:", "some.jsonl:3:"])
    }

    @Test func `a file without ends of lines is refused, however large`() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("long.jsonl")
        try Data(repeating: UInt8(ascii: "x"), count: 20 << 20).write(to: file)
        var importer = NameImporter()
        #expect(throws: HTTPClient.Failure.self) { try importer.read(file) }
        #expect(throws: HTTPClient.Failure.self) { try importer.read(folder.file("none")) }
    }
}
