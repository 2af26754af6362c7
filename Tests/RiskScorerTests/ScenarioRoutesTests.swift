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
        try ScenarioRoutes(scorer: { handler.scorer }).add(to: router)
    }

    private func post(_ body: String) async throws -> (status: Int, body: Data) {
        try await ask(.post, "/api/v1/scenarios", body)
    }

    private func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String = ""
    ) async throws -> (status: Int, body: Data) {
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path),
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

    @Test func `governments that are alike differ by no method of robustness`() async throws {
        try scorer.feed(ClaimAsserted(claim: Registry.deployment(2, to: "xb", by: "vendor")))
        let first = try await ask(.get, "/api/v1/robustness")
        #expect(first.status == 200)
        let alike = try JSONDecoder().decode(RobustnessReport.self, from: first.body)
        #expect(alike.rankIntervals.map(\.subject) == ["xa", "xb"])
        #expect(alike.rankIntervals.allSatisfy { $0.rank == 1 && $0.lo == 1 && $0.hi == 1 })
        #expect(alike.dominance.values.allSatisfy { $0.isEmpty })
        #expect(alike.sensitivities.flatMap(\.rank.total).allSatisfy { $0 == 0 })
        let second = try await ask(.get, "/api/v1/robustness")
        #expect(second.body == first.body)
        let claim = Registry.deployment(3, to: "xc", by: "own")
        try scorer.feed(ClaimAsserted(claim: claim))
        let other = try await ask(.get, "/api/v1/robustness")
        let three = try JSONDecoder().decode(RobustnessReport.self, from: other.body)
        #expect(three.rankIntervals.map(\.subject) == ["xa", "xb", "xc"])
        let read = try JSONSerialization.jsonObject(with: other.body)
        try await expect(try #require(read as? [String: Any]), fits: "Robustness")
    }

    // MARK: - The description

    @Test func `the description has the routes that there are, and all of them answer`()
        async throws
    {
        let paths = try #require(try await description()["paths"] as? [String: [String: Any]])
        let described = paths.flatMap { path, methods in
            methods.keys.map { "\($0.uppercased()) \(path)" }
        }
        let known = router.routes.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(described) == Set(known))
        for (path, methods) in paths {
            for (name, operation) in methods {
                let method = try #require(HTTPRequest.Method(rawValue: name.uppercased()))
                let operation = try #require(operation as? [String: Any])
                let answers = try #require(operation["responses"] as? [String: Any])
                let answer = try await ask(method, path)
                #expect(answers.keys.contains(String(answer.status)), "\(name) \(path)")
            }
        }
    }

    @Test func `its kinds and measures are those that there are, and its examples are read`()
        async throws
    {
        let scenario = try await schema("Scenario")
        let properties = try #require(scenario["properties"] as? [String: [String: Any]])
        #expect(
            properties["kind"]?["enum"] as? [String]
                == ScenarioRequest.Kind.allCases.map(\.rawValue)
        )
        #expect(
            properties["measure"]?["enum"] as? [String]
                == ScenarioRequest.measures.map(\.rawValue)
        )
        let forms = try #require(scenario["oneOf"] as? [[String: Any]])
        for kind in ScenarioRequest.Kind.allCases {
            let form = try #require(forms.first { $0["title"] as? String == kind.rawValue })
            var wanted = try await example(kind.rawValue)
            #expect(wanted["kind"] as? String == kind.rawValue)
            #expect(Set(wanted.keys).isSubset(of: properties.keys))
            #expect(try await post(wanted).status == 200)
            for field in form["required"] as? [String] ?? [] where field != "kind" {
                let value = wanted.removeValue(forKey: field)
                #expect(try await post(wanted).status == 422, "\(kind) without \(field)")
                wanted[field] = value
            }
        }
    }

    @Test func `an answer has the properties that are described`() async throws {
        let claim = Registry.deployment(2, to: "xb", by: "own")
        try scorer.feed(ClaimAsserted(claim: claim))
        let answer = try await post(#"{"kind": "vendor-unable", "vendor": "vendor"}"#)
        let read = try #require(
            try JSONSerialization.jsonObject(with: answer.body) as? [String: Any]
        )
        try await expect(read, fits: "ScenarioAnswer")
        let government = try #require((read["governments"] as? [[String: Any]])?.first)
        try await expect(government, fits: "ScenarioComparison")
        let before = try #require(government["before"] as? [String: [String: Any]])
        try await expect(before, fits: "Scores")
        try await expect(try #require(before["lock-in"]), fits: "Figures")
        let system = try #require((government["stopping"] as? [[String: Any]])?.first)
        try await expect(system, fits: "StoppingSystem")
        let other = try #require((system["alternatives"] as? [[String: Any]])?.first)
        try await expect(other, fits: "Alternative")
        let refused = try JSONSerialization.jsonObject(with: try await post("what if").body)
        try await expect(try #require(refused as? [String: Any]), fits: "Problem")
    }

    private func expect(_ value: [String: Any], fits name: String) async throws {
        let schema = try await schema(name)
        let properties = schema["properties"] as? [String: Any] ?? [:]
        #expect(Set(value.keys).isSubset(of: properties.keys))
        #expect(Set(schema["required"] as? [String] ?? []).isSubset(of: value.keys))
    }

    private func schema(_ name: String) async throws -> [String: Any] {
        let components = try await description()["components"] as? [String: Any]
        let schemas = components?["schemas"] as? [String: [String: Any]]
        return try #require(schemas?[name])
    }

    /// Asks for an example with names that there are.
    private func post(_ example: [String: Any]) async throws -> (status: Int, body: Data) {
        let body = try JSONSerialization.data(withJSONObject: example)
        let names = [
            "VENDOR": "vendor", "OTHER": "own", "BANK": "vendor", "BUYER": "own",
            "GOVERNMENT": "xa",
        ]
        return try await post(
            names.reduce(String(decoding: body, as: UTF8.self)) {
                $0.replacingOccurrences(of: "\"\($1.key)\"", with: "\"\($1.value)\"")
            }
        )
    }

    private func example(_ name: String) async throws -> [String: Any] {
        var found: Any? = try await description()
        for key in [
            "paths", "/api/v1/scenarios", "post", "requestBody", "content", "application/json",
            "examples", name, "value",
        ] {
            found = (found as? [String: Any])?[key]
        }
        return try #require(found as? [String: Any])
    }

    private func description() async throws -> [String: Any] {
        let answer = try await ask(.get, "/api/openapi.json")
        #expect(answer.status == 200)
        let read = try JSONSerialization.jsonObject(with: answer.body)
        return try #require(read as? [String: Any])
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
