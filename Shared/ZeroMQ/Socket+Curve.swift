import CZeroMQ

/// Encrypted connections: the server is known by its key, and lets in whom it knows.
extension Socket {
    /// Accepts only peers that speak CURVE, know the server's public key and are let in by the
    /// ``AccessHandler`` of the same context.
    ///
    /// Call it before binding, and bind only once the handler is there: without one, libzmq lets
    /// in everybody who knows the server's public key.
    ///
    /// - Parameters:
    ///   - secretKey: The server's.
    ///   - domain: What the access handler is told, so that it can tell sockets apart.
    /// - Throws: Where libzmq was built without CURVE.
    package borrowing func admitCurveClients(
        secretKey: CurveSecretKey,
        domain: String
    ) throws(ZeroMQError) {
        try set(.curveServer, to: 1)
        try set(ZMQ_CURVE_SECRETKEY, to: secretKey.bytes)
        try set(ZMQ_ZAP_DOMAIN, to: Array(domain.utf8))
    }

    /// Speaks CURVE with a server whose public key is known.
    ///
    /// Call it before connecting.
    package borrowing func useCurve(
        _ keys: CurveKeyPair,
        server: CurvePublicKey
    ) throws(ZeroMQError) {
        try set(ZMQ_CURVE_SERVERKEY, to: server.bytes)
        try set(ZMQ_CURVE_PUBLICKEY, to: keys.publicKey.bytes)
        try set(ZMQ_CURVE_SECRETKEY, to: keys.secretKey.bytes)
    }

    private borrowing func set(_ code: Int32, to bytes: [UInt8]) throws(ZeroMQError) {
        guard zmq_setsockopt(handle, code, bytes, bytes.count) == 0 else {
            throw ZeroMQError("zmq_setsockopt")
        }
    }
}
