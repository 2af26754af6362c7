import CZeroMQ

/// The sole owner of one ZeroMQ socket.
///
/// A ZeroMQ socket belongs to one thread, and closing it twice is undefined. Both mistakes are
/// compile errors here: the type is not `Sendable`, so one isolation domain holds it, and not
/// `Copyable`, so one value closes it.
package struct Socket: ~Copyable {
    let handle: UnsafeMutableRawPointer
    private let context: Context

    package enum Kind: Int32, Sendable {
        case pair = 0
        case publish = 1
        case subscribe = 2
        case reply = 4
        case dealer = 5
        case router = 6
        /// A publisher that also gets to see who subscribes to what.
        case extendedPublish = 9
    }

    /// Opens a socket of the given kind.
    package init(_ kind: Kind, in context: Context) throws(ZeroMQError) {
        guard let handle = zmq_socket(context.handle, kind.rawValue) else {
            throw ZeroMQError("zmq_socket")
        }
        self.handle = handle
        self.context = context
    }

    deinit {
        zmq_close(handle)
    }

    /// Listens at an endpoint such as `tcp://127.0.0.1:5600`.
    package borrowing func bind(to endpoint: String) throws(ZeroMQError) {
        guard zmq_bind(handle, endpoint) == 0 else { throw ZeroMQError("zmq_bind") }
    }

    /// Stops listening at an endpoint and cuts off everybody who came in there.
    ///
    /// Both happen in the background: the address may stay in use for a moment.
    ///
    /// - Parameter endpoint: As ``lastEndpoint()`` gave it after binding.
    /// - Throws: Where the socket is not bound there.
    package borrowing func unbind(from endpoint: String) throws(ZeroMQError) {
        guard zmq_unbind(handle, endpoint) == 0 else { throw ZeroMQError("zmq_unbind") }
    }

    /// Where the socket was bound last, with wild cards replaced by what they stood for.
    package borrowing func lastEndpoint() throws(ZeroMQError) -> String {
        var text = [CChar](repeating: 0, count: 1024)
        var size = text.count
        guard zmq_getsockopt(handle, ZMQ_LAST_ENDPOINT, &text, &size) == 0 else {
            throw ZeroMQError("zmq_getsockopt")
        }
        let bytes = text.prefix(while: { $0 != 0 }).map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Connects to an endpoint, whose owner need not be running yet.
    package borrowing func connect(to endpoint: String) throws(ZeroMQError) {
        guard zmq_connect(handle, endpoint) == 0 else { throw ZeroMQError("zmq_connect") }
    }

    /// Asks for the messages whose first frame starts with these bytes; empty for all.
    package borrowing func subscribe(toPrefix prefix: String) throws(ZeroMQError) {
        guard zmq_setsockopt(handle, ZMQ_SUBSCRIBE, prefix, prefix.utf8.count) == 0 else {
            throw ZeroMQError("zmq_setsockopt")
        }
    }
}

// MARK: - Sending

extension Socket {
    /// Sends one message of several frames without waiting.
    ///
    /// - Returns: Whether it was accepted; `false` where the queue is full or the peer is gone.
    @discardableResult
    package borrowing func send(_ frames: [[UInt8]]) throws(ZeroMQError) -> Bool {
        for (index, frame) in frames.enumerated() {
            let isLast = index == frames.count - 1
            let flags = ZMQ_DONTWAIT | (isLast ? 0 : ZMQ_SNDMORE)
            guard try send(frame, flags: flags) else { return false }
        }
        return true
    }

    private borrowing func send(_ frame: [UInt8], flags: Int32) throws(ZeroMQError) -> Bool {
        while true {
            let sent = frame.withUnsafeBytes { bytes in
                zmq_send(handle, bytes.baseAddress, bytes.count, flags)
            }
            if sent >= 0 { return true }
            let error = ZeroMQError("zmq_send")
            if error.isInterrupted { continue }
            if error.isAgain || error.isUnreachable { return false }
            throw error
        }
    }
}

// MARK: - Receiving

extension Socket {
    /// Takes one whole message, if one is there.
    ///
    /// - Returns: Its frames, or `nil` where nothing waits.
    package borrowing func receive() throws(ZeroMQError) -> [[UInt8]]? {
        var frames: [[UInt8]] = []
        repeat {
            guard let frame = try receiveFrame() else { return nil }
            frames.append(frame)
        } while try hasMoreFrames()
        return frames
    }

    private borrowing func receiveFrame() throws(ZeroMQError) -> [UInt8]? {
        var message = zmq_msg_t()
        zmq_msg_init(&message)
        defer { zmq_msg_close(&message) }
        while zmq_msg_recv(&message, handle, ZMQ_DONTWAIT) < 0 {
            let error = ZeroMQError("zmq_msg_recv")
            if error.isInterrupted { continue }
            if error.isAgain { return nil }
            throw error
        }
        let count = zmq_msg_size(&message)
        guard count > 0, let data = zmq_msg_data(&message) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: data, count: count))
    }

    private borrowing func hasMoreFrames() throws(ZeroMQError) -> Bool {
        var more: Int32 = 0
        var size = MemoryLayout<Int32>.size
        guard zmq_getsockopt(handle, ZMQ_RCVMORE, &more, &size) == 0 else {
            throw ZeroMQError("zmq_getsockopt")
        }
        return more != 0
    }
}
