/// Splits a text into blocks, line by line, looking back at most one block.
struct LayoutReader {
    let text: ScalarText
    let words: LayoutWords
    private(set) var blocks: [Block] = []
    /// The open headings with their levels, outermost first.
    private var open: [(level: Int, block: Int)] = []
    private var bulletStack: [(indent: Int, block: Int)] = []
    private var table = 0
    private var row = 0
    private var wasBlank = true

    init(text: ScalarText, words: LayoutWords) {
        self.text = text
        self.words = words
    }

    mutating func read() {
        var position = frontMatterEnd()
        while position < text.count {
            var end = position
            while end < text.count, !ScalarClass.isLineEnd(text[end]) { end += 1 }
            readLine(position..<end)
            position = end + 1
        }
    }

    /// Where a YAML front matter ends; 0 where there is none.
    private func frontMatterEnd() -> Int {
        guard text.starts(with: "---\n", at: 0) else { return 0 }
        var position = 4
        while position < text.count {
            var end = position
            while end < text.count, !ScalarClass.isLineEnd(text[end]) { end += 1 }
            if end - position == 3, text.starts(with: "---", at: position) { return end }
            position = end + 1
        }
        return 0
    }

    private mutating func readLine(_ line: Range<Int>) {
        let content = text.trimmed(line)
        guard !content.isEmpty else {
            wasBlank = true
            row = 0
            return
        }
        defer { wasBlank = false }
        if isRule(content) { return }
        if let cells = cells(of: line) {
            appendCells(cells)
            return
        }
        row = 0
        let marks = LineMarks(text: text, line: line, content: content)
        if let level = marks.headingLevel {
            appendHeading(marks.content, level: level)
        } else if let depth = marks.bulletIndent {
            appendBullet(marks.content, indent: depth)
        } else if continues(content) {
            blocks[blocks.count - 1].range =
                blocks[blocks.count - 1].range.lowerBound..<content.upperBound
        } else {
            bulletStack = []
            appendParagraph(content)
        }
    }

    /// A line of dashes, stars or equal signs.
    private func isRule(_ content: Range<Int>) -> Bool {
        content.allSatisfy { "-*_=|:+ \u{2014}\t".unicodeScalars.contains(text[$0]) }
    }
}

// MARK: - Blocks

extension LayoutReader {
    private mutating func appendHeading(_ content: Range<Int>, level: Int) {
        bulletStack = []
        while let last = open.last, last.level >= level { open.removeLast() }
        blocks.append(
            Block(kind: .heading(level: level), range: content, headings: open.map(\.block))
        )
        open.append((level, blocks.count - 1))
    }

    private mutating func appendBullet(_ content: Range<Int>, indent: Int) {
        while let last = bulletStack.last, last.indent >= indent { bulletStack.removeLast() }
        var block = labelled(content, kind: .bullet(depth: bulletStack.count))
        block.parent = bulletStack.last?.block
        blocks.append(block)
        bulletStack.append((indent, blocks.count - 1))
    }

    private mutating func appendParagraph(_ content: Range<Int>) {
        let block = labelled(content, kind: .paragraph)
        if block.kind == .paragraph, isHeadingLike(content), block.label == nil {
            appendHeading(content, level: 7)
        } else {
            blocks.append(block)
        }
    }

    /// The block of a line, with what stands before a first colon taken as its label.
    private func labelled(_ content: Range<Int>, kind: Block.Kind) -> Block {
        var block = Block(kind: kind, range: content, headings: open.map(\.block))
        guard let colon = labelEnd(in: content) else { return block }
        let label = stripped(content.lowerBound..<colon)
        let name = text.string(label).lowercased()
        if words.provenance.contains(where: { name == $0 }) {
            block.kind = .provenance
            return block
        }
        block.label = label
        block.range = text.trimmed(afterLabel(colon, in: content)..<content.upperBound)
        return block
    }

    /// Where the colon of a short label stands.
    private func labelEnd(in content: Range<Int>) -> Int? {
        var wordCount = 1
        for position in content {
            let scalar = text[position]
            if scalar == ":" || scalar == "\u{FF1A}" {
                let next = position + 1
                let isTime =
                    next < text.count && ScalarClass.isDigit(text[next])
                    && position > content.lowerBound && ScalarClass.isDigit(text[position - 1])
                let isAddress = text.starts(with: "://", at: position)
                return isTime || isAddress || position == content.lowerBound ? nil : position
            }
            if ScalarClass.isSpace(scalar) { wordCount += 1 }
            if wordCount > 7 || position - content.lowerBound > 70 { return nil }
            if ".!?;\u{3002}\u{FF1B}\u{FF0C}\t".unicodeScalars.contains(scalar) { return nil }
        }
        return nil
    }

    private func afterLabel(_ colon: Int, in content: Range<Int>) -> Int {
        var position = colon + 1
        while position < content.upperBound, text[position] == "*" || text[position] == ":" {
            position += 1
        }
        return position
    }

    /// Without the marks of Markdown emphasis.
    private func stripped(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        let isMark = { (position: Int) in
            "*_#\u{25AA}\u{2022}".unicodeScalars.contains(self.text[position])
                || ScalarClass.isSpace(self.text[position])
        }
        while lower < upper, isMark(lower) { lower += 1 }
        while upper > lower, isMark(upper - 1) { upper -= 1 }
        return lower..<upper
    }

