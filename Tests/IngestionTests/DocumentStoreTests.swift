import Contracts
import Evidence
import Foundation
import Messaging
import Storage
import TestSupport
import Testing

@testable import Ingestion

struct DocumentStoreTests {
    private let folder: TemporaryFolder
    private let log: SQLiteEventLog
    private let store: DocumentStore

    init() throws {
        folder = try TemporaryFolder()
        let (pool, lock) = try EmbeddedStore.open(
            folder.file("ingestion.sqlite"),
            durability: .full
        )
        log = try SQLiteEventLog(source: "ingestion", in: pool)
        store = try DocumentStore(pool, log: log, lock: lock, bytesMax: 1 << 20)
    }

    private func take(
        _ text: String,
        as origin: String = "a.txt"
    ) async throws
        -> DocumentStore.Receipt
    {
        try await store.take(Submission(bytes: Data(text.utf8), origin: origin))
    }

    private func types() throws -> [String] {
        try log.read(after: 0, limit: 100, byteLimit: .max).map(\.type)
    }

    @Test func `a document is told of once, with its text behind it`() async throws {
        let receipt = try await take("Some text.")
        #expect(receipt.state == .accepted)
        #expect(receipt.sequence == 2)
        #expect(try types() == [DocumentIngested.type, DocumentSegment.type])
    }

    @Test func `the same bytes under another name are the same document`() async throws {
        let first = try await take("Some text.")
        let second = try await take("Some text.", as: "b.txt")
        #expect(second.isDuplicate)
        #expect(second.id == first.id)
        #expect(second.sequence == first.sequence)
        #expect(try types().count == 2)
    }

    @Test func `many who hand in the same at once make one document`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await take("Some text.") } }
            try await group.waitForAll()
        }
        #expect(try types().count == 2)
    }

    @Test func `what is rejected is kept aside, and told of`() async throws {
        let receipt = try await take("")
        #expect(receipt.state == .rejected)
        #expect(receipt.reason == "empty")
        #expect(try types() == [DocumentRejected.type])
        #expect(try await take("").isDuplicate)
    }

    @Test func `the id is the SHA-256 of the bytes`() async throws {
        let receipt = try await take("abc")
        #expect(
            receipt.id.rawValue
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }
}
