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
    var since: [String]
    var procedure: [String]
    var status: [String]
    var procedures: [String: [String]]
    var void: [String]
    var notice: [String]
    var names: [String]
    var agents: [String]
    var homes: [String]
    var withheld: [String]
    var undecided: [String]
    var statuses: [String: [String]]
    var stages: [String: [String]]
    var expected: [String]
    var awaited: [String]
    var denied: [String]
    var open: [String]
    var lots: [String]
    var gifts: [String]
    var announcements: [String]
    var descriptions: [String]
    var places: [String]
    var loose: [String]
    var nobody: [String]
}

/// Which part a field's content plays, by its label.
struct FieldLexicon: Sendable {
    enum Role: Sendable {
        case recipient, supplier, `operator`, financier, system, amount, date, procedure, status
    }

    private let roles: [String: Role]
    /// Chinese labels of three characters or more, the longest first: a label may end in them.
    private let endings: [(text: String, role: Role)]
    private let procedures: [(text: String, award: Deployment.Award)]
    private let statuses: StatusWords
    /// What titles of sections begin with, those of buyers first.
    private let sections: [(title: [UInt8], role: Role)]
    private let names: Set<String>
    private let agents: [String]
    private let homes: [String]
    private let since: Set<String>
    private let withheld: [String]
    private let undecided: [String]
    private let open: [String]
    private let lots: [String]
    private let gifts: [String]
    private let announcements: [String]
    private let descriptions: Set<String>
    private let places: Set<String>
    private let loose: Set<String>
    private let nobody: [String]
    let void: [String]
    let notice: [String]

    init(_ words: FieldWords) {
        var roles: [String: Role] = [:]
        let lists: [([String], Role)] = [
            (words.recipient, .recipient), (words.supplier, .supplier),
            (words.operator, .operator), (words.financier, .financier),
            (words.system, .system), (words.amount, .amount), (words.date, .date),
            (words.since, .date), (words.procedure, .procedure), (words.status, .status),
        ]
        for (list, role) in lists {
            for label in list { roles[Self.folded(label)] = role }
        }
        self.roles = roles
        endings = roles.filter { label, role in
            label.count >= 3 && label.unicodeScalars.allSatisfy(ScalarClass.isHan) && role != .date
        }
        .map { ($0.key, $0.value) }.sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
        sections = [Role.recipient, .supplier].flatMap { role in
            roles.filter { $0.value == role && $0.key.count >= 3 }.map {
                (Array($0.key.utf8), role)
            }
        }
        procedures = words.procedures.flatMap { name, list in
            list.compactMap { text in
                Deployment.Award(rawValue: name).map { (Self.folded(text), $0) }
            }
        }
        .sorted { ($0.text.count, $0.text) > ($1.text.count, $1.text) }
        statuses = StatusWords(words)
        names = Set(words.names.map(Self.folded))
        agents = words.agents.map(Self.folded)
        homes = words.homes.map(Self.folded)
        since = Set(words.since.map(Self.folded))
        withheld = words.withheld.map(Self.folded)
        undecided = words.undecided.map(Self.folded)
        open = words.open.map(Self.folded)
        lots = words.lots
        gifts = words.gifts.map(Self.folded)
        announcements = words.announcements.map(Self.folded)
        descriptions = Set(words.descriptions.map(Self.folded))
        places = Set(words.places.map(Self.folded))
        loose = Set(words.loose.map(Self.folded))
        nobody = words.nobody.map(Self.folded)
        void = words.void.map(Self.folded)
        notice = words.notice.map(Self.folded)
    }

    /// The part of a label such as `中标供应商`, `采 购 人`, `第一包中标金额（万元）` or
    /// `Contract value (EUR)`; `名称` has that of its section.
    func role(of label: String, in section: Role? = nil) -> Role? {
        let bare = Self.bare(label)
        if let role = roles[Self.folded(label)] ?? roles[bare] { return role }
        guard let role = names.contains(bare) ? section : role(ending: bare),
            !agents.contains(where: bare.contains)
        else { return nil }
        return role
    }

    private func role(ending bare: String) -> Role? {
        guard bare.unicodeScalars.first.map(ScalarClass.isHan) == true,
            bare.utf8.count <= Self.endingMax
        else { return nil }
        return endings.first { bare.hasSuffix($0.text) }?.role
    }

    /// The longest label that is known by its end, in bytes: sixteen Chinese characters.
    private static let endingMax = 48

    /// Whose particulars follow a title such as `采购人信息`.
    func section(_ title: String) -> Role? {
        let bare = Self.bare(title)
        guard let role = sections.first(where: { bare.utf8.starts(with: $0.title) })?.role,
            !agents.contains(where: bare.contains)
        else { return nil }
        return role
    }

    /// Whether a line is the title of a notice or disclosure: …公告, …公示.
    func isAnnouncement(_ title: String) -> Bool {
        let bare = Self.bare(title)
        return announcements.contains(where: bare.hasSuffix)
    }

