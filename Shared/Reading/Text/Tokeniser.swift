/// Cuts a text into tokens in one pass.
struct Tokeniser {
    var tokens: [Token] = []
    /// Flags for the next token, from what lies between it and the last one.
    var pending: Token.Flags = [.lineStart]
    var lineStart = 0
    /// Where a bracket that closes a link was last looked for in vain.
    var noBracketBefore = 0
    var noAngleBefore = 0

    /// The longest tag or link target that is passed over, in characters.
    static let markupLimit = 400
    /// Lines shorter than this end early: headings, list items, cells.
    static let shortLine = 56

    init(count: Int) {
        tokens.reserveCapacity(count / 3 + 8)
    }

    mutating func run(_ text: UnsafeBufferPointer<Unicode.Scalar>) {
        precondition(text.count < Int(Int32.max), "a text is shorter than two thousand million")
        Folding.standard.withTables { run(text, $0) }
    }

    private mutating func run(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ tables: Folding.Tables
    ) {
        let folding = Folding.standard
        var index = 0
        while index < text.count {
            index = addHan(text, from: index, tables)
            guard index < text.count else { return }
            let (kind, isCapital) = folding.kind(text[index])
            switch kind {
            case .han:
                addHan(text, at: index)
                index += 1
            case .letter, .digit:
                index = addWord(text, from: index, isCapital: isCapital)
            case .space:
                if text[index] == "\t" { addMark("\t", text, index..<index + 1, [.sentenceEnd]) }
                pending.insert(.spaceBefore)
                index += 1
            case .newline:
                index = passNewline(text, from: index)
            case .ignorable:
                index += 1
            case .symbol:
                index = passSymbol(text, from: index)
            }
        }
    }

    // MARK: - Adding

    static let and = Token.Word("and")
    static let comma = Token.Word(scalar: 0x2C)

    mutating func addMark(
        _ mark: Unicode.Scalar,
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ range: Range<Int>,
        _ flags: Token.Flags
    ) {
        var value = mark.value
        Folding.standard.forEach(mark) { value = $0 }
        append(
            Token.Word(scalar: value),
            range.lowerBound,
            range.upperBound,
            range.upperBound,
            flags.union(.mark)
        )
    }

    mutating func append(
        _ word: Token.Word,
        _ start: Int,
        _ end: Int,
        _ full: Int,
        _ flags: Token.Flags
    ) {
        tokens.append(
            Token(
                start: Int32(start),
                end: Int32(end),
                fullEnd: Int32(full),
                word: word,
                flags: flags.union(pending)
            )
        )
        pending = []
    }
}
