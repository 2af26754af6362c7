import Contracts
import Evidence
import Foundation
import HTTPTypes
import Messaging
import Testing

@testable import Reporter

struct JudgementTests {
    private let merge = """
        {"id": "j-1", "action": "merge", "left": "bank", "right": "vendor",
         "author": "A. Analyst", "reason": "one register entry"}
        """

    /// A reporter to which the registry also told this.
    private func reporter(_ messages: any Message...) throws -> ReporterUnderTest {
        let reporter = try ReporterUnderTest()
        try reporter.feed(SampleJournals(SampleWorld(), registryAlso: messages).all)
        return reporter
    }

    @Test func `a judgement is recorded once and published once`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        let first = try await reporter.post("/api/v1/judgements", merge)
        #expect(first.status == 201)
        #expect(first.headers[.location] == "/api/v1/judgements/j-1")
        #expect(try await reporter.post("/api/v1/judgements", merge).status == 200)
        let events = try reporter.log.read(after: 0, limit: 10, byteLimit: 100_000)
        #expect(events.map(\.type) == [JudgementRecorded.type])
        let listed = try await reporter.get("/api/v1/judgements?entity=vendor").items()
        #expect(listed.map { $0["id"] as? String } == ["j-1"])
        #expect(try await reporter.get("/api/v1/judgements?entity=xa").items().isEmpty)
        let one = try await reporter.get("/api/v1/judgements/j-1").decode(Judgement.self)
        #expect(one.action == .merge && one.author == "A. Analyst")
    }

    @Test func `another judgement under the same id is refused`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        _ = try await reporter.post("/api/v1/judgements", merge)
        let other = merge.replacing("merge", with: "split")
        #expect(try await reporter.post("/api/v1/judgements", other).status == 409)
    }

    @Test func `later judgements have later times`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        var times: [String] = []
        for number in 0..<20 {
            let text = merge.replacing("j-1", with: "j-\(number)")
            let answer = try await reporter.post("/api/v1/judgements", text)
            times.append(try answer.decode(Judgement.self).recorded)
        }
        #expect(times == times.sorted() && Set(times).count == times.count)
    }

    @Test(arguments: [
        (#"{"action": "merge"}"#, 400),
        ("merge bank and vendor", 400),
        (#"{"action": 7, "author": "A", "reason": "r"}"#, 400),
        (#"{"action": "marry", "author": "A", "reason": "r"}"#, 422),
        (#"{"action": "merge", "left": "bank", "author": "A", "reason": "r"}"#, 422),
        (
            #"{"action": "merge", "left": "bank", "right": "bank", "author": "A", "reason": "r"}"#,
            422
        ),
        (
            #"{"action": "split", "left": "bank", "right": "nobody", "author": "A", "reason": "r"}"#,
            422
        ),
        (#"{"action": "undo", "undoes": "j-none", "author": "A", "reason": "r"}"#, 422),
        (#"{"action": "undo", "author": "A", "reason": "r"}"#, 422),
        (
            #"{"action": "merge", "left": "bank", "right": "vendor", "author": " ", "reason": "r"}"#,
            422
        ),
        (
            #"{"id": "a/b", "action": "merge", "left": "bank", "right": "xa", "author": "A", "reason": "r"}"#,
            422
        ),
    ])
    func `what is no judgement is refused with a reason`(
        _ body: String,
        _ status: Int
    ) async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        let answer = try await reporter.post("/api/v1/judgements", body)
        #expect(answer.status == status)
        #expect((try answer.json()["detail"] as? String)?.isEmpty == false)
        #expect(try reporter.log.read(after: 0, limit: 10, byteLimit: 100_000).isEmpty)
    }

    @Test func `a form of another site and a long body are refused`() async throws {
        let reporter = try ReporterUnderTest(SampleWorld())
        let form = try await reporter.post("/api/v1/judgements", merge, contentType: "text/plain")
        #expect(form.status == 415)
        let long = merge.replacing("one register", with: String(repeating: "x", count: 20_000))
        #expect(try await reporter.post("/api/v1/judgements", long).status == 413)
    }

    @Test func `an entity tells as whom it is counted, and whom it stands for`() async throws {
        let merged = EntityMerged(id: "bank", into: "vendor")
        let reporter = try reporter(merged)
        let bank = try await reporter.get("/api/v1/entities/bank").json()
        #expect(bank["mergedInto"] as? String == "vendor")
        let vendor = try await reporter.get("/api/v1/entities/vendor").json()
        #expect(vendor["merged"] as? [String] == ["bank"])
        #expect(vendor["mergedInto"] == nil)
        #expect(try await reporter.page("/entities/bank").text.contains("Counted as"))

        let parted = try self.reporter(merged, EntitySplit(id: "bank", from: "vendor"))
        #expect(try await parted.get("/api/v1/entities/bank").json()["mergedInto"] == nil)
        #expect(try await !parted.page("/entities/bank").text.contains("Counted as"))
    }

    @Test func `an entity tells whom it may be, until nothing is suggested any more`() async throws
    {
        var suggested = ResolutionSuggested(
            entity: "bank",
            candidates: [
                .init(
                    entity: "vendor",
                    score: 0.8,
                    decision: .ambiguous,
                    reasons: ["“port” in both"]
                )
            ]
        )
        let reporter = try reporter(suggested)
        let list = try await reporter.get("/api/v1/entities?suggested=true").items()
        #expect(list.map { $0["id"] as? String } == ["bank"])
        let page = try await reporter.page("/entities/bank").text
        #expect(page.contains("Whom it may be") && page.contains("80.0 %"))
        #expect(try await !reporter.page("/entities/vendor").text.contains("Whom it may be"))

        suggested.candidates = []
        let cleared = try self.reporter(suggested)
        #expect(try await cleared.get("/api/v1/entities?suggested=true").items().isEmpty)
    }

    @Test func `a lost store has its judgements back from the registry`() async throws {
        let judgement = Judgement(
            id: "j-7",
            action: .split,
            left: "bank",
            right: "vendor",
            author: "A. Analyst",
            reason: "two registers",
            recorded: "2026-01-02T03:04:05.678Z"
        )
        let reporter = try reporter(JudgementApplied(judgement: judgement))
        let one = try await reporter.get("/api/v1/judgements/j-7").decode(Judgement.self)
        #expect(one == judgement)
        let undo = #"{"action": "undo", "undoes": "j-7", "author": "A", "reason": "r"}"#
        #expect(try await reporter.post("/api/v1/judgements", undo).status == 201)
    }
}
