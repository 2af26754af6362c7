extension Tokeniser {
    // MARK: - Looking ahead, within limits

    mutating func tagEnd(
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

    mutating func linkEnd(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        from start: Int
    ) -> Int? {
        guard start + 1 < text.count, text[start + 1] == "(", start >= noBracketBefore else {
            return nil
        }
        let limit = min(text.count, start + Self.markupLimit)
        for index in start + 1..<limit {
            if text[index] == ")" { return index + 1 }
            if text[index] == "\n" {
                noBracketBefore = index
                return nil
            }
        }
        noBracketBefore = limit
        return nil
    }

    func urlEnd(_ text: UnsafeBufferPointer<Unicode.Scalar>, from start: Int) -> Int? {
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

    static func starts(
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

    static func spaceFollows(
        _ text: UnsafeBufferPointer<Unicode.Scalar>,
        _ index: Int
    ) -> Bool {
        guard index + 1 < text.count else { return true }
        let kind = Folding.standard.kind(text[index + 1]).class
        return kind == .space || kind == .newline
    }

    static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch Folding.standard.kind(scalar).class {
        case .letter, .digit, .han: true
        default: false
        }
    }

    /// The dot between the parts of a foreign name in Chinese.
    static func isMiddleDot(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{B7}" || scalar == "\u{2022}" || scalar == "\u{30FB}" || scalar == "\u{2027}"
    }
}
