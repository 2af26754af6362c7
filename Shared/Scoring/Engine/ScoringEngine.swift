package import Evidence

/// Computes assessments under one methodology and one weight profile.
///
/// Assessing is a pure function of the set of claims and entities and of the date.
package struct ScoringEngine: Sendable {
    package let methodology: Methodology
    /// The weight profile's name.
    package let profile: String
    /// A rule that a test breaks on purpose; `nil` in the product.
    package let mutation: Mutation?
    /// Those of the profile.
    package let weights: Weights
    /// The profiles that weigh the official objectives, in the order of their names.
    let officialWeights: [(profile: String, weights: Weights)]

    /// Takes a methodology and the name of one of its weight profiles.
    ///
    /// A profile that the methodology does not have is `prior`.
    package init(
        methodology: Methodology,
        profile: String = "prior",
        mutation: Mutation? = nil
    ) {
        self.methodology = methodology
        self.profile = methodology.profiles[profile] == nil ? "prior" : profile
        self.mutation = mutation
        weights = Weights(methodology, profile: self.profile)
        officialWeights = methodology.profiles.filter { $0.value.objectives != nil }.keys.sorted()
            .map { ($0, Weights(methodology, profile: $0)) }
    }

    /// Assesses one government.
    ///
    /// - Parameters:
    ///   - subject: A country, a territory or a public body.
    ///   - evidence: Everything that is known.
    ///   - asOf: The date to judge at; what was published or happened after it does not count.
    /// - Returns: `nil` where the subject is not a known government, or nothing is said of it.
    package func assess(
        _ subject: EntityID,
        in evidence: EvidenceBase,
        asOf: PartialDate
    ) -> Assessment? {
        assess(subject, in: EvidenceView(evidence), asOf: asOf)
    }

    /// Assesses one government, looking at the evidence through a view.
    func assess(_ subject: EntityID, in evidence: EvidenceView, asOf: PartialDate) -> Assessment? {
        guard let around = Surroundings(subject, evidence, engine: self, asOf: asOf) else {
            return nil
        }
        let inventory = Inventory(around)
        guard !inventory.isEmpty else { return nil }
        return AssessmentAssembly(engine: self, around: around, inventory: inventory).assessment()
    }
}
