import Foundation
import TestSupport
import Testing

@testable import Mooring

/// The relay beside the services whose events it sends on.
@Suite(.timeLimit(.minutes(10)))
struct RelayTests {
    @Test func `everything that a document caused comes out of the relay`() async throws {
        let stack = try LocalStack()
        try await stack.start()
        var last: PipelinePositions.Position?
        for file in try Samples.files().prefix(3) { last = try await stack.submit(file) }
        let report = try await stack.report(after: try #require(last))
        #expect(!report.isEmpty)
        let heads = try await stack.positions().sources.compactMapValues { $0?.head }
        #expect(heads.count == 3)
        let isComplete = try await eventually {
            let events = try await stack.relayedEvents()
            return heads.allSatisfy { source, head in
                events.count { $0.source == "/mooring/\(source)" } >= head
            }
        }
        #expect(isComplete)
        await stack.stop()
    }
}
