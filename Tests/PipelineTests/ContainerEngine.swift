import Foundation
import TestSupport

/// Podman with podman-compose, as far as this machine has them.
enum ContainerEngine {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Whether containers can be built and run here: the tools and the base image are there.
    static let isThere: Bool = {
        let base = "docker.io/library/debian:bookworm-slim"
        return ["podman", "podman-compose"].allSatisfy { tool in
            (try? run("sh", ["-c", "command -v \(tool)"])) != nil
        } && (try? run("podman", ["image", "exists", base])) != nil
    }()

    /// Runs a command to its end.
    ///
    /// - Returns: What it printed.
    @discardableResult
    static func run(
        _ command: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = Samples.root
        // Not a pipe: what the command leaves running keeps its end open.
        let folder = try TemporaryFolder()
        try Data().write(to: folder.file("output"))
        let output = try FileHandle(forWritingTo: folder.file("output"))
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOf: folder.file("output"), encoding: .utf8)
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(command) \(arguments): \(text.suffix(2000))")
        }
        return text
    }
}
