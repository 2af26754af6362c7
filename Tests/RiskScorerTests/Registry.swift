import Contracts
import Evidence

/// What a registry tells of two made-up countries and a vendor.
enum Registry {
    static func entity(
        _ id: EntityID,
        _ kind: EntityKind,
        of jurisdiction: Jurisdiction,
        heldBy holdings: [Holding] = []
    ) -> Entity {
        Entity(
            id: id,
            kind: kind,
            name: id.rawValue,
            jurisdiction: jurisdiction,
            holdings: holdings,
            isCurated: true
        )
    }

    static let entities = [
        entity("xa", .country, of: "XA"), entity("xb", .country, of: "XB"),
        entity("xc", .country, of: "XC"), entity("vendor", .company, of: "XC"),
        entity("own", .company, of: "XA"),
    ].map { EntityRegistered(entity: $0) }

    /// A claim of a document of its own.
    static func claim(_ number: Int, _ content: Claim.Content) -> Claim {
        let document = DocumentID(rawValue: "document-\(number)")
        return Claim(
            id: ClaimID(document: document, range: 0..<9, kind: content.kindName, surfaces: []),
            content: content,
            quote: Quote(document: document, text: "nine more", range: 0..<9),
            rule: "test@1",
            source: SourceGrade(publisher: "publisher \(number)")
        )
    }

    static func deployment(
        _ number: Int,
        to recipient: EntityID,
        by supplier: EntityID,
        _ category: SystemCategory = .dataCentre
    ) -> Claim {
        claim(
            number,
            .deployment(
                Deployment(
                    recipient: recipient,
                    system: "system \(number)",
                    category: category,
                    suppliers: [supplier],
                    status: .operational,
                    functions: GovernmentFunction.allCases,
                    reach: .whole
                )
            )
        )
    }
}
