package import Evidence

extension Assessment {
    /// Every claim that the assessment names, in no order, each once.
    package var allClaims: Set<ClaimID> {
        var ids = Set(deployments.flatMap(\.claims) + context)
        for score in [dataSovereignty, lockIn] {
            ids.formUnion(score.sets.flatMap(\.claims))
            ids.formUnion((score.floor?.pins ?? []).flatMap(\.claims))
            for factor in score.contributions.flatMap(\.factors) {
                ids.formUnion(factor.deployments.flatMap(\.claims))
            }
        }
        return ids
    }
}
