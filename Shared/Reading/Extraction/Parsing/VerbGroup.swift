/// A verb with its auxiliaries: "will have been built", "to supply", "funded".
struct VerbGroup: Sendable {
    /// Which items it covers.
    var items: Range<Int>
    /// The item of the verb that carries the meaning.
    var main: Int
    var lemma: String
    var frames: Frame.Kinds
    var form: Form
    var isPassive: Bool
    var isPerfect: Bool
    var isProgressive: Bool
    var isPast: Bool
    var isNegated: Bool
    /// Its modal verb, such as `will` or `may`.
    var modal: String?

    enum Form: Sendable {
        case finite, infinitive, gerund
        /// A participle without an auxiliary: "built by X".
        case participle
    }

    var isFuture: Bool {
        modal == "will" || modal == "shall" || modal == "would" || modal == "'ll"
    }

    /// Whether a modal leaves open that it happens: may, might, could, can, should.
    var isTentative: Bool {
        switch modal {
        case "may", "might", "could", "should", "can", "must": true
        default: false
        }
    }
}

/// A group around a noun: "Northland's Exim Bank", "an Acme-powered smart city system".
struct NounPhrase: Sendable {
    var items: Range<Int>
    /// The item that it is about: the last name or noun.
    var head: Int
    /// The item of the last possessive mark, where it has one.
    var possessive: Int?
    /// What stands in parentheses right after it.
    var parenthesis: Range<Int>?

    /// The items after the last possessive.
    var core: Range<Int> {
        possessive.map { ($0 + 1)..<items.upperBound } ?? items
    }
}

/// A piece of a sentence's flat structure.
enum Chunk: Sendable {
    /// A noun phrase, by its place in the list.
    case noun(Int)
    case verb(Int)
    case preposition(String)
    case conjunction(String)
    case relative(String)
    case subordinator(String)
    case comma
    /// A colon, semicolon or dash.
    case stop
    case other
}
