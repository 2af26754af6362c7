import Evidence

/// The statements about each entity, as claims tell them together; it remembers what it has read.
final class StatementBook {
    private let evidence: EvidenceView
    private let asOf: AsOf
    private let corroboration: Corroboration
    private let rules: [Statement.Kind: Methodology.StatementRule]
    private var remembered: [EntityID: Remembered<[ToldStatement]>] = [:]

    init(
        _ evidence: EvidenceView,
        asOf: AsOf,
        corroboration: Corroboration,
        methodology: Methodology
    ) {
        self.evidence = evidence
        self.asOf = asOf
        self.corroboration = corroboration
        rules = methodology.statements
    }

    /// What is said of an entity, in a fixed order; a measure that is not in force is left out.
    func statements(about entity: EntityID) -> [ToldStatement] {
        if let known = evidence.recalled(remembered[entity]) { return known }
        let told = evidence.noting { read(entity) }
        remembered[entity] = told
        return told.value
    }

    private func read(_ entity: EntityID) -> [ToldStatement] {
        let claims = evidence.claims(.statement, about: entity)
        if claims.isEmpty { return [] }
        var asserted: [Key: [HeldClaim]] = [:]
        var denied: [Statement.Kind: [HeldClaim]] = [:]
        for claim in claims {
            guard
                case .statement(let statement) = claim.content,
                asOf.hasReached(claim.source.published), counts(statement)
            else { continue }
            if claim.polarity == .denied {
                denied[statement.kind, default: []].append(claim)
            } else {
                let key = Key(kind: statement.kind, counterpart: statement.counterpart)
                asserted[key, default: []].append(claim)
            }
        }
        return asserted.sorted { $0.key < $1.key }.map { key, claims in
            ToldStatement(
                kind: key.kind,
                subject: entity,
                counterpart: key.counterpart,
                functions: Self.functions(of: claims),
                claims: claims,
                isAdmitted: corroboration.admits(claims)
                    && !corroboration.disputes(denied[key.kind] ?? [], against: claims)
            )
        }
    }

    private struct Key: Hashable, Comparable {
        var kind: Statement.Kind
        var counterpart: EntityID?

        static func < (left: Self, right: Self) -> Bool {
            (left.kind.rawValue, left.counterpart?.rawValue ?? "")
                < (right.kind.rawValue, right.counterpart?.rawValue ?? "")
        }
    }

    private func counts(_ statement: Statement) -> Bool {
        guard rules[statement.kind]?.needsForce == true else { return true }
        if corroboration.mutation == .plannedSafeguardsCount { return true }
        return statement.isInForce == true && asOf.hasReached(statement.date)
    }

    /// All functions that any of the claims names; `nil` as soon as one names none.
    private static func functions(of claims: [HeldClaim]) -> Set<GovernmentFunction>? {
        var all: Set<GovernmentFunction> = []
        for claim in claims {
            guard case .statement(let statement) = claim.content else { continue }
            guard let named = statement.functions, !named.isEmpty else { return nil }
            all.formUnion(named)
        }
        return all
    }
}
