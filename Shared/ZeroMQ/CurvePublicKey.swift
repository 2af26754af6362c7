/// The half of a CURVE key pair that everybody may know: 32 bytes, written as 40 characters (Z85).
package struct CurvePublicKey: Hashable, Sendable, CustomStringConvertible {
    package let bytes: [UInt8]
    /// The key as files and command lines have it.
    package let description: String

    /// Reads a key as it is written; `nil` where the text is none.
    package init?(_ text: String) {
        guard let bytes = Z85.decodeKey(text) else { return nil }
        self.bytes = bytes
        description = text
    }

    /// Takes a key as it travels; `nil` where there are not 32 bytes.
    package init?(bytes: [UInt8]) {
        guard let text = Z85.encodeKey(bytes) else { return nil }
        self.bytes = bytes
        description = text
    }
}
