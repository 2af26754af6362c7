import Logging
import ServiceLifecycle

/// Scores everything anew at the start, for what has changed meanwhile, and when a day has passed.
struct RescoringService: Service {
    let handler: ScorerHandler
    let logger: Logger

    func run() async throws {
        var version = ""
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            if handler.scoringVersion != version {
                version = handler.scoringVersion
                try await handler.rescore()
                logger.info("Scored", metadata: ["version": "\(version)"])
            }
            try? await cancelWhenGracefulShutdown {
                try await Task.sleep(for: .seconds(60))
            }
        }
    }
}
