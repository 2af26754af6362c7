package import Evidence

/// The formula of both scores as it is published, made from the methodology.
package struct Formula: Codable, Hashable, Sendable {
    package var version: String
    package var functions: [FunctionRow]
    package var factors: [FactorRow]
    package var statuses: [Row]
    package var reaches: [Row]
    package var profiles: [ProfileRow]
    package var laws: [LawRow]
    package var bands: [Row]
    /// The sums in words, one line each.
    package var equations: [String]

    /// A function of government and its weight.
    package struct FunctionRow: Codable, Hashable, Sendable {
        package var function: GovernmentFunction
        package var weight: Double
    }

    /// A factor with its weight under each profile.
    package struct FactorRow: Codable, Hashable, Sendable {
        package var factor: Factor
        package var name: String
        package var objective: Int
        package var isGate: Bool
        package var ladder: [String]
        package var weights: [String: Double]
    }

    /// A name and what it counts.
    package struct Row: Codable, Hashable, Sendable {
        package var name: String
        package var value: Double
    }

    package struct ProfileRow: Codable, Hashable, Sendable {
        package var name: String
        package var title: String
    }

    package struct LawRow: Codable, Hashable, Sendable {
        package var jurisdiction: Jurisdiction
        package var compels: Bool
        package var law: String
        package var source: String
        package var doubt: String?
    }

    package init(_ methodology: Methodology) {
        version = methodology.version
        functions = GovernmentFunction.allCases.map {
            .init(function: $0, weight: methodology.functionWeights[$0, default: 0])
        }
        let profiles = methodology.profiles.sorted { $0.key < $1.key }
        let weights = profiles.map { ($0.key, Weights(methodology, profile: $0.key)) }
        factors = Factor.allCases.compactMap { factor in
            methodology.factors[factor].map {
                FactorRow(factor, $0, weights.map { ($0.0, $0.1.factors[factor, default: 0]) })
            }
        }
        statuses = Deployment.Status.allCases.map {
            .init(name: $0.rawValue, value: Double(methodology.status[$0, default: 0]) / 1000)
        }
        reaches =
            Deployment.Reach.allCases.map {
                .init(name: $0.rawValue, value: Double(methodology.reach[$0, default: 0]) / 1000)
            } + [.init(name: "unknown", value: Double(methodology.unknownReach) / 1000)]
        self.profiles = profiles.map { .init(name: $0.key, title: $0.value.title) }
        laws = methodology.laws.values.sorted { $0.jurisdiction < $1.jurisdiction }.map {
            .init(
                jurisdiction: $0.jurisdiction,
                compels: $0.compels,
                law: $0.law,
                source: $0.source,
                doubt: $0.doubt
            )
        }
        bands = methodology.bands.map { .init(name: $0.name, value: $0.from) }
        equations = Self.equations(methodology)
    }

    private static func equations(_ methodology: Methodology) -> [String] {
        func weight(_ factor: Factor) -> String {
            CanonicalJSON.format(methodology.factors[factor]?.weight ?? 0)
        }
        return [
            "x = level ÷ 4",
            "X(function, factor) = max over deployments of reach × status × x",
            "D = 100 · Σ v(function) · Σ w(factor) · X(function, factor)",
            "L = 100 · [(1 − \(weight(.l1)) − \(weight(.l8))) · Σ v(function) · Σ w'(factor)"
                + " · X(function, factor) + \(weight(.l1)) · L1 + \(weight(.l8)) · L8]",
            "confidence = 1 − Π(1 − reliability × credibility × assertion) over independent sources,"
                + " at most \(CanonicalJSON.format(methodology.confidence.cap));"
                + " admitted from \(CanonicalJSON.format(methodology.confidence.admission))",
        ]
    }
}

extension Formula.FactorRow {
    fileprivate init(
        _ factor: Factor,
        _ definition: Methodology.FactorDefinition,
        _ weights: [(String, Double)]
    ) {
        self.init(
            factor: factor,
            name: definition.name,
            objective: definition.objective,
            isGate: definition.isGate,
            ladder: definition.ladder,
            weights: Dictionary(weights) { first, _ in first }
        )
    }
}