    /// Whether a column's title says that it describes what the row is about.
    func isDescription(_ title: String) -> Bool { descriptions.contains(Self.bare(title)) }

    /// Whether a column says where somebody sits or comes from, or who only acts for the buyer.
    func isAside(_ title: String) -> Bool {
        let bare = Self.bare(title)
        return agents.contains(where: bare.contains) || homes.contains(where: bare.contains)
    }

    /// Whether a label is of a city or country, not of a body.
    func isPlace(_ label: String) -> Bool { places.contains(Self.bare(label)) }

    /// Whether what a buyer's label holds may be a mere department or person.
    func isLoose(_ label: String) -> Bool { loose.contains(Self.bare(label)) }

    /// Whether the content of a field for a name names nobody: "various", "own staff".
    func namesNobody(_ text: String) -> Bool {
        let plain = Self.folded(text)
        let isNobody = nobody.contains { word in
            guard plain.hasPrefix(word) else { return false }
            let next = plain.unicodeScalars.dropFirst(word.unicodeScalars.count).first
            return next.map { !ScalarClass.isLetter($0) && !ScalarClass.isHan($0) } ?? true
        }
        return isNobody || isWithheld(text) || isUndecided(text) || isOpen(text)
    }

    func isSince(_ label: String) -> Bool { since.contains(Self.bare(label)) }

    /// As labels are compared: in lower case and simplified characters.
    static func folded(_ text: String) -> String { Folding.standard.fold(text) }

    /// Without numbering, emphasis, spaces between Han and what stands in parentheses.
    private static func bare(_ label: String) -> String {
        var depth = 0
        var view = String.UnicodeScalarView()
        for scalar in folded(label).unicodeScalars {
            switch scalar {
            case "(", "\u{FF08}": depth += 1
            case ")", "\u{FF09}": depth = max(0, depth - 1)
            case _ where depth > 0: break
            case "*": break
            case _ where ScalarClass.isSpace(scalar):
                if view.last.map(ScalarClass.isHan) != true { view.append(" ") }
            case _
            where view.isEmpty && !ScalarClass.isLetter(scalar) && !ScalarClass.isHan(scalar):
                break
            default: view.append(scalar)
            }
        }
        while view.last == " " || view.last == ":" || view.last == "\u{FF1A}" { view.removeLast() }
        return String(view)
    }

    /// Whether a supplier's field says that its name is kept back.
    func isWithheld(_ text: String) -> Bool {
        let plain = Self.folded(text)
        return withheld.contains(where: plain.contains)
    }

    /// Whether a supplier's or status field says that nobody was chosen yet.
    func isUndecided(_ text: String) -> Bool {
        let plain = Self.folded(text)
        return undecided.contains(where: plain.contains)
    }

    /// Whether a status says that nobody was awarded anything yet.
    func isOpen(_ text: String) -> Bool {
        let plain = Self.folded(text)
        return open.contains(where: plain.contains)
    }

    /// Whether a field of money says that the supplier gives it.
    func isGift(_ text: String) -> Bool {
        let plain = Self.folded(text)
        return gifts.contains(where: plain.contains)
    }

    /// How many characters of a line such as 第二包　… name the lot; `nil` where it names none.
    func lotEnd(_ line: [Unicode.Scalar]) -> Int? {
        var position = 0
        if line.first == "\u{7B2C}" { position = 1 }
        let start = position
        func isNumber(_ scalar: Unicode.Scalar) -> Bool {
            ScalarClass.isDigit(scalar) || Self.numerals.contains(scalar)
        }
        while position < line.count, isNumber(line[position]) { position += 1 }
        let isNumbered = position > start && start == 1
        if !isNumbered { position = 0 }
        let rest = String(String.UnicodeScalarView(line[position...].prefix(4)))
        guard let word = lots.filter(rest.hasPrefix).max(by: { $0.count < $1.count }) else {
            return nil
        }
        position += word.unicodeScalars.count
        if !isNumbered {
            let start = position
            while position < line.count,
                isNumber(line[position]) || "ABCDEFGH".unicodeScalars.contains(line[position])
            {
                position += 1
            }
            guard position > start else { return nil }
        }
        while position < line.count,
            ScalarClass.isSpace(line[position])
                || ":\u{FF1A}\u{3001}.".unicodeScalars.contains(line[position])
        { position += 1 }
        return position
    }

    private static let numerals = Set(
        "\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{4E94}\u{516D}\u{4E03}\u{516B}\u{4E5D}\u{5341}"
            .unicodeScalars
    )

    func award(_ text: String) -> Deployment.Award? {
        let plain = Self.folded(text)
        return procedures.first { plain.contains($0.text) }?.award
    }

    func status(_ text: String) -> Deployment.Status? { statuses.status(Self.folded(text)) }
}
