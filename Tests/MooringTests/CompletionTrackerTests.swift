import Testing

@testable import Mooring

struct CompletionTrackerTests {
    private typealias Position = PipelinePositions.Position

    /// What the reporter says when each service has read so far and its journal ends there.
    private func positions(
        registryRead: Int64,
        registryHead: Int64,
        scorerRead: Int64,
        scorerHead: Int64,
        reporter: (Int64, Int64, Int64),
        epoch: String = "e"
    ) -> PipelinePositions {
        PipelinePositions(
            processed: [
                "ingestion": Position(epoch: epoch, sequence: reporter.0),
                "entity-registry": Position(epoch: epoch, sequence: reporter.1),
                "risk-scorer": Position(epoch: epoch, sequence: reporter.2),
            ],
            sources: [
                "entity-registry": .init(
                    epoch: epoch,
                    head: registryHead,
                    positions: ["ingestion": Position(epoch: epoch, sequence: registryRead)],
                    time: ""
                ),
                "risk-scorer": .init(
                    epoch: epoch,
                    head: scorerHead,
                    positions: ["entity-registry": Position(epoch: epoch, sequence: scorerRead)],
                    time: ""
                ),
            ],
            deadLetters: 0
        )
    }

    private func stage(
        _ registryRead: Int64,
        _ registryHead: Int64,
        _ scorerRead: Int64,
        _ scorerHead: Int64,
        _ reporter: (Int64, Int64, Int64)
    ) -> CompletionTracker.Stage {
        var tracker = CompletionTracker(ingestion: Position(epoch: "e", sequence: 10))
        return tracker.update(
            positions(
                registryRead: registryRead,
                registryHead: registryHead,
                scorerRead: scorerRead,
                scorerHead: scorerHead,
                reporter: reporter
            )
        )
    }

    @Test func `each service is waited for in turn`() {
        #expect(stage(9, 50, 50, 5, (10, 50, 5)) == .reading)
        #expect(stage(10, 50, 49, 5, (10, 50, 5)) == .scoring)
        #expect(stage(10, 50, 50, 5, (10, 50, 4)) == .reporting)
        #expect(stage(10, 50, 50, 5, (10, 50, 5)) == .done)
    }

    @Test func `what comes later is not waited for`() {
        var tracker = CompletionTracker(ingestion: Position(epoch: "e", sequence: 10))
        _ = tracker.update(
            positions(
                registryRead: 10,
                registryHead: 50,
                scorerRead: 50,
                scorerHead: 5,
                reporter: (0, 0, 0)
            )
        )
        let later = tracker.update(
            positions(
                registryRead: 900,
                registryHead: 5000,
                scorerRead: 800,
                scorerHead: 700,
                reporter: (10, 50, 5)
            )
        )
        #expect(later == .done)
    }

    @Test func `a service that is not heard yet is waited for`() {
        var tracker = CompletionTracker(ingestion: Position(epoch: "e", sequence: 10))
        let silent = PipelinePositions(processed: [:], sources: [:], deadLetters: 0)
        #expect(tracker.update(silent) == .reading)
    }
}
