/// Whose law and power a party answers to: an ISO 3166-1 alpha-2 code in capitals (`SN`), or the
/// code of a union (`EU`).
package struct Jurisdiction: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ rawValue: String) {
        self.rawValue = rawValue.uppercased()
    }

    package static func < (left: Jurisdiction, right: Jurisdiction) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Jurisdiction: CustomStringConvertible, ExpressibleByStringLiteral, Codable {
    package var description: String { rawValue }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
