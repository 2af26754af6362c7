import Evidence
import Testing

@testable import Reading

/// What `mooring extract --explain` prints.
struct ExplanationTests {
    private func layer(_ name: String, of text: String) throws -> String {
        let source = SourceText(id: DocumentID(rawValue: "test"), text: text)
        let layers = try Shelf.reader.get().explain(source).layers
        return layers.first { $0.name == name }?.lines.joined(separator: "\n") ?? ""
    }

    @Test func `an explanation tells the block's scope, the names and the rule`() throws {
        let text = "Peru: The ministry signed a contract with Ericsson for a 5G network."
        #expect(try layer("blocks", of: text).contains("about pe"))
        #expect(try layer("names", of: text).contains("“Ericsson” = ericsson (company)"))
        #expect(try layer("rules", of: text).contains("sign."))
        #expect(try layer("claims", of: text).contains("deployment"))
    }

    @Test func `a sentence that tells no deal says why`() throws {
        let denied = "Nokia did not supply the national broadband network of Ghana."
        #expect(try layer("near misses", of: denied).contains("rejected: nobody supplies"))
        #expect(try layer("claims", of: denied).isEmpty)
        let nobody = "A data centre will be built in Togo, officials said."
        #expect(try layer("near misses", of: nobody).contains("rejected: nobody supplies"))
    }

    @Test func `explaining changes nothing`() throws {
        let text = "Kenya signed a contract with Oracle for a data centre."
        let source = SourceText(id: DocumentID(rawValue: "test"), text: text)
        let reader = try Shelf.reader.get()
        let before = reader.read(source).claims
        #expect(reader.explain(source).text.contains("== claims"))
        #expect(reader.read(source).claims == before)
    }
}
