import Logging
import ServiceLifecycle

/// Scores in the background what a change has reached: everything at the start and at a new day,
/// the governments of a supplier when its owners change.
struct RescoringService: Service {
    let handler: ScorerHandler
    let logger: Logger

    /// How often the date is looked at.
    private static let dateInterval: Duration = .seconds(60)
    /// How often progress is told.
    private static let progressInterval: Duration = .seconds(5)

    func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    handler.wake()
                    try? await Task.sleep(for: Self.dateInterval)
                }
            }
            for await _ in handler.wakeUps.cancelOnGracefulShutdown() {
                handler.keepDate()
                try await work()
            }
            group.cancelAll()
        }
    }

    /// Scores until nothing is due, and tells how far it has come.
    private func work() async throws {
        let start = ContinuousClock.now
        var told = start
        var done = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let count = try await handler.rescoreSome()
            guard count > 0 else { break }
            done += count
            if told.duration(to: .now) >= Self.progressInterval {
                told = .now
                logger.info(
                    "Scoring in the background",
                    metadata: ["done": "\(done)", "due": "\(handler.figures.due)"]
                )
            }
        }
        guard done > 0 else { return }
        logger.info(
            "Scored in the background",
            metadata: [
                "subjects": "\(done)", "version": "\(handler.scoringVersion)",
                "took": "\(start.duration(to: .now))",
            ]
        )
    }
}
