package import Foundation

/// A recipe that runs, with what it has printed.
package actor RunningRecipe {
    private let process = Process()
    private let output: URL

    /// Starts it.
    ///
    /// - Parameters:
    ///   - command: How, see ``Recipes/command(_:_:in:)``.
    ///   - arguments: The recipe's own.
    ///   - environment: Variables besides this process's.
    ///   - output: The file that it prints to, at its end.
    /// - Throws: Where it does not start.
    package init(
        _ command: (executable: URL, arguments: [String]),
        _ arguments: [String],
        environment: [String: String] = [:],
        output: URL
    ) throws {
        self.output = output
        if !FileManager.default.fileExists(atPath: output.path) { try Data().write(to: output) }
        let handle = try FileHandle(forWritingTo: output)
        try handle.seekToEnd()
        process.executableURL = command.executable
        process.arguments = command.arguments + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Ends it as a crash would.
    package func crash() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The complete lines it has printed.
    package func lines() throws -> [Data] {
        let text = try Data(contentsOf: output)
        guard let end = text.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return text[..<end].split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }
}
