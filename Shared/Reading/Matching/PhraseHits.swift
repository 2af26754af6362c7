/// Where the phrases of a table stand in a text, by their starts and their ends.
struct PhraseHits {
    struct Hit {
        var range: Range<Int>
        var value: UInt32
    }

    /// All phrases in the order of their starts, the shorter first.
    private(set) var all: [Hit] = []
    /// For each token the first hit that starts there; -1 for none.
    private var firstAt: [Int32]
    /// For each end the last hit that ends there, and for each hit the one before it with its end.
    private var lastEndingAt: [Int32]
    private var previousEnding: [Int32] = []

    init(of table: PhraseTable, in tokens: [Token]) {
        firstAt = [Int32](repeating: -1, count: tokens.count + 1)
        lastEndingAt = [Int32](repeating: -1, count: tokens.count + 1)
        for start in tokens.indices where table.canStart(tokens[start].word) {
            var state: PhraseTable.State = 0
            var end = start
            while end < tokens.count, let next = table.next(state, tokens[end].word) {
                state = next
                end += 1
                guard table.hasValue(state) else { continue }
                table.forEachValue(state) { add(Hit(range: start..<end, value: $0)) }
            }
        }
    }

    private mutating func add(_ hit: Hit) {
        let number = Int32(all.count)
        if firstAt[hit.range.lowerBound] < 0 { firstAt[hit.range.lowerBound] = number }
        previousEnding.append(lastEndingAt[hit.range.upperBound])
        lastEndingAt[hit.range.upperBound] = number
        all.append(hit)
    }

    /// The longest phrase that starts at a token.
    func longest(startingAt start: Int) -> Hit? {
        guard firstAt.indices.contains(start), firstAt[start] >= 0 else { return nil }
        var index = Int(firstAt[start])
        while index + 1 < all.count, all[index + 1].range.lowerBound == start { index += 1 }
        return all[index]
    }

    /// The phrases that end before a token, the longest first.
    func ending(at end: Int) -> [Hit] {
        guard lastEndingAt.indices.contains(end) else { return [] }
        var found: [Hit] = []
        var index = lastEndingAt[end]
        while index >= 0 {
            found.append(all[Int(index)])
            index = previousEnding[Int(index)]
        }
        return found.reversed()
    }
}
