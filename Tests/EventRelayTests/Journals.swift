import Foundation
import GRDB
import Logging
import Messaging
import ServiceLifecycle
import Storage
import TestSupport
import ZeroMQ

/// The journals of all four publishers, served for real in this process.
final class Journals: Sendable {
    static let names = ["ingestion", "entity-registry", "risk-scorer", "reporter"]

    private let folder: TemporaryFolder
    private let stores: [String: Store]
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    private struct Store: Sendable {
        let pool: DatabasePool
        let lock: FileLock
        let log: SQLiteEventLog
    }

    init() throws {
        let folder = try TemporaryFolder()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let context = try Context()
        var stores: [String: Store] = [:]
        var publishers: [any Service] = []
        for name in Self.names {
            let (pool, lock) = try EmbeddedStore.open(folder.file(name), durability: .derived)
            let log = try SQLiteEventLog(source: name, in: pool)
            stores[name] = Store(pool: pool, lock: lock, log: log)
            let place = Self.endpoints(name, folder)
            publishers.append(
                try EventPublisher(
                    log,
                    at: .init(live: place.live, replay: place.replay),
                    in: context,
                    logger: logger
                )
            )
        }
        self.folder = folder
        self.stores = stores
        let group = ServiceGroup(configuration: .init(services: publishers, logger: logger))
        self.group = group
        running = Task { try await group.run() }
    }

    deinit {
        running.cancel()
    }

    private static func endpoints(
        _ name: String,
        _ folder: TemporaryFolder
    ) -> (live: String, replay: String) {
        (
            "ipc://\(folder.file("\(name).live").path)",
            "ipc://\(folder.file("\(name).replay").path)"
        )
    }

    /// How a consumer is told where the journals are.
    var arguments: [String] {
        Self.names.flatMap { name in
            let place = Self.endpoints(name, folder)
            return [
                "--sources-\(name)-live", place.live, "--sources-\(name)-replay", place.replay,
            ]
        }
    }

    // MARK: - Writing

    /// Writes events to every journal.
    ///
    /// - Parameters:
    ///   - count: How many to each.
    ///   - size: How many bytes of payload each.
    ///   - kind: The middle of their type.
    /// - Throws: Where the store cannot be written.
    func append(_ count: Int, size: Int = 20, kind: String = "test.happened") throws {
        let text = String(repeating: "x", count: size)
        let draft = EventDraft(
            type: "mooring.\(kind).v1",
            subject: "s",
            data: Data("{\"text\":\"\(text)\"}".utf8)
        )
        for name in Self.names {
            try write(Array(repeating: draft, count: count), to: name)
        }
    }

    func write(_ drafts: [EventDraft], to name: String) throws {
        guard let store = stores[name] else { return }
        try store.pool.write { db in try store.log.append(drafts, in: db) }
    }

    /// Puts events into empty journals as they are, with the epochs that they have.
    func begin(with events: [Data]) throws {
        for event in events {
            let attributes = try EventAttributes.read(event)
            guard let store = stores[attributes.publisher] else { continue }
            let sequence = attributes.sequenceNumber ?? 0
            try store.pool.write { db in
                let before = try Data.fetchOne(db, sql: "SELECT chain FROM journalState")
                let hash = ChainHash.hash(event)
                let chain = ChainHash.next(after: before ?? ChainHash.seed, hash: hash)
                try db.execute(
                    sql: "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [sequence, attributes.type, "s", event, hash, chain]
                )
                try db.execute(
                    sql: "UPDATE journalState SET epoch = ?, head = ?, chain = ?",
                    arguments: [attributes.streamepoch, sequence, chain]
                )
            }
        }
    }

    /// Begins a new life of a journal, as after a backup was restored.
    func restore(_ name: String) throws {
        try stores[name]?.log.beginEpoch()
    }

    // MARK: - Reading

    /// Every event of every journal, byte for byte.
    func all() throws -> [Data] {
        try Self.names.flatMap { try all(of: $0) }
    }

    /// The events of one journal in order.
    func all(of name: String) throws -> [Data] {
        try stores[name]?.log.read(after: 0, limit: .max, byteLimit: .max).map(\.bytes) ?? []
    }
}
