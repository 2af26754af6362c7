import Foundation

/// JSON in one form only: sorted keys, no white space, numbers rounded to 6 decimals.
package enum CanonicalJSON {
    /// The greatest number of decimals that a number is written with.
    package static let decimals = 6

    /// Encodes a value.
    ///
    /// - Throws: What the value's own encoding throws.
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        let data = try JSONEncoder().encode(value)
        let tree = try JSONDecoder().decode(Tree.self, from: data)
        var bytes: [UInt8] = []
        tree.write(to: &bytes)
        return bytes
    }

    /// A decoded JSON value.
    private enum Tree: Decodable {
        case null
        case boolean(Bool)
        case integer(Int)
        case number(Double)
        case text(String)
        case list([Tree])
        case object([String: Tree])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(Bool.self) {
                self = .boolean(value)
            } else if let value = try? container.decode(Int.self) {
                self = .integer(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if let value = try? container.decode(String.self) {
                self = .text(value)
            } else if let value = try? container.decode([Tree].self) {
                self = .list(value)
            } else {
                self = .object(try container.decode([String: Tree].self))
            }
        }

        func write(to bytes: inout [UInt8]) {
            switch self {
            case .null: bytes += Array("null".utf8)
            case .boolean(let value): bytes += Array((value ? "true" : "false").utf8)
            case .integer(let value): bytes += Array(String(value).utf8)
            case .number(let value): bytes += Array(CanonicalJSON.format(value).utf8)
            case .text(let value): CanonicalJSON.write(value, to: &bytes)
            case .list(let values):
                bytes.append(0x5B)
                for (index, value) in values.enumerated() {
                    if index > 0 { bytes.append(0x2C) }
                    value.write(to: &bytes)
                }
                bytes.append(0x5D)
            case .object(let members):
                bytes.append(0x7B)
                let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                for (index, member) in sorted.enumerated() {
                    if index > 0 { bytes.append(0x2C) }
                    CanonicalJSON.write(member.key, to: &bytes)
                    bytes.append(0x3A)
                    member.value.write(to: &bytes)
                }
                bytes.append(0x7D)
            }
        }
    }

    /// Writes a number with at most ``decimals`` decimals, without an exponent or trailing zeros.
    package static func format(_ value: Double) -> String {
        let scaled = (value * 1e6).rounded()
        guard abs(scaled) < 1e18 else { return String(value) }
        let millionths = Int(scaled)
        let magnitude = millionths.magnitude
        var fraction = String(magnitude % 1_000_000)
        fraction = String(repeating: "0", count: decimals - fraction.count) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let whole = (millionths < 0 ? "-" : "") + String(magnitude / 1_000_000)
        return fraction.isEmpty ? whole : whole + "." + fraction
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x09: bytes += [0x5C, 0x74]
            case 0x0D: bytes += [0x5C, 0x72]
            case ..<0x20: bytes += Array("\\u00".utf8) + hexadecimal(byte)
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        [byte >> 4, byte & 0xF].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
    }
}
