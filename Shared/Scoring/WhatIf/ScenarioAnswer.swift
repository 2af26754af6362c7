package import Evidence

/// What a scenario would change, for whoever asked.
package struct ScenarioAnswer: Codable, Hashable, Sendable {
    package var scenario: ScenarioRequest
    package var asOf: PartialDate
    package var methodology: String
    package var profile: String
    /// The governments whose assessments would differ, in the order of their ids.
    package var governments: [ScenarioComparison]
    /// What the entities are called that the answer names by their ids.
    package var names: [EntityID.RawValue: String]

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
        let systems = governments.flatMap(\.stopping)
        let named = Set(systems.flatMap { [$0.recipient] + $0.suppliers + $0.operators })
        names = [:]
        for id in named { names[id.rawValue] = scorer.evidence.entity(id)?.name }
    }
}
