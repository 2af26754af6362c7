/// A trie over words: which phrases start at a token, and what each stands for.
///
/// All edges are in one open-addressed table of flat arrays, so that a step is one probe and a
/// million phrases take some tens of megabytes. Phrases can be added at any time.
package struct PhraseTable: Sendable {
    /// A state of the trie; 0 is its root.
    typealias State = UInt32

    private var keys: [UInt64]
    private var targets: [State]
    private var mask: Int
    private var edgeCount = 0
    /// The newest value of each state, as an index of ``values`` plus one; 0 for none.
    private var firstValue: [UInt32] = [0]
    private var values: [UInt32] = []
    private var nextValue: [UInt32] = []
    /// A bit for each hash that some phrase starts with, so that most tokens need no probe.
    private var starts = [UInt64](repeating: 0, count: 1 << 12)

    package init() {
        keys = [UInt64](repeating: 0, count: 1 << 10)
        targets = [State](repeating: 0, count: 1 << 10)
        mask = (1 << 10) - 1
    }

    package var count: Int { values.count }

    /// Adds a phrase; phrases may be added more than once with different values.
    package mutating func insert(_ words: some Sequence<Token.Word>, value: UInt32) {
        var state: State = 0
        for word in words {
            if state == 0 { markStart(word) }
            state = step(from: state, over: word)
        }
        guard state != 0 else { return }
        values.append(value)
        nextValue.append(firstValue[Int(state)])
        firstValue[Int(state)] = UInt32(values.count)
    }

    // MARK: - Looking up

    @inline(__always)
    func canStart(_ word: Token.Word) -> Bool {
        let bit = Int(word.hash & 0x3_FFFF)
        return starts[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// The state after a word, or `nil` where no phrase goes on so.
    @inline(__always)
    func next(_ state: State, _ word: Token.Word) -> State? {
        let key = Self.key(state, word)
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = keys[slot]
            if found == key { return targets[slot] }
            if found == 0 { return nil }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    func hasValue(_ state: State) -> Bool { firstValue[Int(state)] != 0 }

    /// Gives the values of a state, the newest first.
    @inline(__always)
    func forEachValue(_ state: State, _ body: (UInt32) -> Void) {
        var index = firstValue[Int(state)]
        while index != 0 {
            body(values[Int(index) - 1])
            index = nextValue[Int(index) - 1]
        }
    }

    /// The values of exactly this phrase.
    package func values(of words: some Sequence<Token.Word>) -> [UInt32] {
        var state: State = 0
        for word in words {
            guard let following = next(state, word) else { return [] }
            state = following
        }
        var found: [UInt32] = []
        if state != 0 { forEachValue(state) { found.append($0) } }
        return found.reversed()
    }

    // MARK: - Growing

    private mutating func markStart(_ word: Token.Word) {
        let bit = Int(word.hash & 0x3_FFFF)
        starts[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    private mutating func step(from state: State, over word: Token.Word) -> State {
        if let known = next(state, word) { return known }
        if (edgeCount + 1) * 5 > keys.count * 3 { grow() }
        let new = State(firstValue.count)
        firstValue.append(0)
        place(Self.key(state, word), new)
        edgeCount += 1
        return new
    }

    private mutating func place(_ key: UInt64, _ target: State) {
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        targets[slot] = target
    }

    private mutating func grow() {
        let oldKeys = keys
        let oldTargets = targets
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        targets = [State](repeating: 0, count: oldKeys.count * 2)
        mask = keys.count - 1
        for (key, target) in zip(oldKeys, oldTargets) where key != 0 { place(key, target) }
    }

    @inline(__always)
    private static func key(_ state: State, _ word: Token.Word) -> UInt64 {
        var mixed = word.hash ^ (UInt64(state) &* 0x9E37_79B9_7F4A_7C15)
        mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        return mixed | 1
    }
}
