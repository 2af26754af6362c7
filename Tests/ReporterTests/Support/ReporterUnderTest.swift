import Evidence
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import Logging
import Messaging
import Scoring
import Synchronization
import TestSupport

@testable import Reporter

/// A reporter with a store of its own, fed with events and asked over its routes, without sockets.
struct ReporterUnderTest {
    let heartbeats = HeardHeartbeats()
    private let folder: TemporaryFolder
    private let pool: DatabasePool
    /// What it publishes.
    let log: SQLiteEventLog
    private let applier: EventApplier
    private let application: ReporterApplication

    init() throws {
        folder = try TemporaryFolder()
        pool = try DatabasePool(path: folder.file("reporter.sqlite").path)
        log = try SQLiteEventLog(source: "reporter", in: pool)
        application = try ReporterApplication(
            model: ReadModel(pool),
            judgements: JudgementStore(pool, log: log),
            heartbeats: heartbeats,
            writer: ReportWriter(
                methodology: try .bundled(),
                profile: "prior",
                today: { SampleWorld.asOf }
            )
        )
        applier = EventApplier(
            pool: pool,
            handler: ReadModelHandler(heartbeats: heartbeats, lock: nil),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// A reporter that has read everything of a sample.
    init(_ world: SampleWorld) throws {
        try self.init()
        try feed(SampleJournals(world).all)
    }

    /// Applies events in batches of a size.
    func feed(_ events: [ReceivedEvent], batch: Int = 50) throws {
        var rest = events[...]
        while !rest.isEmpty {
            try applier.commit(rest.prefix(batch).map { .apply($0) })
            rest = rest.dropFirst(batch)
        }
    }

    /// Begins a source again, as after its journal was replaced.
    func reset(_ source: String) throws {
        try applier.commit([.reset(source: source, epoch: "new")])
    }

    var routes: [String] {
        router.routes.map { "\($0.method.rawValue) \($0.path)" }
    }

    // MARK: - Asking

    /// What came back.
    struct Answer {
        var status: Int
        var headers: HTTPFields
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        /// The body as JSON.
        func json() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
        }

        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try JSONDecoder().decode(type, from: Data(body))
        }

        /// The items of a list.
        func items() throws -> [[String: Any]] {
            try json()["items"] as? [[String: Any]] ?? []
        }
    }

    func get(_ path: String, accept: String = "application/json") async throws -> Answer {
        try await send(.get, path, [.accept: accept], ByteBuffer())
    }

    func post(
        _ path: String,
        _ body: String,
        contentType: String = "application/json"
    ) async throws -> Answer {
        try await send(.post, path, [.contentType: contentType], ByteBuffer(string: body))
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: HTTPFields,
        _ body: ByteBuffer
    ) async throws -> Answer {
        let request = Request(
            head: HTTPRequest(
                method: method,
                scheme: "http",
                authority: "localhost",
                path: path,
                headerFields: headers
            ),
            body: RequestBody(buffer: body)
        )
        let response = try await router.buildResponder().respond(
            to: request,
            context: PlainContext(source: PlainSource())
        )
        let body = BodyCollector()
        try await response.body.write(body)
        return Answer(
            status: response.status.code,
            headers: response.headers,
            body: body.bytes
        )
    }

    /// A page as a browser gets it.
    func page(_ path: String) async throws -> Answer {
        try await get(path, accept: "text/html,application/xhtml+xml,*/*;q=0.8")
    }

    private var router: Router<PlainContext> {
        application.router(context: PlainContext.self)
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

/// Keeps a response's body.
final class BodyCollector: ResponseBodyWriter {
    private let collected = Mutex<[UInt8]>([])

    var bytes: [UInt8] { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0 += Array(buffer.readableBytesView) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
