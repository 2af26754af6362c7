/// Words and marks that rules ask for by themselves.
enum NameWords {
    static let of = Token.Word("of")
    static let `for` = Token.Word("for")
    static let and = Token.Word("and")
    static let on = Token.Word("on")
    static let the = Token.Word("the")
    static let a = Token.Word("a")
    static let an = Token.Word("an")
    static let `in` = Token.Word("in")
    static let based = Token.Word("based")
    static let by = Token.Word("by")
    static let to = Token.Word("to")
    static let people = Token.Word("people")
    static let comma = Token.Word(scalar: 0x2C)
    static let stop = Token.Word(scalar: 0x2E)
    static let colon = Token.Word(scalar: 0x3A)
    static let semicolon = Token.Word(scalar: 0x3B)
    static let open = Token.Word(scalar: 0x28)
    static let close = Token.Word(scalar: 0x29)
    static let dash = Token.Word(scalar: 0x2D)
    static let slash = Token.Word(scalar: 0x2F)
    /// The comma of Chinese enumerations.
    static let enumerationComma = Token.Word(scalar: 0x3001)
    /// The brackets of Chinese titles.
    static let openTitle = Token.Word(scalar: 0x300A)
    static let closeTitle = Token.Word(scalar: 0x300B)
    /// The characters that mean "and".
    static let hanAnd: Set<Token.Word> = [
        Token.Word(scalar: 0x548C), Token.Word(scalar: 0x4E0E), Token.Word(scalar: 0x53CA),
    ]
}
