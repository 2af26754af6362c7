package import Evidence

/// How far published ranks and scores rest on choices that could have been made otherwise.
///
/// Everything is seeded by the methodology's version, so the same evidence gives the same study. It
/// assesses every ranked government once under each variation of τ, status and reach, and is meant
/// to run apart from the scores.
package struct RobustnessStudy: Sendable {
    /// The ranked governments in the order of ids, as published.
    package let profiles: [ExposureProfile]
    private let varieties: Varieties
    private let engine: ScoringEngine

    /// Assesses what is needed.
    ///
    /// - Parameters:
    ///   - evidence: Everything that is known.
    ///   - engine: The methodology and profile.
    ///   - asOf: The date to judge at.
    package init(of evidence: EvidenceBase, engine: ScoringEngine, asOf: PartialDate) {
        self.engine = engine
        let ranked = evidence.subjects().filter {
            engine.assess($0, in: evidence, asOf: asOf)?.isRanked == true
        }
        varieties = Varieties(of: ranked, in: evidence, engine: engine, asOf: asOf)
        profiles = varieties.published
    }

    private var settings: RobustnessSettings { engine.methodology.robustness }
    private var seed: String { engine.methodology.version }

    /// How far each rank by D moves under drawn weights and variations.
    package func rankIntervals() -> RankIntervals {
        RankIntervals(
            varieties: varieties.all,
            weights: engine.weights,
            seed: seed,
            draws: settings.draws,
            spread: settings.weights
        )
    }

    /// The ranks under other aggregations.
    package func alternativeRankings(_ dimension: Dimension) -> AlternativeRankings {
        AlternativeRankings(
            of: profiles,
            dimension,
            weights: engine.weights,
            breaking: engine.mutation
        )
    }

    /// Whose order no admissible weights turn round.
    package func dominance(_ dimension: Dimension) -> Dominance {
        Dominance(
            among: profiles,
            dimension,
            weights: engine.weights,
            spread: settings.weights,
            breaking: engine.mutation
        )
    }

    /// What each government's D, L and rank are sensitive to.
    package func sensitivities() -> [Sensitivity] {
        Sensitivity.all(
            varieties,
            weights: engine.weights,
            settings: settings,
            seed: seed,
            breaking: engine.mutation
        )
    }
}
