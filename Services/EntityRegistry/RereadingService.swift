import Foundation
import Logging
import ServiceLifecycle

/// Reads documents again that were read with other rules or another gazetteer, also one that
/// somebody changes meanwhile.
struct RereadingService: Service {
    let handler: RegistryHandler
    /// How often it looks whether the gazetteer has changed.
    let interval: Duration
    let logger: Logger

    func run() async throws {
        var done = ""
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let version = handler.source.current.version
            if version != done {
                try await rereadAll()
                done = version
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }
        }
    }

    private func rereadAll() async throws {
        var count = 0
        while !Task.isShuttingDownGracefully, try await handler.rereadNext() {
            count += 1
            if count.isMultiple(of: 1000) {
                logger.info("Reading again", metadata: ["documents": "\(count)"])
            }
        }
        if count > 0 {
            logger.info("Read again with new rules or names", metadata: ["documents": "\(count)"])
        }
    }
}
