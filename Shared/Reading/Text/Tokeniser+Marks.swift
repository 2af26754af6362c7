extension Tokeniser {
    // MARK: - Between words

    mutating func passNewline(
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

    mutating func passSymbol(
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
        case "+" where joinsLetters(text, at: index):
            pending.insert(.hyphenBefore)
        default:
            passOther(scalar, text, at: index)
        }
        return index + 1
    }

    /// "Landis+Gyr": whether a sign stands between the letters of one name.
    private func joinsLetters(_ text: UnsafeBufferPointer<Unicode.Scalar>, at index: Int) -> Bool {
        guard index + 1 < text.count, let last = tokens.last, Int(last.fullEnd) == index,
            Folding.standard.kind(text[index - 1]).class == .letter
        else { return false }
        return Folding.standard.kind(text[index + 1]) == (.letter, true)
    }

    mutating func passOther(
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
            if !elides(text, at: index) { pending.insert(.quoteBefore) }
        case ".", "\u{FF0E}":
            passStop(text, at: index)
        case "!", "?", ";", "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{FF1B}":
            addMark(scalar, text, index..<index + 1, [.sentenceEnd])
        default:
            addMark(scalar, text, index..<index + 1, [])
        }
    }

    /// Whether an apostrophe stands between an article or preposition and its word: "d'Abidjan".
    private func elides(_ text: UnsafeBufferPointer<Unicode.Scalar>, at index: Int) -> Bool {
        guard Self.isApostrophe(text[index]), index + 1 < text.count, let last = tokens.last,
            Int(last.fullEnd) == index, last.end - last.start <= 4, !last.flags.contains(.han)
        else { return false }
        return Folding.standard.kind(text[index + 1]) == (.letter, true)
    }

    mutating func passStop(
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
        } else if isInitial(text, before: index) {
            tokens[tokens.count - 1].flags.formUnion([.initials, .allCaps])
            pending.insert(.commaBefore)
        } else {
            addMark(".", text, index..<index + 1, [.sentenceEnd])
        }
    }

    mutating func passDash(
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

    mutating func pass(_ entity: HTMLEntity) -> Int {
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

    mutating func passTag(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ range: Range<Int>
    ) -> Int {
        if HTMLTag.separates(text, range) {
            addMark("\n", text, range, [.sentenceEnd, .blockEnd])
        }
        pending.insert(.markupBefore)
        return range.upperBound
    }
}
