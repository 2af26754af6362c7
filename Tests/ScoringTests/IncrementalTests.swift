import Evidence
import Scoring
import Testing

struct IncrementalTests {
    /// Two countries, a city, a company with its owner; everything scored.
    private func scorer() throws -> IncrementalScorer {
        var scene = Scene()
        scene.country("AA")
        scene.country("BB")
        scene.country("CC")
        scene.add("aa-city", .territory, of: "AA", within: "aa")
        scene.add("vendor", .company, of: "CC")
        scene.add("other", .company, of: "BB")
        scene.add("owner", .company, of: "BB")
        scene.deploy(to: "aa", .dataCentre, by: "vendor")
        scene.deploy(to: "aa-city", .smartCity, by: "other")
        scene.deploy(to: "bb", .dataCentre, by: "vendor")
        scene.deploy(to: "cc", .dataCentre, by: "other")
        var scorer = IncrementalScorer(scene.base, engine: try engine(), asOf: scene.asOf)
        #expect(scorer.rescoreReached(limit: 100).map(\.subject) == ["aa", "aa-city", "bb", "cc"])
        return scorer
    }

    private func claim(to recipient: EntityID) throws -> Claim {
        var scene = Scene()
        for _ in 0..<9 { scene.deploy(to: recipient, .health, by: "vendor") }
        return try #require(scene.claims.last)
    }

    @Test func `a claim about a deployment re-scores its government and what that lies in`() throws
    {
        var scorer = try scorer()
        scorer.insert(try claim(to: "aa-city"))
        #expect(scorer.rescoreTouched().map(\.subject) == ["aa", "aa-city"])
        #expect(scorer.reachedCount == 0)
        scorer.insert(try claim(to: "bb"))
        #expect(scorer.rescoreTouched().map(\.subject) == ["bb"])
        #expect(scorer.reachedCount == 0)
    }

    @Test func `a claim that says what is known already re-scores nothing`() throws {
        var scorer = try scorer()
        let claim = try claim(to: "bb")
        scorer.insert(claim)
        _ = scorer.rescoreTouched()
        scorer.insert(claim)
        #expect(scorer.touchedCount == 0)
        #expect(scorer.reachedCount == 0)
    }

    @Test func `other owners of a supplier re-score its governments in the background`() throws {
        var scorer = try scorer()
        var scene = Scene()
        scene.claim(.relation(Relation(kind: .controls, from: "owner", to: "vendor")))
        scorer.insert(try #require(scene.claims.last))
        #expect(scorer.touchedCount == 0)
        #expect(scorer.rescoreReached(limit: 1).map(\.subject) == ["aa"])
        #expect(scorer.rescoreReached(limit: 9).map(\.subject) == ["bb"])
    }

    @Test func `a government whose last claim goes loses its assessment`() throws {
        var scorer = try scorer()
        let claim = try #require(
            scorer.evidence.claims.first { $0.content.parties.first == "aa-city" }
        )
        scorer.remove(claim.id)
        let rescored = scorer.rescoreTouched()
        #expect(rescored.map(\.subject) == ["aa", "aa-city"])
        #expect(rescored.last?.assessment == nil)
        #expect(rescored.first?.assessment != nil)
    }

    @Test func `another day makes all due in the background`() throws {
        var scorer = try scorer()
        scorer.move(to: "2027-01-02")
        #expect(scorer.touchedCount == 0)
        #expect(scorer.reachedCount == 4)
    }
}
