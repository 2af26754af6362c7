import CZeroMQ

/// What libzmq answered when a call failed.
package struct ZeroMQError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The C function that failed.
    package let function: String
    /// `errno` as libzmq set it.
    package let code: Int32

    /// Takes the error of the call that has just failed on this thread.
    init(_ function: String) {
        self.function = function
        code = zmq_errno()
    }

    package var description: String {
        "\(function): \(String(cString: zmq_strerror(code)))"
    }

    /// The operation would have had to wait.
    package var isAgain: Bool { code == EAGAIN }
    /// A signal interrupted the call.
    package var isInterrupted: Bool { code == EINTR }
    /// The peer that a reply is for is gone.
    package var isUnreachable: Bool { code == EHOSTUNREACH }
    /// The context was shut down.
    package var isTerminated: Bool { code == ETERM }
    /// Another process or socket is bound to that address already.
    package var isAddressInUse: Bool { code == EADDRINUSE }
}
