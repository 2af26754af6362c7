extension Tokeniser {
    // MARK: - Words

    /// Adds a run of Chinese characters, each a token; returns where it ends.
    @inline(__always)
    mutating func addHan(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int,
        _ tables: Folding.Tables
    ) -> Int {
        var index = start
        while index < text.count, let value = tables.han(text[index]) {
            append(Token.Word(scalar: value), index, index + 1, index + 1, [.han])
            index += 1
        }
        return index
    }

    mutating func addHan(_ text: UnsafeBufferPointer<Unicode.Scalar>, at index: Int) {
        var value = text[index].value
        Folding.standard.forEach(text[index]) { value = $0 }
        append(Token.Word(scalar: value), index, index + 1, index + 1, [.han])
    }

    mutating func addWord(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int,
        isCapital: Bool
    ) -> Int {
        if let end = urlEnd(text, from: start) {
            addMark("/", text, start..<end, [])
            return end
        }
        if let end = initialsEnd(text, from: start) { return addInitials(text, start..<end) }
        var word = WordScanner()
        let end = word.scan(text, from: start)
        var flags = word.flags
        if isCapital { flags.insert(.capital) }
        let full = possessiveEnd(text, after: end)
        if full > end { flags.insert(.possessive) }
        let folded = Token.Word(finishing: word.hash)
        if isCapital, LegalForms.standard.contains(folded) { joinLegalForm() }
        append(folded, start, end, full, flags)
        return full
    }

    /// "U.S." and its like: single letters with full stops.
    func initialsEnd(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int
    ) -> Int? {
        var index = start
        var letters = 0
        while index + 1 < text.count, text[index + 1] == ".",
            Folding.standard.kind(text[index]).class == .letter
        {
            letters += 1
            index += 2
            guard index < text.count else { break }
        }
        guard letters > 0 else { return nil }
        if let last = lastInitial(text, at: index, isAlone: letters == 1) { return last }
        return letters >= 2 ? index : nil
    }

    /// Where a single letter after initials ends, as in "U.S" or "B.V.B.A".
    func lastInitial(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        at index: Int,
        isAlone: Bool
    ) -> Int? {
        guard index < text.count, Folding.standard.kind(text[index]) == (.letter, true) else {
            return nil
        }
        let next = index + 1
        if next < text.count, Self.isWordCharacter(text[next]) { return nil }
        return isAlone && !Folding.standard.kind(text[index - 2]).isCapital ? nil : next
    }

    mutating func addInitials(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ range: Range<Int>
    ) -> Int {
        var hash = Token.Word.seed
        for index in range where Folding.standard.kind(text[index]).class == .letter {
            Folding.standard.forEach(text[index]) { Token.Word.add($0, to: &hash) }
        }
        let full = possessiveEnd(text, after: range.upperBound)
        var flags: Token.Flags = [.capital, .allCaps, .initials]
        if full > range.upperBound { flags.insert(.possessive) }
        append(
            Token.Word(finishing: hash),
            range.lowerBound,
            range.upperBound,
            full,
            flags
        )
        return full
    }

    func possessiveEnd(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        after end: Int
    ) -> Int {
        guard end + 1 < text.count, Self.isApostrophe(text[end]),
            text[end + 1] == "s" || text[end + 1] == "S"
        else { return end }
        guard end + 2 < text.count else { return end + 2 }
        switch Folding.standard.kind(text[end + 2]).class {
        case .letter, .digit: return end
        default: return end + 2
        }
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{02BC}"
            || scalar == "\u{FF07}"
    }

    /// A comma between a name and its legal form is part of the name.
    mutating func joinLegalForm() {
        guard let last = tokens.last, last.word == Self.comma, !pending.contains(.lineBefore),
            tokens.count > 1,
            !tokens[tokens.count - 2].flags.contains(.mark)
        else { return }
        tokens.removeLast()
        pending.insert(.commaBefore)
    }
}
