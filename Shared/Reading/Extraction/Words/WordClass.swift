/// What part a word of a closed class plays in a sentence.
struct WordClass: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    static let determiner = WordClass(rawValue: 1 << 0)
    static let preposition = WordClass(rawValue: 1 << 1)
    static let conjunction = WordClass(rawValue: 1 << 2)
    static let subordinator = WordClass(rawValue: 1 << 3)
    static let relative = WordClass(rawValue: 1 << 4)
    static let pronoun = WordClass(rawValue: 1 << 5)
    static let modal = WordClass(rawValue: 1 << 6)
    static let be = WordClass(rawValue: 1 << 7)
    static let have = WordClass(rawValue: 1 << 8)
    static let `do` = WordClass(rawValue: 1 << 9)
    static let negation = WordClass(rawValue: 1 << 10)
    static let adverb = WordClass(rawValue: 1 << 11)
    static let adjective = WordClass(rawValue: 1 << 12)
    /// A noun whatever it looks like.
    static let noun = WordClass(rawValue: 1 << 13)
}

/// What a noun is to the reader.
struct NounClass: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    static let company = NounClass(rawValue: 1 << 0)
    static let government = NounClass(rawValue: 1 << 1)
    static let finance = NounClass(rawValue: 1 << 2)
    static let agreement = NounClass(rawValue: 1 << 3)
    static let memorandum = NounClass(rawValue: 1 << 4)
    static let bid = NounClass(rawValue: 1 << 5)
    static let works = NounClass(rawValue: 1 << 6)
    static let person = NounClass(rawValue: 1 << 7)
    static let place = NounClass(rawValue: 1 << 8)
    static let event = NounClass(rawValue: 1 << 9)
    /// Heads the name of a system.
    static let system = NounClass(rawValue: 1 << 10)

    /// A paper that parties sign.
    static let paper: NounClass = [.agreement, .memorandum]
}
