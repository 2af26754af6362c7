import Crypto

/// Names a claim by what it rests on: its document, range, kind and surface forms.
///
/// It depends on no rule version and no resolved id, so that an analyst's judgement of it
/// survives an upgrade.
package struct ClaimID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Derives the id.
    ///
    /// - Parameters:
    ///   - document: The document that the claim is in.
    ///   - range: Where its quote stands, in Unicode scalars.
    ///   - kind: The content's ``Claim/Content/kindName``.
    ///   - surfaces: The forms of the parties as the text writes them, in the order of their roles.
    package init(document: DocumentID, range: Range<Int>, kind: String, surfaces: [String]) {
        var hash = SHA256()
        let fields =
            [document.rawValue, "\(range.lowerBound)-\(range.upperBound)", kind] + surfaces
        for field in fields {
            hash.update(data: Array(field.utf8))
            hash.update(data: [0])
        }
        self.init(rawValue: "c-" + hash.finalize().prefix(12).hexadecimal)
    }

    package static func < (left: ClaimID, right: ClaimID) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension ClaimID: CustomStringConvertible, Codable {
    package var description: String { rawValue }

    package init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
