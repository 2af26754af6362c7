import Evidence
import Foundation
import Messaging
import Scoring
import TestSupport
import Testing

@testable import Reporter

struct ReadModelTests {
    @Test(arguments: 0..<6)
    func `any interleaving of the sources gives the same answers`(_ seed: UInt64) async throws {
        let journals = try SampleJournals(SampleWorld())
        let expected = try await Self.answers(try Self.reporter(journals.all, batch: 50))
        var generator = SplitMix64(seed: seed)
        let batch = Int.random(in: 1...7, using: &generator)
        let shuffled = try Self.reporter(journals.shuffled(&generator), batch: batch)
        #expect(try await Self.answers(shuffled) == expected)
    }

    @Test func `the report is what the engine makes of the same evidence`() async throws {
        let world = SampleWorld()
        let reporter = try ReporterUnderTest(world)
        let report = CanonicalReport(
            world.evidence(),
            engine: ScoringEngine(methodology: try .bundled()),
            asOf: SampleWorld.asOf
        )
        let expected = String(decoding: try report.encoded(), as: UTF8.self)
        #expect(try await reporter.get("/api/v1/report").text == expected)
        #expect(try await reporter.get("/api/v1/report?as-of=2026-01-01").text == expected)
        #expect(try await reporter.get("/api/v1/report?profile=prior").text == expected)
    }

    @Test func `a report for another day or profile is computed anew`() async throws {
        let world = SampleWorld()
        let reporter = try ReporterUnderTest(world)
        let report = CanonicalReport(
            world.evidence(),
            engine: ScoringEngine(methodology: try .bundled(), profile: "equal"),
            asOf: PartialDate(year: 2030, month: 5, day: 6)
        )
        let answer = try await reporter.get("/api/v1/report?as-of=2030-05-06&profile=equal")
        #expect(answer.text == String(decoding: try report.encoded(), as: UTF8.self))
    }

    @Test func `a report is made again once something has changed`() async throws {
        let journals = try SampleJournals(SampleWorld())
        let reporter = try ReporterUnderTest()
        let half = journals.registry.count / 2
        try reporter.feed(Array(journals.registry.prefix(half)))
        let before = try await reporter.get("/api/v1/report").text
        #expect(try await reporter.get("/api/v1/report").text == before)
        try reporter.feed(Array(journals.registry.dropFirst(half)))
        #expect(try await reporter.get("/api/v1/report").text != before)
    }

    @Test(arguments: [
        ("ingestion", "documents"), ("entity-registry", "claims"), ("risk-scorer", "subjects"),
    ])
    func `a source that begins again is forgotten alone, and can be read again`(
        _ source: String,
        _ list: String
    ) async throws {
        let journals = try SampleJournals(SampleWorld())
        let reporter = try Self.reporter(journals.all, batch: 50)
        let whole = try await Self.answers(reporter)
        try reporter.reset(source)
        for name in ["documents", "claims", "subjects"] {
            let total = try await reporter.get("/api/v1/\(name)").json()["total"] as? Int
            #expect((total == 0) == (name == list))
        }
        try reporter.feed(journals.all.filter { $0.source == source })
        #expect(try await Self.answers(reporter) == whole)
    }

    @Test func `an event that cannot be read is set aside and counted`() async throws {
        let journals = try SampleJournals(SampleWorld())
        let reporter = try Self.reporter(journals.all, batch: 50)
        var broken = journals.registry[0]
        broken.sequence = 1000
        broken.bytes = broken.bytes.prefix(broken.bytes.count / 2)
        try reporter.feed([broken])
        let positions = try await reporter.get("/api/v1/positions")
        #expect(try positions.decode(PositionsAnswer.self).deadLetters == 1)
        let items = try await reporter.get("/api/v1/dead-letters").items()
        #expect(items.first?["sequence"] as? Int == 1000)
    }

    @Test func `positions tell what is committed and what each service said last`() async throws {
        let journals = try SampleJournals(SampleWorld())
        let reporter = try Self.reporter(journals.ingestion, batch: 50)
        let position = StreamPosition(epoch: "e", sequence: 7, chain: .init())
        let heartbeat = Heartbeat(
            source: "entity-registry",
            standing: LogStanding(epoch: "r", head: 12, positions: ["ingestion": position]),
            time: .init(timeIntervalSince1970: 0)
        )
        reporter.heartbeats.hear(heartbeat)
        let answer = try await reporter.get("/api/v1/positions").decode(PositionsAnswer.self)
        let last = try #require(journals.ingestion.last)
        #expect(
            answer.processed == ["ingestion": .init(epoch: last.epoch, sequence: last.sequence)]
        )
        #expect(answer.sources["entity-registry"] == heartbeat)
        #expect(answer.sources["risk-scorer"] == .some(nil))
    }

    // MARK: - Support

    private static func reporter(
        _ events: [ReceivedEvent],
        batch: Int
    ) throws -> ReporterUnderTest {
        let reporter = try ReporterUnderTest()
        try reporter.feed(events, batch: batch)
        return reporter
    }

    private static func answers(_ reporter: ReporterUnderTest) async throws -> [String] {
        var answers: [String] = []
        for path in [
            "report", "documents", "claims", "entities", "subjects", "subjects/xa", "alerts",
            "subjects/xa/history",
        ] {
            answers.append(try await reporter.get("/api/v1/\(path)").text)
        }
        return answers
    }
}
