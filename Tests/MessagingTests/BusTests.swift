import Foundation
import GRDB
import Logging
import ServiceLifecycle
import Storage
import TestSupport
import Testing
import ZeroMQ

@testable import Messaging

/// The bus over real sockets and real files.
@Suite(.timeLimit(.minutes(10)))
struct BusTests {
    private let folder: TemporaryFolder
    private let context: Context
    private let endpoints: EventPublisher<SQLiteEventLog>.Endpoints
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init() throws {
        folder = try TemporaryFolder()
        context = try Context()
        endpoints = Self.endpoints(in: folder, "first")
    }

    private static func endpoints(
        in folder: TemporaryFolder,
        _ name: String
    ) -> EventPublisher<SQLiteEventLog>.Endpoints {
        .init(
            live: "ipc://\(folder.file("\(name).live").path)",
            replay: "ipc://\(folder.file("\(name).replay").path)"
        )
    }

    private func store(_ name: String) throws -> Store {
        try Store(folder.file(name), source: name)
    }

    private func consumer(
        _ store: Store,
        at endpoints: EventPublisher<SQLiteEventLog>.Endpoints? = nil,
        poison: Int? = nil
    ) throws -> EventConsumer {
        let endpoints = endpoints ?? self.endpoints
        return try EventConsumer(
            name: "reader",
            sources: [
                EventSource(name: "writer", live: endpoints.live, replay: endpoints.replay)
            ],
            pool: store.pool,
            handler: KeepingHandler(poison: poison),
            context: context,
            logger: logger
        )
    }

