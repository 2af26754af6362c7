import Foundation

/// Where the services of one machine listen and keep their files.
struct LocalLayout: Sendable {
    var data: URL
    var httpPort: Int
    var busPort: Int
    var inbox: String?
    var asOf: String?

    /// The services in the order in which a document travels.
    private static let names = [
        "ingestion", "entity-registry", "risk-scorer", "reporter", "event-relay",
    ]
    /// How far each service's HTTP port lies behind the reporter's.
    private static let httpOffsets = [1, 2, 3, 0, 4]

    /// Where people put names of their own.
    var names: URL { data.appendingPathComponent("names") }
    var logs: URL { data.appendingPathComponent("logs") }
    var reporter: String { "http://127.0.0.1:\(httpPort)" }
    var ingestion: String { "http://127.0.0.1:\(httpPort + 1)" }
    var relay: String { "http://127.0.0.1:\(httpPort + 4)" }

    /// A service to be started.
    struct LocalService: Sendable {
        var name: String
        var executable: URL
        var arguments: [String]
        var log: URL
        var health: String
    }

    /// - Throws: ``HTTPClient/Failure`` where an executable is missing.
    func services() throws -> [LocalService] {
        let folder = Self.executables
        return try Self.names.enumerated().map { index, name in
            let executable = folder.appendingPathComponent(name)
            guard FileManager.default.isExecutableFile(atPath: executable.path) else {
                throw HTTPClient.Failure(
                    description: "\(executable.path) is missing: build all products first"
                )
            }
            let port = httpPort + Self.httpOffsets[index]
            return LocalService(
                name: name,
                executable: executable,
                arguments: arguments(of: index, httpPort: port),
                log: logs.appendingPathComponent("\(name).log"),
                health: "http://127.0.0.1:\(port)"
            )
        }
    }

    /// The folder that this tool runs from: the services lie beside it.
    static var executables: URL {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent()
    }

    private func arguments(of index: Int, httpPort: Int) -> [String] {
        let name = Self.names[index]
        var arguments = [
            "--store-file", data.appendingPathComponent("\(name).sqlite").path,
            "--http-port", "\(httpPort)",
        ]
        arguments += name == "event-relay" ? relayDoors : bus(index)
        let sources: [Int] =
            switch name {
            case "entity-registry": [0, 3]
            case "risk-scorer": [1]
            case "reporter": [0, 1, 2]
            case "event-relay": [0, 1, 2, 3]
            default: []
            }
        for source in sources {
            arguments += [
                "--sources-\(Self.names[source])-live", live(source),
                "--sources-\(Self.names[source])-replay", replay(source),
            ]
        }
        if name == "ingestion", let inbox { arguments += ["--inbox-folder", inbox] }
        if name == "entity-registry" { arguments += ["--gazetteer-additions", names.path] }
        if name == "risk-scorer", let asOf { arguments += ["--scoring-as-of", asOf] }
        return arguments
    }

    private func bus(_ index: Int) -> [String] {
        ["--bus-live", live(index), "--bus-replay", replay(index)]
    }

    /// Where other programs get the events; the port between the two is for subscribers with keys.
    private var relayDoors: [String] {
        [
            "--relay-live", "tcp://127.0.0.1:\(busPort + 40)",
            "--relay-replay", "tcp://127.0.0.1:\(busPort + 42)",
            "--relay-keys-folder", data.appendingPathComponent("keys").path,
        ]
    }

    private func live(_ index: Int) -> String { "tcp://127.0.0.1:\(busPort + 10 * index)" }
    private func replay(_ index: Int) -> String { "tcp://127.0.0.1:\(busPort + 10 * index + 1)" }
}
