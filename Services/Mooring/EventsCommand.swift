import ArgumentParser
import Foundation

/// `mooring events`.
struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Print events, one JSON line each.",
        discussion: """
            Without --follow: everything there is, from the oldest event that is kept or from a \
            cursor. With --follow: what comes from now on, from the oldest event, or from a \
            cursor, until SIGINT or SIGTERM. The cursor to go on from is the last line on standard \
            error.
            """
    )

    @Option(help: "The event relay's address.")
    var relay = "http://127.0.0.1:8084"

    @Option(help: "What the topic starts with, such as mooring.score.; can be repeated.")
    var topic: [String] = []

    @Flag(help: "Begin with the oldest event that is kept.")
    var fromStart = false

    @Option(help: "Begin after a cursor that this command printed.")
    var after: String?

    @Flag(help: "Wait for more.")
    var follow = false

    func validate() throws {
        guard !fromStart || after == nil else {
            throw ValidationError("--from-start and --after exclude each other")
        }
    }

    func run() async throws {
        let start = after ?? (follow && !fromStart ? "now" : "")
        let reader = EventReader(client: HTTPClient(base: relay), topics: topic, start: start)
        guard follow else {
            try await reader.readAll()
            return Terminal.note("cursor: \(await reader.cursor)")
        }
        let signals = StopSignals()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await signals.watch() }
            group.addTask { try await reader.follow() }
            // Whichever comes first: the signal, or an answer that cannot be gone on from.
            defer { group.cancelAll() }
            try await group.next()
        }
        Terminal.note("cursor: \(await reader.cursor)")
    }
}
