import Foundation
import TestSupport

@testable import Mooring

/// The stack of `docker-compose.yml`, with an image made of the binaries that were built before.
final class ComposedStack: Sendable {
    let inbox: TemporaryFolder
    private let port: Int
    private let project: String
    private static let image = "localhost/mooring-test:latest"

    /// Builds the image, and prepares a stack that does not run yet.
    ///
    /// - Parameter name: What its containers are named after.
    /// - Throws: Where the image cannot be built.
    init(_ name: String) throws {
        try Self.built.get()
        inbox = try TemporaryFolder()
        port = try FreePorts.take(8)
        project = "mooringtest\(name)"
        // The container's user reads the inbox.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: inbox.url.path
        )
    }

    deinit {
        _ = try? compose("down", "--volumes", "--timeout", "5")
    }

    private static let built = Result { try buildImage() }

    /// Builds the runtime image around the executables beside this test.
    private static func buildImage() throws {
        let folder = try TemporaryFolder()
        try ContainerEngine.run(
            "deploy/lib/stage.sh",
            [LocalLayout.executables.path, folder.file("mooring").path]
        )
        try ContainerEngine.run(
            "podman",
            [
                "build", "--network=host", "-q", "--target", "base", "-t", "localhost/mooring-base",
                "-f", "deploy/Dockerfile", ".",
            ]
        )
        try Data("FROM localhost/mooring-base\nCOPY mooring /opt/mooring\n".utf8)
            .write(to: folder.file("Dockerfile"))
        try ContainerEngine.run(
            "podman",
            ["build", "-q", "-t", image, "-f", folder.file("Dockerfile").path, folder.url.path]
        )
    }

    func up() throws {
        try compose("up", "--detach", "--no-build")
    }

    var reporter: HTTPClient { HTTPClient(base: "http://127.0.0.1:\(port)") }
    var ingestion: HTTPClient { HTTPClient(base: "http://127.0.0.1:\(port + 1)") }
    var relay: HTTPClient { HTTPClient(base: "http://127.0.0.1:\(port + 2)") }
    /// Where strangers connect with a key: for live events, and for replay.
    var secureDoors: [String] { [5, 6].map { "tcp://127.0.0.1:\(port + $0)" } }

    @discardableResult
    func compose(_ arguments: String...) throws -> String {
        try ContainerEngine.run(
            "podman-compose",
            ["--project-name", project] + arguments,
            environment: [
                "MOORING_IMAGE": Self.image,
                "MOORING_PORT": "\(port)",
                "MOORING_INGESTION_PORT": "\(port + 1)",
                "MOORING_RELAY_HTTP_PORT": "\(port + 2)",
                "MOORING_RELAY_PORT": "\(port + 3)",
                "MOORING_RELAY_REPLAY_PORT": "\(port + 4)",
                "MOORING_RELAY_SECURE_PORT": "\(port + 5)",
                "MOORING_RELAY_SECURE_REPLAY_PORT": "\(port + 6)",
                "MOORING_INBOX": inbox.url.path,
                "MOORING_AS_OF": LocalStack.asOf,
            ]
        )
    }

    /// Runs the operator's tool inside the relay's container.
    ///
    /// - Returns: What it printed, without the space around it.
    @discardableResult
    func keys(_ arguments: String...) throws -> String {
        try ContainerEngine.run(
            "podman",
            ["exec", container("event-relay"), "mooring", "keys"] + arguments
        ).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Puts a document into the inbox.
    func drop(_ file: URL) throws {
        // Under its name only once it is complete, as an operator's "mv" does.
        let draft = inbox.file(".\(file.lastPathComponent)")
        try FileManager.default.copyItem(at: file, to: draft)
        try FileManager.default.moveItem(at: draft, to: inbox.file(file.lastPathComponent))
    }

    // MARK: - Faults

    enum Fault: CaseIterable {
        case kill, stop, pause, disconnect
    }

    /// Does something bad to a service, and makes it good again.
    func strike(_ service: String, _ fault: Fault) throws {
        let container = container(service)
        switch fault {
        case .kill:
            try podman("kill", "--signal", "KILL", container)
            try podman("start", container)
        case .stop:
            try podman("stop", "--time", "10", container)
            try podman("start", container)
        case .pause:
            try podman("pause", container)
            try podman("unpause", container)
        case .disconnect:
            try podman("network", "disconnect", network, container)
            try podman("network", "connect", "--alias", service, network, container)
        }
    }

    /// Takes a service away, and brings it back after a while under another address.
    ///
    /// - Parameters:
    ///   - service: Which one.
    ///   - absence: What happens meanwhile.
    /// - Returns: The address before and after.
    /// - Throws: What the engine says, or what happens meanwhile throws.
    func move(
        _ service: String,
        during absence: () async throws -> Void
    ) async throws -> (from: String, to: String) {
        let before = try address(of: service)
        try podman("rm", "--force", "--time", "10", container(service))
        try await absence()
        // Somebody else has taken the address meanwhile.
        try podman(
            "run",
            "--detach",
            "--rm",
            "--name",
            "\(project)_squatter",
            "--network",
            network,
            "--ip",
            before,
            Self.image,
            "sleep",
            "infinity"
        )
        defer { _ = try? podman("rm", "--force", "--time", "0", "\(project)_squatter") }
        try compose("up", "--detach", "--no-build", service)
        return (before, try address(of: service))
    }

    /// Deletes the relay's container and its store, and starts it anew.
    func deleteRelay() throws {
        try podman("rm", "--force", "--time", "10", container("event-relay"))
        try podman("volume", "rm", "\(project)_event-relay")
        try compose("up", "--detach", "--no-build", "event-relay")
    }

    private var network: String { "\(project)_default" }

    private func container(_ service: String) -> String { "\(project)_\(service)_1" }

    private func address(of service: String) throws -> String {
        let format = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}"
        return try ContainerEngine.run(
            "podman",
            ["inspect", "--format", format, container(service)]
        ).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func podman(_ arguments: String...) throws {
        try ContainerEngine.run("podman", arguments)
    }
}
