/// A 64-bit hash that is the same on every machine and in every run.
///
/// It is FNV-1a, stirred at the end. It names things; it protects nothing.
package struct StableHash: Sendable {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    /// Adds a field and its end.
    package mutating func add(_ field: String) {
        for byte in field.utf8 { add(byte) }
        add(0)
    }

    /// Sixteen lower-case hexadecimal digits.
    package var hexadecimal: String {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        let digits = String(mixed ^ (mixed >> 31), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
