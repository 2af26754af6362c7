import CZeroMQ
import Glibc

/// Rouses a thread that waits in a ``Poller``, from any other thread.
package final class WakeUp: Sendable {
    let descriptor: Int32

    package init() throws(ZeroMQError) {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        guard descriptor >= 0 else { throw ZeroMQError("eventfd") }
    }

    deinit {
        close(descriptor)
    }

    /// Rouses the waiting thread; several calls before it looks count once.
    package func signal() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Takes what was signalled, so that the next wait waits again.
    package func clear() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}
