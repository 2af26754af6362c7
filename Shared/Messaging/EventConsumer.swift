import Foundation
package import GRDB
package import Logging
import ServiceLifecycle
import Synchronization
package import ZeroMQ

/// Reads the journals of other services and applies them, each event once, in order per source.
package final class EventConsumer: Service {
    private let name: String
    private let sources: [EventSource]
    private let pool: DatabasePool
    private let handler: any EventHandler
    private let context: Context
    private let logger: Logger
    private let wakeUp: WakeUp
    private let stop = StopFlag()
    private let counts = Mutex<[String: StreamFollower.Counts]>([:])

    /// Prepares the consumer.
    ///
    /// - Parameters:
    ///   - name: Who reads: the name under which publishers know this service.
    ///   - sources: The journals to read.
    ///   - pool: The service's store; it must hold the tables of ``SQLiteEventLog``.
    ///   - handler: What to do with the events.
    ///   - context: The context that the sockets live in.
    ///   - logger: Where to tell of gaps, resets and dead letters.
    /// - Throws: Where the system gives no wake-up descriptor.
    package init(
        name: String,
        sources: [EventSource],
        pool: DatabasePool,
        handler: any EventHandler,
        context: Context,
        logger: Logger
    ) throws(ZeroMQError) {
        self.name = name
        self.sources = sources
        self.pool = pool
        self.handler = handler
        self.context = context
        self.logger = logger
        wakeUp = try WakeUp()
    }

    /// Runs until the graceful shutdown or cancellation.
    package func run() async throws {
        try await OwnThread.run("consumer", stop: stop, wakeUp: wakeUp) { [self] in
            try ConsumerLoop(
                name: name,
                sources: sources,
                applier: EventApplier(pool: pool, handler: handler, logger: logger),
                context: context,
                wakeUp: wakeUp,
                logger: logger,
                report: { [self] source, counts in
                    self.counts.withLock { $0[source] = counts }
                }
            ).run(until: stop)
        }
    }

    /// What has happened so far, by source.
    package func countsBySource() -> [String: StreamFollower.Counts] {
        counts.withLock { $0 }
    }
}

/// Where a publisher can be reached.
package struct EventSource: Hashable, Sendable {
    package var name: String
    /// Of its PUB socket.
    package var live: String
    /// Of its ROUTER socket.
    package var replay: String

    package init(name: String, live: String, replay: String) {
        self.name = name
        self.live = live
        self.replay = replay
    }
}
