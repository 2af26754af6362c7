import CZeroMQ

/// A socket option whose value is a 32-bit number.
package struct SocketOption: Sendable {
    let code: Int32

    /// How many messages may wait to be sent to one peer; 0 is unbounded.
    package static let sendHighWaterMark = SocketOption(code: ZMQ_SNDHWM)
    /// How many messages of one peer may wait to be received; 0 is unbounded.
    package static let receiveHighWaterMark = SocketOption(code: ZMQ_RCVHWM)
    /// Milliseconds that closing waits for what is not sent yet.
    package static let linger = SocketOption(code: ZMQ_LINGER)
    /// Milliseconds between pings; set it before connecting or binding.
    package static let heartbeatInterval = SocketOption(code: ZMQ_HEARTBEAT_IVL)
    /// Milliseconds without an answer after which the peer counts as gone.
    package static let heartbeatTimeout = SocketOption(code: ZMQ_HEARTBEAT_TIMEOUT)
    /// Milliseconds that the other side shall wait for our pings.
    package static let heartbeatTimeToLive = SocketOption(code: ZMQ_HEARTBEAT_TTL)
    /// Milliseconds that a handshake may take.
    package static let handshakeInterval = SocketOption(code: ZMQ_HANDSHAKE_IVL)
    /// Milliseconds before a connection attempt is given up.
    package static let connectTimeout = SocketOption(code: ZMQ_CONNECT_TIMEOUT)
    /// Milliseconds before the first attempt to connect again.
    package static let reconnectInterval = SocketOption(code: ZMQ_RECONNECT_IVL)
    /// Milliseconds that the pause between attempts may grow to.
    package static let reconnectIntervalMaximum = SocketOption(code: ZMQ_RECONNECT_IVL_MAX)
    /// 1: queue only for peers whose connection is complete.
    package static let immediate = SocketOption(code: ZMQ_IMMEDIATE)
    /// 1: a reply to a vanished peer is an error instead of being dropped in silence.
    package static let routerMandatory = SocketOption(code: ZMQ_ROUTER_MANDATORY)
    /// How many connections may wait to be accepted.
    package static let backlog = SocketOption(code: ZMQ_BACKLOG)
    /// 1: tell an extended publisher of each subscription, also of one that is not the first.
    package static let verboseSubscriptions = SocketOption(code: ZMQ_XPUB_VERBOSE)
    /// 1: the CURVE server of a connection, which is the side that has the known key.
    static let curveServer = SocketOption(code: ZMQ_CURVE_SERVER)
    /// Seconds of silence before TCP keep-alive asks for the first time.
    package static let keepAliveIdle = SocketOption(code: ZMQ_TCP_KEEPALIVE_IDLE)
    /// Seconds between two questions of TCP keep-alive.
    package static let keepAliveInterval = SocketOption(code: ZMQ_TCP_KEEPALIVE_INTVL)
    /// How many unanswered questions of TCP keep-alive end a connection.
    package static let keepAliveCount = SocketOption(code: ZMQ_TCP_KEEPALIVE_CNT)
    /// 1: TCP keep-alive.
    package static let keepAlive = SocketOption(code: ZMQ_TCP_KEEPALIVE)
}

extension Socket {
    /// Sets an option; most of them count only for what is connected or bound afterwards.
    package borrowing func set(_ option: SocketOption, to value: Int32) throws(ZeroMQError) {
        var value = value
        let size = MemoryLayout<Int32>.size
        guard zmq_setsockopt(handle, option.code, &value, size) == 0 else {
            throw ZeroMQError("zmq_setsockopt")
        }
    }

    /// Cuts off a peer that sends a frame larger than this many bytes.
    package borrowing func setMessageSizeMaximum(bytes: Int64) throws(ZeroMQError) {
        var value = bytes
        let size = MemoryLayout<Int64>.size
        guard zmq_setsockopt(handle, ZMQ_MAXMSGSIZE, &value, size) == 0 else {
            throw ZeroMQError("zmq_setsockopt")
        }
    }
}
