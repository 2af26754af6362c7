/// Cuts a text into tokens in one pass.
struct Tokeniser {
    private(set) var tokens: [Token] = []
    /// Flags for the next token, from what lies between it and the last one.
    private var pending: Token.Flags = [.lineStart]
    private var lineStart = 0
    /// Where a bracket that closes a link was last looked for in vain.
    private var noBracketBefore = 0
    private var noAngleBefore = 0

    /// The longest tag or link target that is passed over, in characters.
    private static let markupLimit = 400
    /// Lines shorter than this end early: headings, list items, cells.
    private static let shortLine = 40

    init(count: Int) {
        tokens.reserveCapacity(count / 4 + 8)
    }

    mutating func run(_ text: UnsafeBufferPointer<Unicode.Scalar>) {
        precondition(text.count < Int(Int32.max), "a text is shorter than two thousand million")
        let folding = Folding.standard
        var index = 0
        while index < text.count {
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

    // MARK: - Words

    private mutating func addHan(_ text: UnsafeBufferPointer<Unicode.Scalar>, at index: Int) {
        var value = text[index].value
        Folding.standard.forEach(text[index]) { value = $0 }
        append(Token.Word(scalar: value), index, index + 1, index + 1, [.han])
    }

    private mutating func addWord(
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
    private func initialsEnd(
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
    private func lastInitial(
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

    private mutating func addInitials(
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

    private func possessiveEnd(
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

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{02BC}"
            || scalar == "\u{FF07}"
    }

    /// A comma between a name and its legal form is part of the name.
    private mutating func joinLegalForm() {
        guard let last = tokens.last, last.word == Self.comma, !pending.contains(.lineBefore),
            tokens.count > 1,
            !tokens[tokens.count - 2].flags.contains(.mark)
        else { return }
        tokens.removeLast()
        pending.insert(.commaBefore)
    }

    // MARK: - Between words

    private mutating func passNewline(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int
    ) -> Int {
        var index = start
        var lines = 0
        var nextLine = start
        while index < text.count {
            let kind = Folding.standard.kind(text[index]).class
            guard kind == .newline || kind == .space || kind == .ignorable else { break }
            if kind == .newline {
                if !(text[index] == "\n" && index > start && text[index - 1] == "\r") {
                    lines += 1
                }
                nextLine = index + 1
            }
            index += 1
        }
        if lines > 1 {
            addMark("\n", text, start..<start + 1, [.sentenceEnd, .blockEnd])
        } else if start - lineStart < Self.shortLine {
            pending.insert(.shortLineBefore)
        }
        lineStart = nextLine
        pending.formUnion([.lineBefore, .spaceBefore, .lineStart])
        return index
    }

    private mutating func passSymbol(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from index: Int
    ) -> Int {
        let scalar = text[index]
        switch scalar {
        case "&":
            if let entity = HTMLEntity(text, at: index) { return pass(entity) }
            append(Self.and, index, index + 1, index + 1, [])
        case "<":
            if let end = tagEnd(text, from: index) { return passTag(text, index..<end) }
            addMark(scalar, text, index..<index + 1, [])
        case "]":
            if let end = linkEnd(text, from: index) {
                pending.insert(.markupBefore)
                return end
            }
            addMark(scalar, text, index..<index + 1, [])
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}",
            "\u{2212}", "\u{FF0D}", "\u{FE63}":
            passDash(text, at: index)
        default:
            passOther(scalar, text, at: index)
        }
        return index + 1
    }

    private mutating func passOther(
        _ scalar: Unicode.Scalar,
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        at index: Int
    ) {
        let isBullet = scalar == "*" || scalar == "#" || scalar == "+"
        if isBullet, pending.contains(.lineStart), Self.spaceFollows(text, index) {
            addMark(scalar, text, index..<index + 1, [.sentenceEnd])
            return
        }
        if Self.isMiddleDot(scalar), tokens.last?.flags.contains(.han) == true { return }
        switch scalar {
        case "*", "_", "`", "~", "#", "[":
            if scalar == "[", !pending.contains(.lineStart),
                tokens.last?.flags.contains(.han) != true
            {
                pending.insert(.quoteBefore)
            }
            pending.insert(.markupBefore)
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{300C}", "\u{300D}", "\u{300E}",
            "\u{300F}", "'", "\u{2018}", "\u{2019}", "\u{00AB}", "\u{00BB}", "\u{FF02}",
            "\u{02BC}", "\u{FF07}":
            pending.insert(.quoteBefore)
        case ".", "\u{FF0E}":
            passStop(text, at: index)
        case "!", "?", ";", "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{FF1B}":
            addMark(scalar, text, index..<index + 1, [.sentenceEnd])
        default:
            addMark(scalar, text, index..<index + 1, [])
        }
    }

    private mutating func passStop(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        at index: Int
    ) {
        let joins = index + 1 < text.count && Self.isWordCharacter(text[index + 1])
        if joins, tokens.last.map({ Int($0.fullEnd) == index }) == true {
            pending.insert(.hyphenBefore)
        } else if let last = tokens.last, Int(last.fullEnd) == index,
            LegalForms.standard.isAbbreviation(last.word)
        {
            if !Self.spaceFollows(text, index) { return }
            pending.insert(.commaBefore)
        } else {
            addMark(".", text, index..<index + 1, [.sentenceEnd])
        }
    }

    private mutating func passDash(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        at index: Int
    ) {
        let joins =
            index + 1 < text.count && Self.isWordCharacter(text[index + 1])
            && tokens.last.map { Int($0.fullEnd) == index } == true
        if joins, text[index] != "\u{2014}" {
            pending.insert(.hyphenBefore)
        } else {
            let starts = pending.contains(.lineStart)
            addMark("-", text, index..<index + 1, starts ? [.sentenceEnd] : [])
        }
    }

    private mutating func pass(_ entity: HTMLEntity) -> Int {
        switch entity.scalar {
        case "&": append(Self.and, entity.start, entity.end, entity.end, [])
        case "'", "\u{2019}":
            if let last = tokens.last, Int(last.fullEnd) == entity.start, entity.possessiveEnd > 0 {
                tokens[tokens.count - 1].fullEnd = Int32(entity.possessiveEnd)
                tokens[tokens.count - 1].flags.insert(.possessive)
                return entity.possessiveEnd
            }
            pending.insert(.quoteBefore)
        case "\u{A0}", " ": pending.insert(.spaceBefore)
        default: pending.insert(.quoteBefore)
        }
        return entity.end
    }

    private mutating func passTag(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ range: Range<Int>
    ) -> Int {
        if HTMLTag.separates(text, range) {
            addMark("\n", text, range, [.sentenceEnd, .blockEnd])
        }
        pending.insert(.markupBefore)
        return range.upperBound
    }

    // MARK: - Looking ahead, within limits

    private mutating func tagEnd(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int
    ) -> Int? {
        guard start + 1 < text.count, start >= noAngleBefore else { return nil }
        let next = text[start + 1]
        guard next == "/" || next == "!" || next.properties.isAlphabetic else { return nil }
        let limit = min(text.count, start + Self.markupLimit)
        for index in start + 1..<limit where text[index] == ">" { return index + 1 }
        noAngleBefore = limit
        return nil
    }

    private mutating func linkEnd(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int
    ) -> Int? {
        guard start + 1 < text.count, text[start + 1] == "(", start >= noBracketBefore else {
            return nil
        }
        let limit = min(text.count, start + Self.markupLimit)
        for index in start + 1..<limit {
            if text[index] == ")" { return index + 1 }
            if text[index] == "\n" { break }
        }
        noBracketBefore = limit
        return nil
    }

    private func urlEnd(_ text: UnsafeBufferPointer<Unicode.Scalar>, from start: Int) -> Int? {
        guard text[start] == "h" || text[start] == "w",
            Self.starts(text, start, "http://") || Self.starts(text, start, "https://")
                || Self.starts(text, start, "www.")
        else { return nil }
        var index = start
        while index < text.count {
            let scalar = text[index]
            if Folding.standard.kind(scalar).class.rawValue >= Folding.Class.han.rawValue { break }
            if scalar == "<" || scalar == "\"" || scalar == ")" || scalar == "|" { break }
            if (0x3000...0xFFEF).contains(scalar.value) { break }
            index += 1
        }
        return index
    }

    private static func starts(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ start: Int,
        _ prefix: StaticString
    ) -> Bool {
        guard start + prefix.utf8CodeUnitCount <= text.count else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount
        where text[start + offset].value != UInt32(prefix.utf8Start[offset]) {
            return false
        }
        return true
    }

    private static func spaceFollows(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ index: Int
    ) -> Bool {
        guard index + 1 < text.count else { return true }
        let kind = Folding.standard.kind(text[index + 1]).class
        return kind == .space || kind == .newline
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch Folding.standard.kind(scalar).class {
        case .letter, .digit, .han: true
        default: false
        }
    }

    /// The dot between the parts of a foreign name in Chinese.
    private static func isMiddleDot(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{B7}" || scalar == "\u{2022}" || scalar == "\u{30FB}" || scalar == "\u{2027}"
    }

    // MARK: - Adding

    private static let and = Token.Word("and")
    private static let comma = Token.Word(scalar: 0x2C)

    private mutating func addMark(
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

    private mutating func append(
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
