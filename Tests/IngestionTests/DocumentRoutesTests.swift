import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Messaging
import Operations
import Storage
import TestSupport
import Testing

@testable import Ingestion

struct DocumentRoutesTests {
    private let folder: TemporaryFolder
    private let router: Router<PlainContext>

    init() throws {
        folder = try TemporaryFolder()
        let (pool, lock) = try EmbeddedStore.open(
            folder.file("ingestion.sqlite"),
            durability: .full
        )
        let log = try SQLiteEventLog(source: "ingestion", in: pool)
        router = Router(context: PlainContext.self)
        router.add(middleware: ProblemMiddleware())
        DocumentRoutes(
            store: try DocumentStore(pool, log: log, lock: lock, bytesMax: 1000),
            bytesMax: 1000,
            lagMax: 10,
            lag: { 0 }
        ).add(to: router)
    }

    private func post(_ text: String, query: String = "") async throws -> Response {
        let request = Request(
            head: HTTPRequest(
                method: .post,
                scheme: "http",
                authority: "localhost",
                path: "/api/v1/documents?origin=a.md" + query
            ),
            body: RequestBody(buffer: ByteBuffer(string: text))
        )
        return try await router.buildResponder().respond(
            to: request,
            context: PlainContext(source: PlainSource())
        )
    }

    @Test(arguments: [
        ("Some text.", "", 202),
        ("", "", 422),
        ("---\ntitle: [a\n- b\n---\nx", "", 422),
        ("Some text.", "&published=soon", 400),
        (String(repeating: "x", count: 1001), "", 413),
    ])
    func `the status says what became of a document`(
        _ text: String,
        _ query: String,
        _ status: Int
    ) async throws {
        #expect(try await post(text, query: query).status.code == status)
    }

    @Test func `the same document that was rejected is rejected again`() async throws {
        _ = try await post("")
        #expect(try await post("").status == .unprocessableContent)
    }
}

/// A context that needs no connection.
struct PlainContext: RequestContext {
    typealias Source = PlainSource

    var coreContext: CoreRequestContextStorage

    init(source: PlainSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}

struct PlainSource: RequestContextSource {
    var logger: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
