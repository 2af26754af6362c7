package import Evidence

/// Whom a name names, as far as the catalogue tells.
package struct NameResolution: Hashable, Sendable {
    package var decision: NameComparison.Decision
    /// The best first; more than one where the choice is close.
    package var candidates: [Candidate]

    /// The entity, where the decision is that it is the same.
    package var entity: EntityID? { decision == .same ? candidates.first?.entity : nil }

    package init(decision: NameComparison.Decision, candidates: [Candidate]) {
        self.decision = decision
        self.candidates = candidates
    }

    package struct Candidate: Hashable, Sendable {
        package var entity: EntityID
        package var comparison: NameComparison

        package init(entity: EntityID, comparison: NameComparison) {
            self.entity = entity
            self.comparison = comparison
        }
    }
}
