// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "mooring",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ingestion", targets: ["Ingestion"]),
        .executable(name: "entity-registry", targets: ["EntityRegistry"]),
        .executable(name: "risk-scorer", targets: ["RiskScorer"]),
        .executable(name: "reporter", targets: ["Reporter"]),
        .executable(name: "event-relay", targets: ["EventRelay"]),
        .executable(name: "mooring", targets: ["Mooring"]),
        .executable(name: "scoring-benchmark", targets: ["ScoringBenchmark"]),
        .executable(name: "reading-benchmark", targets: ["ReadingBenchmark"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(
            url: "https://github.com/apple/swift-configuration",
            from: "1.4.0",
            traits: [.defaults, "CommandLineArguments"]
        ),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // MARK: Shared, from narrow to wide
        .systemLibrary(name: "CZeroMQ", path: "Shared/CZeroMQ"),
        .shared("ZeroMQ", ["CZeroMQ"]),
        .shared("Evidence", [.crypto]),
        .shared(
            "Gazetteer",
            ["Evidence", .yams],
            exclude: ["README.md"],
            resources: [.copy("Data")],
            isComputing: true
        ),
        .shared(
            "Reading",
            ["Evidence", "Gazetteer", .yams],
            exclude: ["README.md"],
            resources: [.copy("Data")],
            isComputing: true
        ),
        .shared(
            "Scoring",
            ["Evidence", .deque, .yams],
            exclude: ["README.md"],
            resources: [.copy("Data")],
            isComputing: true
        ),
        .shared("Contracts", ["Evidence", "Scoring"], exclude: contractFiles),
        .shared("Storage", [.grdb]),
        .shared(
            "Messaging",
            ["Storage", "ZeroMQ", .crypto, .grdb, .lifecycle, .log],
            exclude: ["README.md"]
        ),
        .shared(
            "Operations",
            [
                "Messaging", .configuration, .httpTypes, .hummingbird, .lifecycle, .log, .signals,
                .systemPackage,
            ]
        ),

        // MARK: Services, in the order a document travels
        .service(
            "Ingestion",
            [
                "Contracts", "Evidence", "Messaging", "Operations", "Reading", "Scoring", "Storage",
                "ZeroMQ",
            ],
            [.grdb, .httpTypes, .hummingbird, .yams]
        ),
        .service(
            "EntityRegistry",
            [
                "Contracts", "Evidence", "Gazetteer", "Messaging", "Operations", "Reading",
                "Storage", "ZeroMQ",
            ],
            [.grdb]
        ),
        .service(
            "RiskScorer",
            [
                "Contracts", "Evidence", "Messaging", "Operations", "Scoring", "Storage", "ZeroMQ",
            ],
            [.grdb, .httpTypes, .hummingbird],
            resources: [.copy("Description")]
        ),
        .service(
            "Reporter",
            [
                "Contracts", "Evidence", "Messaging", "Operations", "Scoring", "Storage", "ZeroMQ",
            ],
            [.grdb, .httpTypes, .hummingbird, .mustache],
            resources: [.copy("Templates")]
        ),
        .service(
            "EventRelay",
            ["Messaging", "Operations", "Storage", "ZeroMQ"],
            [.grdb, .httpTypes, .hummingbird]
        ),
        .service(
            "Mooring",
            ["Evidence", "Gazetteer", "Reading", "Scoring", "ZeroMQ"],
            [.argumentParser, .signals]
        ),

        // MARK: Tests
        .target(
            name: "TestSupport",
            path: "Tests/TestSupport",
            swiftSettings: .strict
        ),
        .tests("OperationsTests", ["Operations", "Storage"]),
        .tests("EvidenceTests", ["Evidence"]),
        .tests("ContractsTests", ["Contracts", "Evidence", "Messaging", "Scoring", .yams]),
        .tests("ZeroMQTests", ["ZeroMQ"]),
        .tests("MessagingTests", ["Messaging", "Storage", "ZeroMQ", .grdb, .lifecycle, .log]),
        .tests("GazetteerTests", ["Evidence", "Gazetteer"]),
        .tests("ReadingTests", ["Evidence", "Gazetteer", "Reading"], exclude: ["Fixtures"]),
        .executableTarget(
            name: "ReadingBenchmark",
            dependencies: ["Evidence", "Gazetteer", "Reading"],
            path: "Tests/ReadingBenchmark",
            swiftSettings: .strict
        ),
        .tests("ScoringTests", ["Evidence", "Scoring"]),
        .executableTarget(
            name: "ScoringBenchmark",
            dependencies: ["Evidence", "Scoring"],
            path: "Tests/ScoringBenchmark",
            swiftSettings: .strict
        ),
        .tests(
            "IngestionTests",
            [
                "Contracts", "Evidence", "Ingestion", "Messaging", "Operations", "Scoring",
                "Storage", .httpTypes, .hummingbird, .inMemoryLogging, .log,
            ]
        ),
        .tests(
            "RiskScorerTests",
            [
                "Contracts", "Evidence", "Messaging", "Operations", "RiskScorer", "Scoring",
                "Storage", .grdb, .httpTypes, .hummingbird, .log,
            ]
        ),
        .tests(
            "ReporterTests",
            [
                "Contracts", "Evidence", "Messaging", "Reporter", "Scoring", .grdb, .httpTypes,
                .hummingbird, .log,
            ]
        ),
        .tests(
            "MooringTests",
            ["Evidence", "Mooring", "Reading", "Scoring", "ZeroMQ", .argumentParser]
        ),
        .tests(
            "EventRelayTests",
            [
                "EventRelay", "Messaging", "Storage", "ZeroMQ", .grdb, .inMemoryLogging, .lifecycle,
                .log,
            ],
            exclude: ["golden-frames.jsonl", "read_cloudevents.py"]
        ),
        .tests(
            "PipelineTests",
            [
                "EntityRegistry", "EventRelay", "Ingestion", "Mooring", "Reporter", "RiskScorer",
                "ZeroMQ",
            ]
        ),
        .tests(
            "TidyTests",
            [
                "EntityRegistry", "EventRelay", "Ingestion", "Operations", "Reporter",
                "RiskScorer",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// MARK: - Shorthand

/// What describes the contracts: of the bus, shared, and beside the Swift type of each message.
var contractFiles: [String] {
    let messages = [
        "AlertCleared", "AlertRaised", "ClaimAsserted", "ClaimChanged", "ClaimRetracted",
        "DocumentIngested", "DocumentRead", "DocumentRejected", "DocumentSegment", "EntityChanged",
        "EntityMerged", "EntityRegistered", "EntitySplit", "JudgementApplied",
        "JudgementRecorded", "ResolutionSuggested", "ScoreChanged",
    ]
    let files = ["README.md", "example.json", "schema.json"]
    return ["Bus", "Common", "README.md", "asyncapi.yaml"]
        + messages.flatMap { message in files.map { "\(message)/\($0)" } }
}

extension Target {
    /// A library under `Shared/`.
    static func shared(
        _ name: String,
        _ dependencies: [Dependency],
        exclude: [String] = [],
        resources: [Resource]? = nil,
        isComputing: Bool = false
    ) -> Target {
        .target(
            name: name,
            dependencies: dependencies,
            path: "Shared/\(name)",
            exclude: exclude,
            resources: resources,
            swiftSettings: isComputing ? .strict + [.optimizedForTests] : .strict
        )
    }

    /// An executable under `Services/`: one process.
    static func service(
        _ name: String,
        _ shared: [Dependency],
        _ packages: [Dependency],
        resources: [Resource]? = nil
    ) -> Target {
        .executableTarget(
            name: name,
            dependencies: shared + packages + [.log, .lifecycle],
            path: "Services/\(name)",
            exclude: ["README.md"],
            resources: resources,
            swiftSettings: .strict
        )
    }

    /// A test target under `Tests/`.
    static func tests(
        _ name: String,
        _ dependencies: [Dependency],
        exclude: [String] = []
    ) -> Target {
        .testTarget(
            name: name,
            dependencies: dependencies + ["TestSupport"],
            path: "Tests/\(name)",
            exclude: exclude,
            swiftSettings: .strict
        )
    }
}

extension SwiftSetting {
    /// Optimizes a debug build too: the modules that read and score run a hundred times slower
    /// without, and the tests run them on many thousands of cases.
    static var optimizedForTests: SwiftSetting {
        .unsafeFlags(["-O"], .when(configuration: .debug))
    }
}

extension [SwiftSetting] {
    /// What every target of ours is compiled with.
    static var strict: Self {
        [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .treatAllWarnings(as: .error),
        ]
    }
}

extension Target.Dependency {
    static let argumentParser = product("ArgumentParser", "swift-argument-parser")
    static let configuration = product("Configuration", "swift-configuration")
    static let crypto = product("Crypto", "swift-crypto")
    static let deque = product("DequeModule", "swift-collections")
    static let grdb = product("GRDB", "GRDB.swift")
    static let httpTypes = product("HTTPTypes", "swift-http-types")
    static let hummingbird = product("Hummingbird", "hummingbird")
    static let inMemoryLogging = product("InMemoryLogging", "swift-log")
    static let lifecycle = product("ServiceLifecycle", "swift-service-lifecycle")
    static let log = product("Logging", "swift-log")
    static let signals = product("UnixSignals", "swift-service-lifecycle")
    static let systemPackage = product("SystemPackage", "swift-system")
    static let mustache = product("Mustache", "swift-mustache")
    static let yams = product("Yams", "Yams")

    static func product(_ name: String, _ package: String) -> Self {
        .product(name: name, package: package)
    }
}
