import Evidence

/// Cuts a document into lines of cues: sentences, and rows of tables.
struct LineReader {
    let context: DocumentContext
    let lexicon: ReadingLexicon
    let mentions: [Mention]
    let guesses: Set<Int>

    /// The longest line that is read, in scalars: what is longer is no sentence.
    private static let lengthMax = 1_500
    /// The same for Chinese: below the length at which a text without marks is cut.
    private static let hanLengthMax = 900

    /// Whether a line is short enough to be a sentence.
    private func isSentence(_ range: Range<Int>) -> Bool {
        guard range.count > Self.hanLengthMax else { return true }
        let isChinese =
            ScalarClass.isHan(context.text[range.lowerBound])
            || ScalarClass.isHan(context.text[range.upperBound - 1])
        return !isChinese && range.count <= Self.lengthMax
    }

    func lines() -> [CueLine] {
        let cues = CueReader(text: context.text, lexicon: lexicon, guesses: guesses)
        var lines: [CueLine] = []
        var place = 0
        var titles: [Int: [EvidenceWord]] = [:]
        let blocks = context.layout.blocks
        while place < blocks.count {
            let block = blocks[place]
            if case .cell(let table, let row, _) = block.kind {
                var end = place + 1
                while end < blocks.count, case .cell(table, row, _) = blocks[end].kind { end += 1 }
                if row == 0 { titles = header(place..<end, cues) }
                lines.append(self.row(place..<end, titles: row > 0 ? titles : [:], cues))
                place = end
                continue
            }
            if block.kind != .provenance { lines += sentences(place, cues) }
            place += 1
        }
        return lines
    }

    private func sentences(_ place: Int, _ cues: CueReader) -> [CueLine] {
        let block = context.layout.blocks[place]
        let within = mentions.within(block.range)
        let ranges = lexicon.sentences.sentences(
            of: context.text,
            in: block.range,
            unbroken: within.map(\.range)
        )
        return ranges.filter(isSentence).map { range in
            CueLine(
                range: range,
                block: place,
                cues: cues.cues(in: range, mentions: mentions.within(range))
            )
        }
    }

    private func row(
        _ places: Range<Int>,
        titles: [Int: [EvidenceWord]],
        _ cues: CueReader
    ) -> CueLine {
        let blocks = context.layout.blocks
        let range =
            blocks[places.lowerBound].range
            .lowerBound..<blocks[places.upperBound - 1].range.upperBound
        var line = CueLine(range: range, block: places.lowerBound, cues: [])
        guard range.count <= Self.lengthMax else { return line }
        for place in places {
            let cell = blocks[place]
            let own = cues.cues(in: cell.range, mentions: mentions.within(cell.range))
            if case .cell(_, _, let column) = cell.kind, let title = titles[column] {
                for offset in own.indices { line.headers[line.cues.count + offset] = title }
            }
            line.cues += own
            let end = cell.range.upperBound
            line.cues.append(Cue(range: end..<end, names: ["|"]))
        }
        return line
    }

    /// The words of a table's first row by column.
    private func header(_ places: Range<Int>, _ cues: CueReader) -> [Int: [EvidenceWord]] {
        var titles: [Int: [EvidenceWord]] = [:]
        for place in places {
            let block = context.layout.blocks[place]
            guard case .cell(_, _, let column) = block.kind else { continue }
            titles[column] = cues.cues(in: block.range, mentions: []).flatMap(\.names)
        }
        return titles
    }
}
