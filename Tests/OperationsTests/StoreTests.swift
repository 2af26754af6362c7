import Foundation
import Storage
import TestSupport
import Testing

struct StoreTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a store is held by one process at a time`() throws {
        let file = folder.file("a.sqlite")
        let held = try EmbeddedStore.open(file, durability: .full)
        #expect(throws: StorageError.inUse(file.path + ".lock")) {
            _ = try EmbeddedStore.open(file, durability: .full)
        }
        withExtendedLifetime(held) {}
    }

    @Test func `a file that is no database is refused, and left as it is`() throws {
        let file = folder.file("a.sqlite")
        let text = Data(String(repeating: "no database ", count: 100).utf8)
        try text.write(to: file)
        #expect(throws: StorageError.self) {
            _ = try EmbeddedStore.open(file, durability: .full)
        }
        #expect(try Data(contentsOf: file) == text)
    }

    @Test func `a folder that cannot be made is refused with its path`() throws {
        try Data().write(to: folder.file("file"))
        let below = folder.file("file").appendingPathComponent("a.sqlite")
        do {
            _ = try EmbeddedStore.open(below, durability: .full)
            Issue.record("a store was opened below a file")
        } catch let error as StorageError {
            #expect(error.description.contains(folder.file("file").path))
        }
    }
}
