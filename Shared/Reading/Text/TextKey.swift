/// A text's number: a polynomial of its bytes, modulo 2⁶⁴.
///
/// Texts with the same bytes have the same; others practically never. That of two texts one after
/// the other follows from theirs.
struct TextKey: Hashable, Sendable {
    private(set) var value: UInt64 = 0
    /// The base to the power of how many bytes it is of.
    private var power: UInt64 = 1

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

    init() {}

    init(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        value = value &* Self.base &+ UInt64(byte) &+ 1
        power = power &* Self.base
    }

    @inline(__always)
    static func + (left: TextKey, right: TextKey) -> TextKey {
        var sum = TextKey()
        sum.value = left.value &* right.power &+ right.value
        sum.power = left.power &* right.power
        return sum
    }

    static func == (left: TextKey, right: TextKey) -> Bool { left.value == right.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
