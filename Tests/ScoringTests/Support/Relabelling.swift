import Evidence
import Scoring

/// Puts one jurisdiction in the place of another, and the other in its, everywhere.
struct Relabelling {
    private let one: Jurisdiction
    private let other: Jurisdiction

    init(_ one: String, _ other: String) {
        self.one = .init(one)
        self.other = .init(other)
    }

    func applied(to jurisdiction: Jurisdiction) -> Jurisdiction {
        jurisdiction == one ? other : jurisdiction == other ? one : jurisdiction
    }

    /// Renames the countries, whose ids are their codes, and what is named after them.
    func applied(to id: EntityID) -> EntityID {
        let (left, right) = (one.rawValue.lowercased(), other.rawValue.lowercased())
        for (from, to) in [(left, right), (right, left)] {
            if id.rawValue == from { return EntityID(to) }
            if id.rawValue.hasPrefix(from + "-") {
                return EntityID(to + id.rawValue.dropFirst(from.count))
            }
        }
        return id
    }

    func applied(
        to laws: [Jurisdiction: Methodology.Law]
    ) -> [Jurisdiction: Methodology.Law] {
        var swapped: [Jurisdiction: Methodology.Law] = [:]
        for (jurisdiction, law) in laws { swapped[applied(to: jurisdiction)] = law }
        return swapped
    }

    func applied(to scene: Scene) -> Scene {
        var swapped = Scene()
        swapped.asOf = scene.asOf
        for entity in scene.entities.values {
            swapped.add(
                applied(to: entity.id),
                entity.kind,
                of: entity.jurisdiction.map(applied),
                within: entity.within.map(applied),
                heldBy: entity.holdings.map {
                    var holding = $0
                    holding.holder = applied(to: $0.holder)
                    return holding
                },
                isCurated: entity.isCurated
            )
        }
        for var claim in scene.claims {
            claim.content = applied(to: claim.content)
            swapped.append(claim)
        }
        return swapped
    }

    private func applied(to content: Claim.Content) -> Claim.Content {
        switch content {
        case .deployment(var deployment):
            deployment.recipient = applied(to: deployment.recipient)
            deployment.suppliers = deployment.suppliers.map(applied)
            deployment.operators = deployment.operators.map(applied)
            deployment.financiers = deployment.financiers.map(applied)
            deployment.donors = deployment.donors.map(applied)
            if let country = deployment.hosting?.country {
                deployment.hosting?.country = applied(to: country)
            }
            return .deployment(deployment)
        case .relation(var relation):
            relation.from = applied(to: relation.from)
            relation.to = applied(to: relation.to)
            return .relation(relation)
        case .incident(var incident):
            incident.subject = applied(to: incident.subject)
            return .incident(incident)
        case .statement(var statement):
            statement.subject = applied(to: statement.subject)
            statement.counterpart = statement.counterpart.map(applied)
            return .statement(statement)
        }
    }
}
