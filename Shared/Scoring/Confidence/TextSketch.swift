/// A 64-bit SimHash of a text: near-duplicates differ in few bits.
///
/// It is made of runs of three words, a word being a run of letters or digits in lower case, or a
/// single scalar of a script that is written without spaces. Its text form is 16 hexadecimal
/// digits.
package struct TextSketch: Hashable, Sendable, CustomStringConvertible {
    package let bits: UInt64

    package init(bits: UInt64) {
        self.bits = bits
    }

    /// Reads the 16 hexadecimal digits.
    package init?(_ text: String) {
        guard text.utf8.count == 16, let bits = UInt64(text, radix: 16) else { return nil }
        self.bits = bits
    }

    /// Sketches a text.
    package init(sketching text: String) {
        let words = Words.hashes(in: text)
        var balance = [Int](repeating: 0, count: 64)
        let length = min(3, max(words.count, 1))
        for start in 0..<max(words.count - length + 1, 0) {
            var hash = Words.mix(0)
            for word in words[start..<(start + length)] { hash = Words.mix(hash ^ word) }
            for bit in 0..<64 { balance[bit] += hash >> UInt64(bit) & 1 == 1 ? 1 : -1 }
        }
        bits = balance.enumerated().reduce(0) { $0 | ($1.element > 0 ? 1 << $1.offset : 0) }
    }

    /// In how many bits two sketches differ, 0…64.
    package func distance(to other: TextSketch) -> Int {
        (bits ^ other.bits).nonzeroBitCount
    }

    package var description: String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
