import Evidence
import Scoring

/// What is not known of a subject: why its interval is as wide as it is.
struct UnknownView {
    var functions: [String]
    var questions: [String]
    var gaps: [Gap]

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
        gaps = systems.compactMap { system in
            let gaps = Self.gaps(system)
            guard !gaps.isEmpty else { return nil }
            return Gap(
                gapName: names[system.id] ?? system.system,
                gapText: gaps.joined(separator: ", ")
            )
        }
    }

    private static func gaps(_ system: AssessedDeployment) -> [String] {
        var gaps: [String] = []
        if system.suppliers.isEmpty {
            gaps.append(system.isSupplierWithheld ? "its supplier (withheld)" : "its supplier")
        }
        if system.status == .unknown { gaps.append("its status") }
        if system.functions.isEmpty { gaps.append("which functions it serves") }
        return gaps
    }
}
