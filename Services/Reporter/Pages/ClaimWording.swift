import Evidence

/// Says in a sentence what a claim claims.
struct ClaimWording {
    /// By id; what has no name is called by its id.
    var names: [String: String]

    func text(_ claim: Claim) -> String {
        let text =
            switch claim.content {
            case .deployment(let deployment): self.text(deployment)
            case .relation(let relation): self.text(relation)
            case .incident(let incident): self.text(incident)
            case .statement(let statement): self.text(statement)
            }
        return claim.polarity == .denied ? "Denied: " + text : Wording.sentence(text)
    }

    func name(_ id: EntityID) -> String { names[id.rawValue] ?? id.rawValue }

    // MARK: - By content

    private func text(_ deployment: Deployment) -> String {
        var parts = [
            "\(deployment.system) (\(deployment.category.title)) of \(name(deployment.recipient))"
        ]
        let groups = [
            ("supplied by", deployment.suppliers), ("run by", deployment.operators),
            ("financed by", deployment.financiers), ("donated by", deployment.donors),
        ]
        for (verb, ids) in groups where !ids.isEmpty {
            parts.append("\(verb) \(Wording.list(ids.map(name)))")
        }
        if deployment.isSupplierWithheld { parts.append("supplier withheld") }
        if deployment.owner != .government { parts.append("owned by \(deployment.owner.title)") }
        if let amount = deployment.amount { parts.append(text(amount)) }
        parts.append(deployment.status.title)
        parts += [deployment.date?.description].compactMap(\.self)
        return parts.joined(separator: ", ")
    }

    private func text(_ relation: Relation) -> String {
        var text = "\(name(relation.from)) \(relation.kind.phrase) \(name(relation.to))"
        if let share = relation.share { text += " (\(Figure.oneDecimal(share * 100)) %)" }
        if relation.hasSpecialRights { text += ", with special rights" }
        if let amount = relation.amount { text += ", \(self.text(amount))" }
        return append(relation.date, to: text)
    }

    private func text(_ incident: Incident) -> String {
        var text = "\(Wording.words(incident.kind.rawValue)) at \(name(incident.subject))"
        if let category = incident.category { text += " (\(category.title))" }
        if let actor = incident.actor { text += ", by \(name(actor))" }
        if let severity = incident.severity { text += ", \(severity.rawValue)" }
        return append(incident.date, to: text)
    }

    private func text(_ statement: Statement) -> String {
        var text = "\(name(statement.subject)): \(Wording.words(statement.kind.rawValue))"
        if let counterpart = statement.counterpart { text += " (\(name(counterpart)))" }
        if let functions = statement.functions, !functions.isEmpty {
            text += " in " + functions.map(\.title).joined(separator: ", ").lowercased()
        }
        if let isInForce = statement.isInForce {
            text += isInForce ? ", in force" : ", not in force"
        }
        return append(statement.date, to: text)
    }

    private func text(_ money: Money) -> String {
        let about = money.isApproximate ? "about " : ""
        let value =
            abs(money.value) < 1e15
            ? Figure.grouped(Int(money.value.rounded())) : String(money.value)
        return "\(money.measures.rawValue) of \(about)\(money.currency) \(value)"
    }

    private func append(_ date: PartialDate?, to text: String) -> String {
        date.map { "\(text), \($0)" } ?? text
    }
}

extension Deployment.Owner {
    fileprivate var title: String {
        switch self {
        case .government: "the government"
        case .vendor: "its vendor"
        case .companies: "companies"
        }
    }
}
