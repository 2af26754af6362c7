package import Evidence

/// Everything that is published, in a fixed order and form, at a given date.
///
/// Its bytes depend on the set of claims and entities, the methodology, the profile and the date,
/// and on nothing else: no time of processing, no position, no history.
package struct CanonicalReport: Codable, Hashable, Sendable {
    package var methodology: String
    package var profile: String
    package var asOf: PartialDate
    package var ranking: Ranking
    /// In the order of the subjects' ids.
    package var assessments: [Assessment]
    /// In the order of their ids, each with its quote.
    package var claims: [Claim]

    /// Assembles the report from assessments made under one methodology, profile and date.
    package init(
        methodology: String,
        profile: String,
        asOf: PartialDate,
        assessments: some Sequence<Assessment>,
        claims: some Sequence<Claim>
    ) {
        self.methodology = methodology
        self.profile = profile
        self.asOf = asOf
        self.assessments = assessments.sorted { $0.subject < $1.subject }
        ranking = Ranking(self.assessments)
        self.claims = claims.sorted { $0.id < $1.id }
    }

    /// Assesses every subject and reports it.
    package init(_ evidence: EvidenceBase, engine: ScoringEngine, asOf: PartialDate) {
        let ground = CommonGround(engine, asOf: asOf, evidence: EvidenceView(evidence))
        self.init(
            methodology: engine.methodology.version,
            profile: engine.profile,
            asOf: asOf,
            assessments: evidence.subjects().compactMap { engine.assess($0, on: ground) },
            claims: evidence.claims
        )
    }

    /// The report as UTF-8 JSON: sorted keys, numbers at 6 decimals at most, a final newline.
    package func encoded() throws -> [UInt8] {
        try CanonicalJSON.encode(self) + [0x0A]
    }
}
