import Foundation

/// JSON in one form only: sorted keys, no white space, numbers with at most 6 decimals.
package enum CanonicalJSON {
    /// The greatest number of decimals that a number is written with.
    package static let decimals = 6

    /// Encodes a value.
    ///
    /// - Throws: What the value's own encoding throws.
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return rounded(Array(try encoder.encode(value)))
    }

    /// Writes every number that is not whole anew; strings are left as they are.
    private static func rounded(_ json: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(json.count)
        var index = 0
        while index < json.count {
            let end: Int
            switch json[index] {
            case UInt8(ascii: "\""):
                end = endOfString(in: json, from: index)
                output += json[index..<end]
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                end = endOfNumber(in: json, from: index)
                output += number(json[index..<end])
            default:
                end = index + 1
                output.append(json[index])
            }
            index = end
        }
        return output
    }

    private static func endOfString(in json: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < json.count, json[index] != UInt8(ascii: "\"") {
            index += json[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, json.count)
    }

    private static func endOfNumber(in json: [UInt8], from start: Int) -> Int {
        json[start...].firstIndex { ![0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) && !isDigit($0) }
            ?? json.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func number(_ token: ArraySlice<UInt8>) -> [UInt8] {
        let isWhole = token.dropFirst().allSatisfy(isDigit)
        guard !isWhole, let value = Double(String(decoding: token, as: UTF8.self)) else {
            return Array(token)
        }
        return Array(format(value).utf8)
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
}
