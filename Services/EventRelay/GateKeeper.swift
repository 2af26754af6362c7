import Logging
import Messaging
import ServiceLifecycle
import ZeroMQ

/// Answers libzmq whose keys are let in, and looks once a second whether the keys have changed.
final class GateKeeper: Service {
    private let ring: KeyRing
    private let counters: RelayCounters
    private let context: Context
    private let logger: Logger
    private let wakeUp: WakeUp
    private let stop = StopFlag()

    /// How often the keys folder is read.
    private static let interval: Duration = .seconds(1)

    init(
        _ ring: KeyRing,
        counters: RelayCounters,
        context: Context,
        logger: Logger
    ) throws(ZeroMQError) {
        self.ring = ring
        self.counters = counters
        self.context = context
        self.logger = logger
        wakeUp = try WakeUp()
    }

    func run() async throws {
        try await OwnThread.run("gate", stop: stop, wakeUp: wakeUp) { [self] in try watch() }
    }

    private func watch() throws {
        let handler = try AccessHandler(in: context)
        ring.isGuarded = true
        defer { ring.isGuarded = false }
        var readAt = ContinuousClock.now
        while !stop.isSet {
            var poller = Poller()
            let woken = poller.add(wakeUp)
            _ = handler.add(to: &poller)
            if try poller.wait(milliseconds: 250)[woken] { wakeUp.clear() }
            try handler.answer { decide($0) }
            if readAt.duration(to: .now) >= Self.interval {
                readAt = .now
                ring.reload()
            }
        }
    }

    private func decide(_ request: AccessRequest) -> String? {
        switch ring.judge(request.key) {
        case .allowed(let name): return name
        case .refused(let reason):
            counters.add(to: .refused, reason.rawValue)
            logger.debug(
                "Refused a connection",
                metadata: [
                    "door": "\(request.domain)", "address": "\(request.address)",
                    "reason": "\(reason.rawValue)",
                ]
            )
            return nil
        }
    }
}
