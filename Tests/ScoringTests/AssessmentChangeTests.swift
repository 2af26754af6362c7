import Evidence
import Scoring
import Testing

struct AssessmentChangeTests {
    /// A government with a foreign data centre.
    private func scene() -> Scene {
        var scene = Scene()
        for code in ["AA", "BB"] { scene.country(code) }
        scene.add("vendor", .company, of: "BB")
        scene.deploy(to: "aa", .dataCentre, by: "vendor")
        return scene
    }

    private func assess(_ scene: Scene) throws -> Assessment {
        try #require(scene.assess("aa", with: engine()))
    }

    @Test func `the parts that moved add up to what the score moved by`() throws {
        var scene = scene()
        let before = try assess(scene)
        scene.deploy(to: "aa", .health, by: "vendor") { $0.isFinanceTied = true }
        scene.state(.migrationDifficulty, about: "aa")
        let after = try assess(scene)
        let change = AssessmentChange(from: before, to: after)
        for score in change.scores {
            let moved =
                after.score(score.dimension).evidenced
                - before.score(score.dimension).evidenced
            let sum = score.parts.reduce(0) { $0 + $1.after - $1.before }
            #expect(abs(moved - sum) < 1e-4)
        }
        #expect(change.claimsGained.count == 2)
        #expect(change.claimsLost.isEmpty)
        #expect(change.causes == [.evidence])
    }

    @Test func `a claim that moves a part is named with it`() throws {
        var scene = scene()
        let before = try assess(scene)
        let claim = scene.state(.migrationDifficulty, about: "aa", functions: [.health])
        let change = AssessmentChange(from: before, to: try assess(scene))
        let parts = change.scores.flatMap(\.parts)
        #expect(parts.filter { $0.factor == .l4 }.map(\.claims) == [[claim]])
        #expect(parts.filter { $0.factor == .l4 }.map(\.function) == [.health])
    }

    @Test func `another owner moves the score by the claims that were there`() throws {
        var scene = scene()
        let before = try assess(scene)
        scene.edit("vendor") { $0.holdings = [Holding(holder: "aa", means: .sole)] }
        let change = AssessmentChange(from: before, to: try assess(scene))
        #expect(change.causes == [.evidence])
        #expect(change.claimsGained.isEmpty && change.claimsLost.isEmpty)
        #expect(change.movingClaims == scene.claims.map(\.id))
    }

    @Test func `a later date with the same scores is of the date only`() throws {
        var scene = scene()
        let before = try assess(scene)
        scene.asOf = "2027-03-01"
        let change = AssessmentChange(from: before, to: try assess(scene))
        #expect(change.isOfDateOnly)
        #expect(!AssessmentChange(from: nil, to: before).isOfDateOnly)
    }
}
