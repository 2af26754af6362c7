package import Evidence

/// Something that might happen.
///
/// It says which claims and entities would be different; the evidence that scores are published
/// from is not touched.
package enum Scenario: Hashable, Sendable {
    /// A vendor, and what it controls, can no longer deliver: what they supply or run stops.
    case vendorUnable(EntityID, since: PartialDate)
    /// Another supplier takes the place of one, everywhere or for one recipient.
    case supplierReplaced(EntityID, by: EntityID, for: EntityID?)
    /// A financier is paid back, everywhere or by one recipient.
    case loanRepaid(EntityID, by: EntityID?)
    /// A measure comes into force for a government.
    case measureEnacted(Statement.Kind, for: EntityID)
    /// An entity comes into other hands.
    case ownershipChanged(EntityID, [Holding])
}

extension Scenario {
    /// What would be different in the evidence.
    struct Changes {
        var claims: [Claim] = []
        var entities: [Entity] = []
    }

    /// The evidence as it would be.
    package func applied(to evidence: EvidenceBase) -> EvidenceBase {
        var changed = evidence
        let changes = changes(in: evidence, companies: [])
        for claim in changes.claims { changed.insert(claim) }
        for entity in changes.entities { changed.insert(entity) }
        return changed
    }

    /// Finds what would be different.
    ///
    /// - Parameters:
    ///   - evidence: What is known.
    ///   - companies: What the vendor that cannot deliver controls.
    /// - Returns: The claims and entities that would be different, as they would be.
    func changes(in evidence: EvidenceBase, companies: Set<EntityID>) -> Changes {
        switch self {
        case .vendorUnable(let vendor, let date):
            let gone = companies.union([vendor])
            return evidence.edited { deployment in
                let providers = deployment.suppliers + deployment.operators
                guard !gone.isDisjoint(with: providers) else { return }
                deployment.status = .cancelled
                deployment.date = date
            }
        case .supplierReplaced(let old, let new, let recipient):
            return evidence.edited { deployment in
                guard recipient == nil || deployment.recipient == recipient else { return }
                deployment.suppliers = deployment.suppliers.map { $0 == old ? new : $0 }
                deployment.operators = deployment.operators.map { $0 == old ? new : $0 }
            }
        case .loanRepaid(let lender, let recipient):
            return evidence.edited { deployment in
                guard recipient == nil || deployment.recipient == recipient,
                    deployment.financiers.contains(lender)
                else { return }
                deployment.financiers.removeAll { $0 == lender }
                if deployment.financiers.isEmpty { deployment.isFinanceTied = nil }
            }
        case .measureEnacted(let kind, let government):
            return Changes(claims: [Self.measure(kind, for: government)])
        case .ownershipChanged(let entity, let holdings):
            guard var owned = evidence.entity(entity) else { return Changes() }
            owned.holdings = holdings
            return Changes(entities: [owned])
        }
    }

    /// An assumed claim that a measure is in force, from a source beyond doubt.
    private static func measure(_ kind: Statement.Kind, for government: EntityID) -> Claim {
        let document = DocumentID(rawValue: "scenario")
        let content = Claim.Content.statement(
            Statement(kind: kind, subject: government, isInForce: true)
        )
        return Claim(
            id: ClaimID(
                document: document,
                range: 0..<0,
                kind: content.kindName,
                surfaces: [government.rawValue]
            ),
            content: content,
            quote: Quote(document: document, text: "", range: 0..<0),
            rule: "scenario",
            source: SourceGrade(reliability: .a, credibility: 1, publisher: "scenario")
        )
    }
}

extension EvidenceBase {
    /// The claims of deployments that an edit makes different.
    fileprivate func edited(_ edit: (inout Deployment) -> Void) -> Scenario.Changes {
        var changes = Scenario.Changes()
        for claim in claims {
            guard case .deployment(var deployment) = claim.content else { continue }
            let before = deployment
            edit(&deployment)
            guard deployment != before else { continue }
            var changed = claim
            changed.content = .deployment(deployment)
            changes.claims.append(changed)
        }
        return changes
    }
}
