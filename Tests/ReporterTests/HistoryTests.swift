import Contracts
import Evidence
import Foundation
import Scoring
import Testing

@testable import Reporter

struct HistoryTests {
    private let world = SampleWorld()

    /// A reporter that has read the sample's documents and claims, and these scores.
    private func reporter(_ scores: [any Message]) throws -> ReporterUnderTest {
        let journals = try SampleJournals(world)
        let reporter = try ReporterUnderTest()
        try reporter.feed(journals.ingestion + journals.registry)
        try reporter.feed(SampleJournals.scorer(scores))
        return reporter
    }

    /// The assessment of the sample's first country with some of its claims.
    private func assessment(claims: Int, asOf: PartialDate = SampleWorld.asOf) throws -> Assessment
    {
        let evidence = EvidenceBase(
            entities: world.entities,
            claims: world.claims.suffix(claims)
        )
        let engine = ScoringEngine(methodology: try .bundled())
        return try #require(engine.assess("xa", in: evidence, asOf: asOf))
    }

    private func change(_ before: Assessment?, _ after: Assessment?) -> ScoreChanged {
        ScoreChanged(
            subject: "xa",
            assessment: after,
            rests: ["entity-registry": 5],
            change: AssessmentChange(from: before, to: after)
        )
    }

    @Test func `every score is kept with what moved it, the latest first`() async throws {
        let (few, all) = (try assessment(claims: 1), try assessment(claims: 5))
        let reporter = try reporter([change(nil, few), change(few, all), change(all, nil)])
        let items = try await reporter.get("/api/v1/subjects/xa/history").items()
        #expect(items.map { $0["sequence"] as? Int } == [3, 2, 1])
        #expect(items[0]["methodology"] is NSNull)
        #expect(items[1]["methodology"] as? String == all.methodology)
        #expect(items[1]["rests"] as? [String: Int] == ["entity-registry": 5])
        let claims = try #require(items[1]["claims"] as? [String])
        #expect(Set(claims) == Set(all.allClaims.map(\.rawValue)))
        let moved = try #require(items[1]["change"] as? [String: Any])
        #expect(moved["causes"] as? [String] == ["evidence"])
        let gained = all.allClaims.subtracting(few.allClaims)
        #expect(Set(moved["claimsGained"] as? [String] ?? []) == Set(gained.map(\.rawValue)))
    }

    @Test func `another day alone makes no entry`() async throws {
        let first = try assessment(claims: 5)
        let later = try assessment(claims: 5, asOf: PartialDate(year: 2026, month: 1, day: 9))
        let reporter = try reporter([change(nil, first), change(first, later)])
        let items = try await reporter.get("/api/v1/subjects/xa/history").items()
        #expect(items.count == 1)
        #expect(items[0]["asOf"] as? String == "2026-01-01")
        #expect(items[0]["asOfLast"] as? String == "2026-01-09")
    }

    @Test func `a new methodology leaves what the old one gave`() async throws {
        let old = try assessment(claims: 5)
        var new = old
        new.methodology = "next"
        let reporter = try reporter([change(nil, old), change(old, new)])
        let path = "/api/v1/subjects/xa/history"
        #expect(try await reporter.get(path).items().count == 2)
        let past = try await reporter.get(path + "?methodology=\(old.methodology)").items()
        #expect(past.map { $0["sequence"] as? Int } == [1])
    }

    @Test func `the page tells the history with its quotes`() async throws {
        let (few, all) = (try assessment(claims: 1), try assessment(claims: 5))
        let reporter = try reporter([change(nil, few), change(few, all)])
        let page = try await reporter.page("/subjects/xa").text
        #expect(page.contains("id=\"history\""))
        #expect(page.contains("first score"))
        let d = Figure.oneDecimal(all.dataSovereignty.evidenced)
        #expect(page.contains("\(Figure.oneDecimal(few.dataSovereignty.evidenced)) → \(d)"))
    }

    @Test func `a government that no score was published of is not found`() async throws {
        let reporter = try reporter([])
        #expect(try await reporter.get("/api/v1/subjects/xa/history").status == 404)
    }

    @Test func `the first page lists the latest alerts, and says how many stand`() async throws {
        let all = try assessment(claims: 5)
        var alerts: [any Message] = [change(nil, all)]
        for number in 1...12 {
            var alert = SampleJournals.alert(of: all)
            alert.id = "a-\(number)"
            alerts.append(alert)
        }
        let page = try await reporter(alerts).page("/").text
        #expect(page.components(separatedBy: "at or above 1.0").count - 1 == 10)
        #expect(page.contains("12 alerts stand; the latest 10 are listed."))
    }

    @Test func `an alert stands on the pages until it is cleared`() async throws {
        let all = try assessment(claims: 5)
        let raised = SampleJournals.alert(of: all)
        let score = change(nil, all)
        let open = try reporter([score, raised])
        #expect(try await open.page("/").text.contains("at or above 1.0"))
        #expect(try await open.page("/subjects/xa").text.contains("Alert: D is at"))
        let cleared = AlertCleared(
            id: raised.id,
            subject: "xa",
            rule: "high",
            reason: .over,
            value: 0.5,
            asOf: SampleWorld.asOf,
            rests: [:]
        )
        let past = try reporter([score, raised, cleared])
        #expect(try await past.page("/").text.contains("None stands."))
        #expect(try await past.get("/api/v1/alerts?open=true").items().isEmpty)
        let items = try await past.get("/api/v1/alerts?open=false&subject=xa").items()
        #expect(items.map { $0["reason"] as? String } == ["over"])
        #expect(try await past.get("/api/v1/alerts?format=csv").text.contains("a-high-xa-1"))
    }
}
