import Evidence

/// A unit of a sentence: a name, an amount, a word or fixed phrase, a mark.
struct Item: Sendable {
    /// Scalars of the text.
    var range: Range<Int>
    var kind: Kind
    /// In lower case; empty for names.
    var text: String
    var entry: WordEntry?
    var tag: Tag
    var isCapital: Bool
    var isGlued: Bool

    enum Kind: Sendable {
        /// A mention, by its place in the sentence's list.
        case mention(Int)
        case quantity(Quantity.Value)
        case word
        case mark
    }

    /// The part that an item plays.
    enum Tag: Sendable {
        case mention, quantity, noun, adjective, determiner, possessive, hyphen
        case verb, be, have, auxiliaryDo, modal, infinitive, negation, adverb
        case preposition, conjunction, subordinator, relative, pronoun
        case comma, stop, open, close, quote
    }

    var mention: Int? {
        if case .mention(let place) = kind { place } else { nil }
    }

    var money: Money? {
        if case .quantity(.money(let money)) = kind { money } else { nil }
    }

    var date: PartialDate? {
        if case .quantity(.date(let date)) = kind { date } else { nil }
    }

    /// Whether it can stand in a group around a noun.
    var isNominal: Bool {
        switch tag {
        case .mention, .quantity, .noun, .adjective, .determiner, .possessive, .hyphen: true
        default: false
        }
    }
}
