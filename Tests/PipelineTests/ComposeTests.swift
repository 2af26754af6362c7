import Foundation
import TestSupport
import Testing
import ZeroMQ

@testable import Mooring

/// What an operator runs, and what goes wrong with it in real life.
///
/// Containers take minutes. Two environment variables make the tests harder than they are by
/// themselves: `MOORING_TEST_FAULTS` (how many faults are made under load) and
/// `MOORING_TEST_ABSENCE` (for how many seconds a publisher is missing).
@Suite(
    .enabled(if: ContainerEngine.isThere, "no podman with podman-compose and a base image here"),
    .serialized,
    .timeLimit(.minutes(60))
)
struct ComposeTests {
    private static let faults = number("MOORING_TEST_FAULTS") ?? 8
    private static let absence = number("MOORING_TEST_ABSENCE") ?? 5

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init)
    }

    @Test func `containers that fail at random lead to the report of an undisturbed run`()
        async throws
    {
        let samples = try Samples.files()
        let undisturbed = try await undisturbedReport(of: samples)
        let stack = try ComposedStack("faults")
        try stack.up()
        var generator = SplitMix64(seed: 7)
        var strikes = 0
        for (index, file) in samples.enumerated() {
            try stack.drop(file)
            let due = (index + 1) * Self.faults / samples.count
            while strikes < due {
                strikes += 1
                let service = try #require(Self.victims.randomElement(using: &generator))
                let fault = try #require(
                    ComposedStack.Fault.allCases.randomElement(using: &generator)
                )
                try stack.strike(service, fault)
            }
        }
        #expect(strikes == Self.faults)
        let report = try await report(of: samples, from: stack)
        #expect(report == undisturbed)
        try await expectEverythingRelayed(by: stack)
    }

    private static let victims = LocalStack.names + ["event-relay"]

    @Test func `an absence, another address and a deleted relay heal by themselves`() async throws {
        let samples = try Samples.files()
        let undisturbed = try await undisturbedReport(of: samples)
        let stack = try ComposedStack("absence")
        try stack.up()
        let third = samples.count / 3
        for file in samples.prefix(third) { try stack.drop(file) }
        let addresses = try await stack.move("entity-registry") {
            for file in samples.dropFirst(third).prefix(third) { try stack.drop(file) }
            // What is tried is that so much time passes; by then intake must have gone on without it.
            let end = ContinuousClock.now + .seconds(Self.absence)
            let isOver = try await eventually(within: .seconds(Self.absence + 60)) {
                guard ContinuousClock.now >= end else { return false }
                return (try? await stack.ingestion.get("/readyz")) != nil
            }
            #expect(isOver)
        }
        #expect(addresses.from != addresses.to)
        try stack.deleteRelay()
        for file in samples.dropFirst(2 * third) { try stack.drop(file) }
        let report = try await report(of: samples, from: stack)
        #expect(report == undisturbed)
        try await expectEverythingRelayed(by: stack)
    }

    @Test(.enabled(if: Recipes.python != nil, "there is no Python with pyzmq"))
    func `a document in the inbox becomes a score and reaches who has a key`() async throws {
        let stack = try ComposedStack("keys")
        try stack.up()
        let server = try await serverKey(of: stack)
        let allowed = try Client("allowed", of: stack, knowing: server)
        let stranger = try Client("stranger", of: stack, knowing: server)
        let keyless = try Client("keyless", of: stack, knowing: nil)
        let mistaken = try Client(
            "mistaken",
            of: stack,
            knowing: CurveKeyPair.generate().publicKey.description
        )
        try stack.keys("allow", "--as", "allowed", "--", allowed.publicKey)

        let sample = try #require(try Samples.files().first)
        try stack.drop(sample)
        let isScored = try await eventually {
            let ranking = try? await stack.reporter.get("/api/v1/subjects")
            return ranking.map { String(decoding: $0.body, as: UTF8.self).contains("\"id\"") }
                ?? false
        }
        #expect(isScored)
        let isHeard = try await eventually {
            try await allowed.hears("mooring.score.")
        }
        #expect(isHeard)
        for refused in ["unknown_key", "wrong_server_key", "no_key"] {
            let isCounted = try await eventually { try await stack.refusals(refused) > 0 }
            #expect(isCounted, "\(refused)")
        }
        for client in [stranger, keyless, mistaken] { #expect(try await client.events() == 0) }

        try stack.keys("revoke", "allowed")
        let isCut = try await eventually { try await stack.refusals("revoked_key") > 0 }
        #expect(isCut)
        let count = try await allowed.events()
        try stack.drop(try #require(try Samples.files().last))
        let isRead = try await eventually {
            try await stack.relayedEvents() > count
        }
        #expect(isRead)
        #expect(try await allowed.events() == count)
    }

    // MARK: - Looking

    /// The relay's public key, once its container is up.
    private func serverKey(of stack: ComposedStack) async throws -> String {
        var key = ""
        let isUp = try await eventually {
            key = (try? stack.keys("server")) ?? ""
            return key.count == 40
        }
        #expect(isUp)
        return key
    }

    /// The report once the inbox's documents are in it.
    private func report(of files: [URL], from stack: ComposedStack) async throws -> Data {
        let submitter = Submitter(client: stack.ingestion, metadata: [:])
        var last = PipelinePositions.Position(epoch: "", sequence: 0)
        for file in files {
            let source = DocumentSource(url: file, origin: file.lastPathComponent)
            // What the inbox has not taken yet goes in here; what it has is known by its bytes.
            let isTaken = try await eventually {
                guard case .receipt(let receipt)? = try? await submitter.submit(source) else {
                    return false
                }
                if receipt.sequence > last.sequence {
                    last = .init(epoch: receipt.epoch, sequence: receipt.sequence)
                }
                return true
            }
            #expect(isTaken)
        }
        var tracker = CompletionTracker(ingestion: last)
        let isDone = try await eventually {
            let positions: PipelinePositions? = try? await stack.reporter.value("/api/v1/positions")
            return positions.map { tracker.update($0) == .done } ?? false
        }
        #expect(isDone)
        return try await stack.reporter.get("/api/v1/report").body
    }

    /// Expects that the relay has every event of the others once.
    private func expectEverythingRelayed(by stack: ComposedStack) async throws {
        let positions: PipelinePositions = try await stack.reporter.value("/api/v1/positions")
        let heads = positions.sources.compactMapValues { $0?.head }.values.reduce(0, +)
        let isComplete = try await eventually {
            try await stack.relayedEvents() >= heads
        }
        #expect(isComplete)
    }

    private func undisturbedReport(of files: [URL]) async throws -> Data {
        let stack = try LocalStack()
        try await stack.start()
        var last: PipelinePositions.Position?
        for file in files { last = try await stack.submit(file) }
        let report = try await stack.report(after: try #require(last))
        await stack.stop()
        return report
    }
}

/// The Python recipe with memory, outside the containers' network.
private actor Client {
    nonisolated let publicKey: String
    private let folder: TemporaryFolder
    private let recipe: RunningRecipe

    /// Starts it.
    ///
    /// - Parameters:
    ///   - name: What its output is called.
    ///   - stack: Whose relay it connects to.
    ///   - server: The relay's public key as it is known to the client; `nil` for one that
    ///     connects without encryption.
    /// - Throws: Where it does not start.
    init(_ name: String, of stack: ComposedStack, knowing server: String?) throws {
        folder = try TemporaryFolder()
        let pair = try CurveKeyPair.generate()
        publicKey = pair.publicKey.description
        var environment: [String: String] = [:]
        if let server {
            environment["MOORING_SERVER_KEY"] = server
            environment["MOORING_SECRET_KEY"] = pair.secretKey.text
        }
        recipe = try RunningRecipe(
            Recipes.command("at_least_once", .python, in: folder.url),
            [folder.file("cursor").path] + stack.secureDoors,
            environment: environment,
            output: folder.file(name)
        )
    }

    func events() async throws -> Int { try await recipe.lines().count }

    /// Whether an event of a type has come.
    func hears(_ type: String) async throws -> Bool {
        try await recipe.lines().contains { line in
            String(decoding: line, as: UTF8.self).contains("\"type\":\"\(type)")
        }
    }
}

extension ComposedStack {
    /// How many connections the relay has refused for a reason.
    fileprivate func refusals(_ reason: String) async throws -> Double {
        guard let answer = try? await relay.get("/metrics") else { return 0 }
        let lines = String(decoding: answer.body, as: UTF8.self).split(separator: "\n")
        return lines.filter {
            $0.hasPrefix("mooring_relay_refusals_total") && $0.contains("\"\(reason)\"")
        }.compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.reduce(0, +)
    }

    /// How many different events the relay has.
    fileprivate func relayedEvents() async throws -> Int {
        var ids: Set<String> = []
        var query = ["max": "500"]
        while true {
            guard let answer = try? await relay.get("/events", query: query) else { return 0 }
            let events = try JSONDecoder().decode([Event].self, from: answer.body)
            #expect(ids.isDisjoint(with: events.map(\.key)))
            ids.formUnion(events.map(\.key))
            guard answer.headers["mooring-more"] == "true" else { return ids.count }
            query["after"] = answer.headers["mooring-cursor"]
        }
    }
}

private struct Event: Decodable {
    let id: String
    let source: String

    var key: String { "\(source) \(id)" }
}
