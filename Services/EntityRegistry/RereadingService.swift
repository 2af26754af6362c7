import Logging
import ServiceLifecycle

/// Reads documents again that were read with other rules or another gazetteer.
struct RereadingService: Service {
    let handler: RegistryHandler
    let logger: Logger

    func run() async throws {
        var count = 0
        while !Task.isShuttingDownGracefully, try await handler.rereadNext() {
            count += 1
            if count.isMultiple(of: 1000) {
                logger.info("Reading again", metadata: ["documents": "\(count)"])
            }
        }
        if count > 0 {
            logger.info("Read again with new rules", metadata: ["documents": "\(count)"])
        }
        try? await gracefulShutdown()
    }
}
