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
            ),
            Setting(
                "gazetteer.additions",
                "",
                "A folder for names of one's own (*.yaml, *.txt), taken in as they change."
            ),
            Setting(
                "gazetteer.interval-seconds",
                "5",
                "How often that folder is looked at while no document comes, 1–3600."
            ),
        ]

    static func services(_ settings: Settings, logger: Logger) throws -> [any Service] {
        let (pool, lock) = try EmbeddedStore.open(settings.url("store.file"), durability: .full)
        let log = try SQLiteEventLog(source: name, in: pool)
        let source = try source(settings, logger)
        let handler = try RegistryHandler(
            pool,
            log: log,
            lock: lock,
            source: source
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
            publisher, consumer,
            RereadingService(
                handler: handler,
                interval: .seconds(try settings.int("gazetteer.interval-seconds", in: 1...3600)),
                logger: logger
            ),
            SuggestingService(handler: handler, log: log, logger: logger),
            try HTTPService.make(router, settings: settings, logger: logger),
        ]
    }

    private static func source(_ settings: Settings, _ logger: Logger) throws -> ReadingSource {
        let key = "gazetteer.folder"
        let folder = settings.string(key).isEmpty ? nil : try settings.folder(key)
        do {
            return try ReadingSource(additions: additions(settings), logger: logger) { own in
                try folder.map { try Catalogue(contentsOf: $0, adding: own) }
                    ?? Catalogue.bundled(adding: own)
            }
        } catch let error as CatalogueError {
            throw SettingsError.invalid(
                key: key,
                value: settings.string(key),
                expected: "a folder with the gazetteer's files; this one cannot be read: \(error)"
            )
        }
    }

    /// The folder of further names, made where it is missing.
    private static func additions(_ settings: Settings) throws -> URL? {
        let key = "gazetteer.additions"
        guard !settings.string(key).isEmpty else { return nil }
        try? FileManager.default.createDirectory(
            at: settings.url(key),
            withIntermediateDirectories: true
        )
        return try settings.folder(key)
    }
}
