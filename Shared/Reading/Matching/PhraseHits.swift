/// Where the phrases of a table stand in a text, by their starts and their ends.
struct PhraseHits {
    struct Hit {
        var range: Range<Int>
        var value: UInt32
    }

    private var byStart: [Int: [Hit]] = [:]
    private var byEnd: [Int: [Hit]] = [:]

    init(of table: PhraseTable, in tokens: [Token]) {
        for start in tokens.indices where table.canStart(tokens[start].word) {
            var state: PhraseTable.State = 0
            var end = start
            while end < tokens.count, let next = table.next(state, tokens[end].word) {
                state = next
                end += 1
                guard table.hasValue(state) else { continue }
                table.forEachValue(state) { value in
                    let hit = Hit(range: start..<end, value: value)
                    byStart[start, default: []].append(hit)
                    byEnd[end, default: []].append(hit)
                }
            }
        }
    }

    /// The phrases that start at a token, the longest last.
    func starting(at start: Int) -> [Hit] { byStart[start] ?? [] }

    /// The phrases that end before a token, the longest first.
    func ending(at end: Int) -> [Hit] { byEnd[end] ?? [] }

    /// All phrases in the order of their starts.
    var all: [Hit] { byStart.keys.sorted().flatMap { byStart[$0] ?? [] } }
}
