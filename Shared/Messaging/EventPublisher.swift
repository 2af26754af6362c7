package import Logging
import Foundation
import ServiceLifecycle
import Synchronization
package import ZeroMQ

/// Publishes a journal: live over PUB, and everything again over ROUTER.
///
/// The publisher reads what it sends from the journal, after the commit, so that live and replayed
/// bytes are the same and nothing is sent that a crash could take back. It owns both sockets on a
/// thread of its own; a slow or missing subscriber never slows it (PUB drops, the journal keeps).
package final class EventPublisher<Log: EventLog>: Service {
    private let log: Log
    private let endpoints: Endpoints
    private let context: Context
    private let logger: Logger
    private let wakeUp: WakeUp
    private let stop = StopFlag()
    /// What consumers have confirmed, by name.
    private let confirmed = Mutex<[String: Int64]>([:])

    /// Where a publisher listens.
    package struct Endpoints: Sendable {
        /// Of the PUB socket.
        package var live: String
        /// Of the ROUTER socket.
        package var replay: String

        package init(live: String, replay: String) {
            self.live = live
            self.replay = replay
        }
    }

    package init(
        _ log: Log,
        at endpoints: Endpoints,
        in context: Context,
        logger: Logger
    ) throws(ZeroMQError) {
        self.log = log
        self.endpoints = endpoints
        self.context = context
        self.logger = logger
        wakeUp = try WakeUp()
    }

    /// Runs until the graceful shutdown or cancellation.
    package func run() async throws {
        log.follow { [wakeUp] in wakeUp.signal() }
        try await OwnThread.run("publisher", stop: stop, wakeUp: wakeUp) { [self] in
            try PublisherLoop(
                log: log,
                endpoints: endpoints,
                context: context,
                wakeUp: wakeUp,
                logger: logger,
                confirm: { [self] name, sequence in
                    confirmed.withLock { $0[name] = sequence }
                }
            ).run(until: stop)
        }
    }

    /// How many events the slowest consumer that has confirmed anything lags behind.
    package func lag() throws -> Int64 {
        let head = try log.standing().head
        let slowest = confirmed.withLock { $0.values.min() }
        return max(0, head - (slowest ?? head))
    }
}
