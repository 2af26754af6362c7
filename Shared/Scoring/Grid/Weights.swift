import Evidence

/// The weight of each function and factor under one profile.
package struct Weights: Hashable, Sendable {
    /// In the order of ``GovernmentFunction``'s cases; they sum to 1.
    package var functions: [Double]
    /// Of each score they sum to 1.
    package var factors: [Factor: Double]

    /// The weights of a profile.
    ///
    /// Where the profile weighs objectives, an objective's weight is split over its factors of the
    /// score in proportion to their weights under `prior`, and the weights of the objectives that
    /// the score covers are scaled to sum to 1.
    package init(_ methodology: Methodology, profile: String) {
        functions = GovernmentFunction.allCases.map {
            methodology.functionWeights[$0, default: 0]
        }
        factors = [:]
        let rule = methodology.profiles[profile]
        for dimension in Dimension.allCases {
            let own = Self.weights(of: dimension.factors, methodology, rule)
            factors.merge(own) { first, _ in first }
        }
    }

    private static func weights(
        of factors: [Factor],
        _ methodology: Methodology,
        _ rule: Methodology.WeightProfile?
    ) -> [Factor: Double] {
        var weights: [Factor: Double] = [:]
        func prior(_ factor: Factor) -> Double { methodology.factors[factor]?.weight ?? 0 }
        func objective(_ factor: Factor) -> Int { methodology.factors[factor]?.objective ?? 0 }
        for factor in factors {
            if rule?.isEqual == true {
                weights[factor] = 1 / Double(factors.count)
            } else if let objectives = rule?.objectives {
                let siblings = factors.filter { objective($0) == objective(factor) }
                let sum = siblings.reduce(0) { $0 + prior($1) }
                let share = sum > 0 ? prior(factor) / sum : 0
                weights[factor] = objectives[objective(factor), default: 0] * share
            } else {
                weights[factor] = prior(factor)
            }
        }
        let total = factors.reduce(0) { $0 + weights[$1, default: 0] }
        guard total > 0 else { return weights }
        return weights.mapValues { $0 / total }
    }
}
