package import Foundation

/// Collects phrases and writes them as ``PackedPhrases`` have them.
///
/// The same phrases in any order give the same bytes, as long as no phrase has two values.
package struct PackedPhrasesBuilder {
    private var words: [UInt64] = []
    /// Where each phrase's words start, and where the last one's end.
    private var starts: [Int] = [0]
    private var values: [UInt32] = []

    /// The longest phrase, in words; longer ones are left out.
    package static let wordsMax = AliasIndex.wordsMax

    package init() {}

    /// Adds a phrase; it may be added more than once with different values.
    package mutating func insert(_ phrase: some Sequence<Token.Word>, value: UInt32) {
        words.append(contentsOf: phrase.lazy.map(\.hash))
        guard (1...Self.wordsMax).contains(words.count - (starts.last ?? 0)) else {
            words.removeLast(words.count - (starts.last ?? 0))
            return
        }
        starts.append(words.count)
        values.append(value)
    }

    /// The bytes of the file.
    package func data() -> Data {
        let order = values.indices.sorted { isBefore($0, $1) }
        var trie = PackedTrie()
        var filter = [UInt64](repeating: 0, count: PackedPhrases.filterBytes / 8)
        for number in order {
            let own = phrase(number)
            let bit =
                own.count == 1
                ? PackedPhrases.singleBit(own[own.startIndex])
                : PackedPhrases.pairBit(own[own.startIndex], own[own.startIndex + 1])
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        fill(&trie, order[...], depth: 0, state: 0)
        return data(trie, filter)
    }

    private func phrase(_ number: Int) -> ArraySlice<UInt64> {
        words[starts[number]..<starts[number + 1]]
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (one, two) = (phrase(left), phrase(right))
        if one.elementsEqual(two) { return values[left] < values[right] }
        return one.lexicographicallyPrecedes(two)
    }

    /// Adds phrases that share their first words, from the state after these.
    private func fill(
        _ trie: inout PackedTrie,
        _ order: ArraySlice<Int>,
        depth: Int,
        state: UInt32
    ) {
        var rest = order
        let ending = rest.prefix { phrase($0).count == depth }
        if !ending.isEmpty { trie.end(state, values: ending.map { values[$0] }) }
        rest = rest.dropFirst(ending.count)
        while let first = rest.first, let last = last(of: rest, depth) {
            let group = rest[rest.startIndex...last]
            let word = words[starts[first] + depth]
            if phrase(first).elementsEqual(phrase(rest[last])) {
                trie.addLeaf(
                    from: state,
                    over: word,
                    rest: phrase(first).dropFirst(depth + 1),
                    values: group.map { values[$0] }
                )
            } else {
                let next = trie.addState(from: state, over: word)
                fill(&trie, group, depth: depth + 1, state: next)
            }
            rest = rest.dropFirst(group.count)
        }
    }

    /// The place of the last phrase that has the same word as the first one at a depth.
    private func last(of order: ArraySlice<Int>, _ depth: Int) -> Int? {
        guard let first = order.first else { return nil }
        let word = words[starts[first] + depth]
        var low = order.startIndex
        var high = order.endIndex
        while low + 1 < high {
            let middle = (low + high) / 2
            if words[starts[order[middle]] + depth] == word { low = middle } else { high = middle }
        }
        return low
    }

    private func data(_ trie: PackedTrie, _ filter: [UInt64]) -> Data {
        let slots = trie.slots()
        let header: [UInt64] = [
            PackedPhrases.magic, UInt64(slots.count), UInt64(trie.states.count),
            UInt64(trie.stream.count), UInt64(values.count), 0, 0, 0,
        ]
        var data = Data()
        for numbers in [header, filter, slots] {
            numbers.withUnsafeBytes { data.append(contentsOf: $0) }
        }
        for numbers in [trie.states, trie.stream] {
            numbers.withUnsafeBytes { data.append(contentsOf: $0) }
        }
        return data
    }
}

/// The trie of a file of phrases while it is being built.
struct PackedTrie {
    /// For each state the place of its values in the stream plus one; 0 for none.
    private(set) var states: [UInt32] = [0]
    private(set) var stream: [UInt32] = []
    private var edges: [(key: UInt64, target: UInt32)] = []

    mutating func end(_ state: UInt32, values: [UInt32]) {
        states[Int(state)] = UInt32(stream.count + 1)
        stream.append(UInt32(values.count))
        stream += values
    }

    mutating func addState(from state: UInt32, over word: UInt64) -> UInt32 {
        let next = UInt32(states.count)
        states.append(0)
        edges.append((PackedPhrases.key(state, word), next))
        return next
    }

    mutating func addLeaf(
        from state: UInt32,
        over word: UInt64,
        rest: some Collection<UInt64>,
        values: [UInt32]
    ) {
        let place = UInt32(stream.count)
        precondition(place < PackedPhrases.leaf, "a file holds some hundred million names")
        edges.append((PackedPhrases.key(state, word), place | PackedPhrases.leaf))
        stream.append(UInt32(rest.count))
        stream.append(UInt32(values.count))
        stream += rest.map { UInt32(truncatingIfNeeded: $0) }
        stream += values
    }

    /// The edges as an open-addressed table, seven tenths of it filled.
    func slots() -> [UInt64] {
        let count = edges.count * 10 / 7 + 1
        var slots = [UInt64](repeating: 0, count: count)
        for (key, target) in edges {
            var slot = PackedPhrases.slot(key, among: UInt64(count))
            while slots[slot] != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
            slots[slot] = UInt64(UInt32(truncatingIfNeeded: key)) | UInt64(target) << 32
        }
        return slots
    }
}
