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

    private func changes(
        _ scores: [Double],
        _ condition: AlertRule.Condition,
        calm: Int = 1,
        baseline: Int = 0
    ) -> [AlertChange?] {
        var state = AlertState()
        let rule = AlertRule(id: "rule", condition: condition, calm: calm, baseline: baseline)
        return scores.map { state.take(assessment($0), under: rule) }
    }

    @Test func `a score that wavers around a threshold raises one alert`() {
        let changes = changes(
            [20, 31, 29, 31, 28, 30, 24, 31],
            .threshold(.dataSovereignty, raise: 30, clear: 25)
        )
        #expect(changes == [nil, .raised, nil, nil, nil, nil, .cleared, .raised])
    }

    @Test func `what comes and goes raises one alert under each delivered rule`() throws {
        for rule in try AlertRules.bundled().rules {
            #expect(rule.calm > 1)
            guard rule.kind == .threshold || rule.kind == .jump else { continue }
            guard rule.dimension == .dataSovereignty else { continue }
            let usual = Array(repeating: 20.0, count: rule.baseline)
            let wavering = (0..<12).map { $0.isMultiple(of: 2) ? 60.0 : 20.0 }
            var state = AlertState()
            let told = (usual + wavering).map { state.take(assessment($0), under: rule) }
            #expect(told.compactMap(\.self) == [.raised], "\(rule.id)")
        }
    }

    @Test func `a jump is raised once and cleared when the score has stayed`() {
        let changes = changes(
            [10, 12, 25, 25, 25, 25],
            .jump(.dataSovereignty, points: 10),
            calm: 2
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

    @Test func `what comes and goes is cleared when it has stayed away`() {
        let changes = changes(
            [40, 20, 40, 20, 40, 20, 20, 40],
            .threshold(.dataSovereignty, raise: 30, clear: 25),
            calm: 2
        )
        #expect(changes == [.raised, nil, nil, nil, nil, nil, .cleared, .raised])
    }

    @Test func `a government without an assessment has no alert`() {
        let rule = AlertRule(
            id: "rule",
            condition: .threshold(.dataSovereignty, raise: 30, clear: 25),
            calm: 5
        )
        var state = AlertState()
        #expect(state.take(assessment(50), under: rule) == .raised)
        #expect(state.take(nil, under: rule) == .cleared)
        #expect(state.take(nil, under: rule) == nil)
    }

    @Test func `the delivered rules can be used`() throws {
        let rules = try AlertRules.bundled().rules
        #expect(Set(rules.map(\.kind)) == Set(AlertRule.Kind.allCases))
    }

    @Test func `a first load raises nothing by the delivered rules`() throws {
        for reference in Reference.references {
            let assessed = try #require(reference.scene.assess(reference.subject, with: engine()))
            for rule in try AlertRules.bundled().rules {
                var state = AlertState()
                #expect(state.take(assessment(0), under: rule) == nil)
                for _ in 0..<8 { #expect(state.take(assessed, under: rule) == nil) }
            }
        }
    }

    @Test func `what held at the end of the baseline is news once it has been over`() {
        let changes = changes(
            [20, 40, 41, 40, 24, 31, 20],
            .threshold(.dataSovereignty, raise: 30, clear: 25),
            baseline: 2
        )
        #expect(changes == [nil, nil, nil, nil, nil, .raised, .cleared])
    }

    @Test func `what comes after the baseline is raised`() {
        #expect(
            changes([5, 8, 40], .threshold(.lockIn, raise: 30, clear: 25), baseline: 2)
                == [nil, nil, nil]
        )
        #expect(
            changes(
                [5, 8, 40],
                .threshold(.dataSovereignty, raise: 30, clear: 25),
                baseline: 2
            ) == [nil, nil, .raised]
        )
        #expect(
            changes([5, 30, 31, 45], .jump(.dataSovereignty, points: 10), baseline: 2)
                == [nil, nil, nil, .raised]
        )
    }

    @Test func `a government that is hardly known stays within its baseline`() {
        let rule = AlertRule(
            id: "rule",
            condition: .threshold(.dataSovereignty, raise: 30, clear: 25),
            baseline: 1
        )
        var state = AlertState()
        var unranked = assessment(5)
        unranked.isRanked = false
        for _ in 0..<3 { #expect(state.take(unranked, under: rule) == nil) }
        #expect(state.take(assessment(40), under: rule) == nil)
        #expect(state.take(assessment(40), under: rule) == nil)
    }

    @Test(arguments: [
        ("{id: a, kind: threshold, score: lock-in, raise: 30, clear: 40}", "clear"),
        ("{id: a, kind: threshold, score: lock-in, raise: 30}", "clear is missing"),
        ("{id: a, kind: jump, points: 3}", "score is missing"),
        ("{id: a, kind: floor, score: lock-in, level: 5}", "1 to 4"),
        ("{id: a, kind: foreign-control, functions: []}", "functions"),
        ("{id: A b, kind: jump, score: lock-in, points: 3}", "name"),
        ("{id: a, kind: jump, score: lock-in, points: 3, calm: 0}", "calm"),
        ("{id: a, kind: jump, score: lock-in, points: 3, baseline: -1}", "baseline"),
        ("{id: a, kind: sudden}", "cannot be read"),
    ])
    func `a rule that cannot be used is refused, and why is said`(
        _ rule: String,
        _ reason: String
    ) throws {
        let error = #expect(throws: AlertRulesError.self) {
            try AlertRules(yaml: "rules: [\(rule)]")
        }
        #expect(try #require(error).description.contains(reason))
    }
}
