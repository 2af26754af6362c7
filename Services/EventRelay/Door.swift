import Logging
import Messaging
import ZeroMQ

/// One of the relay's sockets, with who came in and who was refused.
///
/// A connection that is established stays so when its key is taken away; therefore the door is
/// then closed on everybody and opened anew. Those who may come in connect again by themselves.
final class Door {
    let name: String
    let socket: Socket
    private let configuration: DoorConfiguration
    private let monitor: SocketMonitor
    private let ring: KeyRing
    private let counters: RelayCounters
    private let logger: Logger
    /// Where it is bound; `nil` while it is shut.
    private var bound: String?
    /// Where it was bound first: a wild card is to mean the same again.
    private var endpoint: String
    private var removalsSeen: Int
    /// The connections that are there, by number.
    private var connections: Set<Int32> = []

    var isOpen: Bool { bound != nil }

    init(
        _ configuration: DoorConfiguration,
        ring: KeyRing,
        counters: RelayCounters,
        context: Context,
        logger: Logger
    ) throws {
        self.configuration = configuration
        self.ring = ring
        self.counters = counters
        self.logger = logger
        name = configuration.name
        endpoint = configuration.endpoint
        removalsSeen = ring.removals
        socket = try Socket(configuration.kind == .live ? .extendedPublish : .router, in: context)
        monitor = try SocketMonitor(of: socket, in: context)
        try Self.prepare(socket, configuration)
    }

    func add(to poller: inout Poller) {
        poller.add(socket)
        _ = monitor.add(to: &poller)
    }

    /// Opens the door where it is shut, shuts it where a key was taken away, and counts who came.
    ///
    /// - Throws: Where the endpoint cannot be bound for good.
    func takeCare() throws {
        let removals = ring.removals
        if configuration.keys != nil, removals != removalsSeen {
            removalsSeen = removals
            try cutOff()
        }
        if bound == nil { try open() }
        for event in try monitor.events() { count(event) }
        counters.set(connections.count, as: .connections, name)
    }

    private func cutOff() throws {
        guard let bound else { return }
        try socket.unbind(from: bound)
        self.bound = nil
        for event in try monitor.events() { count(event) }
        connections = []
        counters.add(to: .rebinds, name)
        logger.notice("A key was taken away; everybody has to come in anew", metadata: meta)
    }

    private func open() throws {
        guard configuration.keys == nil || ring.isGuarded else { return }
        do throws(ZeroMQError) {
            try socket.bind(to: endpoint)
            let isFirst = endpoint == configuration.endpoint
            endpoint = try socket.lastEndpoint()
            bound = endpoint
            if isFirst { logger.info("Open", metadata: meta) }
        } catch {
            // What was unbound is closed in the background, and holds its address until then.
            if error.isAddressInUse, removalsSeen > 0 { return }
            throw MessagingError.unbound(endpoint, error)
        }
    }

    private var meta: Logger.Metadata { ["door": "\(name)", "endpoint": "\(endpoint)"] }

    private func count(_ event: SocketMonitor.Event) {
        switch event {
        case .accepted(let number): connections.insert(number)
        case .ended(let number): connections.remove(number)
        case .withoutKey: counters.add(to: .refused, Refusal.noKey.rawValue)
        case .undecipherable: counters.add(to: .refused, Refusal.wrongServerKey.rawValue)
        case .brokenOff: counters.add(to: .refused, Refusal.brokenOff.rawValue)
        case .failed: counters.add(to: .refused, Refusal.protocolError.rawValue)
        // A refusal is counted with its reason where it was decided.
        case .established, .refused: break
        }
    }

    private static func prepare(
        _ socket: borrowing Socket,
        _ configuration: DoorConfiguration
    ) throws {
        try SocketSettings.guardConnection(socket)
        switch configuration.kind {
        case .live:
            try socket.set(.sendHighWaterMark, to: RelayLimits.subscriberEventsMax)
            try socket.set(.verboseSubscriptions, to: 1)
            // A subscriber with a full queue answers no heartbeat. Cut off for that, it connects
            // again with its queue still full, on which libzmq 4.3.4 aborts the subscriber.
            try socket.set(.heartbeatInterval, to: 0)
            try socket.set(.keepAliveIdle, to: 30)
            try socket.set(.keepAliveInterval, to: 10)
            try socket.set(.keepAliveCount, to: 3)
        case .replay:
            try socket.set(.sendHighWaterMark, to: RelayLimits.answersMax)
            try socket.set(.receiveHighWaterMark, to: 64)
            try socket.set(.routerMandatory, to: 1)
        }
        // What waits for somebody whose key was taken away must not reach it any more.
        try socket.set(.linger, to: 0)
        guard let keys = configuration.keys else { return }
        try socket.admitCurveClients(secretKey: keys.secretKey, domain: configuration.name)
    }
}
