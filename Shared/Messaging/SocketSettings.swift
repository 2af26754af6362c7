package import ZeroMQ

/// The options that every socket of the bus has, set before it is bound or connected.
package enum SocketSettings {
    /// Heartbeats, so that a peer that died without a word is noticed; bounds on handshakes and
    /// on the size of what comes in.
    package static func guardConnection(_ socket: borrowing Socket) throws(ZeroMQError) {
        try socket.set(.heartbeatInterval, to: 1000)
        try socket.set(.heartbeatTimeout, to: 3000)
        try socket.set(.heartbeatTimeToLive, to: 5000)
        try socket.set(.handshakeInterval, to: 3000)
        try socket.set(.backlog, to: 1024)
        try socket.set(.keepAlive, to: 1)
        try socket.setMessageSizeMaximum(bytes: MessagingLimits.frameBytesMax)
    }

    /// What the side that connects adds.
    package static func guardReconnection(_ socket: borrowing Socket) throws(ZeroMQError) {
        try socket.set(.connectTimeout, to: 2000)
        try socket.set(.reconnectInterval, to: 100)
        try socket.set(.reconnectIntervalMaximum, to: 2000)
        try socket.set(.linger, to: 0)
    }
}
