import ArgumentParser
import Foundation

/// `mooring up`.
struct UpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up",
        abstract: "Start and supervise the services on this machine, in the foreground.",
        discussion: """
            Each service keeps one file in the data folder. A service that fails is started again; \
            SIGINT or SIGTERM stops them all cleanly.
            """
    )

    @Option(help: "The folder for the services' stores and logs.")
    var data = ".mooring"

    @Option(help: "The reporter's HTTP port; the other services take the four after it.")
    var port = 8080

    @Option(help: "The first of the ports of the event bus.")
    var busPort = 5600

    @Option(help: "A folder whose documents are taken in as they appear.")
    var inbox: String?

    @Option(help: "The date (YYYY-MM-DD) that scores are computed for; today if not given.")
    var asOf: String?

    @Option(
        parsing: .upToNextOption,
        help: "Files or folders to take in once the services run."
    )
    var ingest: [String] = []

    func validate() throws {
        guard (1...65_000).contains(port), (1...65_000).contains(busPort) else {
            throw ValidationError("a port is a number from 1 to 65000")
        }
    }

    func run() async throws {
        let layout = LocalLayout(
            data: URL(fileURLWithPath: data),
            httpPort: port,
            busPort: busPort,
            inbox: inbox,
            asOf: asOf
        )
        try Self.make(layout.logs)
        let supervisor = try Supervisor(layout.services())
        let signals = StopSignals()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await signals.watch() }
            group.addTask { try await supervisor.run(until: signals) }
            if try await supervisor.waitUntilReady(signals) {
                Terminal.note("Mooring runs: the report is at http://127.0.0.1:\(port)/")
                try await takeIn(layout)
            }
            // A service that does not start ends the waiting for signals, too.
            for try await _ in group {}
        }
    }

    private static func make(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            throw HTTPClient.Failure(
                description: "cannot make the folder \(folder.path): "
                    + (cause ?? error as NSError).localizedDescription
                    + "; name another with --data"
            )
        }
        guard FileManager.default.isWritableFile(atPath: folder.path) else {
            throw HTTPClient.Failure(
                description: "may not write in \(folder.path); name another folder with --data"
            )
        }
    }

    private func takeIn(_ layout: LocalLayout) async throws {
        guard !ingest.isEmpty else { return }
        let command = try IngestCommand.parse(
            ["--reporter", layout.reporter, "--ingestion", layout.ingestion] + ingest
        )
        do {
            try await command.run()
        } catch {
            Terminal.note("\(error)")
        }
    }
}
