/// The marks at the head of a line: heading signs, bullets and their indent.
struct LineMarks {
    var content: Range<Int>
    var headingLevel: Int?
    var bulletIndent: Int?

    init(text: ScalarText, line: Range<Int>, content: Range<Int>) {
        self.content = content
        let first = text[content.lowerBound]
        if first == "#" {
            readHeading(text)
        } else if let end = Self.bulletEnd(text, content) {
            let indent = content.lowerBound - line.lowerBound
            bulletIndent = indent
            self.content = text.trimmed(end..<content.upperBound)
        }
    }

    private mutating func readHeading(_ text: ScalarText) {
        var level = 0
        while level < content.count, text[content.lowerBound + level] == "#" { level += 1 }
        let rest = text.trimmed((content.lowerBound + level)..<content.upperBound)
        guard level <= 6, !rest.isEmpty else { return }
        headingLevel = level
        var upper = rest.upperBound
        while upper > rest.lowerBound, text[upper - 1] == "#" { upper -= 1 }
        content = text.trimmed(rest.lowerBound..<upper)
    }

    /// Where what follows a bullet mark or a number begins.
    private static func bulletEnd(_ text: ScalarText, _ content: Range<Int>) -> Int? {
        let first = text[content.lowerBound]
        let next = content.lowerBound + 1
        guard next < content.upperBound else { return nil }
        if "\u{2022}\u{25AA}\u{25CF}\u{25E6}\u{2023}\u{25A0}\u{00B7}".unicodeScalars.contains(first)
        {
            return next
        }
        if "-*+\u{2013}\u{2014}".unicodeScalars.contains(first), ScalarClass.isSpace(text[next]) {
            return next
        }
        var position = content.lowerBound
        if first == "(" || first == "\u{FF08}" { position += 1 }
        let start = position
        while position < content.upperBound, position - start < 3,
            ScalarClass.isDigit(text[position])
        {
            position += 1
        }
        if position == start {
            while position < content.upperBound, position - start < 3,
                "\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{4E94}\u{516D}\u{4E03}\u{516B}\u{4E5D}\u{5341}"
                    .unicodeScalars.contains(text[position])
            {
                position += 1
            }
        }
        if position == start, start > content.lowerBound {
            while position < content.upperBound, position - start < 4,
                ScalarClass.isLower(text[position])
            {
                position += 1
            }
        }
        guard position > start, position + 1 < content.upperBound else { return nil }
        let mark = text[position]
        guard ".)\u{3001}\u{FF09}\u{FF0E}".unicodeScalars.contains(mark) else { return nil }
        let after = text[position + 1]
        if mark == ".", !ScalarClass.isSpace(after) { return nil }
        return position + 1
    }
}
