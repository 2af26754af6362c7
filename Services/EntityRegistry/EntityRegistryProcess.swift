import Foundation
import Gazetteer
import Hummingbird
import Logging
import Messaging
import Operations
import Reading
import ServiceLifecycle
import Storage
import ZeroMQ

/// Reads documents: who is who, and who supplied, paid for and runs what.
enum EntityRegistryProcess: ServiceProcess {
    static let name = "entity-registry"
    static let summary = "reads documents into entities and claims"
    static let settings =
        Setting.common(httpPort: 8082, publish: (5610, 5611), data: "entity-registry.sqlite")
        + Setting.source("ingestion", live: 5600, replay: 5601)
        + [
            Setting(
                "gazetteer.folder",
                "",
                "A folder with the gazetteer's data files; none for those that are built in."
            )
        ]

    static func services(_ settings: Settings, logger: Logger) throws -> [any Service] {
        let (pool, lock) = try EmbeddedStore.open(settings.url("store.file"), durability: .full)
        let log = try SQLiteEventLog(source: name, in: pool)
        let catalogue = try catalogue(settings)
        let handler = try RegistryHandler(
            pool,
            log: log,
            lock: lock,
            reader: try Reader(catalogue: catalogue),
            catalogue: catalogue
        )
        let context = try Context()
        let publisher = try EventPublisher(
            log,
            at: .init(live: settings.string("bus.live"), replay: settings.string("bus.replay")),
            in: context,
            logger: logger
        )
        let consumer = try EventConsumer(
            name: name,
            sources: [settings.source("ingestion")],
            pool: pool,
            handler: handler,
            context: context,
            logger: logger
        )
        let router = HTTPService.router()
        OperationsRoutes(
            samples: { BusMetrics.samples(of: consumer) + BusMetrics.samples(of: log) }
        ).add(to: router)
        return [
            publisher, consumer, RereadingService(handler: handler, logger: logger),
            try HTTPService.make(router, settings: settings, logger: logger),
        ]
    }

    private static func catalogue(_ settings: Settings) throws -> Catalogue {
        settings.string("gazetteer.folder").isEmpty
            ? try Catalogue.bundled()
            : try Catalogue(contentsOf: settings.url("gazetteer.folder"))
    }
}
