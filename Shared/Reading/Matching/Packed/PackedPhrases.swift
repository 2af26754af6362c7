package import Foundation

/// Phrases by the million in one file, which is mapped into memory and not read.
///
/// It is a trie over words whose edges are one open-addressed table. Where only one phrase goes on,
/// its other words lie in a row and take no edges, so a million names take some tens of megabytes.
/// Two bit sets in front of it, of the pairs of words that phrases begin with and of phrases of one
/// word, spare most words of a text the table.
///
/// ## Layout of the file
///
/// Little-endian. Eight 64-bit numbers: the magic number, how many slots, states and words of the
/// stream, how many phrases, and three that are 0. Then the filter (``filterBytes`` bytes), the
/// slots (a 32-bit tag of state and word, and a 32-bit target), for each state the place of its
/// values in the stream plus one (32 bits, 0 for none), and the stream of 32-bit words. A target
/// with its highest bit set is the place of a leaf in the stream: the length of the rest, the
/// number of values, the rest's words, the values. Values of a state: their number, the values.
///
/// Words are compared by their hashes: that two phrases of one file are taken for each other is as
/// likely as that two 64-bit hashes are equal; that a text's words are taken for a phrase's, once
/// in some thousand million words.
package struct PackedPhrases: Sendable {
    static let magic: UInt64 = 0x3130_5948_524F_4F4D
    static let headerBytes = 64
    static let filterBits = 24
    static let filterBytes = 1 << (filterBits - 3)
    static let leaf: UInt32 = 1 << 31

    private let data: Data
    private let slotCount: Int
    private let stateCount: Int
    private let streamCount: Int
    /// How many phrases it holds.
    package let count: Int

    package struct FormatError: Error, CustomStringConvertible {
        package var description: String { "it is no file of phrases, or one of another version" }
    }

    /// Maps a file that ``PackedPhrasesBuilder`` wrote.
    ///
    /// - Throws: What Foundation throws where it cannot be opened; ``FormatError`` where its header
    ///   or length is not that of such a file.
    package init(contentsOf file: URL) throws {
        try self.init(Data(contentsOf: file, options: .alwaysMapped))
    }

    package init(_ data: Data) throws {
        guard data.count >= Self.headerBytes else { throw FormatError() }
        let numbers = data.withUnsafeBytes { bytes in
            (0..<8).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
        }
        let sizes = numbers[1...4].map { Int(clamping: $0) }
        guard numbers[0] == Self.magic, sizes.allSatisfy({ $0 < 1 << 32 }), sizes[0] > 0,
            data.count == Self.headerBytes + Self.filterBytes + sizes[0] * 8
                + (sizes[1] + sizes[2]) * 4
        else { throw FormatError() }
        self.data = data
        (slotCount, stateCount, streamCount, count) = (sizes[0], sizes[1], sizes[2], sizes[3])
    }

    // MARK: - Looking up

    /// Gives every place where a phrase stands, in the order of the starts, the shortest first.
    ///
    /// - Parameters:
    ///   - text: The text's words.
    ///   - body: Takes the tokens of a place and the value of a phrase that stands there.
    func forEachMatch(in text: TokenisedText, _ body: (Range<Int>, UInt32) -> Void) {
        data.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            let filter = start + Self.headerBytes
            let slots = filter + Self.filterBytes
            let states = slots + slotCount * 8
            let view = View(
                filter: filter.assumingMemoryBound(to: UInt64.self),
                slots: slots.assumingMemoryBound(to: UInt64.self),
                slotCount: UInt64(slotCount),
                states: states.assumingMemoryBound(to: UInt32.self),
                stream: (states + stateCount * 4).assumingMemoryBound(to: UInt32.self)
            )
            text.tokens.withUnsafeBufferPointer { tokens in
                for index in tokens.indices where view.mayStart(tokens, index) {
                    view.follow(text, tokens, from: index, body)
                }
            }
        }
    }

    // MARK: - Keys

    /// The key of an edge: its high bits place it, its low ones tell it from others.
    @inline(__always)
    static func key(_ state: UInt32, _ word: UInt64) -> UInt64 {
        var mixed = word ^ (UInt64(state) &* 0x9E37_79B9_7F4A_7C15)
        mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return (mixed ^ (mixed >> 29)) | 1
    }

    @inline(__always)
    static func slot(_ key: UInt64, among count: UInt64) -> Int {
        Int(truncatingIfNeeded: key.multipliedFullWidth(by: count).high)
    }

    /// The bit of a phrase's first two words in the filter.
    @inline(__always)
    static func pairBit(_ first: UInt64, _ second: UInt64) -> Int {
        let mixed = (first &* 3 &+ second) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> UInt64(64 - filterBits))
    }

    /// The bit of a phrase of one word in the filter.
    @inline(__always)
    static func singleBit(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: word >> UInt64(64 - filterBits))
    }
}

