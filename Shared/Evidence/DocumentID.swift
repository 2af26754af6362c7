import Crypto
package import Foundation

/// Names a document by the SHA-256 of its bytes as they came in, in lower-case hexadecimal.
package struct DocumentID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Names a document by its bytes.
    package init(of bytes: Data) {
        self.init(rawValue: SHA256.hash(data: bytes).hexadecimal)
    }

    package static func < (left: DocumentID, right: DocumentID) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension DocumentID: CustomStringConvertible, Codable {
    package var description: String { rawValue }

    package init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
