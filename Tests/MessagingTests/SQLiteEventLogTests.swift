import Foundation
import GRDB
import Storage
import TestSupport
import Testing

@testable import Messaging

struct SQLiteEventLogTests {
    private let folder: TemporaryFolder
    private let pool: DatabasePool
    private let lock: FileLock
    private let log: SQLiteEventLog

    init() throws {
        folder = try TemporaryFolder()
        (pool, lock) = try EmbeddedStore.open(folder.file("store.sqlite"), durability: .full)
        log = try SQLiteEventLog(source: "source", in: pool)
    }

    private func draft(_ type: String = "mooring.test.happened.v1", size: Int = 2) -> EventDraft {
        let text = String(repeating: "x", count: size)
        return EventDraft(type: type, subject: "s", data: Data("\"\(text)\"".utf8))
    }

    private func append(_ drafts: EventDraft...) throws {
        try pool.write { db in try log.append(drafts, in: db) }
    }

    private func events() throws -> [JournalledEvent] {
        try log.read(after: 0, limit: 1000, byteLimit: .max)
    }

    @Test func `sequences start at 1 and have no gaps`() throws {
        try append(draft(), draft())
        try append(draft())
        #expect(try events().map(\.sequence) == [1, 2, 3])
        #expect(try log.standing().head == 3)
    }

    @Test func `a transaction that is undone leaves no event and no gap`() throws {
        struct Undo: Error {}
        try append(draft())
        #expect(throws: Undo.self) {
            try pool.write { db in
                try log.append([draft(), draft()], in: db)
                throw Undo()
            }
        }
        try append(draft())
        #expect(try events().map(\.sequence) == [1, 2])
    }

    @Test func `an event over the limit is refused with its whole batch`() throws {
        let large = draft(size: MessagingLimits.eventBytesMax)
        #expect(throws: MessagingError.self) { try append(draft(), large) }
        #expect(try events().isEmpty)
    }

    @Test func `each event names the one before of its type`() throws {
        let other = "mooring.other.happened.v1"
        try append(draft(), draft(other), draft(), draft(other))
        let attributes = try events().map { try EventAttributes.read($0.bytes) }
        #expect(attributes.map { Int64($0.prevsequence) } == [0, 0, 1, 2])
    }

    @Test func `numbers go on where they were although the rows are gone`() throws {
        try append(draft(), draft())
        try pool.write { db in try db.execute(sql: "DELETE FROM journal") }
        try append(draft())
        #expect(try events().map(\.sequence) == [3])
    }

    @Test func `the chain is what a reader computes from the bytes`() throws {
        try append(draft(), draft(size: 7), draft())
        var chain = ChainHash.seed
        for event in try events() {
            chain = ChainHash.next(after: chain, hash: ChainHash.hash(event.bytes))
        }
        #expect(try log.chain(at: 3) == chain)
        #expect(try log.chain(at: 4) == nil)
    }

    @Test func `reading stops at either limit but gives one event at least`() throws {
        try append(draft(size: 5000), draft(size: 5000), draft())
        #expect(try log.read(after: 0, limit: 2, byteLimit: .max).count == 2)
        #expect(try log.read(after: 0, limit: 10, byteLimit: 100).count == 1)
        #expect(try log.read(after: 3, limit: 10, byteLimit: 100).isEmpty)
    }

    @Test func `a second process is refused`() throws {
        #expect(throws: StorageError.self) {
            try EmbeddedStore.open(folder.file("store.sqlite"), durability: .full)
        }
    }

    @Test func `hostile subjects stay inside their JSON string`() throws {
        let subject = "a\"b\\c\u{0}\n\u{2028}漢"
        try pool.write { db in
            try log.append(
                [EventDraft(type: "t", subject: subject, data: Data("{}".utf8))],
                in: db
            )
        }
        let attributes = try EventAttributes.read(try #require(events().first).bytes)
        #expect(attributes.subject == subject)
    }

    @Test func `what is held back is told as not read until it is released`() throws {
        func position(_ sequence: Int64) -> StreamPosition {
            StreamPosition(epoch: "e", sequence: sequence, chain: ChainHash.seed)
        }
        func read(_ sequence: Int64, thenHoldAt held: Int64?) throws {
            try pool.write { db in
                try ConsumerPositions.set(position(sequence), of: "other", db)
                if let held { try ConsumerPositions.hold(at: ["other": position(held)], db) }
            }
        }
        func told() throws -> Int64? { try log.standing().positions["other"]?.sequence }
        try read(3, thenHoldAt: nil)
        #expect(try told() == 3)
        try read(5, thenHoldAt: 3)
        try read(8, thenHoldAt: 5)
        #expect(try told() == 3)
        #expect(try pool.read { try ConsumerPositions.all($0) }["other"]?.sequence == 8)
        try pool.write { try ConsumerPositions.release($0) }
        #expect(try told() == 8)
    }
}
