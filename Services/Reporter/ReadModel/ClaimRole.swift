import Evidence

/// The part that an entity plays in a claim.
enum ClaimRole: String, Codable, Hashable, Sendable, CaseIterable {
    case recipient, supplier, `operator`, financier, donor
    case from, to
    case subject, actor, counterpart
}

extension Claim.Content {
    /// Everybody that the claim names, with their part in it.
    var roles: [(entity: EntityID, role: ClaimRole)] {
        switch self {
        case .deployment(let deployment):
            [(deployment.recipient, .recipient)]
                + deployment.suppliers.map { ($0, .supplier) }
                + deployment.operators.map { ($0, .operator) }
                + deployment.financiers.map { ($0, .financier) }
                + deployment.donors.map { ($0, .donor) }
        case .relation(let relation): [(relation.from, .from), (relation.to, .to)]
        case .incident(let incident):
            [(incident.subject, .subject)]
                + [incident.actor].compactMap(\.self).map { ($0, .actor) }
        case .statement(let statement):
            [(statement.subject, .subject)]
                + [statement.counterpart].compactMap(\.self).map { ($0, .counterpart) }
        }
    }

    /// Whom the claim is about.
    var subject: EntityID {
        switch self {
        case .deployment(let deployment): deployment.recipient
        case .relation(let relation): relation.from
        case .incident(let incident): incident.subject
        case .statement(let statement): statement.subject
        }
    }
}
