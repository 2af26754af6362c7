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

    enum Role: String, Sendable {
        case subject, agent, recipient, partner, place, source, means, topic, object
    }

    var isVerb: Bool { !(entry?.frames.isEmpty ?? true) }

    var money: Money? {
        if case .money(let money) = quantity { money } else { nil }
    }

    var date: PartialDate? {
        if case .date(let date) = quantity { date } else { nil }
    }
}
