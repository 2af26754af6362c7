import CZeroMQ

/// The half of a CURVE key pair that its owner keeps.
///
/// It does not print: ``text`` has to be asked for.
package struct CurveSecretKey: Hashable, Sendable, CustomStringConvertible {
    /// The key in 40 characters (Z85).
    package let text: String
    let bytes: [UInt8]

    /// Reads a key as it is written; `nil` where the text is none.
    package init?(_ text: String) {
        guard let bytes = Z85.decodeKey(text) else { return nil }
        self.text = text
        self.bytes = bytes
    }

    package var description: String { "a secret key" }

    /// The public key that belongs to this one.
    package func publicKey() throws(ZeroMQError) -> CurvePublicKey {
        var buffer = [CChar](repeating: 0, count: Z85.keyCharacters + 1)
        guard zmq_curve_public(&buffer, text) == 0, let key = CurvePublicKey(Z85.text(buffer))
        else { throw ZeroMQError("zmq_curve_public") }
        return key
    }
}
