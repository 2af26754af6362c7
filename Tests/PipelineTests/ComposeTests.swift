import Foundation
import TestSupport
import Testing

@testable import Mooring

/// What an operator runs, with what goes wrong in real life.
///
/// It takes minutes and a container engine, so it runs where `MOORING_TEST_FAULTS` says how many
/// faults there shall be.
@Suite(
    .enabled(if: faultsWanted > 0, "MOORING_TEST_FAULTS does not say how many faults to make"),
    .enabled(if: ContainerEngine.isThere, "no podman with podman-compose and a base image here"),
    .serialized,
    .timeLimit(.minutes(30))
)
struct ComposeTests {
    private static let faults = faultsWanted

    @Test func `containers that fail at random lead to the report of an undisturbed run`()
        async throws
    {
        let samples = try Samples.files()
        let undisturbed = try await undisturbedReport(of: samples)
        try ComposedStack.buildImage()
        let stack = try ComposedStack()
        try stack.up()
        var generator = SplitMix64(seed: 7)
        var strikes = 0
        for (index, file) in samples.enumerated() {
            try FileManager.default.copyItem(
                at: file,
                to: stack.inbox.file(file.lastPathComponent)
            )
            let due = (index + 1) * Self.faults / samples.count
            while strikes < due {
                strikes += 1
                let service = try #require(LocalStack.names.randomElement(using: &generator))
                let fault = try #require(
                    ComposedStack.Fault.allCases.randomElement(using: &generator)
                )
                try stack.strike(service, fault)
            }
        }
        #expect(strikes == Self.faults)
        let report = try await report(of: samples, from: stack)
        #expect(report == undisturbed)
    }

    /// The report once the inbox's documents are in it.
    private func report(of files: [URL], from stack: ComposedStack) async throws -> Data {
        let submitter = Submitter(client: stack.ingestion, metadata: [:])
        var last = PipelinePositions.Position(epoch: "", sequence: 0)
        for file in files {
            let source = DocumentSource(url: file, origin: file.lastPathComponent)
            // What the inbox has not taken yet goes in here; what it has is known by its bytes.
            let isTaken = try await eventually(within: .seconds(120)) {
                guard case .receipt(let receipt)? = try? await submitter.submit(source) else {
                    return false
                }
                if receipt.sequence > last.sequence {
                    last = .init(epoch: receipt.epoch, sequence: receipt.sequence)
                }
                return true
            }
            #expect(isTaken)
        }
        var tracker = CompletionTracker(ingestion: last)
        let isDone = try await eventually(within: .seconds(180)) {
            let positions: PipelinePositions? = try? await stack.reporter.value("/api/v1/positions")
            return positions.map { tracker.update($0) == .done } ?? false
        }
        #expect(isDone)
        return try await stack.reporter.get("/api/v1/report").body
    }

    private func undisturbedReport(of files: [URL]) async throws -> Data {
        let stack = try LocalStack()
        try await stack.start()
        var last: PipelinePositions.Position?
        for file in files { last = try await stack.submit(file) }
        let report = try await stack.report(after: try #require(last))
        await stack.stop()
        return report
    }
}

/// How many faults the environment asks for.
private let faultsWanted =
    ProcessInfo.processInfo.environment["MOORING_TEST_FAULTS"].flatMap(Int.init) ?? 0
