import Foundation
import TestSupport
import Testing

@testable import Mooring

/// Documents go in, services crash, and the report is the same to the byte.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct RecoveryTests {
    @Test func `crashes, order and repetition leave the canonical report as it is`() async throws {
        let samples = try Samples.files()
        let undisturbed = try await report(of: samples)
        #expect(undisturbed.count > 1000)

        let reversed = try await report(of: samples.reversed())
        #expect(reversed == undisturbed, "another order gives another report")

        let repeated = try await report(of: samples + samples)
        #expect(repeated == undisturbed, "handing in twice gives another report")

        for name in LocalStack.names {
            let disturbed = try await report(of: samples, crashing: [name], seed: 1)
            #expect(disturbed == undisturbed, "crashes of \(name) give another report")
        }
        let all = try await report(of: samples, crashing: LocalStack.names, seed: 2)
        #expect(all == undisturbed, "crashes of all services give another report")
    }

    @Test func `every quote of the report stands in its document`() async throws {
        let stack = try LocalStack()
        try await stack.start()
        var last: PipelinePositions.Position?
        var texts: [String] = []
        for file in try Samples.files() {
            last = try await stack.submit(file)
            texts.append(try String(contentsOf: file, encoding: .utf8))
        }
        let report = try await stack.report(after: try #require(last))
        let quotes = try JSONDecoder().decode(ReportQuotes.self, from: report).claims
        #expect(quotes.count > 50)
        for claim in quotes {
            #expect(texts.contains { $0.contains(claim.quote.text) })
        }
        for name in LocalStack.names { #expect(await stack.stop(name) == 0) }
    }

    /// Runs a stack of its own on the files in order, with crashes on the way.
    private func report(
        of files: [URL],
        crashing names: [String] = [],
        seed: UInt64 = 0
    ) async throws -> Data {
        var generator = SplitMix64(seed: seed)
        let stack = try LocalStack()
        try await stack.start()
        var last = PipelinePositions.Position(epoch: "", sequence: 0)
        for (index, file) in files.enumerated() {
            if let name = names.randomElement(using: &generator), index % 6 == 3 {
                await stack.crash(name)
                if name != "ingestion" {
                    // The document goes in while the service is away.
                    last = try await stack.submit(file)
                }
                try await stack.start(name)
            }
            let position = try await stack.submit(file)
            if position.sequence > last.sequence { last = position }
        }
        let report = try await stack.report(after: last)
        await stack.stop()
        return report
    }
}

private struct ReportQuotes: Decodable {
    var claims: [Claim]

    struct Claim: Decodable {
        var quote: Quote
    }

    struct Quote: Decodable {
        var text: String
    }
}
