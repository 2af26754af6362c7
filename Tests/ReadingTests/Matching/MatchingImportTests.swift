import Evidence
import Foundation
import Gazetteer
import Testing

@testable import Reading

/// Names of imported registers in texts.
struct MatchingImportTests {
    private static let register: [(entity: ImportedEntity, names: [String])] = [
        (
            ImportedEntity(
                source: "reg-1",
                kind: .company,
                name: "Quorvane Brightvale Ltd",
                country: "UG",
                identifiers: ["lei": "L1"]
            ), ["Quorvane Brightvale Ltd", "Quorvane", "夸文明谷科技"]
        ),
        (
            ImportedEntity(source: "reg-2", kind: .company, name: "Huawei Shadow Works"),
            ["Huawei", "Huawei Shadow Works"]
        ),
        (
            ImportedEntity(
                source: "reg-3",
                kind: .publicBody,
                name: "Tarvos Registry Office",
                country: "PE"
            ),
            ["Tarvos Registry Office"]
        ),
        (
            ImportedEntity(
                source: "reg-4",
                kind: .company,
                name: "Twin Peaks Works",
                country: "KE"
            ),
            ["Twin Peaks Works"]
        ),
        (
            ImportedEntity(
                source: "reg-5",
                kind: .company,
                name: "Twin Peaks Works",
                country: "UG"
            ),
            ["Twin Peaks Works"]
        ),
    ]

    private func store() throws -> ImportedNames {
        var builder = ImportedNamesBuilder()
        for (entity, names) in Self.register {
            let isTaken = builder.add(entity, names: names)
            #expect(isTaken)
        }
        return try ImportedNames(builder.data())
    }

    /// What a text names, by its words, with ids of imported entities.
    private func named(_ text: String) throws -> [String: Entity] {
        let finder = try MentionFinder(catalogue: .bundled(), imported: [store()])
        let page = TokenisedText(text)
        let scopes = Scopes.none
        let result = finder.mentions(in: page, scopes: scopes)
        var found: [String: Entity] = [:]
        for mention in result.mentions {
            found[mention.surface] = finder.entity(mention.entity, in: result)
        }
        return found
    }

    @Test func `a name of a register names whom the register means`() throws {
        let found = try named("Servers came from Quorvane Brightvale Ltd in 2021.")
        let entity = try #require(found["Quorvane Brightvale Ltd"])
        #expect(entity.id == Self.register[0].entity.id)
        #expect(entity.jurisdiction == "UG" && entity.identifiers == ["lei": "L1"])
        #expect(!entity.isCurated)
    }

    @Test func `the form without its legal form is one too, and so is the Chinese one`() throws {
        let id = Self.register[0].entity.id
        #expect(
            try named("Servers came from Quorvane Brightvale.")["Quorvane Brightvale"]?.id == id
        )
        #expect(try named("服务器由夸文明谷科技提供。")["夸文明谷科技"]?.id == id)
    }

    @Test func `a single word counts only beside a longer name of the same entity`() throws {
        let id = Self.register[0].entity.id
        #expect(try named("It came from Quorvane.")["Quorvane"]?.id != id)
        let both = try named("It came from Quorvane Brightvale Ltd. Later Quorvane left.")
        #expect(both["Quorvane"]?.id == id)
    }

    @Test func `whom people vouch for is not taken over`() throws {
        let found = try named("It came from Huawei. Huawei Shadow Works is another.")
        #expect(found["Huawei"]?.isCurated == true)
    }

    @Test func `words in lower case are no name`() throws {
        #expect(try named("it came from quorvane brightvale too").isEmpty)
    }

    @Test func `a public body counts only in a text about its country`() throws {
        let id = Self.register[2].entity.id
        let here = try named("In Peru the Tarvos Registry Office bought servers.")
        #expect(here["Tarvos Registry Office"]?.id == id)
        let there = try named("In Kenya the Tarvos Registry Office bought servers.")
        #expect(there["Tarvos Registry Office"]?.id != id)
    }

    @Test func `of two with one name the one of the country is meant, or neither`() throws {
        let here = try named("In Uganda servers came from Twin Peaks Works.")
        #expect(here["Twin Peaks Works"]?.id == Self.register[4].entity.id)
        let nowhere = try named("Servers came from Twin Peaks Works.")
        let ids = Self.register[3...4].map(\.entity.id)
        #expect(nowhere["Twin Peaks Works"].map { !ids.contains($0.id) } ?? true)
    }

    @Test func `ids follow from the register's ids, not from places in the file`() throws {
        var builder = ImportedNamesBuilder()
        for (entity, names) in Self.register.reversed() { _ = builder.add(entity, names: names) }
        let other = try ImportedNames(builder.data())
        #expect(other.count == Self.register.count)
        #expect(try other.version != store().version)
        #expect(other.entity(4)?.id == Self.register[0].entity.id)
        #expect(other.entity(5) == nil)
    }

    @Test func `a damaged file is refused`() throws {
        var builder = ImportedNamesBuilder()
        _ = builder.add(Self.register[0].entity, names: ["Quorvane Brightvale"])
        let data = builder.data()
        #expect(throws: ImportedNames.FormatError.self) { try ImportedNames(Data("abc".utf8)) }
        #expect(throws: ImportedNames.FormatError.self) { try ImportedNames(data.dropLast()) }
        var other = data
        other[0] ^= 1
        #expect(throws: ImportedNames.FormatError.self) { try ImportedNames(other) }
    }
}
