import Contracts
import Evidence
import Scoring
import Testing

@testable import RiskScorer

struct AlertWatchTests {
    private let rule = AlertRule(id: "control", condition: .foreignControl([.health]), calm: 2)

    private func scorer(_ rules: [AlertRule]) throws -> ScorerUnderTest {
        let scorer = try ScorerUnderTest(alerts: rules)
        for entity in Registry.entities { try scorer.feed(entity) }
        return scorer
    }

    @Test func `control from abroad of a critical function raises an alert with its claims`() throws
    {
        let scorer = try scorer([rule])
        try scorer.feed(ClaimAsserted(claim: Registry.deployment(1, to: "xa", by: "own")))
        #expect(try scorer.published().raised.isEmpty)
        let claim = Registry.deployment(2, to: "xa", by: "vendor", .health)
        try scorer.feed(ClaimAsserted(claim: claim))
        let alert = try #require(try scorer.published().raised.first)
        #expect(alert.subject == "xa")
        #expect(alert.rule == "control")
        #expect(alert.value == 4)
        #expect(alert.claims == [claim.id])
        #expect(alert.functions == [.health])
    }

    @Test func `a claim that comes and goes raises one alert`() throws {
        let scorer = try scorer([rule])
        try scorer.feed(ClaimAsserted(claim: Registry.deployment(1, to: "xa", by: "own")))
        let claim = Registry.deployment(2, to: "xa", by: "vendor", .health)
        for _ in 0..<4 {
            try scorer.feed(ClaimAsserted(claim: claim))
            try scorer.feed(
                ClaimRetracted(id: claim.id, document: claim.quote.document, reason: .reread)
            )
        }
        #expect(try scorer.published().raised.count == 1)
        let last = Registry.deployment(3, to: "xa", by: "own", .education)
        try scorer.feed(ClaimAsserted(claim: last))
        let told = try scorer.published()
        #expect(told.cleared.map(\.reason) == [.over])
        #expect(told.cleared.map(\.id) == ["a-control-xa-1"])
    }

    @Test func `a restart raises nothing again, and a rule that is gone clears its alerts`() throws
    {
        let scorer = try scorer([rule])
        try scorer.feed(ClaimAsserted(claim: Registry.deployment(1, to: "xa", by: "vendor")))
        #expect(try scorer.published().raised.count == 1)
        let again = try ScorerUnderTest(after: scorer, alerts: [rule])
        let other = Registry.deployment(2, to: "xa", by: "own", .education)
        try again.feed(ClaimAsserted(claim: other))
        #expect(try again.published().raised.isEmpty)
        let without = try ScorerUnderTest(after: again)
        #expect(try without.published().cleared.map(\.reason) == [.ruleGone])
    }

    @Test func `a government that nothing is said of any more has no alert`() throws {
        let scorer = try scorer([rule])
        let claim = Registry.deployment(1, to: "xa", by: "vendor")
        try scorer.feed(ClaimAsserted(claim: claim))
        try scorer.feed(
            ClaimRetracted(id: claim.id, document: claim.quote.document, reason: .forgotten)
        )
        #expect(try scorer.published().cleared.map(\.reason) == [.unassessed])
    }
}
