/// Decides who may connect to the CURVE sockets of its context (ZAP, RFC 27).
///
/// libzmq asks for each connection before it is established. While the handler does not answer,
/// the connection waits, at most for the handshake's time. One context has at most one handler.
package struct AccessHandler: ~Copyable {
    private let socket: Socket

    /// Where libzmq looks for the handler.
    private static let endpoint = "inproc://zeromq.zap.01"
    private static let version = Array("1.0".utf8)

    /// Begins to be asked.
    ///
    /// - Throws: Where the context has a handler already.
    package init(in context: Context) throws(ZeroMQError) {
        // A value that is not copyable is handed over whole, once nothing can fail any more.
        let socket = try Socket(.reply, in: context)
        try socket.set(.linger, to: 0)
        try socket.bind(to: Self.endpoint)
        self.socket = socket
    }

    package borrowing func add(to poller: inout Poller) -> Int {
        poller.add(socket)
    }

    /// Answers everybody who waits.
    ///
    /// - Parameter decide: Whether a client may come in; its name, or `nil` to refuse it.
    /// - Throws: Where the context was shut down.
    package borrowing func answer(
        _ decide: (AccessRequest) -> String?
    ) throws(ZeroMQError) {
        while let frames = try socket.receive() {
            guard let request = AccessRequest(frames) else {
                let id = frames.count > 1 ? frames[1] : []
                try socket.send(Self.answer(id, status: "500", text: "malformed", user: ""))
                continue
            }
            let user = decide(request)
            try socket.send(
                Self.answer(
                    request.id,
                    status: user == nil ? "400" : "200",
                    text: user == nil ? "not allowed" : "OK",
                    user: user ?? ""
                )
            )
        }
    }

    private static func answer(
        _ id: [UInt8],
        status: String,
        text: String,
        user: String
    ) -> [[UInt8]] {
        [version, id, Array(status.utf8), Array(text.utf8), Array(user.utf8), []]
    }
}

/// A client that wants to come in.
package struct AccessRequest: Hashable, Sendable {
    let id: [UInt8]
    /// What the socket was given as its domain.
    package let domain: String
    /// The client's network address.
    package let address: String
    /// The client's key, which it has proved to own.
    package let key: CurvePublicKey

    init?(_ frames: [[UInt8]]) {
        guard
            frames.count == 7, frames[0] == Array("1.0".utf8),
            frames[5] == Array("CURVE".utf8),
            let key = CurvePublicKey(bytes: frames[6])
        else { return nil }
        id = frames[1]
        domain = String(decoding: frames[2], as: UTF8.self)
        address = String(decoding: frames[3], as: UTF8.self)
        self.key = key
    }
}
