package import Evidence

/// A reading in the form of the annotation schema: names instead of ids, and a coarser status.
///
/// Contracted, financed and suspended are written `agreed`, cancelled and ended `unknown`.
package struct Annotation: Codable, Sendable {
    package var document: String
    package var language: String
    package var entities: [Named]
    package var deployments: [Deal]
    package var relations: [Tie]
    package var incidents: [Mishap]
    package var claims: [Remark]

    package struct Named: Codable, Sendable {
        package var name: String
        package var type: EntityKind
        package var surfaces: [String]
        package var wikidata: String?
    }

    package struct Deal: Codable, Sendable {
        package var id: String
        package var recipient: String
        package var system: String
        package var category: SystemCategory
        package var suppliers: [String]
        package var operators: [String]
        package var financiers: [String]
        package var amount: Sum?
        package var year: Int?
        package var status: String
        package var owner: Deployment.Owner
        package var rule: String
        package var quote: String
    }

    package struct Sum: Codable, Sendable {
        package var value: Double
        package var currency: String
    }

    package struct Value: Codable, Sendable {
        package var share: Double?
        package var amount: Double?
        package var currency: String?
    }

    package struct Tie: Codable, Sendable {
        package var type: Relation.Kind
        package var from: String
        package var to: String
        package var value: Value?
        package var year: Int?
        package var rule: String
        package var quote: String
    }

    package struct Mishap: Codable, Sendable {
        package var kind: Incident.Kind
        package var subject: String
        package var actor: String?
        package var year: Int?
        package var rule: String
        package var quote: String
    }

    package struct Remark: Codable, Sendable {
        package var kind: Statement.Kind
        package var subject: String
        package var rule: String
        package var quote: String
    }
}
