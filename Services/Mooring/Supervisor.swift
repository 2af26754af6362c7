import Foundation
import Synchronization

/// Keeps the services of one machine running until it is told to stop.
final class Supervisor: Sendable {
    private let services: [LocalLayout.LocalService]
    private let failures = Mutex<[String: Int]>([:])
    /// How long a service may take to stop before it is killed.
    private static let grace: Duration = .seconds(15)
    /// How many failures in a row end the attempt.
    private static let failuresMax = 5

    init(_ services: [LocalLayout.LocalService]) throws {
        self.services = services
    }

    func run(until stop: StopSignals) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for service in services {
                group.addTask {
                    // One that does not start ends the others, too.
                    defer { stop.set() }
                    try await self.keepRunning(service, until: stop)
                }
            }
            try await group.waitForAll()
        }
    }

    /// Waits until every service answers.
    ///
    /// - Returns: Whether they do; `false` where the operator has asked to stop meanwhile.
    func waitUntilReady(_ stop: StopSignals) async throws -> Bool {
        for service in services {
            let client = HTTPClient(base: service.health)
            while (try? await client.get("/readyz"))?.isSuccess != true {
                if stop.isSet { return false }
                if hasGivenUp(service) { return false }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        return true
    }

    private func hasGivenUp(_ service: LocalLayout.LocalService) -> Bool {
        failures.withLock { $0[service.name, default: 0] >= Self.failuresMax }
    }

    // MARK: - One service

    private func keepRunning(
        _ service: LocalLayout.LocalService,
        until stop: StopSignals
    ) async throws {
        while !stop.isSet {
            let startedAt = ContinuousClock.now
            let (process, logStart) = try start(service)
            while process.isRunning, !stop.isSet { try await Task.sleep(for: .milliseconds(50)) }
            if stop.isSet { return try await end(process) }
            let hasRunLong = startedAt.duration(to: .now) > .seconds(30)
            let count = failures.withLock { failures in
                failures[service.name] = hasRunLong ? 1 : failures[service.name, default: 0] + 1
                return failures[service.name] ?? 1
            }
            let isLast = process.terminationStatus == 64 || count >= Self.failuresMax
            Terminal.note(
                "\(service.name) ended with status \(process.terminationStatus)"
                    + (isLast ? "" : "; starting it again")
                    + "; its log is \(service.log.path)"
            )
            guard !isLast else {
                failures.withLock { $0[service.name] = Self.failuresMax }
                Terminal.note(lastLines(of: service.log, from: logStart))
                throw HTTPClient.Failure(description: "\(service.name) does not start")
            }
            try await Task.sleep(for: .milliseconds(200 << count))
        }
    }

    /// Starts a service.
    ///
    /// - Returns: The process, and how long its log was before.
    private func start(_ service: LocalLayout.LocalService) throws -> (Process, UInt64) {
        if !FileManager.default.fileExists(atPath: service.log.path) {
            try Data().write(to: service.log)
        }
        let log = try FileHandle(forWritingTo: service.log)
        let length = try log.seekToEnd()
        let process = Process()
        process.executableURL = service.executable
        process.arguments = service.arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = log
        process.standardError = log
        try process.run()
        return (process, length)
    }

    private func end(_ process: Process) async throws {
        guard process.isRunning else { return }
        process.terminate()
        let startedAt = ContinuousClock.now
        while process.isRunning {
            if startedAt.duration(to: .now) > Self.grace {
                kill(process.processIdentifier, SIGKILL)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// The last lines that a service wrote since its log had a length.
    private func lastLines(of log: URL, from start: UInt64) -> String {
        guard let file = try? FileHandle(forReadingFrom: log),
            (try? file.seek(toOffset: start)) != nil,
            let bytes = try? file.readToEnd()
        else { return "" }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(5).joined(
            separator: "\n"
        )
    }
}
