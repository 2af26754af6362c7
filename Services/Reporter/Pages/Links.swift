import Evidence

/// Something to click on.
struct LinkView {
    var label: String
    var href: String
}

/// Where the pages are.
enum Links {
    static func subject(_ id: EntityID) -> String { "/subjects/" + encoded(id.rawValue) }
    static func entity(_ id: EntityID) -> String { "/entities/" + encoded(id.rawValue) }
    static func document(_ id: DocumentID) -> String { "/documents/" + encoded(id.rawValue) }

    /// Where a claim's quote stands in its document.
    static func passage(_ claim: Claim) -> String {
        document(claim.quote.document) + "#" + anchor(claim.id)
    }

    /// The fragment of a claim's quote in its document's page.
    static func anchor(_ id: ClaimID) -> String { encoded(id.rawValue) }

    /// Percent-encodes all but the unreserved characters of RFC 3986.
    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + [byte].hexadecimal.uppercased()
            }
        }
        return result
    }
}
