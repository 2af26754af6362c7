/// A word, number, Han character or mark of a sentence.
struct Lexeme: Sendable {
    var range: Range<Int>
    /// In lower case, with straight apostrophes and hyphens.
    let text: String
    /// Its text's number.
    let key: TextKey
    var kind: Kind
    /// Whether it begins with a capital letter.
    var isCapital: Bool
    /// Whether no space stands before it.
    var isGlued: Bool

    enum Kind: Sendable {
        case word, number, han, mark
    }
}
