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
        + Setting.source(RegistrySource.ingestion, live: 5600, replay: 5601)
        + Setting.source(RegistrySource.reporter, live: 5630, replay: 5631)
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
            at: try settings.endpoints(),
            in: context,
            logger: logger
        )
        let consumer = try EventConsumer(
            name: name,
            sources: try RegistrySource.all.map { try settings.source($0) },
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
            SuggestingService(handler: handler, log: log, logger: logger),
            try HTTPService.make(router, settings: settings, logger: logger),
        ]
    }

    private static func catalogue(_ settings: Settings) throws -> Catalogue {
        let key = "gazetteer.folder"
        guard !settings.string(key).isEmpty else { return try Catalogue.bundled() }
        let folder = try settings.folder(key)
        do {
            return try Catalogue(contentsOf: folder)
        } catch {
            throw SettingsError.invalid(
                key: key,
                value: settings.string(key),
                expected: "a folder with the gazetteer's files; this one cannot be read: \(error)"
            )
        }
    }
}
