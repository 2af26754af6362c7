import Foundation
import TestSupport

/// The recipes for strangers, and what is needed to run them here.
enum Recipes {
    static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }

    static var folder: URL { root.appendingPathComponent("deploy/recipes") }

    /// A Python with pyzmq and cloudevents, as deploy/test installs it; `nil` where there is none.
    static let python: URL? = {
        let file = root.appendingPathComponent(".build/strangers/bin/python3")
        return FileManager.default.isExecutableFile(atPath: file.path) ? file : nil
    }()

    /// A C compiler; `nil` where there is none.
    static let compiler: URL? = {
        let file = URL(fileURLWithPath: "/usr/bin/cc")
        return FileManager.default.isExecutableFile(atPath: file.path) ? file : nil
    }()

    /// A recipe's language.
    enum Language: String, CaseIterable, Sendable {
        case python, c

        /// Why the recipe cannot be run here; `nil` where it can.
        var obstacle: String? {
            switch self {
            case .python where Recipes.python == nil:
                "there is no Python with pyzmq and cloudevents in .build/strangers"
            case .c where Recipes.compiler == nil: "there is no /usr/bin/cc"
            default: nil
            }
        }
    }

    struct Failure: Error {
        var description: String
    }

    /// How a recipe is started.
    ///
    /// - Parameters:
    ///   - name: Its file's name without the extension.
    ///   - language: What it is written in.
    ///   - scratch: Where it may be compiled.
    /// - Returns: An executable and its first arguments.
    /// - Throws: Where it does not compile.
    static func command(
        _ name: String,
        _ language: Language,
        in scratch: URL
    ) throws -> (executable: URL, arguments: [String]) {
        switch language {
        case .python:
            guard let python else { throw Failure(description: "no Python") }
            return (python, [folder.appendingPathComponent("\(name).py").path])
        case .c:
            guard let compiler else { throw Failure(description: "no compiler") }
            let program = scratch.appendingPathComponent(name)
            let process = Process()
            process.executableURL = compiler
            process.arguments = [
                "-Wall", "-Wextra", "-Werror", "-o", program.path,
                folder.appendingPathComponent("\(name).c").path, "-lzmq",
            ]
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                throw Failure(description: "\(name).c does not compile")
            }
            return (program, [])
        }
    }
}

/// A recipe that runs, with what it has printed.
actor RunningRecipe {
    private let process = Process()
    private let output: URL

    init(
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
    func crash() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The complete lines it has printed.
    func lines() throws -> [Data] {
        let text = try Data(contentsOf: output)
        guard let end = text.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return text[..<end].split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }
}
