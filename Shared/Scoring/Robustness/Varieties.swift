import Evidence

/// The same governments in the same order under each variation of τ, status and reach.
struct Varieties: Sendable {
    /// The published one first, then in the order of the variations.
    let all: [[ExposureProfile]]
    private let places: [Variation: Int]

    var published: [ExposureProfile] { all[0] }

    init(
        of subjects: [EntityID],
        in evidence: EvidenceBase,
        engine: ScoringEngine,
        asOf: PartialDate
    ) {
        let variations = engine.methodology.robustness.variations
        places = Dictionary(
            variations.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        all = variations.map { variation in
            let varied = ScoringEngine(
                methodology: engine.methodology.varied(by: variation),
                profile: engine.profile,
                mutation: engine.mutation
            )
            return subjects.map { subject in
                varied.assess(subject, in: evidence, asOf: asOf).map(ExposureProfile.init)
                    ?? ExposureProfile.empty(subject)
            }
        }
    }

    /// The governments under one of the variations; under another, as published.
    func profiles(under variation: Variation) -> [ExposureProfile] {
        all[places[variation] ?? 0]
    }
}
