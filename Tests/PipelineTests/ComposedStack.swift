import Foundation
import TestSupport

@testable import Mooring

/// The stack of `docker-compose.yml`, with an image made of the binaries that were built before.
final class ComposedStack: Sendable {
    let inbox: TemporaryFolder
    private let ports: (http: Int, bus: Int)
    private let project = "mooringtest"
    private static let image = "localhost/mooring-test:latest"

    init() throws {
        inbox = try TemporaryFolder()
        ports = try FreePorts.take()
        // The container's user reads the inbox.
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: inbox.url.path
        )
    }

    deinit {
        _ = try? compose("down", "--volumes", "--timeout", "5")
    }

    /// Builds the runtime image around the executables beside this test.
    static func buildImage() throws {
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

    var reporter: HTTPClient { HTTPClient(base: "http://127.0.0.1:\(ports.http)") }
    var ingestion: HTTPClient { HTTPClient(base: "http://127.0.0.1:\(ports.http + 1)") }

    @discardableResult
    func compose(_ arguments: String...) throws -> String {
        try ContainerEngine.run(
            "podman-compose",
            ["--project-name", project] + arguments,
            environment: [
                "MOORING_IMAGE": Self.image,
                "MOORING_PORT": "\(ports.http)",
                "MOORING_INGESTION_PORT": "\(ports.http + 1)",
                "MOORING_RELAY_PORT": "\(ports.bus)",
                "MOORING_RELAY_HTTP_PORT": "\(ports.bus + 1)",
                "MOORING_RELAY_REPLAY_PORT": "\(ports.bus + 2)",
                "MOORING_RELAY_SECURE_PORT": "\(ports.bus + 3)",
                "MOORING_RELAY_SECURE_REPLAY_PORT": "\(ports.bus + 4)",
                "MOORING_INBOX": inbox.url.path,
                "MOORING_AS_OF": LocalStack.asOf,
            ]
        )
    }

    // MARK: - Faults

    enum Fault: CaseIterable {
        case kill, stop, pause, disconnect
    }

    /// Does something bad to a service, and makes it good again.
    func strike(_ service: String, _ fault: Fault) throws {
        let container = "\(project)_\(service)_1"
        let network = "\(project)_default"
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

    private func podman(_ arguments: String...) throws {
        try ContainerEngine.run("podman", arguments)
    }
}
