import Contracts
import Testing

struct SchemaTests {
    @Test func `every schema has a title and is of the 2020-12 draft`() throws {
        for file in try ContractFiles.schemas() {
            let schema = try ContractFiles.json(file)
            let draft = schema["$schema"]?.text
            #expect(draft == "https://json-schema.org/draft/2020-12/schema", "\(file)")
            #expect(schema["title"]?.text?.isEmpty == false, "\(file)")
        }
    }

    @Test func `every property is described`() throws {
        for file in try ContractFiles.schemas() {
            let schema = try ContractFiles.json(file)
            let objects = [schema] + (schema["$defs"]?.members.values.map { $0 } ?? [])
            for object in objects {
                for (name, property) in object["properties"]?.members ?? [:] {
                    let text = try Schema(file: file, value: property).followed().value
                    let isDescribed = (property["description"] ?? text["description"]) != nil
                    #expect(isDescribed, "\(file): \(name)")
                }
            }
        }
    }

    @Test func `a segment's bounds are those of the code`() throws {
        let text = try #require(try Schema("DocumentSegment/schema.json").properties()["text"])
        #expect(text.value["x-utf8BytesMax"]?.number == Double(DocumentSegment.textBytesMax))
        let encoded = text.value["x-encodedBytesMax"]?.number
        #expect(encoded == Double(DocumentSegment.encodedBytesMax))
    }
}

struct SchemaCheckerTests {
    private let schema = Schema(
        file: "",
        value: .object([
            "type": .text("object"),
            "required": .list([.text("level")]),
            "properties": .object([
                "level": .object([
                    "type": .text("integer"), "minimum": .number(0), "maximum": .number(4),
                ]),
                "kinds": .object([
                    "type": .text("array"),
                    "items": .object(["enum": .list([.text("a"), .text("b")])]),
                ]),
                "id": .object(["type": .text("string"), "pattern": .text("^[a-z]+$")]),
            ]),
        ])
    )

    @Test(arguments: [
        JSONValue.object(["level": .number(4)]),
        .object(["level": .number(0), "kinds": .list([.text("b")]), "id": .text("x")]),
        .object(["level": .number(1), "unknown": .null]),
    ])
    func `it accepts what keeps to a schema`(_ value: JSONValue) throws {
        #expect(try SchemaChecker.complaints(about: value, by: schema) == [])
    }

    @Test(arguments: [
        JSONValue.object([:]),
        .object(["level": .number(5)]),
        .object(["level": .number(-1)]),
        .object(["level": .number(0.5)]),
        .object(["level": .text("4")]),
        .object(["level": .number(1), "kinds": .list([.text("c")])]),
        .object(["level": .number(1), "kinds": .text("a")]),
        .object(["level": .number(1), "id": .text("X")]),
    ])
    func `it complains of what does not`(_ value: JSONValue) throws {
        #expect(try SchemaChecker.complaints(about: value, by: schema).count == 1)
    }

    @Test func `it complains of a keyword that it cannot check`() throws {
        let schema = Schema(file: "", value: .object(["multipleOf": .number(2)]))
        #expect(try SchemaChecker.complaints(about: .number(2), by: schema).count == 1)
    }
}
