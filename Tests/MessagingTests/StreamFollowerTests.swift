import Foundation
import Testing

@testable import Messaging

struct StreamFollowerTests {
    private let journal = SimulatedJournal(count: 10)
    private let start = ContinuousClock.now

    private func follower(at sequence: Int64 = 0) -> StreamFollower {
        StreamFollower(source: "source", position: journal.position(sequence), now: start)
    }

    @Test func `events in order are applied at once`() {
        var follower = follower()
        let applied = (1...3).flatMap { follower.receive(live: journal.bytes($0), now: start) }
        #expect(applied.sequences == [1, 2, 3])
        #expect(follower.position == journal.position(3))
    }

    @Test func `an event that was applied before is ignored and counted`() {
        var follower = follower(at: 3)
        #expect(follower.receive(live: journal.bytes(2), now: start).isEmpty)
        #expect(follower.counts.duplicates == 1)
    }

    @Test func `a gap asks once for what is missing and keeps what came early`() {
        var follower = follower(at: 3)
        let first = follower.receive(live: journal.bytes(6), now: start)
        #expect(first == [.request(journal.position(3))])
        #expect(follower.receive(live: journal.bytes(7), now: start).isEmpty)
        let reply = journal.reply(count: 2, head: 7)
        let applied = follower.receive(
            reply,
            events: [journal.bytes(4), journal.bytes(5)],
            now: start
        )
        #expect(applied.sequences == [4, 5, 6, 7])
    }

    @Test func `a heartbeat reveals that the last events were lost`() {
        var follower = follower(at: 3)
        #expect(follower.receive(journal.heartbeat(head: 3), now: start).isEmpty)
        let actions = follower.receive(journal.heartbeat(head: 5), now: start)
        #expect(actions == [.request(journal.position(3))])
    }

    @Test func `a heartbeat reveals that the journal was restored`() {
        // To an earlier state, and to one that has gone on otherwise.
        var follower = follower(at: 5)
        let shorter = follower.receive(journal.heartbeat(head: 3), now: start)
        #expect(shorter == [.request(journal.position(5))])
        follower = self.follower(at: 5)
        var other = journal.heartbeat(head: 5)
        #expect(follower.receive(other, now: start).isEmpty)
        other.chain = ChainHash.seed
        #expect(follower.receive(other, now: start) == [.request(journal.position(5))])
    }

    @Test func `another life of the journal is read from its beginning`() {
        var follower = follower(at: 3)
        var reply = journal.reply(count: 0, head: 9)
        reply.status = .epoch
        reply.epoch = "another"
        let actions = follower.receive(reply, events: [], now: start)
        let beginning = StreamPosition(epoch: "another", sequence: 0, chain: ChainHash.seed)
        #expect(actions == [.reset(epoch: "another"), .request(beginning)])
    }

    @Test func `an unanswered question is repeated, and then new sockets are made`() {
        var follower = follower(at: 3)
        _ = follower.start(now: start)
        var actions: [StreamFollower.Action] = []
        for second in 1...12 {
            actions += follower.tick(now: start + .seconds(second))
        }
        #expect(actions.contains(.request(journal.position(3))))
        #expect(actions.contains(.reconnect))
    }

    @Test func `silence makes new sockets`() {
        var follower = follower(at: 3)
        #expect(follower.tick(now: start + .seconds(4)).isEmpty)
        #expect(follower.tick(now: start + .seconds(6)) == [.reconnect])
    }

    @Test(arguments: ["", "{", "[]", "{\"specversion\":\"1.0\"}", "\u{0}\u{1}"])
    func `what is not an event is counted and ignored`(_ text: String) {
        var follower = follower(at: 3)
        #expect(follower.receive(live: Data(text.utf8), now: start).isEmpty)
        #expect(follower.counts.malformed == 1)
    }

    @Test func `an event of another publisher is not taken for one of this source`() {
        var follower = follower(at: 0)
        let forged = SimulatedJournal(count: 1, source: "forger").bytes(1)
        #expect(follower.receive(live: forged, now: start).isEmpty)
        #expect(follower.position.sequence == 0)
    }

    @Test(arguments: UInt64(1)...200)
    func `over a network that loses, repeats and restarts, each event is applied once, in order`(
        _ seed: UInt64
    ) {
        var simulation = BusSimulation(seed: seed)
        simulation.run()
        let published = Array(1...simulation.journal.head)
        #expect(simulation.applied == published)
        #expect(simulation.follower.position == simulation.journal.position)
    }

    @Test func `the simulated network does lose events`() {
        var gaps = 0
        for seed in UInt64(1)...20 {
            var simulation = BusSimulation(seed: seed)
            simulation.run()
            gaps += simulation.gaps
        }
        #expect(gaps > 0)
    }
}

extension [StreamFollower.Action] {
    /// The sequences of the events to be applied.
    var sequences: [Int64] {
        compactMap { action in
            guard case .apply(let event) = action else { return nil }
            return event.sequence
        }
    }
}
