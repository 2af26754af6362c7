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

    /// Goes to a folder and closes what was inherited before the command takes over.
    private static let wrapper = """
        cd "$0" || exit
        for file in /proc/self/fd/*; do
          number=${file##*/}
          [ "$number" -gt 2 ] && eval "exec $number>&-"
        done 2>/dev/null
        exec "$@"
        """

    /// Runs a command to its end.
    ///
    /// Not by way of `Process`, which takes a child for running as long as anything that it left
    /// behind, a container's monitor for one, holds the descriptors it inherited.
    ///
    /// - Returns: What it printed.
    @discardableResult
    static func run(
        _ command: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws -> String {
        let folder = try TemporaryFolder()
        let output = folder.file("output").path
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_CREAT | O_WRONLY, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)

        let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let wrapped = ["bash", "-c", Self.wrapper, Samples.root.path, command] + arguments
        var words = wrapped.map { strdup($0) } + [nil]
        var variables = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var child = pid_t()
        let failure = posix_spawnp(&child, "bash", &actions, nil, &words, &variables)
        guard failure == 0 else {
            throw Failure(description: "\(command): \(String(cString: strerror(failure)))")
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let text = try String(contentsOf: folder.file("output"), encoding: .utf8)
        guard status == 0 else {
            throw Failure(description: "\(command) \(arguments): \(text.suffix(2000))")
        }
        return text
    }
}
