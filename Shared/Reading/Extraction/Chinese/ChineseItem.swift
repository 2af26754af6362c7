import Evidence

/// A unit of a Chinese sentence: a name, an amount, a known word, or the characters between.
struct ChineseItem: Sendable {
    var range: Range<Int>
    var text: String
    var mention: Int?
    var quantity: Quantity.Value?
    var entry: ChineseEntry?
    /// The part that the words before it give it.
    var role: Role = .subject
    /// The verb that it belongs to, by its place among the items.
    var verb: Int?
    /// The stretch between commas that it stands in.
    var segment: Int = 0
    /// Whether it only says where the name after it comes from: 法国 of 法国企业Idemia.
    var isOrigin = false

    enum Role: String, Sendable {
        case subject, agent, recipient, partner, place, source, means, topic, object
    }

    var isVerb: Bool { !(entry?.frames.isEmpty ?? true) }

    /// Whether it belongs to a name or a number and not to the words between.
    var isFilled: Bool { mention != nil || quantity != nil || entry != nil }

    /// Makes a deed a mere noun: 供货 of 《抓拍系统供货合同》.
    mutating func settle() {
        guard isVerb else { return }
        entry?.frames = .none
        entry?.noun.insert(.works)
        entry?.aspects = []
    }

    /// Whether it is 的.
    var isOf: Bool { text.utf8.count == 3 && text.unicodeScalars.first == "\u{7684}" }

    /// Whether it is a bracket that opens or closes an aside.
    var bracket: Bracket? {
        guard text.utf8.count <= 3 else { return nil }
        switch text.unicodeScalars.first {
        case "\u{FF08}", "(": return .opening
        case "\u{FF09}", ")": return .closing
        default: return nil
        }
    }

    enum Bracket: Sendable {
        case opening, closing
    }

    /// Whether it is a mark between words.
    var unfilledMark: Bool {
        guard !isFilled, let first = text.unicodeScalars.first else { return false }
        return !ScalarClass.isHan(first) && !ScalarClass.isLetter(first)
            && !ScalarClass.isDigit(first)
    }

    var money: Money? {
        if case .money(let money) = quantity { money } else { nil }
    }

    var date: PartialDate? {
        if case .date(let date) = quantity { date } else { nil }
    }

    var years: Double? {
        if case .years(let years) = quantity { years } else { nil }
    }

    func has(_ noun: NounClass) -> Bool { !(entry?.noun.isDisjoint(with: noun) ?? true) }

    func has(_ aspect: ChineseEntry.Aspects) -> Bool {
        !(entry?.aspects.isDisjoint(with: aspect) ?? true)
    }
}
