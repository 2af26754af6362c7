import ArgumentParser
import Foundation

/// `mooring doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is wrong with this installation, and how to mend it."
    )

    /// After how many seconds a service that tells of itself every second counts as silent.
    private static let silenceMax = 3.5

    @OptionGroup var addresses: ServiceAddresses

    @Option(help: "The event relay's address.")
    var relay = "http://127.0.0.1:8084"

    func run() async throws {
        var findings: [String] = []
        let services = [
            ("reporter", addresses.reporter), ("ingestion", addresses.ingestion), ("relay", relay),
        ]
        for (name, base) in services {
            findings += await check(name, HTTPClient(base: base))
        }
        findings += await checkPipeline(HTTPClient(base: addresses.reporter))
        for finding in findings { Terminal.write("✗ \(finding)\n") }
        guard findings.isEmpty else { throw ExitCode(1) }
        Terminal.write("✓ nothing is wrong\n")
    }

    private func check(_ name: String, _ client: HTTPClient) async -> [String] {
        do {
            let answer = try await client.get("/readyz")
            guard !answer.isSuccess else {
                Terminal.write("✓ \(name) answers at \(client.base)\n")
                return []
            }
            return ["\(name) is not ready: \(String(decoding: answer.body, as: UTF8.self))"]
        } catch {
            return [
                "\(name) does not answer at \(client.base): start it with “mooring up” or "
                    + "“docker compose up”, or name its address with --\(name)"
            ]
        }
    }

    private func checkPipeline(_ client: HTTPClient) async -> [String] {
        guard let positions: PipelinePositions = try? await client.value("/api/v1/positions")
        else { return [] }
        var findings: [String] = []
        for source in ["ingestion", "entity-registry", "risk-scorer"] {
            guard let standing = positions.standing(of: source) else {
                findings.append(
                    "the reporter has heard nothing of \(source): is it running, and do the "
                        + "reporter's sources.\(source).live and .replay name its sockets?"
                )
                continue
            }
            let read = positions.processed[source]?.sequence ?? 0
            let age = Self.age(of: standing.time)
            if age > Self.silenceMax {
                findings.append(
                    "\(source) has been silent for \(Int(age)) s: see what its log says "
                        + "(DATA/logs/\(source).log, or “docker compose logs \(source)”) and start "
                        + "it again; until then documents wait, and nothing is lost"
                )
            } else {
                Terminal.write("✓ \(source) is heard; read \(read) of \(standing.head) events\n")
            }
        }
        if positions.deadLetters > 0 {
            findings.append(
                "\(positions.deadLetters) events were set aside: see \(client.base)"
                    + "/api/v1/dead-letters for what and why"
            )
        }
        return findings
    }

    /// Seconds since a time stamp.
    private static func age(of time: String) -> Double {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = try? Date(time, strategy: style) else { return 0 }
        return Date().timeIntervalSince(date)
    }
}
