package import Evidence

/// What a scenario would change for one government.
package struct ScenarioComparison: Codable, Hashable, Sendable {
    package var subject: EntityID
    package var before: [Dimension.RawValue: Ranking.Figures]
    package var after: [Dimension.RawValue: Ranking.Figures]
    /// The deployments that would stop, by what is told of them now.
    package var stopping: [AssessedDeployment]

    /// Compares every subject that a scenario would change, in the order of ids.
    ///
    /// - Parameters:
    ///   - scenario: What might happen.
    ///   - evidence: What is known; it is not changed.
    ///   - engine: The methodology and profile.
    ///   - asOf: The date to judge at.
    /// - Returns: One comparison for each government whose assessment would differ.
    package static func compare(
        _ scenario: Scenario,
        on evidence: EvidenceBase,
        engine: ScoringEngine,
        asOf: PartialDate
    ) -> [ScenarioComparison] {
        let changed = scenario.applied(to: evidence)
        let subjects = Set(evidence.subjects() + changed.subjects()).sorted()
        return subjects.compactMap { subject in
            let before = engine.assess(subject, in: evidence, asOf: asOf)
            let after = engine.assess(subject, in: changed, asOf: asOf)
            guard before != after else { return nil }
            return ScenarioComparison(
                subject: subject,
                before: figures(before),
                after: figures(after),
                stopping: stopping(scenario, before)
            )
        }
    }

    private static func figures(
        _ assessment: Assessment?
    ) -> [Dimension.RawValue: Ranking.Figures] {
        guard let assessment else { return [:] }
        var figures: [Dimension.RawValue: Ranking.Figures] = [:]
        for dimension in Dimension.allCases {
            figures[dimension.rawValue] = .init(assessment.score(dimension))
        }
        return figures
    }

    private static func stopping(
        _ scenario: Scenario,
        _ assessment: Assessment?
    ) -> [AssessedDeployment] {
        guard case .vendorUnable(let vendor, _) = scenario else { return [] }
        return (assessment?.deployments ?? []).filter {
            $0.isEvidenced && ($0.suppliers + $0.operators).contains(vendor)
        }
    }
}
