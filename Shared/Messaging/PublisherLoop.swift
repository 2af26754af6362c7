import Foundation
import Logging
import ZeroMQ

/// What the publisher's thread does, on sockets that no one else sees.
final class PublisherLoop<Log: EventLog> {
    private let log: Log
    private let wakeUp: WakeUp
    private let logger: Logger
    private let confirm: (String, Int64) -> Void
    private let live: Socket
    private let router: Socket
    private var sent: Int64
    private var lastHeartbeat: ContinuousClock.Instant?
    private let encoder = JSONEncoder()

    /// How long the publisher may be silent.
    private static var heartbeatInterval: Duration { .seconds(1) }

    init(
        log: Log,
        endpoints: EventPublisher<Log>.Endpoints,
        context: Context,
        wakeUp: WakeUp,
        logger: Logger,
        confirm: @escaping (String, Int64) -> Void
    ) throws {
        self.log = log
        self.wakeUp = wakeUp
        self.logger = logger
        self.confirm = confirm
        live = try Socket(.publish, in: context)
        router = try Socket(.router, in: context)
        sent = try log.standing().head
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try Self.prepare(live, router)
        try Self.bind(live, to: endpoints.live)
        try Self.bind(router, to: endpoints.replay)
    }

    func run(until stop: StopFlag) throws {
        while !stop.isSet {
            var poller = Poller()
            let woken = poller.add(wakeUp)
            let asked = poller.add(router)
            let ready = try poller.wait(milliseconds: 250)
            if ready[woken] { wakeUp.clear() }
            if ready[asked] { try answerRequests() }
            let isIdle = try publishNew() == 0
            if !isIdle || isHeartbeatDue { try sendHeartbeat() }
        }
        try publishNew()
        try sendHeartbeat()
    }

    // MARK: - Live

    /// Sends what was committed since, in order.
    @discardableResult
    private func publishNew() throws -> Int {
        var count = 0
        while true {
            let events = try log.read(
                after: sent,
                limit: MessagingLimits.batchEventsMax,
                byteLimit: MessagingLimits.replayBytesMax
            )
            guard let last = events.last else { return count }
            for event in events {
                try live.send([Array("\(event.type)/".utf8), Array(event.bytes)])
            }
            sent = last.sequence
            count += events.count
        }
    }

    private var isHeartbeatDue: Bool {
        guard let lastHeartbeat else { return true }
        return lastHeartbeat.duration(to: .now) >= Self.heartbeatInterval
    }

    private func sendHeartbeat() throws {
        let standing = try log.standing()
        try publishNew()
        let heartbeat = Heartbeat(source: log.source, standing: standing, time: Date())
        try live.send([
            Array(Heartbeat.topic(of: log.source).utf8),
            Array(try encoder.encode(heartbeat)),
        ])
        lastHeartbeat = .now
    }

    // MARK: - Replay

    private func answerRequests() throws {
        while let frames = try router.receive() {
            guard frames.count >= 2, let identity = frames.first, let body = frames.last else {
                continue
            }
            if let answer = try answer(to: Data(body)) {
                try router.send([identity] + answer)
            }
        }
    }

    private func answer(to body: Data) throws -> [[UInt8]]? {
        guard let request = try? JSONDecoder().decode(ReplayRequest.self, from: body) else {
            logger.warning("Refused a request that is not one")
            return try reply(.error, message: "not a replay request")
        }
        switch request.op {
        case .confirm:
            if request.epoch == (try log.standing().epoch) {
                confirm(request.consumer, request.after)
            }
            return nil
        case .replay: return try replay(request)
        }
    }

    private func replay(_ request: ReplayRequest) throws -> [[UInt8]] {
        guard request.after >= 0 else { return try reply(.error, message: "“after” is negative") }
        let epoch = try log.standing().epoch
        if !request.epoch.isEmpty, request.epoch != epoch {
            return try reply(.epoch, message: "another life of the journal")
        }
        if !request.epoch.isEmpty, request.chain == nil {
            return try reply(.error, message: "“chain” is missing: the hash over what was read")
        }
        if !request.epoch.isEmpty, try log.chain(at: request.after) != request.chain {
            logger.critical(
                "A consumer has read another history: this journal was restored or copied",
                metadata: ["consumer": "\(request.consumer)", "sequence": "\(request.after)"]
            )
            try log.beginEpoch()
            return try reply(.epoch, message: "the journal was restored; it begins a new life")
        }
        let events = try log.read(
            after: request.after,
            limit: min(max(request.max ?? .max, 1), MessagingLimits.replayEventsMax),
            byteLimit: MessagingLimits.replayBytesMax
        )
        return try reply(.events, events: events)
    }

    private func reply(
        _ status: ReplayReply.Status,
        events: [JournalledEvent] = [],
        message: String? = nil
    ) throws -> [[UInt8]] {
        let standing = try log.standing()
        let header = ReplayReply(
            status: status,
            source: log.source,
            epoch: standing.epoch,
            head: standing.head,
            count: events.count,
            message: message
        )
        return [Array(try encoder.encode(header))] + events.map { Array($0.bytes) }
    }

    // MARK: - Sockets

    private static func prepare(
        _ live: borrowing Socket,
        _ router: borrowing Socket
    ) throws(ZeroMQError) {
        try live.set(.sendHighWaterMark, to: MessagingLimits.sendQueueMax)
        try live.set(.linger, to: 500)
        try router.set(.linger, to: 0)
        try router.set(.routerMandatory, to: 1)
        try SocketSettings.guardConnection(live)
        try SocketSettings.guardConnection(router)
    }

    private static func bind(_ socket: borrowing Socket, to endpoint: String) throws {
        do throws(ZeroMQError) {
            try socket.bind(to: endpoint)
        } catch {
            throw MessagingError.unbound(endpoint, error)
        }
    }
}
