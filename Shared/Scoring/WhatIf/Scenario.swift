package import Evidence

/// Something that might happen, applied to a copy of the evidence.
///
/// It returns another evidence base; the one that scores are published from is not touched.
package enum Scenario: Codable, Hashable, Sendable {
    /// A vendor can no longer deliver: what it supplies or runs ends on a date.
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
    /// The evidence as it would be.
    package func applied(to evidence: EvidenceBase) -> EvidenceBase {
        var changed = evidence
        switch self {
        case .vendorUnable(let vendor, let date):
            changed.editDeployments { deployment in
                guard (deployment.suppliers + deployment.operators).contains(vendor) else {
                    return
                }
                deployment.status = .ended
                deployment.date = date
            }
        case .supplierReplaced(let old, let new, let recipient):
            changed.editDeployments { deployment in
                guard recipient == nil || deployment.recipient == recipient else { return }
                deployment.suppliers = deployment.suppliers.map { $0 == old ? new : $0 }
                deployment.operators = deployment.operators.map { $0 == old ? new : $0 }
            }
        case .loanRepaid(let lender, let recipient):
            changed.editDeployments { deployment in
                guard recipient == nil || deployment.recipient == recipient,
                    deployment.financiers.contains(lender)
                else { return }
                deployment.financiers.removeAll { $0 == lender }
                if deployment.financiers.isEmpty { deployment.isFinanceTied = nil }
            }
        case .measureEnacted(let kind, let government):
            changed.insert(Self.measure(kind, for: government))
        case .ownershipChanged(let entity, let holdings):
            guard var owned = changed.entity(entity) else { return changed }
            owned.holdings = holdings
            changed.insert(owned)
        }
        return changed
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
    /// Changes what claims tell of deployments.
    fileprivate mutating func editDeployments(_ edit: (inout Deployment) -> Void) {
        for claim in claims {
            guard case .deployment(var deployment) = claim.content else { continue }
            let before = deployment
            edit(&deployment)
            guard deployment != before else { continue }
            var changed = claim
            changed.content = .deployment(deployment)
            insert(changed)
        }
    }
}
