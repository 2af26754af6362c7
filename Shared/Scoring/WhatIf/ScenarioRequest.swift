package import Evidence

/// A scenario as somebody writes it, with names instead of ids where they like.
///
/// Which fields a kind needs stands with ``Kind``; an entity is told by its id or by one of its
/// names.
package struct ScenarioRequest: Codable, Hashable, Sendable {
    package var kind: Kind
    package var vendor: String?
    package var since: PartialDate?
    package var supplier: String?
    package var lender: String?
    package var entity: String?
    /// The supplier that comes instead, or the government that pays a loan back.
    package var by: String?
    /// The government that it is about; all of them where it is absent.
    package var government: String?
    package var measure: Statement.Kind?
    package var holders: [Holder]?

    package init(kind: Kind) {
        self.kind = kind
    }

    /// What might happen.
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// `vendor` cannot deliver any more, by sanction or exit; `since`, else from now.
        case vendorUnable = "vendor-unable"
        /// `supplier` is replaced `by` another one; for `government`, else everywhere.
        case supplierReplaced = "supplier-replaced"
        /// `lender` is paid back; by `government`, else by all.
        case loanRepaid = "loan-repaid"
        /// `measure` comes into force for `government`.
        case measureEnacted = "measure-enacted"
        /// `entity` comes to belong to `holders`, and to nobody else.
        case ownershipChanged = "ownership-changed"
    }

    /// A new owner.
    package struct Holder: Codable, Hashable, Sendable {
        package var holder: String
        package var means: Holding.Means
        package var share: Double?

        package init(holder: String, means: Holding.Means, share: Double? = nil) {
            self.holder = holder
            self.means = means
            self.share = share
        }
    }
}

extension ScenarioRequest {
    /// The measures that can come into force.
    package static let measures: [Statement.Kind] = [
        .privacySafeguard, .dataLocalizationRequirement, .counterLockIn,
    ]

    /// Finds whom the request names.
    ///
    /// - Throws: ``ScenarioError`` for a field that is missing, or a name that is not known or of
    ///   several entities.
    package func scenario(
        in evidence: EvidenceBase,
        asOf: PartialDate
    ) throws(ScenarioError) -> Scenario {
        let names = EntityNames(evidence)
        switch kind {
        case .vendorUnable:
            return .vendorUnable(try names.id(of: vendor, "vendor"), since: since ?? asOf)
        case .supplierReplaced:
            return .supplierReplaced(
                try names.id(of: supplier, "supplier"),
                by: try names.id(of: by, "by"),
                for: try government(names)
            )
        case .loanRepaid:
            return .loanRepaid(try names.id(of: lender, "lender"), by: try government(names))
        case .measureEnacted:
            guard let measure else { throw .missing("measure") }
            guard Self.measures.contains(measure) else {
                let known = Self.measures.map(\.rawValue).joined(separator: ", ")
                throw .unusable("measure", "“\(measure.rawValue)” is none; there are \(known)")
            }
            guard let government = try government(names) else { throw .missing("government") }
            return .measureEnacted(measure, for: government)
        case .ownershipChanged:
            return .ownershipChanged(try names.id(of: entity, "entity"), try holdings(names))
        }
    }

    private func government(_ names: EntityNames) throws(ScenarioError) -> EntityID? {
        guard government != nil else { return nil }
        let id = try names.id(of: government, "government")
        guard names.evidence.entity(id)?.kind.isGovernment == true else {
            throw .unusable("government", "“\(government ?? "")” is not a government")
        }
        return id
    }

    private func holdings(_ names: EntityNames) throws(ScenarioError) -> [Holding] {
        guard let holders, !holders.isEmpty else { throw .missing("holders") }
        var holdings: [Holding] = []
        for holder in holders {
            if let share = holder.share, !(0...1).contains(share) {
                throw .unusable("holders", "a share is from 0 to 1, not \(share)")
            }
            holdings.append(
                Holding(
                    holder: try names.id(of: holder.holder, "holders"),
                    means: holder.means,
                    share: holder.share
                )
            )
        }
        return holdings
    }
}
