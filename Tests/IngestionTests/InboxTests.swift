import Foundation
import InMemoryLogging
import Logging
import Messaging
import Storage
import TestSupport
import Testing

@testable import Ingestion

struct InboxTests {
    private let folder: TemporaryFolder
    private let log = InMemoryLogHandler()
    private let inbox: InboxService

    init() throws {
        folder = try TemporaryFolder()
        let (pool, lock) = try EmbeddedStore.open(
            folder.file("ingestion.sqlite"),
            durability: .full
        )
        let journal = try SQLiteEventLog(source: "ingestion", in: pool)
        inbox = InboxService(
            folder: folder.url,
            interval: .seconds(1),
            store: try DocumentStore(pool, log: journal, lock: lock, bytesMax: 1 << 20),
            logger: Logger(label: "test") { [log] _ in log }
        )
    }

    private var warnings: [InMemoryLogHandler.Entry] {
        log.entries.filter { $0.level == .warning }
    }

    private func file(_ name: String, _ text: String) throws -> DocumentStore.InboxFile {
        try Data(text.utf8).write(to: folder.file(name))
        return .init(path: folder.file(name).path, size: text.utf8.count, modified: 1)
    }

    @Test func `a file is taken once`() async throws {
        let file = try file("a.txt", "Some text.")
        #expect(await inbox.take(file) == nil)
        #expect(await inbox.take(file) == nil)
        #expect(log.entries.map(\.message) == ["Took a file from the inbox"])
    }

    @Test func `what cannot be read is tried again, and told of once`() async throws {
        let missing = DocumentStore.InboxFile(
            path: folder.file("gone.txt").path,
            size: 1,
            modified: 1
        )
        let reason = await inbox.take(missing)
        #expect(reason != nil)
        #expect(await inbox.take(missing, failedBefore: reason) == reason)
        #expect(warnings.count == 1)
        _ = await inbox.take(missing, failedBefore: "another reason")
        #expect(warnings.count == 2)
    }

    @Test func `what is rejected is told of with the reason`() async throws {
        #expect(await inbox.take(try file("empty.txt", "")) == nil)
        let warning = try #require(warnings.first)
        #expect(warning.metadata["file"] == "empty.txt")
        #expect(warning.metadata["reason"] == "empty")
    }

    @Test func `one long line too large to take is told of, and others are taken`() async throws {
        let line = String(repeating: "一", count: 1 << 20)
        #expect(await inbox.take(try file("line.txt", line)) == nil)
        let warning = try #require(warnings.first)
        #expect(warning.metadata["reason"] == "too-large")
        #expect("\(warning.metadata["detail"] ?? "")".hasSuffix("split it"))
        #expect(await inbox.take(try file("a.txt", "Some text.")) == nil)
        #expect(log.entries.last?.message == "Took a file from the inbox")
    }
}
