import Evidence
import Foundation
import Testing

@testable import Reporter

struct EscapingTests {
    private static let hostile = "<script>alert(\"x\")</script>'&{{name}}"

    /// A sample whose every text is hostile.
    private static var world: SampleWorld {
        var world = SampleWorld()
        world.entities = world.entities.map { entity in
            var entity = entity
            entity.name = hostile
            entity.localNames = [hostile: hostile]
            entity.identifiers = [hostile: hostile]
            return entity
        }
        world.documents = world.documents.map { document in
            var document = document
            document.title = hostile
            document.publisher = hostile
            document.text += hostile
            return document
        }
        return world
    }

    @Test(arguments: [
        "/", "/subjects/xa", "/entities/vendor", "/entities/%3Cscript%3E",
        "/documents/" + String(repeating: "0", count: 63) + "1",
    ])
    func `nothing that documents say is taken for markup`(_ path: String) async throws {
        let reporter = try ReporterUnderTest(Self.world)
        let page = try await reporter.page(path).text
        #expect(!page.contains("<script"))
        #expect(!page.contains("\"x\""))
        #expect(page.contains("&lt;script&gt;"))
    }

    @Test func `an id of any characters can be linked to`() async throws {
        var world = SampleWorld()
        world.entities.append(
            Entity(id: "a/b \"<é>#?", kind: .company, name: "Odd", isCurated: false)
        )
        let reporter = try ReporterUnderTest(world)
        let link = Links.entity("a/b \"<é>#?")
        #expect(link == "/entities/a%2Fb%20%22%3C%C3%A9%3E%23%3F")
        #expect(try await reporter.page(link).text.contains("<h1>Odd</h1>"))
    }

    @Test(arguments: PageRenderer.templates)
    func `no template writes a value unescaped`(_ name: String) throws {
        let template = try Resources.text("\(name).mustache")
        #expect(!template.contains("{{{"))
        #expect(!template.contains("{{&"))
        #expect(!template.contains("CONTENT_TYPE"))
    }
}
