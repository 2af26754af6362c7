import Contracts
import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Operations
import Scoring
import Synchronization
import Testing

@testable import RiskScorer

struct ScenarioRoutesTests {
    private let scorer: ScorerUnderTest
    private let router: Router<PlainContext>

    init() async throws {
        let scorer = try ScorerUnderTest()
        for entity in Registry.entities { try scorer.feed(entity) }
        try scorer.feed(ClaimAsserted(claim: Registry.deployment(1, to: "xa", by: "vendor")))
        try await scorer.work()
        self.scorer = scorer
        let handler = scorer.handler
        router = Router(context: PlainContext.self)
        router.add(middleware: ProblemMiddleware())
        ScenarioRoutes(scorer: { handler.scorer }).add(to: router)
    }

    private func post(_ body: String) async throws -> (status: Int, body: Data) {
        let request = Request(
            head: HTTPRequest(
                method: .post,
                scheme: "http",
                authority: "localhost",
                path: "/api/v1/scenarios"
            ),
            body: RequestBody(buffer: ByteBuffer(string: body))
        )
        let response = try await router.buildResponder().respond(
            to: request,
            context: PlainContext(source: PlainSource())
        )
        let collector = BodyCollector()
        try await response.body.write(collector)
        return (response.status.code, collector.bytes)
    }

    @Test func `a scenario is answered per government, and touches nothing real`() async throws {
        _ = try scorer.published()
        let answer = try await post(#"{"kind": "vendor-unable", "vendor": "vendor"}"#)
        #expect(answer.status == 200)
        let read = try JSONDecoder().decode(ScenarioAnswer.self, from: answer.body)
        let government = try #require(read.governments.first)
        #expect(read.governments.count == 1)
        #expect(government.subject == "xa")
        let before = try #require(government.before["data-sovereignty"])
        let after = try #require(government.after["data-sovereignty"])
        #expect(before.evidenced > 0)
        #expect(after.evidenced == 0)
        #expect(before.floor != after.floor)
        #expect(government.stopping.map(\.system) == ["system 1"])
        #expect(government.functionsLeft == GovernmentFunction.allCases)
        #expect(try scorer.published().isEmpty)
        let real = try await post(#"{"kind": "vendor-unable", "vendor": "vendor"}"#)
        #expect(real.body == answer.body)
    }

    @Test(arguments: [
        (#"{"kind": "vendor-unable", "vendor": "vendr"}"#, 422, "vendr"),
        (#"{"kind": "vendor-unable"}"#, 422, "vendor"),
        (#"{"kind": "flood"}"#, 400, "vendor-unable, supplier-replaced"),
        (#"{"vendor": "vendor"}"#, 400, "kind"),
        (#"{"kind": "vendor-unable", "vendor": "vendor", "since": "soon"}"#, 400, "since"),
        ("what if", 400, "JSON"),
    ])
    func `what cannot be computed is refused with the reason`(
        _ body: String,
        _ status: Int,
        _ reason: String
    ) async throws {
        let answer = try await post(body)
        #expect(answer.status == status)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(reason))
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
    private let collected = Mutex<Data>(Data())

    var bytes: Data { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0 += Data(buffer.readableBytesView) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
