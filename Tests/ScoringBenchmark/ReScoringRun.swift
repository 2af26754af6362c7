import Evidence
import Scoring

/// Times how long one more claim about a deployment takes until its governments are scored anew.
///
/// Every subject has ten claims and has been scored; then claims come one by one, each about another
/// government, a country or a city, and each is scored before the next.
struct ReScoringRun {
    /// Milliseconds of each claim, in order.
    let milliseconds: [Double]
    /// How many governments the claims re-scored.
    let rescoredCount: Int

    init(subjects: Int, claims: Int, engine: ScoringEngine, random: RandomEvidence) {
        var scorer = IncrementalScorer(
            EvidenceBase(entities: random.entities, claims: random.claims),
            engine: engine,
            asOf: PartialDate(year: 2026)
        )
        while !scorer.rescoreReached(limit: 1000).isEmpty {}
        var random = random
        let start = random.claims.count
        var milliseconds: [Double] = []
        var rescoredCount = 0
        for index in 0..<claims {
            let government = index &* 7919 % subjects
            let claim = random.deploymentClaim(start + index, about: government)
            let began = ContinuousClock.now
            scorer.insert(claim)
            rescoredCount += scorer.rescoreTouched().count
            milliseconds.append((ContinuousClock.now - began) / .milliseconds(1))
        }
        self.milliseconds = milliseconds
        self.rescoredCount = rescoredCount
    }

    /// The share of the claims that took no longer than this, in milliseconds.
    func quantile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
