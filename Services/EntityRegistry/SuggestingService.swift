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
        var current = handler.source.current
        var resolver = try await makeResolver(current)
        for await _ in wakeUps.cancelOnGracefulShutdown() {
            if handler.source.current.version != current.version {
                current = handler.source.current
                resolver = try await makeResolver(current)
            }
            while !Task.isShuttingDownGracefully,
                try await handler.suggestNext(resolver, current.catalogue)
            {}
        }
    }

    /// Made off the start, which it would double.
    @concurrent
    private func makeResolver(_ current: ReadingSource.Current) async throws -> NameResolver {
        try current.reader.resolver()
    }
}
