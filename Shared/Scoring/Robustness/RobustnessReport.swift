package import Evidence

/// What a ``RobustnessStudy`` finds, for whoever asks how far ranks and scores can be relied on.
package struct RobustnessReport: Codable, Hashable, Sendable {
    package var asOf: PartialDate
    package var methodology: String
    package var profile: String
    /// How far each rank by D moves under drawn weights and variations of τ, status and reach.
    package var rankIntervals: [RankIntervals.Entry]
    /// The ranks under other aggregations, by score.
    package var alternatives: [Dimension.RawValue: AlternativeRankings]
    /// The pairs whose order no admissible weights turn round, by score.
    package var dominance: [Dimension.RawValue: [Dominance.Pair]]
    /// What the indices of ``sensitivities`` are of, in their order.
    package var inputs: [String]
    /// First-order and total indices of each government's D, L and rank.
    package var sensitivities: [Sensitivity]

    /// Computes everything; of a thousand ranked governments it takes minutes.
    package init(of evidence: EvidenceBase, engine: ScoringEngine, asOf: PartialDate) {
        let study = RobustnessStudy(of: evidence, engine: engine, asOf: asOf)
        self.asOf = asOf
        methodology = engine.methodology.version
        profile = engine.profile
        rankIntervals = study.rankIntervals().entries
        alternatives = [:]
        dominance = [:]
        for dimension in Dimension.allCases {
            alternatives[dimension.rawValue] = study.alternativeRankings(dimension)
            dominance[dimension.rawValue] = study.dominance(dimension).pairs
        }
        inputs = Sensitivity.inputs
        sensitivities = study.sensitivities()
    }
}
