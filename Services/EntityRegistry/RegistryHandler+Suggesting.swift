import Contracts
import Evidence
import GRDB
import Gazetteer
import Messaging
import Reading

/// Suggesting whom entities that texts brought up may be, for people to judge.
///
/// Nothing is merged by it: of the derived names that comparison found to be the same as a curated
/// one, two in five were not, in documents that nobody had compared before.
extension RegistryHandler {
    /// How many entities are compared in one transaction.
    private static let batchSize = 64
    /// How many candidates are suggested at the most.
    private static let candidatesMax = 3

    /// Compares the next entities that wait.
    ///
    /// - Returns: Whether there were any.
    func suggestNext(_ resolver: NameResolver, _ catalogue: Catalogue) async throws -> Bool {
        try await pool.write { db in
            try SuggestionRows.awaitAll(unlessDoneWith: catalogue.version, db)
            let entities = try SuggestionRows.next(Self.batchSize, db)
            guard !entities.isEmpty else { return false }
            let judged = try JudgementRows.pairs(db)
            for entity in entities {
                let suggestion = suggestion(for: entity, resolver, catalogue, judged)
                guard let event = try SuggestionRows.replace(suggestion, db) else { continue }
                // Whom no document names yet must be known to be judged.
                let others = suggestion.candidates.compactMap { catalogue.entity($0.entity) }
                let known = try EntityRows.vouch(for: closure(of: others, catalogue), db)
                try publish(known + [event], db)
            }
            return true
        }
    }

    private func suggestion(
        for entity: Entity,
        _ resolver: NameResolver,
        _ catalogue: Catalogue,
        _ judged: Set<Set<EntityID>>
    ) -> ResolutionSuggested {
        guard Self.isNamed(entity.kind) else {
            return ResolutionSuggested(entity: entity.id, candidates: [])
        }
        let home = entity.jurisdiction.map { EntityID.country($0) }
        let resolution = resolver.resolve(entity.name, country: home)
        let candidates = resolution.candidates.enumerated().compactMap {
            place,
            candidate -> ResolutionSuggested.Candidate? in
            guard let other = catalogue.entity(candidate.entity),
                Self.isLike(entity.kind, other.kind), !judged.contains([entity.id, other.id])
            else { return nil }
            let isSame = place == 0 && resolution.decision == .same
            return ResolutionSuggested.Candidate(
                entity: other.id,
                score: candidate.comparison.score,
                decision: isSame ? .same : .ambiguous,
                reasons: candidate.comparison.reasons
            )
        }
        return ResolutionSuggested(
            entity: entity.id,
            candidates: resolution.decision == .different
                ? [] : Array(candidates.prefix(Self.candidatesMax))
        )
    }

    /// Whether names of such an entity are compared.
    private static func isNamed(_ kind: EntityKind) -> Bool {
        switch kind {
        case .company, .stateOwnedEnterprise, .publicBody, .financier, .organization: true
        default: false
        }
    }

    /// Whether one entity can be called either: a bank may be read as a company, a person may not.
    private static func isLike(_ left: EntityKind, _ right: EntityKind) -> Bool {
        isNamed(left) && isNamed(right)
    }
}
