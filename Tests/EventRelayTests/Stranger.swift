import Foundation
import TestSupport
import ZeroMQ

/// A program that subscribes, in this process.
struct Stranger: ~Copyable {
    private let socket: Socket

    /// How a stranger proves who it is.
    struct Passport {
        var keys: CurveKeyPair
        var server: CurvePublicKey
    }

    /// Connects and subscribes to all events and to greetings.
    init(
        to endpoint: String,
        _ passport: Passport? = nil,
        queue: Int32 = 100_000,
        in context: Context
    ) throws(ZeroMQError) {
        let socket = try Socket(.subscribe, in: context)
        try socket.set(.receiveHighWaterMark, to: queue)
        try socket.set(.linger, to: 0)
        if let passport { try socket.useCurve(passport.keys, server: passport.server) }
        try socket.subscribe(toPrefix: "mooring.")
        try socket.subscribe(toPrefix: "$hello/relay/")
        try socket.connect(to: endpoint)
        self.socket = socket
    }

    /// The message that has come, if one has.
    borrowing func next() throws -> (topic: String, body: Data)? {
        try socket.receive().map { (String(decoding: $0[0], as: UTF8.self), Data($0[1])) }
    }

    /// Waits for a message.
    ///
    /// - Returns: `nil` where none came for a very long time.
    borrowing func nextInTime() async throws -> (topic: String, body: Data)? {
        let start = ContinuousClock.now
        while start.duration(to: .now) < patience {
            if let message = try next() { return message }
            try await lookAgainSoon()
        }
        return nil
    }

    /// Waits until the relay has greeted it: from then on it misses nothing on a good line.
    borrowing func isGreeted() async throws -> Bool {
        while let message = try await nextInTime() {
            if message.topic == "$hello/relay/" { return true }
        }
        return false
    }

    /// Takes events until there are so many, or nothing has come for a very long time.
    borrowing func take(_ count: Int) async throws -> [Data] {
        var events: [Data] = []
        while events.count < count, let message = try await nextInTime() {
            if message.topic.hasPrefix("mooring.") { events.append(message.body) }
        }
        return events
    }

    /// The events that have come and were not taken.
    borrowing func leftovers() throws -> [Data] {
        var events: [Data] = []
        while let message = try next() {
            if message.topic.hasPrefix("mooring.") { events.append(message.body) }
        }
        return events
    }
}
