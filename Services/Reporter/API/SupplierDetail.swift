import Evidence
import Foundation
import GRDB
import Scoring

/// Whom an entity supplies, runs systems for or finances.
struct SupplierDetail: Encodable, Sendable {
    var entity: Entity
    /// In the order of their ids.
    var governments: [Government]
    var names: [String: String]

    /// A government, with the deployments that the entity has a part in.
    struct Government: Encodable, Sendable {
        var subject: EntityID
        var name: String
        /// As its own assessment has them; those that are not scored are not among them.
        var deployments: [AssessedDeployment]
        var claims: [Claim]
    }

    /// Gathers it; `nil` where the entity is not known.
    static func read(
        _ id: EntityID,
        withDeployments: Bool = true,
        _ db: Database
    ) throws -> SupplierDetail? {
        guard let entity = try ReadModel.entity(id, db) else { return nil }
        let claims = try suppliedClaims(id, db)
        let bySubject = Dictionary(grouping: claims) { $0.content.subject }
        let names = try ReadModel.names([id] + claims.flatMap(\.content.parties), db)
        let governments = try bySubject.keys.sorted().map { subject in
            Government(
                subject: subject,
                name: names[subject.rawValue] ?? subject.rawValue,
                deployments: withDeployments ? try deployments(of: subject, with: id, db) : [],
                claims: bySubject[subject] ?? []
            )
        }
        return SupplierDetail(entity: entity, governments: governments, names: names)
    }

    private static func deployments(
        of subject: EntityID,
        with party: EntityID,
        _ db: Database
    ) throws -> [AssessedDeployment] {
        try (ReadModel.assessment(subject, db)?.deployments ?? [])
            .filter { $0.recipient != party && $0.allParties.contains(party) }
    }

    private static func suppliedClaims(_ id: EntityID, _ db: Database) throws -> [Claim] {
        let ids = try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT claim FROM claimParty
                WHERE entity = ? AND role IN ('supplier', 'operator', 'financier', 'donor')
                """,
            arguments: [id.rawValue]
        )
        return try ReadModel.claims(ids.map { ClaimID(rawValue: $0) }, db)
    }
}
