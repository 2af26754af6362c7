extension Claim.Content {
    private enum CodingKeys: String, CodingKey {
        case deployment, relation, incident, statement
    }

    /// Reads `{"deployment": {…}}` and its three siblings.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch container.allKeys.first {
        case .deployment:
            self = .deployment(try container.decode(Deployment.self, forKey: .deployment))
        case .relation:
            self = .relation(try container.decode(Relation.self, forKey: .relation))
        case .incident:
            self = .incident(try container.decode(Incident.self, forKey: .incident))
        case .statement:
            self = .statement(try container.decode(Statement.self, forKey: .statement))
        case nil:
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a claim is of a deployment, relation, incident or statement"
                )
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .deployment(let content): try container.encode(content, forKey: .deployment)
        case .relation(let content): try container.encode(content, forKey: .relation)
        case .incident(let content): try container.encode(content, forKey: .incident)
        case .statement(let content): try container.encode(content, forKey: .statement)
        }
    }
}

extension Claim.Content {
    /// `deployment`, `relation:owns-stake`, `incident:outage`, `statement:weak-oversight`.
    package var kindName: String {
        switch self {
        case .deployment: "deployment"
        case .relation(let relation): "relation:\(relation.kind.rawValue)"
        case .incident(let incident): "incident:\(incident.kind.rawValue)"
        case .statement(let statement): "statement:\(statement.kind.rawValue)"
        }
    }

    /// Every entity that the claim names, in the order of its roles, with repetitions.
    package var parties: [EntityID] {
        switch self {
        case .deployment(let deployment):
            [deployment.recipient] + deployment.suppliers + deployment.operators
                + deployment.financiers + deployment.donors
        case .relation(let relation): [relation.from, relation.to]
        case .incident(let incident): [incident.subject] + [incident.actor].compactMap(\.self)
        case .statement(let statement):
            [statement.subject] + [statement.counterpart].compactMap(\.self)
        }
    }
}
