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

    /// Waits, at most so long, for one message.
    borrowing func next(within milliseconds: Int = 20) throws -> (topic: String, body: Data)? {
        var poller = Poller()
        poller.add(socket)
        guard try poller.wait(milliseconds: milliseconds)[0], let frames = try socket.receive()
        else { return nil }
        return (String(decoding: frames[0], as: UTF8.self), Data(frames[1]))
    }

    /// Waits until the relay has greeted it: from then on it misses nothing on a good line.
    borrowing func isGreeted() async throws -> Bool {
        let start = ContinuousClock.now
        while start.duration(to: .now) < .seconds(30) {
            if let message = try next(), message.topic == "$hello/relay/" { return true }
            try await lookAgainSoon()
        }
        return false
    }

    /// Takes events until there are so many, or nothing has come for a long time.
    borrowing func take(_ count: Int) throws -> [Data] {
        var events: [Data] = []
        while events.count < count, let message = try next(within: 20_000) {
            if message.topic.hasPrefix("mooring.") { events.append(message.body) }
        }
        return events
    }

    /// The events that have come and were not taken.
    borrowing func leftovers() throws -> [Data] {
        var events: [Data] = []
        while let message = try next(within: 0) {
            if message.topic.hasPrefix("mooring.") { events.append(message.body) }
        }
        return events
    }
}
