import Foundation
import TestSupport
import Testing
import ZeroMQ

/// What subscribers get live.
@Suite(.timeLimit(.minutes(10)))
struct LiveTests {
    private let journals: Journals
    private let relay: RelayProcess
    private let context: Context

    init() throws {
        journals = try Journals()
        relay = try RelayProcess(journals)
        context = try Context()
    }

    @Test func `a plain subscriber gets all events, byte for byte and in order`() async throws {
        try await relay.start()
        let stranger = try Stranger(to: relay.live, in: context)
        #expect(try await stranger.isGreeted())
        for _ in 0..<20 { try journals.append(100, size: 500) }
        let events = try await stranger.take(8000)
        for name in Journals.names {
            let expected = try journals.all(of: name)
            let marker = Data("\"source\":\"/mooring/\(name)\"".utf8)
            #expect(events.filter { $0.range(of: marker) != nil } == expected)
        }
        #expect(await relay.stop() == 0)
    }

    @Test func `a stalled subscriber slows nobody and costs a bounded amount of memory`()
        async throws
    {
        try await relay.start()
        let attentive = try Stranger(to: relay.live, in: context)
        #expect(try await attentive.isGreeted())
        let total = 4 * 40 * 125
        // What the relay takes for such a burst when nobody stalls.
        for _ in 0..<40 { try journals.append(125, size: 8000) }
        #expect(try await attentive.take(total).count == total)
        let before = try await residentBytes()
        // It takes what fits into the queues of both sides, and then nothing any more.
        let stalled = try Stranger(to: relay.live, queue: 10, in: context)
        #expect(try await stalled.isGreeted())
        for _ in 0..<40 { try journals.append(125, size: 8000) }
        #expect(try await attentive.take(total).count == total)
        let growth = try await residentBytes() - before
        // 160 MB went by; what may wait is 4096 events of 8.4 kB.
        #expect(growth < 80_000_000, "grew by \(growth) bytes")
        #expect(try stalled.leftovers().count < total)
    }

    /// How much memory the relay takes, in bytes.
    private func residentBytes() async throws -> Int {
        let id = try #require(await relay.processID)
        let status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        let kilobytes = line.split(separator: " ").compactMap { Int($0) }.first
        return try #require(kilobytes) * 1024
    }
}
