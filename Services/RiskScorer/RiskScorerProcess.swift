import Evidence
import Foundation
import Hummingbird
import Logging
import Messaging
import Operations
import Scoring
import ServiceLifecycle
import Storage
import ZeroMQ

/// Scores every government from the claims that stand.
enum RiskScorerProcess: ServiceProcess {
    static let name = "risk-scorer"
    static let summary = "scores governments' data-sovereignty and lock-in exposure"
    static let settings =
        Setting.common(httpPort: 8083, publish: (5620, 5621), data: "risk-scorer.sqlite")
        + Setting.source("entity-registry", live: 5610, replay: 5611)
        + [
            Setting(
                "methodology.file",
                "",
                "A methodology file in YAML; none for the one that is built in."
            ),
            Setting(
                "alerts.file",
                "",
                "A file of alert rules in YAML or JSON; none for those that are built in."
            ),
            Setting("scoring.profile", "prior", "The weight profile that is published."),
            Setting(
                "scoring.as-of",
                "",
                "The date (YYYY-MM-DD) that scores are computed for; none for today in UTC."
            ),
        ]

    static func services(_ settings: Settings, logger: Logger) throws -> [any Service] {
        let (pool, lock) = try EmbeddedStore.open(settings.url("store.file"), durability: .full)
        let log = try SQLiteEventLog(source: name, in: pool)
        let calendar = try ScoringCalendar(settings.string("scoring.as-of"))
        let handler = try ScorerHandler(
            pool,
            log: log,
            lock: lock,
            engine: try engine(settings),
            alerts: try alerts(settings),
            calendar: calendar
        )
        let context = try Context()
        let publisher = try EventPublisher(
            log,
            at: try settings.endpoints(),
            in: context,
            logger: logger
        )
        let consumer = try EventConsumer(
            name: name,
            sources: [try settings.source("entity-registry")],
            pool: pool,
            handler: handler,
            context: context,
            logger: logger
        )
        let router = HTTPService.router()
        OperationsRoutes(
            samples: {
                BusMetrics.samples(of: consumer) + BusMetrics.samples(of: log)
                    + handler.figures.samples
            }
        ).add(to: router)
        try ScenarioRoutes(scorer: { handler.scorer }).add(to: router)
        return [
            publisher, consumer, RescoringService(handler: handler, logger: logger),
            try HTTPService.make(router, settings: settings, logger: logger),
        ]
    }

    private static func engine(_ settings: Settings) throws -> ScoringEngine {
        let methodology = try methodology(settings)
        let profile = settings.string("scoring.profile")
        guard methodology.profiles[profile] != nil else {
            throw SettingsError.invalid(
                key: "scoring.profile",
                value: profile,
                expected: "one of the methodology's weight profiles: "
                    + methodology.profiles.keys.sorted().joined(separator: ", ")
            )
        }
        return ScoringEngine(methodology: methodology, profile: profile)
    }

    private static func methodology(_ settings: Settings) throws -> Methodology {
        try settings.value(inFile: "methodology.file", "a methodology") {
            try Methodology(yaml: $0)
        } ?? .bundled()
    }

    private static func alerts(_ settings: Settings) throws -> AlertRules {
        try settings.value(inFile: "alerts.file", "alert rules") {
            try AlertRules(yaml: $0)
        } ?? .bundled()
    }
}
