import Foundation
import Logging
import ZeroMQ

/// What the consumer's thread does.
final class ConsumerLoop {
    private let name: String
    private let applier: EventApplier
    private let wakeUp: WakeUp
    private let logger: Logger
    private let report: (String, StreamFollower.Counts) -> Void
    private var links: [SourceLink]
    private var lastTick: ContinuousClock.Instant

    /// How often the followers are told the time.
    private static let tickInterval: Duration = .milliseconds(200)

    init(
        name: String,
        sources: [EventSource],
        applier: EventApplier,
        context: Context,
        wakeUp: WakeUp,
        logger: Logger,
        report: @escaping (String, StreamFollower.Counts) -> Void
    ) throws {
        self.name = name
        self.applier = applier
        self.wakeUp = wakeUp
        self.logger = logger
        self.report = report
        let positions = try applier.positions()
        let now = ContinuousClock.now
        lastTick = now
        links = try sources.map { source in
            try SourceLink(
                source,
                consumer: name,
                position: positions[source.name] ?? .beginning,
                context: context,
                now: now
            )
        }
    }

    func run(until stop: StopFlag) throws {
        for link in links { try link.begin(now: .now) }
        while !stop.isSet {
            try wait()
            var batch: [EventApplier.Item] = []
            for link in links { try collect(from: link, into: &batch) }
            try commit(batch)
            if lastTick.duration(to: .now) >= Self.tickInterval { try tick() }
        }
    }

    private func wait() throws {
        var poller = Poller()
        let woken = poller.add(wakeUp)
        for link in links { link.add(to: &poller) }
        if try poller.wait(milliseconds: 100)[woken] { wakeUp.clear() }
    }

    private func collect(from link: SourceLink, into batch: inout [EventApplier.Item]) throws {
        for item in try link.receive(max: MessagingLimits.batchEventsMax, now: .now) {
            switch item {
            case .apply(let event): batch.append(.apply(event))
            case .reset(let epoch): batch.append(.reset(source: link.name, epoch: epoch))
            case .heartbeat(let heartbeat): applier.hear(heartbeat)
            }
        }
    }

    private func commit(_ batch: [EventApplier.Item]) throws {
        guard !batch.isEmpty else { return }
        try applier.commit(batch)
    }

    private func tick() throws {
        lastTick = .now
        for link in links {
            if try link.tick(now: .now) {
                logger.notice("Made new sockets", metadata: ["source": "\(link.name)"])
            }
            try link.confirm()
            report(link.name, link.counts)
        }
    }
}
