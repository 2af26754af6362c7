import Foundation
import Operations
import Testing

@testable import EntityRegistry
@testable import EventRelay
@testable import Ingestion
@testable import Reporter
@testable import RiskScorer

/// What the handbook asks of the tree, checked.
struct TidyTests {
    @Test func `a file is short enough to live in`() {
        for file in SourceTree.swiftFiles {
            #expect(file.lines.count <= 400, "\(file)")
        }
    }

    @Test func `nothing is left open or forced`() {
        for file in SourceTree.swiftFiles { checkWords(of: file) }
    }

    private func checkWords(of file: SourceTree.File) {
        for word in ["TO" + "DO", "FIX" + "ME", "try" + "!", "as" + "! "] {
            #expect(!file.text.contains(word), "\(word) in \(file)")
        }
        if !file.path.hasPrefix("Shared/ZeroMQ") {
            #expect(!file.text.contains("@unchecked" + " Sendable"))
            #expect(!file.text.contains("nonisolated" + "(unsafe)"))
        }
    }

    @Test func `a main has no logic`() {
        for file in SourceTree.swiftFiles where file.path.hasSuffix("Main.swift") {
            #expect(file.lines.count <= 40, "\(file)")
        }
    }

    @Test(arguments: [
        Rule("only the ZeroMQ module sees C", "CZeroMQ", ["Shared/ZeroMQ"]),
        Rule(
            "only stores and the bus see SQLite",
            "GRDB",
            [
                "Shared/Storage", "Shared/Messaging", "Services/Ingestion",
                "Services/EntityRegistry", "Services/RiskScorer", "Services/Reporter",
                "Services/EventRelay", "Tests",
            ]
        ),
        Rule(
            "only what serves HTTP sees Hummingbird",
            "Hummingbird",
            ["Shared/Operations", "Services", "Tests"]
        ),
        Rule("services do not see each other", "Ingestion", ["Tests"]),
        Rule("services do not see each other", "EntityRegistry", ["Tests"]),
        Rule("services do not see each other", "RiskScorer", ["Tests"]),
        Rule("services do not see each other", "Reporter", ["Tests"]),
        Rule("services do not see each other", "EventRelay", ["Tests"]),
    ])
    func `modules see what they may`(_ rule: Rule) {
        for file in SourceTree.swiftFiles where file.imports.contains(rule.module) {
            #expect(rule.folders.contains { file.path.hasPrefix($0) }, "\(file)")
        }
    }

    @Test(arguments: ["Evidence", "Gazetteer", "Reading", "Scoring", "Contracts"])
    func `pure modules do no input or output of their own`(_ module: String) {
        let forbidden: Set = ["GRDB", "Hummingbird", "ZeroMQ", "Messaging", "Logging"]
        for file in SourceTree.swiftFiles where file.path.hasPrefix("Shared/\(module)/") {
            #expect(file.imports.isDisjoint(with: forbidden), "\(file)")
        }
    }

    @Test(arguments: [
        "Ingestion", "EntityRegistry", "RiskScorer", "Reporter", "EventRelay", "Mooring",
    ])
    func `each service says what it reads, publishes, stores, bounds and how it fails`(
        _ service: String
    ) throws {
        let readMe = try SourceTree.text("Services/\(service)/README.md")
        for heading in ["## Reads", "## Publishes", "## Stores", "## Limits", "## Fails how"] {
            #expect(readMe.contains(heading), "\(service) lacks \(heading)")
        }
    }

    @Test func `the configuration files hold every setting at its default`() throws {
        let services: [any ServiceProcess.Type] = [
            IngestionProcess.self, EntityRegistryProcess.self, RiskScorerProcess.self,
            ReporterProcess.self, EventRelayProcess.self,
        ]
        for service in services {
            let text = try SourceTree.text("deploy/config/\(service.name).json")
            let values = try JSONValue(text).leaves
            let defaults = Dictionary(
                uniqueKeysWithValues: service.settings.map { ($0.key, $0.defaultValue) }
            )
            #expect(values == defaults, "deploy/config/\(service.name).json")
        }
    }

    @Test func `the top level is as its owner fixed it`() throws {
        let allowed: Set = [
            "Package.swift", "Package.resolved", "README.md", "Services", "Shared", "Tests",
            "deploy", "docker-compose.yml",
        ]
        let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
        for name in names where !name.hasPrefix(".") {
            #expect(allowed.contains(name), "\(name) does not belong at the top")
        }
    }

    struct Rule: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let module: String
        let folders: [String]

        init(_ name: String, _ module: String, _ folders: [String]) {
            testDescription = name
            self.module = module
            self.folders = folders
        }
    }
}