    /// Whether the next line begins in lower case: the line before it is wrapped text, no heading.
    private func runsOn(after end: Int) -> Bool {
        var position = end
        while position < text.count, !ScalarClass.isLineEnd(text[position]) { position += 1 }
        if position < text.count, text[position] == "\r" { position += 1 }
        if position < text.count, text[position] == "\n" { position += 1 }
        return position < text.count && ScalarClass.isLower(text[position])
    }

    /// A short line of its own that does not end as a sentence does.
    private func isHeadingLike(_ content: Range<Int>) -> Bool {
        guard let last = content.last, !runsOn(after: content.upperBound) else { return false }
        let length = content.count
        let hanCount = content.lazy.filter { ScalarClass.isHan(self.text[$0]) }.count
        guard hanCount > length / 3 ? length <= 32 : length <= 110 else { return false }
        if ".!?:;,\u{3002}\u{FF01}\u{FF1F}\u{FF1B}\u{FF0C}\u{2026}\"\u{201D})".unicodeScalars
            .contains(text[last])
        {
            return ")?\u{FF1F}\"\u{201D}".unicodeScalars.contains(text[last]) && length <= 80
                && wasBlank
        }
        let wordCount =
            content.lazy.filter { ScalarClass.isSpace(self.text[$0]) }.count + 1
        return wordCount <= 16
    }

    /// Whether a line goes on with the paragraph or bullet before it (wrapped text).
    private func continues(_ content: Range<Int>) -> Bool {
        guard
            !wasBlank, !isFieldLike(content), let last = blocks.last, !last.isCell,
            last.kind != .provenance,
            !last.range.isEmpty
        else { return false }
        let end = last.range.upperBound - 1
        let lastLine = last.range.upperBound - lineStart(before: end)
        let previous = text[end]
        let first = text[content.lowerBound]
        if ".!?:\u{3002}\u{FF01}\u{FF1F}\u{FF1A}\u{FF1B}".unicodeScalars.contains(previous) {
            return lastLine >= 55 && lastLine <= 130 && ScalarClass.isLower(first)
        }
        if last.isHeading { return false }
        if ScalarClass.isHan(previous), ScalarClass.isHan(first) {
            return lastLine >= 25 && labelEnd(in: content) == nil
        }
        return lastLine >= 40 && (ScalarClass.isLower(first) || lastLine <= 130)
    }

    /// Whether a line begins as a field of a form does: a short label with a capital, a colon.
    private func isFieldLike(_ content: Range<Int>) -> Bool {
        guard let end = labelEnd(in: content), !ScalarClass.isLower(text[content.lowerBound]) else {
            return false
        }
        let spaces = (content.lowerBound..<end).lazy.filter { ScalarClass.isSpace(self.text[$0]) }
        return spaces.count <= 3
    }

    private func lineStart(before position: Int) -> Int {
        var start = position
        while start > 0, !ScalarClass.isLineEnd(text[start - 1]) { start -= 1 }
        return start
    }
}

// MARK: - Tables

extension LayoutReader {
    /// The cells of a table row: separated by tabs, or by bars at both ends.
    private func cells(of line: Range<Int>) -> [Range<Int>]? {
        let content = text.trimmed(line)
        let separator: Unicode.Scalar
        if text[content.lowerBound] == "|", text[content.upperBound - 1] == "|" {
            separator = "|"
        } else if content.lazy.filter({ isBar(text[$0]) }).count >= 2 {
            separator = "|"
        } else if content.contains(where: { text[$0] == "\t" }) || text[line.lowerBound] == "\t" {
            separator = "\t"
        } else {
            return nil
        }
        var cells: [Range<Int>] = []
        let isClosed = separator == "|" && isBar(text[content.lowerBound])
        var start = isClosed ? content.lowerBound + 1 : line.lowerBound
        for position in start..<line.upperBound
        where text[position] == separator || separator == "|" && isBar(text[position]) {
            cells.append(text.trimmed(start..<position))
            start = position + 1
        }
        if separator == "\t" || start < content.upperBound {
            cells.append(text.trimmed(start..<line.upperBound))
        }
        let filled = cells.filter { !$0.isEmpty }
        return filled.count >= 2 || (row > 0 && !filled.isEmpty) ? cells : nil
    }

    /// A bar between cells, of half or full width.
    private func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "\u{FF5C}" }

    private mutating func appendCells(_ cells: [Range<Int>]) {
        bulletStack = []
        if row == 0 { table += 1 }
        for (column, cell) in cells.enumerated() {
            for part in parts(of: cell) {
                var block = labelled(
                    part,
                    kind: .cell(table: table, row: row, column: column)
                )
                if block.kind == .provenance {
                    block.kind = .cell(table: table, row: row, column: column)
                }
                blocks.append(block)
            }
        }
        row += 1
    }

    /// A cell's parts between tags and list marks.
    private func parts(of cell: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = cell.lowerBound
        var position = cell.lowerBound
        while position < cell.upperBound {
            var next = position + 1
            let scalar = text[position]
            if scalar == "<", let close = tagEnd(position, before: cell.upperBound) {
                next = close
            } else if scalar != "\u{25AA}" && scalar != "\u{2022}" {
                position = next
                continue
            }
            parts.append(text.trimmed(start..<position))
            start = next
            position = next
        }
        parts.append(text.trimmed(start..<cell.upperBound))
        return parts.filter { !$0.isEmpty }
    }

    private func tagEnd(_ position: Int, before limit: Int) -> Int? {
        guard position + 1 < limit else { return nil }
        let next = text[position + 1]
        guard ScalarClass.isLetter(next) || next == "/" else { return nil }
        let end = min(limit, position + 200)
        return (position..<end).first { text[$0] == ">" }.map { $0 + 1 }
    }
}
