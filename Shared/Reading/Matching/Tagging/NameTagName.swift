/// What the evidence for a token is called.
enum NameTagName {
    static let bias: EvidenceWord = "bias"
    static let bar: EvidenceWord = "|"
    /// Beyond the text.
    static let edge: EvidenceWord = "#"
    static let none: EvidenceWord = "O"
    static let line: EvidenceWord = "<line>"
    static let tab: EvidenceWord = "<tab>"
    static let demonym: EvidenceWord = "<demonym>"
    static let country: EvidenceWord = "<country>"
    static let place: EvidenceWord = "<place>"

    static let word: EvidenceWord = "w "
    static let wordsBefore = (0...3).map { EvidenceWord("w-\($0) ") }
    static let wordsAfter = (0...3).map { EvidenceWord("w+\($0) ") }
    static let pairs = (-2...1).map { ($0, EvidenceWord("b\($0) ")) }
    static let triples = (-2...1).map { ($0, EvidenceWord("t\($0) ")) }

    static let mark: EvidenceWord = "mark"
    static let han: EvidenceWord = "han"
    static let number: EvidenceWord = "number"
    static let mixed: EvidenceWord = "XxX"
    static let letter: EvidenceWord = "X"
    static let capital: EvidenceWord = "Xx"
    static let lower: EvidenceWord = "x"
    static let capitals = (0...5).map { EvidenceWord("X\($0)") }
    static let shapes = (-2...2).map { ($0, EvidenceWord("s\($0) ")) }
    static let shapes3: EvidenceWord = "ss "
    static let alsoLower: EvidenceWord = "also lower"
    static let alsoInside: EvidenceWord = "also inside"
    static let runBefore: EvidenceWord = "before run "
    static let runAfter: EvidenceWord = "after run "

    static let tags = (-2...2).map { ($0, EvidenceWord("r\($0) ")) }
    static let tagNext: EvidenceWord = "r+ "
    static let tagLast: EvidenceWord = "r- "
    static let tagWord: EvidenceWord = "rw "
    static let elsewhere: EvidenceWord = "elsewhere "

    static let starts: EvidenceWord = "starts "
    static let ends: EvidenceWord = "ends "
    static let startsNext: EvidenceWord = "starts+1 "
    static let endsNext: EvidenceWord = "ends+1 "
    static let endsBefore: EvidenceWord = "ends-1 "
    static let startsBefore: EvidenceWord = "starts-1 "
    static let classes = LexicalClass.allCases.map { EvidenceWord("\($0)") }

    static let flags: [(Token.Flags, EvidenceWord)] = [
        (.spaceBefore, "space"), (.quoteBefore, "quote"), (.hyphenBefore, "hyphen"),
        (.possessive, "possessive"), (.lineStart, "line start"), (.markupBefore, "markup"),
        (.lineBefore, "line before"), (.initials, "initials"),
    ]
    static let signBefore: EvidenceWord = "sign "
    static let signAfter: EvidenceWord = "sign after "
    static let quoteAfter: EvidenceWord = "quote after"
    static let startsSentence: EvidenceWord = "starts sentence"
    static let heading: EvidenceWord = "heading"
}
