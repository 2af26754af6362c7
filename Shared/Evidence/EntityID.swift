/// Names one entity for ever.
///
/// A curated entity has the id of its data file (`huawei`, `cn-hainan`), a country its lower-case
/// ISO 3166-1 code (`sn`), a provisional one an id derived from its normalised name, type and
/// scope (`x-…`), so that the same documents in any order give the same ids. An id is never
/// re-used.
package struct EntityID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// The country with this ISO 3166-1 alpha-2 code.
    package static func country(_ jurisdiction: Jurisdiction) -> EntityID {
        EntityID(jurisdiction.rawValue.lowercased())
    }

    package static func < (left: EntityID, right: EntityID) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension EntityID: CustomStringConvertible, ExpressibleByStringLiteral, Codable {
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
