import Logging
import Messaging
import Reading
import ServiceLifecycle

/// Works out in the background whom the entities that texts brought up may be.
struct SuggestingService: Service {
    let handler: RegistryHandler
    let log: SQLiteEventLog
    let logger: Logger

    func run() async throws {
        let (wakeUps, wakeUp) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        log.follow { wakeUp.yield() }
        wakeUp.yield()
        let resolver = try await makeResolver()
        for await _ in wakeUps.cancelOnGracefulShutdown() {
            while !Task.isShuttingDownGracefully,
                try await handler.suggestNext(resolver, handler.catalogue)
            {}
        }
    }

    /// Made off the start, which it would double.
    @concurrent
    private func makeResolver() async throws -> NameResolver {
        try handler.reader.resolver()
    }
}
