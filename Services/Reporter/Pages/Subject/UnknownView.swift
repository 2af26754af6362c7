import Evidence
import Scoring

/// What is not known of a subject: why its interval is as wide as it is.
struct UnknownView {
    var functions: [String]
    var questions: [String]
    var deployments: [Gap]
    var hasGaps: Bool

    /// A deployment with what is not known of it.
    struct Gap {
        var gapName: String
        var gapText: String
    }

    init(_ assessment: Assessment, methodology: Methodology, names: [String: String]) {
        let systems = assessment.deployments.filter { $0.kind == .deployment }
        let served = Set(systems.flatMap(\.functions).map(\.function))
        functions = GovernmentFunction.allCases.filter { !served.contains($0) }.map(\.title)
        let known = Set(
            assessment.deployments.flatMap(\.levels).filter(\.isKnown).map(\.factor)
                + (assessment.dataSovereignty.sets + assessment.lockIn.sets)
                .filter { $0.value != nil }.map(\.factor)
        )
        questions = Factor.allCases.filter { !known.contains($0) }.map {
            "\($0.rawValue) \(methodology.factors[$0]?.name ?? "")"
        }
        deployments = systems.compactMap { system in
            let gaps = Self.gaps(system, methodology)
            guard !gaps.isEmpty else { return nil }
            return Gap(
                gapName: names[system.id] ?? system.system,
                gapText: gaps.joined(separator: "; ")
            )
        }
        hasGaps = !(functions.isEmpty && questions.isEmpty && deployments.isEmpty)
    }

    private static func gaps(_ system: AssessedDeployment, _ methodology: Methodology) -> [String] {
        var gaps: [String] = []
        if system.suppliers.isEmpty {
            gaps.append(system.isSupplierWithheld ? "supplier withheld" : "supplier")
        }
        if system.status == .unknown { gaps.append("status") }
        if system.functions.isEmpty { gaps.append("functions") }
        let levels = system.levels.filter { !$0.isKnown }.map { level in
            let name = methodology.factors[level.factor]?.name ?? ""
            return "\(level.factor.rawValue) \(name.lowercased())"
        }
        return gaps + levels
    }
}
