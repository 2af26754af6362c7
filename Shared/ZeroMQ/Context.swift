import CZeroMQ

/// The one thing of libzmq that threads share: its I/O threads and its in-process endpoints.
///
/// Sockets keep their context alive; it ends when the last of them is closed.
package final class Context: Sendable {
    /// libzmq documents the context, and nothing else, as safe to use from any thread.
    nonisolated(unsafe) let handle: UnsafeMutableRawPointer

    package init() throws(ZeroMQError) {
        guard let handle = zmq_ctx_new() else { throw ZeroMQError("zmq_ctx_new") }
        self.handle = handle
        // Sockets linger only as long as they are told to; by default the end would wait for ever
        // for a peer that does not come back.
        zmq_ctx_set(handle, ZMQ_BLOCKY, 0)
    }

    deinit {
        zmq_ctx_term(handle)
    }
}
