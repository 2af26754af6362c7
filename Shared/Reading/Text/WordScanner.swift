/// Reads one word of letters and digits: its hash and its capitals.
struct WordScanner {
    private(set) var hash = Token.Word.seed
    private var letters = 0
    private var capitals = 0
    private var digits = 0

    /// What its characters say of it.
    var flags: Token.Flags {
        var flags: Token.Flags = []
        if digits > 0 { flags.insert(.digit) }
        if letters > 1, capitals == letters { flags.insert(.allCaps) }
        if capitals > 1, capitals < letters { flags.insert(.innerCapital) }
        return flags
    }

    /// Reads on to the end of the word and gives where that is.
    mutating func scan(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int
    ) -> Int {
        let folding = Folding.standard
        var index = start
        while index < text.count {
            let (kind, isCapital) = folding.kind(text[index])
            if kind == .letter {
                letters += 1
                if isCapital { capitals += 1 }
            } else if kind == .digit {
                digits += 1
            } else if kind == .ignorable {
                index += 1
                continue
            } else if isInnerApostrophe(text, index) {
                index += 1
                continue
            } else if !isInnerPoint(text, index) {
                break
            }
            folding.forEach(text[index]) { Token.Word.add($0, to: &hash) }
            index += 1
        }
        return index
    }

    /// The sign inside "Sana'a" and "Yo'l", which is no letter: lower-case letters stand after it
    /// that are no shortened verb.
    private func isInnerApostrophe(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ index: Int
    ) -> Bool {
        guard letters > 1, digits == 0, Tokeniser.isApostrophe(text[index]),
            index + 1 < text.count,
            Folding.standard.kind(text[index + 1]) == (.letter, false)
        else { return false }
        var end = index + 1
        while end < text.count, end - index < 4, Folding.standard.kind(text[end]).class == .letter {
            end += 1
        }
        switch end - index - 1 {
        case 1: return !["s", "t", "d", "m"].contains(text[index + 1])
        case 2: return !Self.verbs.contains([text[index + 1], text[index + 2]])
        default: return true
        }
    }

    private static let verbs: [[Unicode.Scalar]] = [["r", "e"], ["v", "e"], ["l", "l"]]

    /// A point or comma between digits: "3.5", "2,000".
    private func isInnerPoint(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ index: Int
    ) -> Bool {
        guard text[index] == "." || text[index] == ",", digits > 0, letters == 0,
            index + 1 < text.count
        else { return false }
        return Folding.standard.kind(text[index + 1]).class == .digit
    }
}
