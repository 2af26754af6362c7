package import Evidence

/// What a scenario would change for one government.
package struct ScenarioComparison: Codable, Hashable, Sendable {
    package var subject: EntityID
    package var name: String
    package var before: [Dimension.RawValue: Ranking.Figures]
    package var after: [Dimension.RawValue: Ranking.Figures]
    /// The systems that would stop, by what is told of them now.
    package var stopping: [StoppingSystem]
    /// The functions that no known system would serve any more.
    package var functionsLeft: [GovernmentFunction]
}

/// A system that would stop.
package struct StoppingSystem: Codable, Hashable, Sendable {
    package var id: String
    package var recipient: EntityID
    package var system: String
    package var category: SystemCategory?
    package var suppliers: [EntityID]
    package var operators: [EntityID]
    package var functions: [GovernmentFunction]
    /// Who else is known to supply systems of its kind, nearest first, cut at the limit; empty
    /// where nobody is known, which does not say that there is nobody.
    package var alternatives: [Alternative]

    /// A supplier of such systems that does not belong to the vendor, for all of one corporate parent.
    package struct Alternative: Codable, Hashable, Sendable {
        package var supplier: EntityID
        package var name: String
        /// Whether it supplies this government already.
        package var isHere: Bool
        /// Whether it is controlled from abroad; `nil` where that is not known.
        package var isForeign: Bool?
        /// How many governments it and its sisters supply with such systems.
        package var governments: Int
    }
}

extension ScenarioComparison {
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
        var scorer = IncrementalScorer(evidence, engine: engine, asOf: asOf)
        _ = scorer.rescoreReached(limit: .max)
        return compare(scenario, on: scorer)
    }

    /// Compares on evidence that is scored already: only what the scenario touches is scored anew.
    package static func compare(
        _ scenario: Scenario,
        on scorer: IncrementalScorer
    ) -> [ScenarioComparison] {
        let market = SupplierMarket(scorer.evidence, engine: scorer.engine, asOf: scorer.asOf)
        let gone = scenario.leavingVendor.map { market.companies(under: $0) } ?? []
        let changes = scenario.changes(in: scorer.evidence, companies: gone)
        var changed = scorer
        for entity in changes.entities { changed.insert(entity) }
        for claim in changes.claims { changed.insert(claim) }
        let rescored = changed.rescoreTouched() + changed.rescoreReached(limit: .max)
        return rescored.sorted { $0.subject < $1.subject }.compactMap { result in
            let before = scorer.engine.assess(
                result.subject,
                in: scorer.evidence,
                asOf: scorer.asOf
            )
            guard before != result.assessment else { return nil }
            return ScenarioComparison(
                subject: result.subject,
                name: scorer.evidence.entity(result.subject)?.name ?? result.subject.rawValue,
                before: figures(before),
                after: figures(result.assessment),
                stopping: before.map { market.stopping(in: $0, without: gone) } ?? [],
                functionsLeft: functionsLeft(before, result.assessment)
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

    private static func functionsLeft(
        _ before: Assessment?,
        _ after: Assessment?
    ) -> [GovernmentFunction] {
        func served(_ assessment: Assessment?) -> Set<GovernmentFunction> {
            let running = (assessment?.deployments ?? []).filter {
                $0.kind == .deployment && $0.isEvidenced && $0.statusWeight > 0
            }
            return Set(running.flatMap(\.functions).filter { $0.reach > 0 }.map(\.function))
        }
        let left = served(before).subtracting(served(after))
        return GovernmentFunction.allCases.filter(left.contains)
    }
}

extension Scenario {
    /// The vendor that the scenario takes away.
    fileprivate var leavingVendor: EntityID? {
        switch self {
        case .vendorUnable(let vendor, _): vendor
        default: nil
        }
    }
}
