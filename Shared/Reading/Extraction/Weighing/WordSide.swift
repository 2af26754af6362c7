/// What evidence is called of words on one side of a sum or a government.
struct WordSide: Sendable {
    /// -1 before, 1 after.
    let sign: Int
    /// Any of the words beside it.
    let beside: EvidenceWord
    /// The word so many words away.
    let steps: [EvidenceWord]
    /// A word between it and the party's name.
    let between: EvidenceWord

    private init(_ mark: String, sign: Int) {
        self.sign = sign
        beside = EvidenceWord("w\(mark) ")
        steps = (0...2).map { EvidenceWord("w\(mark)\($0) ") }
        between = EvidenceWord("to\(mark) ")
    }

    static let before = WordSide("-", sign: -1)
    static let after = WordSide("+", sign: 1)
    static let both = [before, after]
}
