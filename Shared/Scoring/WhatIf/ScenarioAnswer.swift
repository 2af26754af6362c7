package import Evidence

/// What a scenario would change, for whoever asked.
package struct ScenarioAnswer: Codable, Hashable, Sendable {
    package var scenario: ScenarioRequest
    package var asOf: PartialDate
    package var methodology: String
    package var profile: String
    /// The governments whose assessments would differ, in the order of their ids.
    package var governments: [ScenarioComparison]

    /// Answers a request on what is known; nothing real is touched.
    ///
    /// - Throws: ``ScenarioError`` where the request cannot be understood.
    package init(_ request: ScenarioRequest, on scorer: IncrementalScorer) throws(ScenarioError) {
        let scenario = try request.scenario(in: scorer.evidence, asOf: scorer.asOf)
        self.scenario = request
        asOf = scorer.asOf
        methodology = scorer.engine.methodology.version
        profile = scorer.engine.profile
        governments = ScenarioComparison.compare(scenario, on: scorer)
    }
}
