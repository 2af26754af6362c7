import Evidence

/// `fields.yaml` as it is written.
struct FieldWords: Sendable, Decodable {
    var recipient: [String]
    var supplier: [String]
    var `operator`: [String]
    var financier: [String]
    var system: [String]
    var amount: [String]
    var date: [String]
    var procedure: [String]
    var status: [String]
    var procedures: [String: [String]]
    var void: [String]
    var statuses: [String: [String]]
}

/// Which part a field's content plays, by its label.
struct FieldLexicon: Sendable {
    enum Role: Sendable {
        case recipient, supplier, `operator`, financier, system, amount, date, procedure, status
    }

    private let roles: [String: Role]
    private let procedures: [(text: String, award: Deployment.Award)]
    private let statuses: [(text: String, status: Deployment.Status)]
    let void: [String]

    init(_ words: FieldWords) {
        var roles: [String: Role] = [:]
        let lists: [([String], Role)] = [
            (words.recipient, .recipient), (words.supplier, .supplier),
            (words.operator, .operator), (words.financier, .financier),
            (words.system, .system), (words.amount, .amount), (words.date, .date),
            (words.procedure, .procedure), (words.status, .status),
        ]
        for (list, role) in lists {
            for label in list { roles[label] = role }
        }
        self.roles = roles
        procedures = words.procedures.flatMap { name, list in
            list.compactMap { text in Deployment.Award(rawValue: name).map { (text, $0) } }
        }
        .sorted { ($0.text.count, $0.text) > ($1.text.count, $1.text) }
        statuses = words.statuses.flatMap { name, list in
            list.compactMap { text in Deployment.Status(rawValue: name).map { (text, $0) } }
        }
        .sorted { ($0.text.count, $0.text) > ($1.text.count, $1.text) }
        void = words.void
    }

    /// The part of a label such as `中标供应商` or `Contract value (EUR)`.
    func role(of label: String) -> Role? {
        let plain = label.lowercased()
        if let role = roles[plain] { return role }
        // "3. Contract value (EUR)": without numbering and what stands in parentheses.
        let cut = plain.prefix { $0 != "(" && $0 != "\u{FF08}" }
        let bare = cut.drop { !$0.isLetter }
        let trimmed = bare.reversed().drop { $0 == " " || $0 == "*" }.reversed()
        return roles[String(trimmed)]
    }

    func award(_ text: String) -> Deployment.Award? {
        let plain = text.lowercased()
        return procedures.first { plain.contains($0.text) }?.award
    }

    func status(_ text: String) -> Deployment.Status? {
        let plain = text.lowercased()
        return statuses.first { plain.contains($0.text) }?.status
    }
}
