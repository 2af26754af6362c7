import Contracts
import Evidence
import Scoring
import Testing

@testable import RiskScorer

struct RescoringTests {
    /// A scorer that knows two governments with the same vendor.
    private func scorer(alerts: [AlertRule] = []) async throws -> ScorerUnderTest {
        let scorer = try ScorerUnderTest(alerts: alerts)
        for entity in Registry.entities { try scorer.feed(entity) }
        try scorer.feed(
            ClaimAsserted(claim: Registry.deployment(1, to: "xa", by: "vendor")),
            ClaimAsserted(claim: Registry.deployment(2, to: "xb", by: "vendor"))
        )
        try await scorer.work()
        return scorer
    }

    @Test func `a claim is scored with its batch, and for its own government`() async throws {
        let scorer = try await scorer()
        _ = try scorer.published()
        try scorer.feed(ClaimAsserted(claim: Registry.deployment(3, to: "xb", by: "own", .health)))
        #expect(try scorer.published().scores.map(\.subject) == ["xb"])
        #expect(scorer.handler.figures.due == 0)
    }

    @Test func `what others own is scored behind, and not told as done before that`() async throws {
        let scorer = try await scorer()
        _ = try scorer.published()
        let before = try scorer.toldPosition()
        let sold = Registry.entity(
            "vendor",
            .company,
            of: "XC",
            heldBy: [Holding(holder: "xa", means: .sole)]
        )
        try scorer.feed(EntityChanged(entity: sold))
        #expect(try scorer.published().scores.isEmpty)
        #expect(scorer.handler.figures.due == 2)
        #expect(try scorer.toldPosition() == before)
        try await scorer.work()
        #expect(try scorer.published().scores.map(\.subject) == ["xa", "xb"])
        #expect(try scorer.toldPosition() == before + 1)
    }

    @Test func `a crash between keeps what is due`() async throws {
        let scorer = try await scorer()
        let before = try scorer.toldPosition()
        let sold = Registry.entity(
            "vendor",
            .company,
            of: "XC",
            heldBy: [Holding(holder: "xa", means: .sole)]
        )
        try scorer.feed(EntityChanged(entity: sold))
        _ = try scorer.published()
        let again = try ScorerUnderTest(after: scorer)
        #expect(try again.toldPosition() == before)
        try await again.work()
        #expect(try again.published().scores.map(\.subject) == ["xa", "xb"])
        #expect(try again.toldPosition() == before + 1)
    }

    @Test func `a score comes with what moved it and by which claims`() async throws {
        let scorer = try await scorer()
        let first = try #require(try scorer.published().scores.first { $0.subject == "xb" })
        #expect(first.change?.scores.allSatisfy { $0.before == nil } == true)
        let claim = Registry.claim(
            7,
            .statement(Statement(kind: .migrationDifficulty, subject: "xb"))
        )
        try scorer.feed(ClaimAsserted(claim: claim))
        let second = try #require(try scorer.published().scores.first)
        let change = try #require(second.change)
        #expect(change.causes == [.evidence])
        #expect(change.claimsGained == [claim.id])
        let lockIn = try #require(change.scores.first { $0.dimension == .lockIn })
        #expect(lockIn.parts.contains { $0.factor == .l4 && $0.claims == [claim.id] })
        let data = try #require(change.scores.first { $0.dimension == .dataSovereignty })
        #expect(data.parts.isEmpty)
        #expect(second.rests == ["entity-registry": 8])
    }

    @Test func `another methodology scores anew under its own version`() async throws {
        let scorer = try await scorer()
        _ = try scorer.published()
        var methodology = try Methodology.bundled()
        methodology.version = "next"
        let next = try ScorerUnderTest(after: scorer, methodology: methodology)
        try await next.work()
        let scores = try next.published().scores
        #expect(scores.map(\.subject) == ["xa", "xb"])
        #expect(scores.allSatisfy { $0.change?.causes == [.methodology] })
        #expect(scores.allSatisfy { $0.assessment?.methodology == "next" })
    }

    @Test func `a start without news publishes nothing`() async throws {
        let scorer = try await scorer()
        _ = try scorer.published()
        let again = try ScorerUnderTest(after: scorer)
        try await again.work()
        #expect(try again.published().isEmpty)
    }
}
