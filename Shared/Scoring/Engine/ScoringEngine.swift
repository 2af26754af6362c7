package import Evidence

/// Computes assessments under one methodology and one weight profile.
package struct ScoringEngine: Sendable {
    package let methodology: Methodology
    /// The weight profile's name.
    package let profile: String

    /// Takes a methodology and the name of one of its weight profiles.
    ///
    /// A profile that the methodology does not have is `prior`.
    package init(methodology: Methodology, profile: String = "prior") {
        self.methodology = methodology
        self.profile = methodology.profiles[profile] == nil ? "prior" : profile
    }

    /// Assesses one government.
    ///
    /// - Returns: `nil` where the subject is not a known government, or nothing is said of it.
    package func assess(
        _ subject: EntityID,
        in evidence: EvidenceBase,
        asOf: PartialDate
    ) -> Assessment? {
        guard evidence.entity(subject)?.kind.isGovernment == true else { return nil }
        return Assessment(
            subject: subject,
            methodology: methodology.version,
            profile: profile,
            asOf: asOf,
            isRanked: false,
            dataSovereignty: Score(evidenced: 0, hi: 100, coverage: 0),
            lockIn: Score(evidenced: 0, hi: 100, coverage: 0)
        )
    }
}
