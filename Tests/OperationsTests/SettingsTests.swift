import Foundation
import Operations
import TestSupport
import Testing

struct SettingsTests {
    private static let list = [
        Setting("name", "a", "A word."), Setting("file", "", "A file."),
    ]

    private func settings(_ key: String, _ value: String) -> Settings {
        Settings(Self.list, replacing: [key: value])
    }

    private enum Word: String, CaseIterable {
        case a, b
    }

    private struct Broken: Error, CustomStringConvertible {
        var description: String { "line 3 is odd" }
    }

    @Test func `flags count over the environment, and that over the defaults`() async throws {
        let environment = ["NAME": "from the environment", "FILE": "x"]
        let settings = try await Settings(
            Self.list,
            arguments: ["--name", "from a flag"],
            environment: environment
        )
        #expect(settings.string("name") == "from a flag")
        #expect(settings.string("file") == "x")
    }

    @Test func `a flag that there is not is refused`() async {
        await #expect(throws: SettingsError.unknownFlag("--nam")) {
            try await Settings(Self.list, arguments: ["--nam=x"], environment: [:])
        }
    }

    @Test func `a file counts over the defaults, and may set only what there is`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.json").path
        func read(_ json: String) async throws -> String {
            try Data(json.utf8).write(to: folder.file("a.json"))
            return try await Settings(Self.list, arguments: ["--config", path], environment: [:])
                .string("name")
        }
        #expect(try await read(#"{"name": "from a file"}"#) == "from a file")
        await #expect(throws: SettingsError.unknownKey("http.prt", file: path)) {
            try await read(#"{"http": {"prt": 1}}"#)
        }
        await #expect(throws: SettingsError.unreadableFile(path, reason: "it is not a JSON object"))
        {
            try await read("{bad")
        }
    }

    @Test func `a word that is none of the choices is refused with the list of them`() throws {
        let good: Word = try settings("name", "b").choice("name")
        #expect(good == .b)
        let refusal = SettingsError.invalid(key: "name", value: "c", expected: "one of a, b")
        #expect(throws: refusal) { () throws -> Void in
            let _: Word = try settings("name", "c").choice("name")
        }
    }

    @Test(arguments: [
        "tcp://127.0.0.1:5600", "tcp://*:5600", "tcp://[::1]:5600", "tcp://registry:*",
        "ipc:///tmp/x", "inproc://x",
    ])
    func `an address is taken as it is`(_ address: String) throws {
        #expect(try settings("name", address).address("name") == address)
    }

    @Test(arguments: [
        "", "127.0.0.1:5600", "tcp://", "tcp://host", "tcp://:5600", "tcp://host:", "tcp://host:x",
        "tcp://host:65536", "http://host:80", "ipc://",
    ])
    func `what is no address is refused`(_ text: String) {
        #expect(throws: SettingsError.self) { try settings("name", text).address("name") }
    }

    @Test func `a folder must be there`() throws {
        let folder = try TemporaryFolder()
        #expect(try settings("file", folder.url.path).folder("file").path == folder.url.path)
        let missing = folder.file("missing").path
        #expect(throws: SettingsError.self) { try settings("file", missing).folder("file") }
    }

    @Test func `a file that cannot be used is refused with the reason`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.yaml").path
        try Data("text".utf8).write(to: folder.file("a.yaml"))
        #expect(try settings("file", path).value(inFile: "file", "a text") { $0 } == "text")
        #expect(try settings("file", "").value(inFile: "file", "a text") { $0 } == nil)
        let refusal = SettingsError.invalid(
            key: "file",
            value: path,
            expected: "a file that holds a text; this one does not: line 3 is odd"
        )
        #expect(throws: refusal) {
            try settings("file", path).value(inFile: "file", "a text") { _ in throw Broken() }
        }
        #expect(throws: SettingsError.self) {
            try settings("file", path + "x").value(inFile: "file", "a text") { $0 }
        }
    }
}
