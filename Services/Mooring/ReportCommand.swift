import ArgumentParser
import Foundation

/// `mooring report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Print the ranking, or one government with its factors and quotes.",
        discussion: """
            --format json without a subject is the canonical report: the same bytes for the same \
            documents, in whatever order they came.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown, csv
    }

    @OptionGroup var addresses: ServiceAddresses

    @Option(help: "text, json, markdown or csv.")
    var format = Format.text

    @Option(help: "The date to compute for, YYYY-MM-DD; the scorer's own if not given.")
    var asOf: String?

    @Argument(help: "A government's id or name; the ranking if not given.")
    var subject: String?

    func run() async throws {
        let client = HTTPClient(base: addresses.reporter)
        if let subject {
            try await report(subject, client)
        } else {
            try await reportRanking(client)
        }
    }

    // MARK: - The ranking

    private func reportRanking(_ client: HTTPClient) async throws {
        let date = asOf.map { ["as-of": $0] } ?? [:]
        switch format {
        case .json: try await pass(client, "/api/v1/report", date)
        case .csv: try await pass(client, "/api/v1/subjects", date, format: "csv")
        case .text, .markdown:
            let list = try await RankingList.fetch(client, date)
            let table = RankingTable(list)
            Terminal.write(format == .text ? table.text : table.markdown)
        }
    }

    // MARK: - One subject

    private func report(_ subject: String, _ client: HTTPClient) async throws {
        let id = try await SubjectSearch(client: client).id(of: subject)
        let date = asOf.map { ["as-of": $0] } ?? [:]
        let path = "/api/v1/subjects/\(id)"
        switch format {
        case .json: try await pass(client, path, date)
        case .csv: try await pass(client, path + "/evidence", date, format: "csv")
        case .text, .markdown:
            let detail: SubjectDetail = try await client.value(path, query: date)
            let writer = SubjectWriter(detail, isMarkdown: format == .markdown)
            Terminal.write(writer.text)
        }
    }

    /// Prints what the reporter answers as it is.
    private func pass(
        _ client: HTTPClient,
        _ path: String,
        _ query: [String: String],
        format: String? = nil
    ) async throws {
        var query = query
        query["format"] = format
        let answer = try await client.get(path, query: query)
        guard answer.isSuccess else { throw HTTPClient.Failure(description: answer.problem) }
        Terminal.write(String(decoding: answer.body, as: UTF8.self))
    }
}
