import Foundation
import TestSupport
import ZeroMQ

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The relay's executable, running for real.
actor RelayProcess {
    let folder: TemporaryFolder
    nonisolated let keys: CurveKeyFolder
    nonisolated let ports: Int
    private let sources: [String]
    private var process: Process?

    nonisolated var live: String { "tcp://127.0.0.1:\(ports)" }
    nonisolated var secureLive: String { "tcp://127.0.0.1:\(ports + 1)" }
    nonisolated var replay: String { "tcp://127.0.0.1:\(ports + 2)" }
    nonisolated var secureReplay: String { "tcp://127.0.0.1:\(ports + 3)" }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(_ journals: Journals) throws {
        folder = try TemporaryFolder()
        keys = CurveKeyFolder(folder.file("keys"))
        ports = try FreePorts.take(5)
        sources = journals.arguments
        _ = try keys.serverOrNew()
    }

    deinit {
        if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var processID: Int32? { process?.processIdentifier }

    /// Starts the relay and waits until its doors are open.
    ///
    /// - Parameter arguments: What is set otherwise: flags and their values.
    /// - Throws: ``Failure`` with the relay's log where it does not.
    func start(_ arguments: [String] = []) async throws {
        process = try launch(arguments)
        let isReady = try await eventually {
            guard let process, process.isRunning else { return true }
            return (try? await get("/readyz").status) == 200
        }
        guard isReady, process?.isRunning == true else { throw Failure(description: log) }
    }

    /// Starts the relay and waits until it ends by itself.
    ///
    /// - Returns: Its exit status.
    func run(_ arguments: [String]) throws -> Int32 {
        let process = try launch(arguments)
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func launch(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Executables.folder.appendingPathComponent("event-relay")
        var settings = [
            "--store-file": folder.file("relay.sqlite").path, "--http-port": "\(ports + 4)",
            "--relay-live": live, "--relay-replay": replay, "--relay-secure-live": secureLive,
            "--relay-secure-replay": secureReplay, "--relay-keys-folder": keys.url.path,
        ]
        for index in stride(from: 0, to: arguments.count - 1, by: 2) {
            settings[arguments[index]] = arguments[index + 1]
        }
        process.arguments = settings.flatMap { [$0.key, $0.value] } + sources
        process.standardInput = FileHandle.nullDevice
        let file = folder.file("relay.log")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        return process
    }

    var log: String { (try? String(contentsOf: folder.file("relay.log"), encoding: .utf8)) ?? "" }

    /// Ends the relay as a crash would.
    func crash() {
        guard let process else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        self.process = nil
    }

    /// Asks the relay to stop.
    ///
    /// - Returns: Its exit status.
    func stop() -> Int32 {
        guard let process else { return -1 }
        process.terminate()
        process.waitUntilExit()
        self.process = nil
        return process.terminationStatus
    }

    /// Deletes what the relay remembers.
    func deleteStore() throws {
        for suffix in ["", "-wal", "-shm", ".lock"] {
            try? FileManager.default.removeItem(at: folder.file("relay.sqlite" + suffix))
        }
    }

    // MARK: - HTTP

    struct Answer: Sendable {
        var status: Int
        var body: Data
        var headers: [String: String]
    }

    nonisolated func get(_ path: String) async throws -> Answer {
        guard let url = URL(string: "http://127.0.0.1:\(ports + 4)\(path)") else {
            throw Failure(description: path)
        }
        let (body, response) = try await URLSession.shared.data(
            for: URLRequest(url: url, timeoutInterval: 180)
        )
        guard let http = response as? HTTPURLResponse else { throw Failure(description: path) }
        var headers: [String: String] = [:]
        for (name, value) in http.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
        return Answer(status: http.statusCode, body: body, headers: headers)
    }

    /// A metric's value, such as that of `mooring_relay_refusals_total{reason="no_key"}`.
    nonisolated func metric(_ name: String) async throws -> Int {
        let text = String(decoding: try await get("/metrics").body, as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
        return line.flatMap { Double($0.dropFirst(name.count + 1)) }.map { Int($0) } ?? 0
    }

    nonisolated func waits(for name: String, toReach value: Int) async throws -> Bool {
        try await eventually { try await metric(name) >= value }
    }
}

/// Where the executables lie that were built together with the tests.
enum Executables {
    static var folder: URL {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "."
        return URL(fileURLWithPath: own).deletingLastPathComponent()
    }
}
