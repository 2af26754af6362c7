/// What a piece of evidence is called, or a part of it, with a number that is put together as the
/// name is.
///
/// The number of `"in the"` follows from those of `"in "` and `"the"`, so that evidence is looked
/// up without its name being made.
package struct EvidenceWord: Sendable {
    let text: String
    let key: Key

    init(_ text: String) {
        self.text = text
        key = Key(text.utf8)
    }

    /// A name's number: a polynomial of its bytes, modulo 2⁶⁴.
    struct Key: Hashable, Sendable {
        private(set) var value: UInt64 = 0
        /// The base to the power of how many bytes it is of.
        private var power: UInt64 = 1

        private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

        init(_ bytes: some Sequence<UInt8>) {
            for byte in bytes {
                value = value &* Self.base &+ UInt64(byte) &+ 1
                power = power &* Self.base
            }
        }

        @inline(__always)
        static func + (left: Key, right: Key) -> Key {
            var sum = left
            sum.value = left.value &* right.power &+ right.value
            sum.power = left.power &* right.power
            return sum
        }

        static func == (left: Key, right: Key) -> Bool { left.value == right.value }

        func hash(into hasher: inout Hasher) { hasher.combine(value) }
    }
}

extension EvidenceWord: Hashable {
    package static func == (left: EvidenceWord, right: EvidenceWord) -> Bool {
        left.key == right.key
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension EvidenceWord: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(value)
    }
}

extension EvidenceWord {
    /// Small numbers by themselves.
    static let digits = (0...9).map { EvidenceWord("\($0)") }
}
