package import Foundation

/// The recipes for strangers, and what is needed to run them here.
package enum Recipes {
    /// The repository's root.
    package static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }

    /// Where the recipes stand.
    package static var folder: URL { root.appendingPathComponent("deploy/recipes") }

    /// A Python with pyzmq and cloudevents, as deploy/test installs it; `nil` where there is none.
    package static let python: URL? = {
        let file = root.appendingPathComponent(".build/strangers/bin/python3")
        return FileManager.default.isExecutableFile(atPath: file.path) ? file : nil
    }()

    /// A C compiler; `nil` where there is none.
    package static let compiler: URL? = {
        let file = URL(fileURLWithPath: "/usr/bin/cc")
        return FileManager.default.isExecutableFile(atPath: file.path) ? file : nil
    }()

    /// A recipe's language.
    package enum Language: String, CaseIterable, Sendable {
        case python, c

        /// Why the recipe cannot be run here; `nil` where it can.
        package var obstacle: String? {
            switch self {
            case .python where Recipes.python == nil:
                "there is no Python with pyzmq and cloudevents in .build/strangers"
            case .c where Recipes.compiler == nil: "there is no /usr/bin/cc"
            default: nil
            }
        }
    }

    /// Why a recipe cannot be started.
    package struct Failure: Error {
        package let description: String
    }

    /// How a recipe is started.
    ///
    /// - Parameters:
    ///   - name: Its file's name without the extension.
    ///   - language: What it is written in.
    ///   - scratch: Where it may be compiled.
    /// - Returns: An executable and its first arguments.
    /// - Throws: Where it does not compile.
    package static func command(
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
