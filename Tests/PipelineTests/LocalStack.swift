import Foundation
import TestSupport

@testable import Mooring

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The executables, running for real with stores in a folder of their own.
actor LocalStack {
    private let folder: TemporaryFolder
    private let layout: LocalLayout
    private let services: [LocalLayout.LocalService]
    private var processes: [String: Process] = [:]
    /// The client's side of handing in: it keeps trying while ingestion is away.
    private let submitter: Submitter

    /// The services that the report depends on; the relay only sends their events on.
    static let names = ["ingestion", "entity-registry", "risk-scorer", "reporter"]
    static let asOf = "2026-11-01"

    init() throws {
        folder = try TemporaryFolder()
        // Five for HTTP, and fifty for the bus.
        let port = try FreePorts.take(55)
        layout = LocalLayout(
            data: folder.url,
            httpPort: port,
            busPort: port + 5,
            inbox: nil,
            asOf: Self.asOf
        )
        services = try layout.services()
        submitter = Submitter(client: HTTPClient(base: layout.ingestion), metadata: [:])
        try FileManager.default.createDirectory(at: layout.logs, withIntermediateDirectories: true)
    }

    deinit {
        for process in processes.values where process.isRunning {
            kill(process.processIdentifier, SIGKILL)
        }
    }

    func start() throws {
        for service in services { try start(service.name) }
    }

    func start(_ name: String) throws {
        guard let service = services.first(where: { $0.name == name }) else { return }
        let process = Process()
        process.executableURL = service.executable
        process.arguments = service.arguments
        process.standardInput = FileHandle.nullDevice
        try Data().write(to: service.log)
        let log = try FileHandle(forWritingTo: service.log)
        process.standardOutput = log
        process.standardError = log
        try process.run()
        processes[name] = process
    }

    /// Ends a service as a crash would.
    func crash(_ name: String) {
        guard let process = processes.removeValue(forKey: name) else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks a service to stop.
    ///
    /// - Returns: Its exit status.
    func stop(_ name: String) -> Int32 {
        guard let process = processes.removeValue(forKey: name) else { return -1 }
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    func stop() {
        for service in services { _ = stop(service.name) }
    }

    /// Hands a document in, however often it takes.
    func submit(_ file: URL) async throws -> PipelinePositions.Position {
        let source = DocumentSource(url: file, origin: file.lastPathComponent)
        while true {
            guard let result = try? await submitter.submit(source) else { continue }
            switch result {
            case .receipt(let receipt):
                return .init(epoch: receipt.epoch, sequence: receipt.sequence)
            case .failure(let why): throw HTTPClient.Failure(description: why)
            }
        }
    }

    /// The canonical report, once it reflects everything up to a position.
    func report(after position: PipelinePositions.Position) async throws -> Data {
        let client = HTTPClient(base: layout.reporter)
        var tracker = CompletionTracker(ingestion: position)
        let isDone = try await eventually {
            let positions: PipelinePositions? = try? await client.value("/api/v1/positions")
            return positions.map { tracker.update($0) == .done } ?? false
        }
        guard isDone else {
            throw HTTPClient.Failure(description: "the report did not catch up: \(logs())")
        }
        return try await client.get("/api/v1/report").body
    }

    func get(_ path: String) async throws -> HTTPClient.Answer {
        try await HTTPClient(base: layout.reporter).get(path)
    }

    func post(_ path: String, _ body: Data) async throws -> HTTPClient.Answer {
        try await HTTPClient(base: layout.reporter).post(
            path,
            query: [:],
            body: body,
            contentType: "application/json"
        )
    }

    /// Writes a file of names of one's own, at once as a whole.
    func addNames(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: layout.names.appendingPathComponent(name), options: .atomic)
    }

    /// Removes the store of a service that does not run, as when its disk is lost.
    func loseStore(of name: String) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: layout.data.path)
        for file in files where file.hasPrefix("\(name).sqlite") {
            try FileManager.default.removeItem(at: layout.data.appendingPathComponent(file))
        }
    }

    /// How far every service has come, as the reporter hears it.
    func positions() async throws -> PipelinePositions {
        try await HTTPClient(base: layout.reporter).value("/api/v1/positions")
    }

    /// Every event that the relay has, from its first.
    func relayedEvents() async throws -> [RelayedEvent] {
        let client = HTTPClient(base: layout.relay)
        var events: [RelayedEvent] = []
        var query = ["max": "500"]
        while true {
            let answer = try await client.get("/events", query: query)
            events += try JSONDecoder().decode([RelayedEvent].self, from: answer.body)
            guard answer.headers["mooring-more"] == "true" else { return events }
            query["after"] = answer.headers["mooring-cursor"]
        }
    }

    struct RelayedEvent: Decodable {
        var source: String
    }

    /// The ends of the services' logs, for a test that failed.
    private func logs() -> String {
        services.map { service in
            let text = (try? String(contentsOf: service.log, encoding: .utf8)) ?? ""
            return service.name + ": " + text.suffix(600)
        }.joined(separator: "\n")
    }
}
