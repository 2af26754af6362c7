/// What the evidence for a token is called.
enum NameTagName {
    /// A fixed name, or the first part of one, that is copied without being counted.
    struct Part: ExpressibleByStringLiteral, Sendable {
        let key: TextKey
        private let literal: StaticString

        init(stringLiteral value: StaticString) {
            literal = value
            key = TextKey("\(value)")
        }

        var text: String { "\(literal)" }
    }

    static let bias: Part = "bias"
    static let bar: Part = "|"

    // MARK: - Values

    /// Beyond the text.
    static let edge: EvidenceWord = "#"
    static let none: EvidenceWord = "O"
    static let line: EvidenceWord = "<line>"
    static let tab: EvidenceWord = "<tab>"
    static let demonym: EvidenceWord = "<demonym>"
    static let country: EvidenceWord = "<country>"
    static let place: EvidenceWord = "<place>"

    static let mark: EvidenceWord = "mark"
    static let han: EvidenceWord = "han"
    static let number: EvidenceWord = "number"
    static let mixed: EvidenceWord = "XxX"
    static let letter: EvidenceWord = "X"
    static let capital: EvidenceWord = "Xx"
    static let lower: EvidenceWord = "x"
    static let capitals = (0...5).map { EvidenceWord("X\($0)") }

    // MARK: - Words

    static let word: Part = "w "
    /// By how many tokens away.
    static let wordsBefore: [Part] = ["w-0 ", "w-1 ", "w-2 ", "w-3 "]
    static let wordsAfter: [Part] = ["w+0 ", "w+1 ", "w+2 ", "w+3 "]
    static let pairs: [(Int, Part)] = [(-2, "b-2 "), (-1, "b-1 "), (0, "b0 "), (1, "b1 ")]
    static let triples: [(Int, Part)] = [(-2, "t-2 "), (-1, "t-1 "), (0, "t0 "), (1, "t1 ")]
    static let shapes: [(Int, Part)] = [
        (-2, "s-2 "), (-1, "s-1 "), (0, "s0 "), (1, "s1 "), (2, "s2 "),
    ]
    static let shapes3: Part = "ss "
    static let alsoLower: Part = "also lower"
    static let alsoInside: Part = "also inside"
    static let runBefore: Part = "before run "
    static let runAfter: Part = "after run "

    // MARK: - Rules and lists

    static let tags: [(Int, Part)] = [
        (-2, "r-2 "), (-1, "r-1 "), (0, "r0 "), (1, "r1 "), (2, "r2 "),
    ]
    static let tagNext: Part = "r+ "
    static let tagLast: Part = "r- "
    static let tagWord: Part = "rw "
    static let elsewhere: Part = "elsewhere "

    static let starts: Part = "starts "
    static let ends: Part = "ends "
    static let startsNext: Part = "starts+1 "
    static let endsNext: Part = "ends+1 "
    static let endsBefore: Part = "ends-1 "
    static let startsBefore: Part = "starts-1 "
    /// The names of the classes, and their keys.
    static let classes = LexicalClass.allCases.map { "\($0)" }
    static let classKeys = classes.map { TextKey($0) }

    // MARK: - Marks

    static let flags: [(Token.Flags, Part)] = [
        (.spaceBefore, "space"), (.quoteBefore, "quote"), (.hyphenBefore, "hyphen"),
        (.possessive, "possessive"), (.lineStart, "line start"), (.markupBefore, "markup"),
        (.lineBefore, "line before"), (.initials, "initials"),
    ]
    static let signBefore: Part = "sign "
    static let signAfter: Part = "sign after "
    static let quoteAfter: Part = "quote after"
    static let startsSentence: Part = "starts sentence"
    static let heading: Part = "heading"
}
