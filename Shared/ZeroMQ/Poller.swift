import CZeroMQ

/// Waits until one of several sockets, or a wake-up, has something to be read.
package struct Poller: ~Copyable {
    private var items: [zmq_pollitem_t] = []

    package init() {}

    /// Adds a socket, which must outlive the poller's use.
    ///
    /// - Returns: Its place in what ``wait(milliseconds:)`` answers.
    @discardableResult
    package mutating func add(_ socket: borrowing Socket) -> Int {
        items.append(
            zmq_pollitem_t(socket: socket.handle, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
        )
        return items.count - 1
    }

    /// Adds a wake-up, which must outlive the poller's use.
    @discardableResult
    package mutating func add(_ wakeUp: WakeUp) -> Int {
        items.append(
            zmq_pollitem_t(
                socket: nil,
                fd: wakeUp.descriptor,
                events: Int16(ZMQ_POLLIN),
                revents: 0
            )
        )
        return items.count - 1
    }

    /// Forgets what was added.
    package mutating func removeAll() {
        items.removeAll(keepingCapacity: true)
    }

    /// Waits, at most so long, and tells which places have something to be read.
    package mutating func wait(milliseconds: Int) throws(ZeroMQError) -> [Bool] {
        for index in items.indices { items[index].revents = 0 }
        let count = zmq_poll(&items, Int32(items.count), milliseconds)
        if count < 0 {
            let error = ZeroMQError("zmq_poll")
            guard error.isInterrupted else { throw error }
        }
        return items.map { $0.revents & Int16(ZMQ_POLLIN) != 0 }
    }
}
