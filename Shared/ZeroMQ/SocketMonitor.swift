import CZeroMQ
import Synchronization

/// Tells what happens to the connections of a socket.
package struct SocketMonitor: ~Copyable {
    private let pair: Socket

    private static let count = Atomic(0)

    /// What happened to a connection.
    package enum Event: Hashable, Sendable {
        /// A connection has come in, and its handshake begins; it is known by a number.
        case accepted(Int32)
        /// A peer has passed its handshake.
        case established
        /// A connection has ended, whether it had been established or not.
        case ended(Int32)
        /// A peer does not speak the mechanism that the socket asks for: it has no key.
        case withoutKey
        /// What a peer sent cannot be decrypted: it has a wrong key of the server.
        case undecipherable
        /// The access handler did not let a peer in.
        case refused
        /// A peer ended the handshake; one without a key may do so before it is found out.
        case brokenOff
        /// A peer broke the protocol otherwise.
        case failed
    }

    /// Watches a socket from now on; call it before binding.
    ///
    /// - Parameters:
    ///   - socket: The socket, which may be closed before the monitor.
    ///   - context: The context that it lives in.
    /// - Throws: Where the socket is watched already.
    package init(of socket: borrowing Socket, in context: Context) throws(ZeroMQError) {
        let number = Self.count.add(1, ordering: .relaxed).newValue
        let endpoint = "inproc://monitor-\(number)"
        let events =
            ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_DISCONNECTED | ZMQ_EVENT_HANDSHAKE_SUCCEEDED
            | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL
            | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH
        guard zmq_socket_monitor(socket.handle, endpoint, Int32(events)) == 0 else {
            throw ZeroMQError("zmq_socket_monitor")
        }
        let pair = try Socket(.pair, in: context)
        try pair.set(.linger, to: 0)
        try pair.connect(to: endpoint)
        self.pair = pair
    }

    package borrowing func add(to poller: inout Poller) -> Int {
        poller.add(pair)
    }

    /// Takes what has happened since.
    package borrowing func events() throws(ZeroMQError) -> [Event] {
        var events: [Event] = []
        while let frames = try pair.receive() {
            guard let first = frames.first, let event = Self.event(first) else { continue }
            events.append(event)
        }
        return events
    }

    /// Reads a 16-bit event and its 32-bit value, in the machine's own order.
    private static func event(_ frame: [UInt8]) -> Event? {
        guard frame.count >= 6 else { return nil }
        let (kind, value) = frame.withUnsafeBytes { bytes in
            (
                Int32(bytes.loadUnaligned(as: UInt16.self)),
                Int32(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: 2, as: UInt32.self))
            )
        }
        switch kind {
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: return .established
        case ZMQ_EVENT_ACCEPTED: return .accepted(value)
        case ZMQ_EVENT_DISCONNECTED: return .ended(value)
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: return .refused
        case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
            switch value {
            case ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH: return .withoutKey
            case ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC: return .undecipherable
            default: return .failed
            }
        case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL: return .brokenOff
        default: return nil
        }
    }
}
