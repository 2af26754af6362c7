import Evidence
package import Gazetteer

extension Annotation {
    /// Writes a reading down.
    ///
    /// Denied and cancelled deals, and rumours, are left out: the schema has no place for them.
    package init(_ reading: ReadDocument, name: String, catalogue: Catalogue) {
        let namer = Namer(reading, catalogue: catalogue)
        var deals: [Deal] = []
        var ties: [Tie] = []
        var mishaps: [Mishap] = []
        var remarks: [Remark] = []
        for claim in reading.claims where claim.polarity == .asserted && claim.assertion != .rumour
        {
            switch claim.content {
            case .deployment(let deployment) where deployment.status != .cancelled:
                deals.append(namer.deal(deployment, claim, number: deals.count + 1))
            case .deployment:
                break
            case .relation(let relation):
                ties.append(namer.tie(relation, claim))
            case .incident(let incident):
                mishaps.append(namer.mishap(incident, claim))
            case .statement(let statement):
                remarks.append(namer.remark(statement, claim))
            }
        }
        self.init(
            document: name,
            language: reading.language,
            entities: namer.entities(reading),
            deployments: deals,
            relations: ties,
            incidents: mishaps,
            claims: remarks
        )
    }
}

/// Gives entities their names and claims their written form.
private struct Namer {
    private var names: [EntityID: String] = [:]
    private let catalogue: Catalogue

    init(_ reading: ReadDocument, catalogue: Catalogue) {
        self.catalogue = catalogue
        for read in reading.entities { names[read.entity.id] = read.entity.name }
    }

    func name(_ id: EntityID) -> String {
        names[id] ?? catalogue.entity(id)?.name ?? id.rawValue
    }

    func entities(_ reading: ReadDocument) -> [Annotation.Named] {
        var used = Set(reading.entities.map(\.entity.id))
        var named = reading.entities.map { read in
            var seen: Set<String> = []
            return Annotation.Named(
                name: read.entity.name,
                type: read.entity.kind,
                surfaces: (read.mentions.map(\.surface) + read.otherForms)
                    .filter { seen.insert($0).inserted },
                wikidata: read.entity.identifiers["wikidata"]
            )
        }
        let parties = reading.claims.flatMap(\.content.parties).sorted()
        for id in parties where used.insert(id).inserted {
            guard let entity = catalogue.entity(id) else { continue }
            named.append(.init(name: entity.name, type: entity.kind, surfaces: [], wikidata: nil))
        }
        return named
    }

    func deal(_ deployment: Deployment, _ claim: Claim, number: Int) -> Annotation.Deal {
        Annotation.Deal(
            id: "d\(number)",
            recipient: name(deployment.recipient),
            system: deployment.system,
            category: deployment.category,
            suppliers: deployment.suppliers.map(name),
            operators: deployment.operators.map(name),
            financiers: (deployment.financiers
                + deployment.donors.filter { !deployment.financiers.contains($0) })
                .map(name),
            amount: deployment.amount.map { .init(value: $0.value, currency: $0.currency) },
            year: deployment.date?.year,
            status: status(deployment.status),
            owner: deployment.owner,
            rule: claim.rule,
            quote: claim.quote.text
        )
    }

    private func status(_ status: Deployment.Status) -> String {
        switch status {
        case .contracted, .financed, .suspended, .agreed: "agreed"
        case .cancelled, .ended, .unknown: "unknown"
        case .planned, .underConstruction, .operational: status.rawValue
        }
    }

    func tie(_ relation: Relation, _ claim: Claim) -> Annotation.Tie {
        let hasValue = relation.share != nil || relation.amount != nil
        return Annotation.Tie(
            type: relation.kind,
            from: name(relation.from),
            to: name(relation.to),
            value: hasValue
                ? .init(
                    share: relation.share,
                    amount: relation.amount?.value,
                    currency: relation.amount?.currency
                ) : nil,
            year: relation.date?.year,
            rule: claim.rule,
            quote: claim.quote.text
        )
    }

    func mishap(_ incident: Incident, _ claim: Claim) -> Annotation.Mishap {
        Annotation.Mishap(
            kind: incident.kind,
            subject: name(incident.subject),
            actor: incident.actor.map(name),
            year: incident.date?.year,
            rule: claim.rule,
            quote: claim.quote.text
        )
    }

    func remark(_ statement: Statement, _ claim: Claim) -> Annotation.Remark {
        Annotation.Remark(
            kind: statement.kind,
            subject: name(statement.subject),
            rule: claim.rule,
            quote: claim.quote.text
        )
    }
}
