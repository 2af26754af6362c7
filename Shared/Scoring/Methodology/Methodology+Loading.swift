import Evidence
import Foundation
import Yams

extension Methodology: Decodable {
    /// The methodology that the product is delivered with.
    ///
    /// - Throws: ``MethodologyError``.
    package static func bundled() throws -> Methodology {
        let location = Bundle.module.url(
            forResource: "methodology",
            withExtension: "yaml",
            subdirectory: "Data"
        )
        guard let location, let text = try? String(contentsOf: location, encoding: .utf8) else {
            throw MethodologyError.missing
        }
        return try Methodology(yaml: text)
    }

    /// Reads a methodology and checks it.
    ///
    /// - Throws: ``MethodologyError``, naming the table and the row that is wrong.
    package init(yaml: String) throws {
        let file: MethodologyFile
        do {
            file = try YAMLDecoder().decode(MethodologyFile.self, from: yaml)
        } catch {
            throw MethodologyError.unreadable(String(describing: error))
        }
        try self.init(file)
    }

    package init(from decoder: any Decoder) throws {
        try self.init(try MethodologyFile(from: decoder))
    }

    init(_ file: MethodologyFile) throws {
        let reach = try Self.thousandths(file.reach, table: "reach", also: ["unknown"])
        self.init(
            version: file.version,
            functionWeights: try Self.table(file.functions, named: "functions"),
            factors: try Self.table(file.factors, named: "factors"),
            categories: try Self.categories(file.categories),
            categoryFamilies: try file.categoryFamilies.map {
                try Self.list($0, named: "categoryFamilies")
            },
            reach: try Self.table(reach.filter { $0.key != "unknown" }, named: "reach"),
            unknownReach: reach["unknown", default: 0],
            subjectReach: Self.thousandths(file.subjectReach),
            status: try Self.table(
                Self.thousandths(file.status, table: "status"),
                named: "status"
            ),
            endedHalfLifeYears: file.endedHalfLifeYears,
            confidence: try ConfidenceTable(file.confidence),
            merging: file.merging,
            statements: try Self.statements(file.statements),
            withheld: file.withheld,
            incidents: IncidentLevels(
                severity: try Self.table(file.incidents.severity, named: "incidents.severity"),
                unknown: file.incidents.unknown
            ),
            laws: Dictionary(
                file.laws.map { ($0.jurisdiction, $0) },
                uniquingKeysWith: { first, _ in first }
            ),
            unions: Dictionary(
                file.unions.map { (Jurisdiction($0.union), Set($0.members.map { .init($0) })) },
                uniquingKeysWith: { $0.union($1) }
            ),
            dependencies: Dictionary(
                file.dependencies.map {
                    (Jurisdiction($0.sovereign), Set($0.territories.map { .init($0) }))
                },
                uniquingKeysWith: { $0.union($1) }
            ),
            floor: try FloorRule(file.floor),
            profiles: try file.profiles.mapValues(WeightProfile.init),
            rankingCoverage: file.rankingCoverage,
            concentrationFunctions: file.concentrationFunctions,
            listings: file.listings,
            bands: file.bands,
            robustness: file.robustness
        )
        try check()
    }
}

// MARK: - Rows

extension Methodology {
    private static func categories(
        _ rows: [String: MethodologyFile.Category]
    ) throws -> [SystemCategory: CategoryDefinition] {
        try table(
            rows.mapValues {
                CategoryDefinition(
                    functions: try list($0.functions, named: "categories.functions"),
                    layers: try list($0.layers, named: "categories.layers"),
                    holdsData: $0.holdsData ?? false
                )
            },
            named: "categories"
        )
    }

    private static func statements(
        _ rows: [String: MethodologyFile.StatementRow]
    ) throws -> [Statement.Kind: StatementRule] {
        try table(
            rows.mapValues {
                StatementRule(
                    factors: try keyed($0.factors ?? [:], named: "statements.factors"),
                    needsForce: $0.needsForce ?? false,
                    isSafeguard: $0.isSafeguard ?? false,
                    isCounterLockIn: $0.isCounterLockIn ?? false,
                    widensReach: $0.widensReach ?? false
                )
            },
            named: "statements"
        )
    }
}

extension Methodology.ConfidenceTable {
    fileprivate init(_ file: MethodologyFile.Confidence) throws {
        var credibility: [Int: Double] = [:]
        for number in 1...6 {
            guard let value = file.credibility[String(number)] else {
                throw MethodologyError.incomplete(String(number), table: "credibility")
            }
            credibility[number] = value
        }
        self.init(
            reliability: try Methodology.table(file.reliability, named: "reliability"),
            credibility: credibility,
            assertion: try Methodology.table(file.assertion, named: "assertion"),
            cap: file.cap,
            admission: file.admission,
            sketchDistance: file.sketchDistance
        )
    }
}

extension Methodology.FloorRule {
    fileprivate init(_ file: MethodologyFile.Floor) throws {
        self.init(
            reach: Methodology.thousandths(file.reach),
            functionWeight: file.functionWeight,
            statuses: Set(try Methodology.list(file.statuses, named: "floor.statuses"))
        )
    }
}

extension Methodology.WeightProfile {
    fileprivate init(_ file: MethodologyFile.Profile) throws {
        var objectives: [Int: Double]?
        if let rows = file.objectives {
            objectives = [:]
            for (key, weight) in rows {
                guard let number = Int(key), (1...8).contains(number) else {
                    throw MethodologyError.unknownKey(key, table: "profiles.objectives")
                }
                objectives?[number] = weight
            }
        }
        self.init(
            title: file.title,
            objectives: objectives,
            isEqual: file.isEqual ?? false,
            homeUnions: (file.homeUnions ?? []).map { Jurisdiction($0) }
        )
    }
}
