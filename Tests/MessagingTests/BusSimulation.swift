import Foundation
import TestSupport

@testable import Messaging

/// A publisher, a consumer and a bad network between them, step by step from a seed.
struct BusSimulation {
    private(set) var journal = SimulatedJournal(count: 0)
    private(set) var follower: StreamFollower
    /// What was applied and committed.
    private(set) var applied: [Int64] = []
    /// Gaps seen, over all lives of the consumer.
    private(set) var gaps = 0
    private var generator: SplitMix64
    private var now = ContinuousClock.now
    private var asked: [StreamPosition] = []

    init(seed: UInt64) {
        generator = SplitMix64(seed: seed)
        follower = StreamFollower(source: "source", position: .beginning, now: now)
    }

    /// Runs 400 steps on the bad network, then lets it heal.
    mutating func run() {
        perform(follower.start(now: now))
        for _ in 0..<400 { step() }
        for _ in 0..<200 where follower.position != journal.position { settle() }
        gaps += follower.counts.gaps
    }

    private mutating func step() {
        now += .milliseconds(50)
        switch Int.random(in: 0..<100, using: &generator) {
        case ..<45: publish(burst: 1)
        case ..<50: publish(burst: 30)
        case ..<70: answer(loss: 0.3)
        case ..<85: beat(loss: 0.3)
        case ..<95: perform(follower.tick(now: now))
        case ..<98: restartConsumer()
        default: repeatOldEvent()
        }
    }

    private mutating func settle() {
        now += .milliseconds(500)
        beat(loss: 0)
        answer(loss: 0)
        perform(follower.tick(now: now))
    }

    private mutating func publish(burst: Int) {
        for _ in 0..<burst {
            journal.append()
            guard !generator.happens(0.3) else { continue }
            perform(follower.receive(live: journal.bytes(journal.head), now: now))
        }
    }

    private mutating func repeatOldEvent() {
        guard journal.head > 0 else { return }
        let sequence = Int64.random(in: 1...journal.head, using: &generator)
        perform(follower.receive(live: journal.bytes(sequence), now: now))
    }

    private mutating func beat(loss: Double) {
        guard !generator.happens(loss) else { return }
        perform(follower.receive(journal.heartbeat(head: journal.head), now: now))
    }

    private mutating func answer(loss: Double) {
        guard let position = asked.popLast() else { return }
        asked = []
        guard !generator.happens(loss) else { return }
        let last = min(journal.head, position.sequence + 20)
        let events =
            position.sequence < last
            ? (position.sequence + 1...last).map { journal.bytes($0) } : []
        let reply = journal.reply(count: events.count, head: journal.head)
        perform(follower.receive(reply, events: events, now: now))
    }

    /// The consumer dies after its last commit and comes back with what it had committed.
    private mutating func restartConsumer() {
        gaps += follower.counts.gaps
        follower = StreamFollower(source: "source", position: follower.position, now: now)
        asked = []
        perform(follower.start(now: now))
    }

    private mutating func perform(_ actions: [StreamFollower.Action]) {
        for action in actions {
            switch action {
            case .apply(let event): applied.append(event.sequence)
            case .request(let position): asked.append(position)
            case .reset: applied = []
            case .reconnect: perform(follower.start(now: now))
            }
        }
    }
}
