import CZeroMQ

/// A CURVE key pair: who one is, and the proof of it.
package struct CurveKeyPair: Hashable, Sendable {
    package let publicKey: CurvePublicKey
    package let secretKey: CurveSecretKey

    /// Completes a secret key with the public key that belongs to it.
    package init(_ secretKey: CurveSecretKey) throws(ZeroMQError) {
        self.secretKey = secretKey
        publicKey = try secretKey.publicKey()
    }

    /// Makes a new pair.
    ///
    /// - Throws: Where libzmq was built without CURVE.
    package static func generate() throws(ZeroMQError) -> CurveKeyPair {
        var shown = [CChar](repeating: 0, count: Z85.keyCharacters + 1)
        var hidden = shown
        guard
            zmq_curve_keypair(&shown, &hidden) == 0,
            let secretKey = CurveSecretKey(Z85.text(hidden))
        else { throw ZeroMQError("zmq_curve_keypair") }
        return try CurveKeyPair(secretKey)
    }
}