/// The parts of a mapped file, for as long as its bytes are held.
private struct View {
    let filter: UnsafePointer<UInt64>
    let slots: UnsafePointer<UInt64>
    let slotCount: UInt64
    let states: UnsafePointer<UInt32>
    let stream: UnsafePointer<UInt32>

    @inline(__always)
    func has(_ bit: Int) -> Bool { filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 }

    @inline(__always)
    func mayStart(_ tokens: UnsafeBufferPointer<Token>, _ index: Int) -> Bool {
        let first = tokens[index].word.hash
        if index + 1 < tokens.count,
            has(PackedPhrases.pairBit(first, tokens[index + 1].word.hash))
        {
            return true
        }
        return has(PackedPhrases.singleBit(first))
    }

    /// The target of an edge; `nil` where there is none.
    @inline(__always)
    func next(_ state: UInt32, _ word: UInt64) -> UInt32? {
        let key = PackedPhrases.key(state, word)
        let tag = UInt32(truncatingIfNeeded: key)
        var slot = PackedPhrases.slot(key, among: slotCount)
        while true {
            let found = slots[slot]
            if found == 0 { return nil }
            if UInt32(truncatingIfNeeded: found) == tag {
                return UInt32(truncatingIfNeeded: found >> 32)
            }
            slot += 1
            if slot == Int(slotCount) { slot = 0 }
        }
    }

    func follow(
        _ text: TokenisedText,
        _ tokens: UnsafeBufferPointer<Token>,
        from start: Int,
        _ body: (Range<Int>, UInt32) -> Void
    ) {
        var state: UInt32 = 0
        var end = start
        while end < tokens.count, let target = next(state, tokens[end].word.hash) {
            if end > start, text.breaksName(before: end) { return }
            end += 1
            if target & PackedPhrases.leaf != 0 {
                finish(text, tokens, start, end, Int(target & ~PackedPhrases.leaf), body)
                return
            }
            state = target
            let place = states[Int(state)]
            if place != 0 { give(Int(place) - 1, start..<end, body) }
        }
    }

    /// Compares the words after an edge with those of the only phrase that goes on from it.
    private func finish(
        _ text: TokenisedText,
        _ tokens: UnsafeBufferPointer<Token>,
        _ start: Int,
        _ end: Int,
        _ leaf: Int,
        _ body: (Range<Int>, UInt32) -> Void
    ) {
        let length = Int(stream[leaf])
        guard end + length <= tokens.count else { return }
        for offset in 0..<length {
            let word = UInt32(truncatingIfNeeded: tokens[end + offset].word.hash)
            guard word == stream[leaf + 2 + offset], !text.breaksName(before: end + offset) else {
                return
            }
        }
        for value in 0..<Int(stream[leaf + 1]) {
            body(start..<end + length, stream[leaf + 2 + length + value])
        }
    }

    private func give(_ place: Int, _ range: Range<Int>, _ body: (Range<Int>, UInt32) -> Void) {
        for value in 0..<Int(stream[place]) { body(range, stream[place + 1 + value]) }
    }
}
