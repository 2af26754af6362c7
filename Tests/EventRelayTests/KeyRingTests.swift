import InMemoryLogging
import Logging
import TestSupport
import Testing
import ZeroMQ

@testable import EventRelay

struct KeyRingTests {
    private let folder: TemporaryFolder
    private let keys: CurveKeyFolder
    private let log = InMemoryLogHandler()
    private let ring: KeyRing

    init() throws {
        folder = try TemporaryFolder()
        keys = CurveKeyFolder(folder.url)
        ring = try KeyRing(keys, logger: Logger(label: "test") { [log] _ in log })
    }

    @Test func `the log names who was let in and who is not any more`() throws {
        try keys.allow(try CurveKeyPair.generate().publicKey, as: "first")
        try keys.allow(try CurveKeyPair.generate().publicKey, as: "second")
        ring.reload()
        #expect(log.entries.last?.metadata["added"] == "first second")
        try keys.revoke("first")
        ring.reload()
        #expect(log.entries.last?.metadata["added"] == "")
        #expect(log.entries.last?.metadata["removed"] == "first")
        ring.reload()
        #expect(log.entries.count == 2)
    }
}
