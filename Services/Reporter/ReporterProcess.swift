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
            at: try settings.endpoints(),
            in: context,
            logger: logger
        )
        let consumer = try EventConsumer(
            name: name,
            sources: try Source.all.map { try settings.source($0) },
            pool: pool,
            handler: ReadModelHandler(heartbeats: heartbeats, lock: lock),
            context: context,
            logger: logger
        )
        let application = try ReporterApplication(
            model: model,
            judgements: JudgementStore(pool, log: log),
            heartbeats: heartbeats,
            writer: try writer(settings)
        )
        let router = application.router(context: BasicRequestContext.self)
        OperationsRoutes(
            samples: { BusMetrics.samples(of: consumer) + BusMetrics.samples(of: log) }
        ).add(to: router)
        return [
            publisher, consumer, try HTTPService.make(router, settings: settings, logger: logger),
        ]
    }

    private static func writer(_ settings: Settings) throws -> ReportWriter {
        let methodology =
            try settings.value(inFile: "methodology.file", "a methodology") {
                try Methodology(yaml: $0)
            } ?? .bundled()
        let profile = settings.string("scoring.profile")
        guard methodology.profiles[profile] != nil else {
            throw SettingsError.invalid(
                key: "scoring.profile",
                value: profile,
                expected: "one of the methodology's weight profiles: "
                    + methodology.profiles.keys.sorted().joined(separator: ", ")
            )
        }
        return ReportWriter(methodology: methodology, profile: profile)
    }
}
