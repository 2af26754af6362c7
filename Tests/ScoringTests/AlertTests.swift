import Evidence
import Scoring
import Testing

struct AlertTests {
    /// An assessment with this D and nothing else.
    private func assessment(_ score: Double) -> Assessment {
        Assessment(
            subject: "aa",
            methodology: "1",
            profile: "prior",
            asOf: "2026",
            isRanked: true,
            dataSovereignty: Score(evidenced: score, hi: 100, coverage: 1),
            lockIn: Score(evidenced: 0, hi: 100, coverage: 0)
        )
    }

    private func changes(_ scores: [Double], _ condition: AlertRule.Condition) -> [AlertChange?] {
        var state = AlertState()
        let rule = AlertRule(id: "rule", condition: condition)
        return scores.map { state.take(assessment($0), under: rule) }
    }

    @Test func `a score that wavers around a threshold raises one alert`() {
        let changes = changes(
            [20, 31, 29, 31, 28, 30, 24, 31],
            .threshold(.dataSovereignty, raise: 30, clear: 25)
        )
        #expect(changes == [nil, .raised, nil, nil, nil, nil, .cleared, .raised])
    }

    @Test func `a jump is raised once and cleared when the score has stayed`() {
        let changes = changes(
            [10, 12, 25, 25, 25, 25],
            .jump(.dataSovereignty, points: 10, calm: 2)
        )
        #expect(changes == [nil, nil, .raised, nil, .cleared, nil])
    }

    @Test func `foreign control of a critical function is raised and cleared`() throws {
        let rule = AlertRule(id: "control", condition: .foreignControl([.health]))
        var state = AlertState()
        let foreign = try #require(
            Reference.donated.scene.assess(Reference.donated.subject, with: engine())
        )
        #expect(state.take(foreign, under: rule) == .raised)
        #expect(state.take(foreign, under: rule) == nil)
        #expect(state.take(assessment(0), under: rule) == .cleared)
    }

    @Test func `a floor that is reached is raised`() throws {
        let rule = AlertRule(id: "floor", condition: .floor(.dataSovereignty, level: 4))
        var state = AlertState()
        let reference = Reference.senegal
        let assessed = try #require(reference.scene.assess(reference.subject, with: engine()))
        #expect(state.take(assessed, under: rule) == .raised)
        #expect(state.take(assessment(50), under: rule) == .cleared)
    }
}
