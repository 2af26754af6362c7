import Foundation
import Messaging
import TestSupport
import Testing
import ZeroMQ

@testable import EventRelay

/// What those who come late get, over HTTP.
@Suite(.timeLimit(.minutes(10)))
struct ReplayTests {
    private let journals: Journals
    private let relay: RelayProcess

    init() throws {
        journals = try Journals()
        relay = try RelayProcess(journals)
    }

    /// Waits until the relay has so many events.
    private func isKept(_ count: Int) async throws -> Bool {
        try await relay.waits(for: "mooring_relay_events_kept", toReach: count)
    }

    /// Reads on from a cursor to the end.
    private func read(
        after cursor: String? = nil,
        max: Int = 77,
        pages: Int = .max
    ) async throws -> (ids: [String], cursor: String) {
        var cursor = cursor
        var ids: [String] = []
        for _ in 0..<pages {
            let after = cursor.map { "&after=\($0)" } ?? ""
            let answer = try await relay.get("/events?max=\(max)\(after)")
            try #require(answer.status == 200, "\(String(decoding: answer.body, as: UTF8.self))")
            ids += try JSONDecoder().decode([Event].self, from: answer.body).map(\.id)
            let next: String = try #require(answer.headers["mooring-cursor"])
            cursor = next
            if answer.headers["mooring-more"] == "false" { break }
        }
        return (ids, cursor ?? "")
    }

    private struct Event: Decodable {
        var id: String
    }

    private func ids() throws -> [String] {
        try journals.all().map { try JSONDecoder().decode(Event.self, from: $0).id }
    }

    @Test func `page after page gives every event once`() async throws {
        try journals.append(250)
        try await relay.start()
        #expect(try await isKept(1000))
        let found = try await read()
        #expect(try found.ids.sorted() == ids().sorted())
        #expect(try await read(after: found.cursor).ids.isEmpty)
    }

    @Test func `a cursor outlives the relay's store`() async throws {
        try journals.append(250)
        try await relay.start()
        #expect(try await isKept(1000))
        let before = try await read(max: 100, pages: 4)
        #expect(before.ids.count == 400)
        await relay.crash()
        try await relay.deleteStore()
        try await relay.start()
        #expect(try await isKept(1000))
        let after = try await read(after: before.cursor)
        #expect(try (before.ids + after.ids).sorted() == ids().sorted())
    }

    @Test func `topics choose by the beginning of the type`() async throws {
        try journals.append(20, kind: "score.changed")
        try journals.append(30, kind: "claim.asserted")
        try await relay.start()
        #expect(try await isKept(200))
        for (topic, count) in [
            ("mooring.score.", 80), ("mooring.claim.asserted.v1%2F", 120), ("mooring.claim.a", 120),
            ("mooring.nothing.", 0), ("mooring.score.&topic=mooring.claim.", 200),
        ] {
            let answer = try await relay.get("/events?max=500&topic=\(topic)")
            #expect(try JSONDecoder().decode([Event].self, from: answer.body).count == count)
        }
    }

    @Test func `a question can wait for events`() async throws {
        try await relay.start()
        async let answer = relay.get("/events?after=now&wait=5")
        // Whether it waits already or not yet: what is written after “now” arrives, or comes later.
        let now = try await relay.get("/events?after=now")
        let cursor = try #require(now.headers["mooring-cursor"])
        async let next = relay.get("/events?after=\(cursor)&wait=60&max=1")
        try journals.append(1)
        let event = try JSONDecoder().decode([Event].self, from: try await next.body)
        #expect(try ids().contains(event.map(\.id)))
        #expect(try await answer.status == 200)
    }

    @Test func `a new life of a journal is told, with the cursor that begins it`() async throws {
        try journals.append(10)
        try await relay.start()
        #expect(try await isKept(40))
        let before = try await read()
        try journals.restore("ingestion")
        let isTold = try await eventually {
            try await relay.get("/events?after=\(before.cursor)").status == 410
        }
        #expect(isTold)
        let answer = try await relay.get("/events?after=\(before.cursor)")
        #expect(answer.headers["mooring-reason"] == "epoch")
        let cursor = try #require(answer.headers["mooring-cursor"])
        let isThere = try await eventually { try await read(after: cursor).ids.count == 10 }
        #expect(isThere)
    }

    @Test func `what is no longer kept is told, with the cursor of what is`() async throws {
        try journals.append(500)
        try await relay.start(["--relay-keep-events", "1000"])
        // Positions are committed together with the events, and with what is dropped for them.
        let isPruned = try await eventually {
            let now = try await relay.get("/events?after=now").headers["mooring-cursor"]
            let positions = now.flatMap { EventCursor($0) }?.positions ?? [:]
            return positions.count == 4 && positions.values.allSatisfy { $0.sequence == 500 }
        }
        #expect(isPruned)
        let first = try #require(journals.all(of: "ingestion").first)
        let epoch = try EventAttributes.read(first).streamepoch
        let old = EventCursor(positions: ["ingestion": .init(epoch: epoch, sequence: 0)])
        let stale = try await relay.get("/events?after=\(old.text)")
        #expect(stale.status == 410)
        #expect(stale.headers["mooring-reason"] == "gone")
        let cursor: String = try #require(stale.headers["mooring-cursor"])
        #expect(try await read(after: cursor).ids.count == 1000)
        #expect(try await read().ids.count == 1000)
    }

    @Test(arguments: ["after=nonsense!", "max=0", "max=501", "wait=61", "max=x"])
    func `a question that makes no sense is refused`(_ query: String) async throws {
        try await relay.start()
        let answer = try await relay.get("/events?\(query)")
        #expect(answer.status == 400)
        #expect(answer.headers["content-type"] == "application/problem+json")
    }

    @Test func `a question over ROUTER that makes no sense gets an error`() async throws {
        try await relay.start()
        let context = try Context()
        let dealer = try Socket(.dealer, in: context)
        try dealer.connect(to: relay.replay)
        for question in ["", "{", "{\"op\":\"explode\"}", "{\"op\":\"replay\",\"after\":\"?\"}"] {
            try dealer.send([Array(question.utf8)])
            var answer: [[UInt8]]?
            let isAnswered = try await eventually {
                answer = try dealer.receive()
                return answer != nil
            }
            #expect(isAnswered)
            let frames = try #require(answer)
            #expect(String(decoding: frames[0], as: UTF8.self).contains("\"status\":\"error\""))
        }
    }
}
