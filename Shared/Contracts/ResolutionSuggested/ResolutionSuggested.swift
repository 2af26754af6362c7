package import Evidence

/// Whom an entity that was derived from a text may be, of those that people vouch for.
package struct ResolutionSuggested: Message {
    package static let type = "mooring.resolution.suggested.v1"

    package var entity: EntityID
    /// The best first; none where there is nothing to suggest any more.
    package var candidates: [Candidate]

    package init(entity: EntityID, candidates: [Candidate]) {
        self.entity = entity
        self.candidates = candidates
    }

    package struct Candidate: Codable, Hashable, Sendable {
        package var entity: EntityID
        /// 0…1.
        package var score: Double
        package var decision: Decision
        /// What speaks for and against it, in words for people.
        package var reasons: [String]

        package init(entity: EntityID, score: Double, decision: Decision, reasons: [String]) {
            self.entity = entity
            self.score = score
            self.decision = decision
            self.reasons = reasons
        }
    }

    package enum Decision: String, Codable, Hashable, Sendable, CaseIterable {
        /// From 0.92 on, and ahead of all others.
        case same
        /// From 0.70 on, or others are as near.
        case ambiguous
    }
}
