import Foundation
import ServiceLifecycle
import Synchronization
package import ZeroMQ

/// Whether a thread shall end; set once, from anywhere.
package final class StopFlag: Sendable {
    private let flag = Atomic(false)

    package init() {}

    package var isSet: Bool { flag.load(ordering: .acquiring) }

    package func set() { flag.store(true, ordering: .releasing) }
}

/// Runs blocking work on a thread of its own: libzmq must not block the cooperative pool.
package enum OwnThread {
    /// Runs the body, and returns or throws as it does.
    ///
    /// A graceful shutdown or a cancellation sets the flag and rouses the thread; the body must
    /// look at the flag between two waits.
    package static func run(
        _ name: String,
        stop: StopFlag,
        wakeUp: WakeUp,
        _ body: @escaping @Sendable () throws -> Void
    ) async throws {
        let end: @Sendable () -> Void = {
            stop.set()
            wakeUp.signal()
        }
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await start(name, body)
            } onGracefulShutdown: {
                end()
            }
        } onCancel: {
            end()
        }
    }

    private static func start(
        _ name: String,
        _ body: @escaping @Sendable () throws -> Void
    ) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { @Sendable in
                continuation.resume(with: Result { try body() })
            }
            thread.name = name
            thread.stackSize = 8 << 20
            thread.start()
        }
    }
}
