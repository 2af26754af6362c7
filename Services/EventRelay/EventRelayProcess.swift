import Foundation
import Hummingbird
import Logging
import Messaging
import Operations
import ServiceLifecycle
import Storage
import ZeroMQ

/// Sends every publisher's events on to programs that are no part of Mooring.
enum EventRelayProcess: ServiceProcess {
    static let name = "event-relay"
    static let summary = "sends all events on to other programs, with memory"
    static let settings =
        Setting.common(httpPort: 8084, data: "event-relay.sqlite")
        + Setting.source("ingestion", live: 5600, replay: 5601)
        + Setting.source("entity-registry", live: 5610, replay: 5611)
        + Setting.source("risk-scorer", live: 5620, replay: 5621)
        + Setting.source("reporter", live: 5630, replay: 5631)
        + doorSettings

    static let sources = ["ingestion", "entity-registry", "risk-scorer", "reporter"]

    private static let doorSettings = [
        Setting("relay.live", "tcp://127.0.0.1:5640", "Where plain subscribers connect; loopback."),
        Setting("relay.replay", "tcp://127.0.0.1:5642", "Where plain askers connect; loopback."),
        Setting("relay.secure-live", "", "Where CURVE subscribers connect; none to be shut."),
        Setting("relay.secure-replay", "", "Where CURVE askers connect; none to be shut."),
        Setting(
            "relay.keys-folder",
            ".mooring/keys",
            "server.secret, clients/NAME.public and revoked/NAME.public; “mooring keys” keeps it."
        ),
        Setting(
            "relay.allow-plain-beyond-loopback",
            "false",
            "true: relay.live, relay.replay and http.host may be open to the network unencrypted."
        ),
        Setting(
            "relay.keep-events",
            "0",
            "How many events are kept for those who come late, 1000–1000000000; 0 for all."
        ),
    ]

    static func services(_ settings: Settings, logger: Logger) throws -> [any Service] {
        let folder = CurveKeyFolder(settings.url("relay.keys-folder"))
        let doors = try DoorConfiguration.all(settings, keys: folder)
        let (pool, lock) = try EmbeddedStore.open(settings.url("store.file"), durability: .derived)
        // The relay publishes nothing of its own; the log's tables hold its positions.
        _ = try SQLiteEventLog(source: name, in: pool)
        let parts = RelayParts(
            journal: try RelayJournal(pool, lock: lock, keep: try keep(settings)),
            arrivals: try Arrivals(),
            ring: try KeyRing(folder, logger: logger),
            counters: RelayCounters(),
            context: try Context(),
            logger: logger,
            shut: ShutDoors(doors.map(\.name))
        )
        let consumer = try EventConsumer(
            name: name,
            sources: try sources.map { try settings.source($0) },
            pool: pool,
            handler: RelayHandler(journal: parts.journal, arrivals: parts.arrivals),
            context: parts.context,
            logger: logger
        )
        var services: [any Service] = []
        if doors.contains(where: { $0.keys != nil }) {
            services.append(
                try GateKeeper(
                    parts.ring,
                    counters: parts.counters,
                    context: parts.context,
                    logger: logger
                )
            )
        }
        services += [
            LiveRelay(parts, doors: doors.filter { $0.kind == .live }),
            try ReplayRelay(parts, doors: doors.filter { $0.kind == .replay }),
            consumer,
            try HTTPService.make(router(parts, consumer), settings: settings, logger: logger),
        ]
        return services
    }

    private static func router(
        _ parts: RelayParts,
        _ consumer: EventConsumer
    ) -> Router<BasicRequestContext> {
        let router = HTTPService.router()
        EventRoutes(
            journal: parts.journal,
            arrivals: parts.arrivals,
            counters: parts.counters
        ).add(to: router)
        OperationsRoutes(
            obstacles: { parts.shut.obstacles },
            samples: {
                BusMetrics.samples(of: consumer) + parts.counters.samples() + gauges(parts)
            }
        ).add(to: router)
        return router
    }

    private static func gauges(_ parts: RelayParts) -> [MetricSample] {
        [
            MetricSample(
                "mooring_relay_events_kept",
                .gauge,
                "Events in the relay's journal.",
                value: Double((try? parts.journal.count()) ?? 0)
            ),
            MetricSample(
                "mooring_relay_keys_allowed",
                .gauge,
                "Clients' keys that are let in.",
                value: Double(parts.ring.count)
            ),
        ]
    }

    private static func keep(_ settings: Settings) throws(SettingsError) -> Int {
        let keep = try settings.int("relay.keep-events", in: 0...1_000_000_000)
        guard keep == 0 || keep >= 1000 else {
            throw .invalid(
                key: "relay.keep-events",
                value: "\(keep)",
                expected: "0, or a whole number from 1000 to 1000000000"
            )
        }
        return keep
    }
}
