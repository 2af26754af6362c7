package import Evidence

/// What one government's D, L and rank by D are sensitive to.
package struct Sensitivity: Codable, Hashable, Sendable {
    package var subject: EntityID
    /// Each with an index per input, in the order of ``inputs``.
    package var dataSovereignty: SensitivityIndices
    package var lockIn: SensitivityIndices
    package var rank: SensitivityIndices

    /// What is varied: the weights of the functions together, each factor's weight, τ, and the
    /// ladders of status and reach.
    package static let inputs =
        ["functions"] + Factor.allCases.map(\.rawValue) + ["admission", "status", "reach"]

    private static let sizes =
        [GovernmentFunction.allCases.count] + Factor.allCases.map { _ in 1 } + [1, 1, 1]

    /// Estimates the indices for all governments from one set of draws.
    static func all(
        _ varieties: Varieties,
        weights: Weights,
        settings: RobustnessSettings,
        seed: String,
        breaking mutation: Mutation?
    ) -> [Sensitivity] {
        let subjects = varieties.published.map(\.subject)
        let indices = SensitivityIndices.estimate(
            sizes: sizes,
            samples: settings.samples,
            seed: seed,
            breaking: mutation
        ) { coordinates in
            let moved = weights.moved(by: coordinates, spread: settings.weights)
            let ladders = coordinates.suffix(3).map(settings.offset)
            let variation = settings.variation(ladders[0], ladders[1], ladders[2])
            let profiles = varieties.profiles(under: variation)
            let exposure = profiles.map { $0.score(.dataSovereignty, moved) }
            let ranks = Ranks.falling(exposure).map(Double.init)
            return exposure + profiles.map { $0.score(.lockIn, moved) } + ranks
        }
        return subjects.indices.map { index in
            Sensitivity(
                subject: subjects[index],
                dataSovereignty: indices[index],
                lockIn: indices[index + subjects.count],
                rank: indices[index + 2 * subjects.count]
            )
        }
    }
}
