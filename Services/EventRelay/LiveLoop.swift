import Foundation
import Messaging
import ZeroMQ

/// What the live thread does.
final class LiveLoop {
    private let parts: RelayParts
    private let doors: [Door]
    /// The place of the last event that was sent.
    private var row: Int64
    /// How far the publishers' journals have been sent.
    private var cursor: EventCursor
    private var heartbeatAt: ContinuousClock.Instant?
    private var helloIsDue = false
    private var nextBatchAt = ContinuousClock.now
    private let encoder = JSONEncoder()

    /// How long the relay may be silent.
    private static let heartbeatInterval: Duration = .seconds(1)
    /// The pause that a whole batch takes at full pace.
    private static let batchInterval: Duration =
        .seconds(1) * RelayLimits.liveBatchMax / RelayLimits.liveEventsPerSecondMax

    init(_ parts: RelayParts, doors: [DoorConfiguration]) throws {
        self.parts = parts
        (row, cursor) = try parts.journal.tail()
        self.doors = try doors.map {
            try Door(
                $0,
                ring: parts.ring,
                counters: parts.counters,
                context: parts.context,
                logger: parts.logger
            )
        }
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func run(until stop: StopFlag) throws {
        while !stop.isSet {
            try takeCareOfDoors()
            let count = try sendBatch()
            if count > 0 || isHeartbeatDue { try sendHeartbeat() }
            try sendHello()
            try wait()
        }
        try sendHeartbeat()
    }

    // MARK: - Waiting

    private func wait() throws {
        var poller = Poller()
        let woken = poller.add(parts.arrivals.wakeUp)
        for door in doors { door.add(to: &poller) }
        let pause = ContinuousClock.now.duration(to: nextBatchAt) / .milliseconds(1)
        // New events do not cut the pause short: it is what keeps the pace.
        if pause > 0 {
            var doorsOnly = Poller()
            for door in doors { door.add(to: &doorsOnly) }
            _ = try doorsOnly.wait(milliseconds: Int(pause.rounded(.up)))
        } else {
            let isShut = doors.contains { !$0.isOpen }
            if try poller.wait(milliseconds: isShut ? 10 : 250)[woken] {
                parts.arrivals.wakeUp.clear()
            }
        }
    }

    private func takeCareOfDoors() throws {
        for door in doors {
            try door.takeCare()
            parts.shut.note(door.name, isOpen: door.isOpen)
            while let subscription = try door.socket.receiveSubscription() {
                let isGreeted =
                    RelayHeartbeat.helloTopic.utf8.starts(with: subscription.prefix)
                    || subscription.prefix.starts(with: RelayHeartbeat.helloTopic.utf8)
                guard subscription.begins else { continue }
                parts.counters.add(to: .subscriptions, door.name)
                if isGreeted { helloIsDue = true }
            }
        }
    }

    // MARK: - Sending

    /// Sends a batch of what has come since, in order, once its time has come.
    private func sendBatch() throws -> Int {
        guard nextBatchAt <= .now else { return 0 }
        let events = try parts.journal.events(
            after: row,
            limit: RelayLimits.liveBatchMax,
            byteLimit: RelayLimits.liveBatchBytesMax
        )
        guard let last = events.last else { return 0 }
        for event in events {
            try send(Array(event.topic.utf8), Array(event.bytes))
            cursor.positions[event.source] = .init(epoch: event.epoch, sequence: event.sequence)
        }
        row = last.row
        for door in doors { parts.counters.add(events.count, to: .sent, door.name) }
        nextBatchAt = .now + Self.batchInterval
        return events.count
    }

    private var isHeartbeatDue: Bool {
        guard let heartbeatAt else { return true }
        return heartbeatAt.duration(to: .now) >= Self.heartbeatInterval
    }

    private func sendHeartbeat() throws {
        try send(Array(RelayHeartbeat.topic.utf8), try heartbeat())
        heartbeatAt = .now
    }

    private func sendHello() throws {
        guard helloIsDue else { return }
        helloIsDue = false
        try send(Array(RelayHeartbeat.helloTopic.utf8), try heartbeat())
    }

    private func heartbeat() throws -> [UInt8] {
        Array(try encoder.encode(RelayHeartbeat(cursor, time: Date())))
    }

    private func send(_ topic: [UInt8], _ body: [UInt8]) throws {
        for door in doors { try door.socket.send([topic, body]) }
    }
}
