import ArgumentParser
import Foundation

/// `mooring ingest`.
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Take documents in, and wait until the report reflects them.",
        discussion: """
            Folders are searched for .txt, .md and .markdown files. Exit code 1 where anything was \
            rejected: the list says what and why.
            """
    )

    @OptionGroup var addresses: ServiceAddresses

    @Flag(inversion: .prefixedNo, help: "Wait until the report reflects the documents.")
    var wait = true

    @Option(help: "How many seconds to wait for the report at the most.")
    var timeout = 900

    @Option(help: "Who published the documents; over what they say of themselves.")
    var publisher: String?

    @Option(help: "When they were published: YYYY-MM-DD.")
    var published: String?

    @Option(help: "How reliable the source is: A to F on the Admiralty scale.")
    var reliability: String?

    @Argument(help: "Files, folders or addresses (http, https).")
    var paths: [String]

    func run() async throws {
        let sources = try DocumentSource.expand(paths)
        guard !sources.isEmpty else {
            throw ValidationError("there is no .txt, .md or .markdown file in \(paths)")
        }
        let outcome = try await submit(sources)
        for rejection in outcome.rejections {
            Terminal.note("rejected  \(rejection.origin): \(rejection.why)")
        }
        Terminal.note(
            "\(outcome.accepted) new, \(outcome.duplicates) known already, "
                + "\(outcome.rejections.count) rejected"
        )
        if wait, let last = outcome.last { try await waitForReport(last) }
        if !outcome.rejections.isEmpty { throw ExitCode(1) }
    }

    private func submit(_ sources: [DocumentSource]) async throws -> SubmissionOutcome {
        let submitter = Submitter(
            client: HTTPClient(base: addresses.ingestion),
            metadata: [
                "publisher": publisher, "published": published, "reliability": reliability,
            ].compactMapValues(\.self)
        )
        let progress = ProgressLine("taking in")
        defer { progress.end() }
        var outcome = SubmissionOutcome()
        for (index, source) in sources.enumerated() {
            progress.show(index, of: sources.count, detail: source.origin)
            outcome.add(try await submitter.submit(source), from: source.origin)
        }
        progress.show(sources.count, of: sources.count, detail: "")
        return outcome
    }

    private func waitForReport(_ target: PipelinePositions.Position) async throws {
        let client = HTTPClient(base: addresses.reporter)
        let progress = ProgressLine("reading  ")
        defer { progress.end() }
        var tracker = CompletionTracker(ingestion: target)
        let start = ContinuousClock.now
        while true {
            let positions: PipelinePositions = try await client.value("/api/v1/positions")
            let stage = tracker.update(positions)
            let read = positions.standing(of: "entity-registry")?.positions["ingestion"]
            progress.show(
                Int(min(read?.sequence ?? 0, target.sequence)),
                of: Int(target.sequence),
                detail: "events · \(stage.rawValue)"
            )
            if stage == .done {
                if positions.deadLetters > 0 {
                    Terminal.note("\(positions.deadLetters) events were set aside as unreadable")
                }
                return
            }
            guard start.duration(to: .now) < .seconds(timeout) else {
                throw HTTPClient.Failure(
                    description: "the report has not caught up after \(timeout) s (still "
                        + "\(stage.rawValue)); the documents are kept. “mooring doctor” looks why"
                )
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
