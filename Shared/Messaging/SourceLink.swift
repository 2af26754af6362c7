import Foundation
import ZeroMQ

/// One publisher as its consumer sees it: the two sockets, and the state machine that reads them.
final class SourceLink {
    enum Item {
        case apply(ReceivedEvent)
        case reset(epoch: String)
        case heartbeat(Heartbeat)
    }

    private let source: EventSource
    private let consumer: String
    private let context: Context
    private var live: Socket
    private var dealer: Socket
    private var follower: StreamFollower
    private var confirmed: Int64 = -1
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    var name: String { source.name }
    var counts: StreamFollower.Counts { follower.counts }

    init(
        _ source: EventSource,
        consumer: String,
        position: StreamPosition,
        context: Context,
        now: ContinuousClock.Instant
    ) throws {
        self.source = source
        self.consumer = consumer
        self.context = context
        follower = StreamFollower(source: source.name, position: position, now: now)
        live = try Self.connectLive(source, context)
        dealer = try Self.connectDealer(source, context)
    }

    /// Asks for what was missed before the connection.
    func begin(now: ContinuousClock.Instant) throws {
        _ = try perform(follower.start(now: now))
    }

    func add(to poller: inout Poller) {
        poller.add(live)
        poller.add(dealer)
    }

    /// Takes what waits on both sockets, at most so many messages each.
    func receive(max: Int, now: ContinuousClock.Instant) throws -> [Item] {
        var items: [Item] = []
        var room = max
        while room > 0, let frames = try dealer.receive() {
            room -= 1
            items += try receive(reply: frames, now)
        }
        room = max
        while room > 0, let frames = try live.receive() {
            room -= 1
            items += try receive(live: frames, now)
        }
        return items
    }

    private func receive(live frames: [[UInt8]], _ now: ContinuousClock.Instant) throws -> [Item] {
        guard frames.count == 2 else { return [] }
        let body = Data(frames[1])
        guard frames[0].starts(with: Array(Heartbeat.topic(of: source.name).utf8)) else {
            return try perform(follower.receive(live: body, now: now))
        }
        guard let heartbeat = try? decoder.decode(Heartbeat.self, from: body) else { return [] }
        return try perform(follower.receive(heartbeat, now: now)) + [.heartbeat(heartbeat)]
    }

    private func receive(reply frames: [[UInt8]], _ now: ContinuousClock.Instant) throws -> [Item] {
        guard
            let header = frames.first,
            let reply = try? decoder.decode(ReplayReply.self, from: Data(header)),
            reply.count == frames.count - 1
        else { return [] }
        let events = frames.dropFirst().map { Data($0) }
        return try perform(follower.receive(reply, events: events, now: now))
    }

    /// Tells the follower the time.
    ///
    /// - Returns: Whether new sockets were made.
    func tick(now: ContinuousClock.Instant) throws -> Bool {
        let actions = follower.tick(now: now)
        _ = try perform(actions)
        return actions.contains(.reconnect)
    }

    /// Tells the publisher how far this consumer has committed, where that is news.
    func confirm() throws {
        let position = follower.position
        guard position.sequence != confirmed, !position.epoch.isEmpty else { return }
        let request = ReplayRequest(op: .confirm, consumer: consumer, position: position)
        if try dealer.send([Array(try encoder.encode(request))]) { confirmed = position.sequence }
    }

    private func perform(_ actions: [StreamFollower.Action]) throws -> [Item] {
        var items: [Item] = []
        for action in actions {
            switch action {
            case .apply(let event): items.append(.apply(event))
            case .reset(let epoch): items.append(.reset(epoch: epoch))
            case .request(let position): try request(after: position)
            case .reconnect:
                live = try Self.connectLive(source, context)
                dealer = try Self.connectDealer(source, context)
                items += try perform(follower.start(now: .now))
            }
        }
        return items
    }

    private func request(after position: StreamPosition) throws {
        let request = ReplayRequest(
            op: .replay,
            consumer: consumer,
            position: position,
            max: MessagingLimits.replayEventsMax
        )
        try dealer.send([Array(try encoder.encode(request))])
    }

    // MARK: - Sockets

    private static func connectLive(_ source: EventSource, _ context: Context) throws -> Socket {
        let socket = try Socket(.subscribe, in: context)
        try SocketSettings.guardConnection(socket)
        try SocketSettings.guardReconnection(socket)
        try socket.set(.receiveHighWaterMark, to: MessagingLimits.sendQueueMax)
        try socket.set(.sendHighWaterMark, to: 0)
        try socket.subscribe(toPrefix: "")
        try connect(socket, to: source.live)
        return socket
    }

    private static func connectDealer(_ source: EventSource, _ context: Context) throws -> Socket {
        let socket = try Socket(.dealer, in: context)
        try SocketSettings.guardConnection(socket)
        try SocketSettings.guardReconnection(socket)
        try socket.set(.sendHighWaterMark, to: 16)
        try connect(socket, to: source.replay)
        return socket
    }

    private static func connect(_ socket: borrowing Socket, to endpoint: String) throws {
        do throws(ZeroMQError) {
            try socket.connect(to: endpoint)
        } catch {
            throw MessagingError.endpoint(endpoint, reason: error.description)
        }
    }
}