    private func run(
        _ services: [any Service],
        _ body: () async throws -> Void
    ) async throws {
        let group = ServiceGroup(configuration: .init(services: services, logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private func wait(for count: Int, in reader: Store) async throws {
        let isThere = try await eventually { try reader.kept().count == count }
        #expect(isThere)
    }

    @Test func `a consumer that joins late gets everything once, in order`() async throws {
        let writer = try store("writer")
        let reader = try store("reader")
        try writer.append(2500)
        let publisher = try EventPublisher(writer.log, at: endpoints, in: context, logger: logger)
        try await run([publisher, try consumer(reader)]) {
            try await wait(for: 2500, in: reader)
            for _ in 0..<20 { try writer.append(50) }
            try await wait(for: 3500, in: reader)
        }
        #expect(try reader.kept() == Array(1...3500))
    }

    @Test func `a consumer that comes back goes on where its store is`() async throws {
        let writer = try store("writer")
        let reader = try store("reader")
        let publisher = try EventPublisher(writer.log, at: endpoints, in: context, logger: logger)
        try await run([publisher]) {
            for total in [10, 20, 30] {
                try writer.append(10)
                let services = [try consumer(reader)]
                try await run(services) {
                    try await wait(for: total, in: reader)
                }
            }
        }
        #expect(try reader.kept() == Array(1...30))
    }

    @Test func `an event that cannot be applied is set aside, and the others go on`() async throws {
        let writer = try store("writer")
        let reader = try store("reader")
        let publisher = try EventPublisher(writer.log, at: endpoints, in: context, logger: logger)
        try await run([publisher, try consumer(reader, poison: 3)]) {
            try writer.append(5)
            try await wait(for: 4, in: reader)
        }
        #expect(try reader.kept() == [1, 2, 4, 5])
        let letters = try await reader.pool.read { db in try DeadLetter.all(db) }
        #expect(letters.map(\.sequence) == [3])
        #expect(letters.first?.reason == "poison")
    }

    @Test func `a journal that was restored to another history is read anew`() async throws {
        let writer = try store("writer")
        let reader = try store("reader")
        try writer.append(20)
        let before: [any Service] = [
            try EventPublisher(writer.log, at: endpoints, in: context, logger: logger),
            try consumer(reader),
        ]
        try await run(before) {
            try await wait(for: 20, in: reader)
        }
        try writer.rewind(to: 10)
        try writer.append(15)
        // A socket of the same process is closed in the background, so the next has another path.
        let moved = Self.endpoints(in: folder, "second")
        let after: [any Service] = [
            try EventPublisher(writer.log, at: moved, in: context, logger: logger),
            try consumer(reader, at: moved),
        ]
        try await run(after) {
            try await wait(for: 25, in: reader)
        }
        #expect(try reader.kept() == Array(1...25))
    }

    @Test func `garbage on the replay port is answered with an error or not at all`() async throws {
        let writer = try store("writer")
        let reader = try store("reader")
        try writer.append(3)
        let publisher = try EventPublisher(writer.log, at: endpoints, in: context, logger: logger)
        try await run([publisher, try consumer(reader)]) {
            let dealer = try Socket(.dealer, in: context)
            try dealer.connect(to: endpoints.replay)
            let epoch = try writer.log.standing().epoch
            let unproven = #"{"op":"replay","consumer":"x","epoch":"\#(epoch)","after":2}"#
            for garbage in ["", "\0", "{", #"{"op":"explode"}"#, unproven].map({ Array($0.utf8) }) {
                try dealer.send([garbage])
            }
            try await wait(for: 3, in: reader)
            try await answered(dealer, times: 5)
            #expect(try writer.log.standing().epoch == epoch)
        }
    }

    /// Waits until each of several questions was answered.
    private func answered(_ dealer: borrowing Socket, times: Int) async throws {
        var count = 0
        let start = ContinuousClock.now
        while count < times, start.duration(to: .now) < patience {
            if try dealer.receive() != nil { count += 1 }
            try await lookAgainSoon()
        }
        #expect(count == times)
    }
}

/// A store with a journal, and a table of what was applied.
private struct Store: Sendable {
    let pool: DatabasePool
    let log: SQLiteEventLog
    private let lock: FileLock

    init(_ file: URL, source: String) throws {
        (pool, lock) = try EmbeddedStore.open(file, durability: .derived)
        log = try SQLiteEventLog(source: source, in: pool)
        try pool.write { db in
            try db.execute(sql: "CREATE TABLE kept (sequence INTEGER PRIMARY KEY) STRICT")
        }
    }

    func append(_ count: Int) throws {
        let draft = EventDraft(
            type: "mooring.test.happened.v1",
            subject: "s",
            data: Data("{\"n\":1}".utf8)
        )
        try pool.write { db in
            try log.append(Array(repeating: draft, count: count), in: db)
        }
    }

    func kept() throws -> [Int64] {
        try pool.read { db in
            try Int64.fetchAll(db, sql: "SELECT sequence FROM kept ORDER BY sequence")
        }
    }

    /// Puts the journal back to an earlier state, as a restored backup would be.
    func rewind(to sequence: Int64) throws {
        try pool.write { db in
            try db.execute(sql: "DELETE FROM journal WHERE sequence > ?", arguments: [sequence])
            try db.execute(
                sql: """
                    UPDATE journalState SET head = ?1,
                    chain = (SELECT chain FROM journal WHERE sequence = ?1)
                    """,
                arguments: [sequence]
            )
            try db.execute(sql: "UPDATE journalTopic SET sequence = ?", arguments: [sequence])
        }
    }
}

/// Keeps the sequences of what it is given, and chokes on one of them.
private struct KeepingHandler: EventHandler {
    let poison: Int?

    struct Poison: Error, CustomStringConvertible {
        let description = "poison"
    }

    func apply(_ event: ReceivedEvent, in db: Database) throws {
        try db.execute(sql: "INSERT INTO kept VALUES (?)", arguments: [event.sequence])
        if let poison, event.sequence == Int64(poison) { throw Poison() }
    }

    func reset(_ source: String, in db: Database) throws {
        try db.execute(sql: "DELETE FROM kept")
    }
}
