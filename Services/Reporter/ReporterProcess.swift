import Foundation
import Hummingbird
import Logging
import Messaging
import Operations
import Scoring
import ServiceLifecycle
import Storage
import ZeroMQ

/// Shows what is known: a read model of all events, over HTTP and as pages.
enum ReporterProcess: ServiceProcess {
    static let name = "reporter"
    static let summary = "shows the scores, the claims and their quotes"
    static let settings =
        Setting.common(httpPort: 8080, publish: (5630, 5631), data: "reporter.sqlite")
        + Setting.source(Source.ingestion, live: 5600, replay: 5601)
        + Setting.source(Source.entityRegistry, live: 5610, replay: 5611)
        + Setting.source(Source.riskScorer, live: 5620, replay: 5621)
        + [
            Setting(
                "methodology.file",
                "",
                "A methodology file in YAML; none for the one that is built in."
            ),
            Setting(
                "scoring.profile",
                "prior",
                "The weight profile of a report that is asked for before there are scores."
            ),
        ]

    static func services(_ settings: Settings, logger: Logger) throws -> [any Service] {
        let (pool, lock) = try EmbeddedStore.open(
            settings.url("store.file"),
            durability: .derived
        )
        let log = try SQLiteEventLog(source: name, in: pool)
        let model = try ReadModel(pool)
        let heartbeats = HeardHeartbeats()
        let context = try Context()
        let publisher = try EventPublisher(
            log,
            at: .init(live: settings.string("bus.live"), replay: settings.string("bus.replay")),
            in: context,
            logger: logger
        )
        let consumer = try EventConsumer(
            name: name,
            sources: Source.all.map { settings.source($0) },
            pool: pool,
            handler: ReadModelHandler(heartbeats: heartbeats, lock: lock),
            context: context,
            logger: logger
        )
        let application = try ReporterApplication(
            model: model,
            heartbeats: heartbeats,
            writer: ReportWriter(
                methodology: try methodology(settings),
                profile: settings.string("scoring.profile")
            )
        )
        let router = application.router(context: BasicRequestContext.self)
        OperationsRoutes(
            samples: { BusMetrics.samples(of: consumer) + BusMetrics.samples(of: log) }
        ).add(to: router)
        return [
            publisher, consumer, try HTTPService.make(router, settings: settings, logger: logger),
        ]
    }

    private static func methodology(_ settings: Settings) throws -> Methodology {
        guard !settings.string("methodology.file").isEmpty else { return try .bundled() }
        let yaml = try String(contentsOf: settings.url("methodology.file"), encoding: .utf8)
        return try Methodology(yaml: yaml)
    }
}
