import Foundation
import Hummingbird
import Logging
import Messaging
import Operations
import ServiceLifecycle
import Storage
import ZeroMQ

/// Takes documents in, keeps them, and tells the others.
enum IngestionProcess: ServiceProcess {
    static let name = "ingestion"
    static let summary = "takes documents in from folders and over HTTP"
    static let settings =
        Setting.common(httpPort: 8081, publish: (5600, 5601), data: "ingestion.sqlite") + [
            Setting(
                "inbox.folder",
                "",
                "A folder whose documents are taken in as they appear; they stay where they are."
            ),
            Setting("inbox.interval-seconds", "1", "How often the folder is looked at, 1–3600."),
            Setting(
                "intake.bytes-max",
                "16777216",
                "The largest document in bytes, 1024–268435456."
            ),
            Setting(
                "intake.lag-max",
                "50000",
                "How many events readers may lag behind before new documents are asked to wait."
            ),
        ]

    static func services(_ settings: Settings, logger: Logger) throws -> [any Service] {
        let (pool, lock) = try EmbeddedStore.open(
            settings.url("store.file"),
            durability: .full
        )
        let log = try SQLiteEventLog(source: name, in: pool)
        let bytesMax = try settings.int("intake.bytes-max", in: 1024...268_435_456)
        let store = try DocumentStore(pool, log: log, lock: lock, bytesMax: bytesMax)
        let context = try Context()
        let publisher = try EventPublisher(
            log,
            at: try settings.endpoints(),
            in: context,
            logger: logger
        )
        let routes = DocumentRoutes(
            store: store,
            bytesMax: bytesMax,
            lagMax: Int64(try settings.int("intake.lag-max", in: 1...100_000_000)),
            lag: { try publisher.lag() }
        )
        let router = HTTPService.router()
        routes.add(to: router)
        OperationsRoutes(samples: { store.samples() + BusMetrics.samples(of: log) })
            .add(to: router)
        var services: [any Service] = [publisher]
        if !settings.string("inbox.folder").isEmpty {
            services.append(
                InboxService(
                    folder: try settings.folder("inbox.folder"),
                    interval: .seconds(try settings.int("inbox.interval-seconds", in: 1...3600)),
                    store: store,
                    logger: logger
                )
            )
        }
        services.append(try HTTPService.make(router, settings: settings, logger: logger))
        return services
    }
}
