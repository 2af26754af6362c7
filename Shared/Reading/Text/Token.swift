/// A word, a Chinese character or a mark of punctuation of a text, and where it stands.
package struct Token: Hashable, Sendable {
    /// Where it starts: Unicode scalars of the raw text.
    package var start: Int32
    /// Where it ends, exclusive, without a possessive `'s`.
    package var end: Int32
    /// Where its possessive `'s` ends; equal to ``end`` where it has none.
    package var fullEnd: Int32
    /// What it is called whatever its case, width, script variant and diacritics.
    package var word: Word
    package var flags: Flags

    package var range: Range<Int> { Int(start)..<Int(end) }

    /// A folded word by its hash; equal words are equal, unequal ones practically never.
    package struct Word: Hashable, Sendable {
        package var hash: UInt64
    }

    /// What is known of a token from its characters and from those before it.
    package struct Flags: OptionSet, Hashable, Sendable {
        package let rawValue: UInt32

        package init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        /// Its first letter is a capital.
        package static let capital = Flags(rawValue: 1 << 0)
        /// It has at least two letters, all of them capitals.
        package static let allCaps = Flags(rawValue: 1 << 1)
        package static let digit = Flags(rawValue: 1 << 2)
        /// One Chinese character.
        package static let han = Flags(rawValue: 1 << 3)
        /// Punctuation, or a break between blocks, that no name runs across.
        package static let mark = Flags(rawValue: 1 << 4)
        /// A possessive `'s` follows.
        package static let possessive = Flags(rawValue: 1 << 5)
        package static let spaceBefore = Flags(rawValue: 1 << 6)
        /// A single line break stands before it.
        package static let lineBefore = Flags(rawValue: 1 << 7)
        /// The line before it ends early, as headings and list items do.
        package static let shortLineBefore = Flags(rawValue: 1 << 8)
        package static let quoteBefore = Flags(rawValue: 1 << 9)
        package static let hyphenBefore = Flags(rawValue: 1 << 10)
        /// A comma before a legal form: "Technologies, Inc".
        package static let commaBefore = Flags(rawValue: 1 << 11)
        /// Bold, emphasis or a tag begins or ends before it.
        package static let markupBefore = Flags(rawValue: 1 << 12)
        /// It ends a sentence, a block or a cell.
        package static let sentenceEnd = Flags(rawValue: 1 << 13)
        /// It starts a line.
        package static let lineStart = Flags(rawValue: 1 << 14)
        /// Initials with full stops: "U.S.".
        package static let initials = Flags(rawValue: 1 << 15)
        /// More than one of its letters is a capital, as in "CloudWalk".
        package static let innerCapital = Flags(rawValue: 1 << 16)
        /// A line break between blocks.
        package static let blockEnd = Flags(rawValue: 1 << 17)
    }
}
