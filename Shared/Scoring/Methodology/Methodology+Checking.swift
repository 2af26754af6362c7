import Evidence

extension Methodology {
    /// Refuses what no score could be computed from.
    func check() throws {
        try checkWeights()
        try checkLevels()
        try checkConfidence()
        guard profiles["prior"] != nil else {
            throw MethodologyError.incomplete("prior", table: "profiles")
        }
        guard endedHalfLifeYears > 0 else {
            throw MethodologyError.outOfRange("endedHalfLifeYears", value: endedHalfLifeYears)
        }
        let spreads = [robustness.weights, robustness.admission, robustness.ladders]
        for spread in spreads where !(0..<1).contains(spread) {
            throw MethodologyError.outOfRange("robustness", value: spread)
        }
        guard (0...1).contains(rankingCoverage) else {
            throw MethodologyError.outOfRange("rankingCoverage", value: rankingCoverage)
        }
    }

    private func checkWeights() throws {
        let ofFunctions = GovernmentFunction.allCases.map { functionWeights[$0, default: 0] }
        try Self.requireSumOfOne(ofFunctions, named: "functions")
        for dimension in Dimension.allCases {
            let weights = dimension.factors.map { factors[$0]?.weight ?? 0 }
            try Self.requireSumOfOne(weights, named: dimension.rawValue)
        }
        for (name, profile) in profiles.sorted(by: { $0.key < $1.key }) {
            guard let objectives = profile.objectives else { continue }
            let weights = objectives.sorted { $0.key < $1.key }.map { $0.value / 100 }
            try Self.requireSumOfOne(weights, named: name)
        }
    }

    private static func requireSumOfOne(_ weights: [Double], named name: String) throws {
        for weight in weights where !(0...1).contains(weight) {
            throw MethodologyError.outOfRange(name, value: weight)
        }
        let sum = weights.reduce(0, +)
        guard abs(sum - 1) < 1e-9 else { throw MethodologyError.weights(name, sum: sum) }
    }

    private func checkLevels() throws {
        let levels =
            statements.values.flatMap(\.factors.values) + incidents.severity.values
            + [incidents.unknown, withheld.control, withheld.award]
        for level in levels where !(0...4).contains(level) {
            throw MethodologyError.outOfRange("level", value: Double(level))
        }
        for (factor, definition) in factors.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard (1...8).contains(definition.objective) else {
                throw MethodologyError.outOfRange(
                    "\(factor.rawValue).objective",
                    value: Double(definition.objective)
                )
            }
            guard factor.isOfTheSet || definition.ladder.count == 5 else {
                throw MethodologyError.incomplete(factor.rawValue, table: "ladder")
            }
        }
    }

    private func checkConfidence() throws {
        let values =
            Array(confidence.reliability.values) + confidence.credibility.values
            + confidence.assertion.values + [confidence.cap, confidence.admission]
        for value in values where !(0...1).contains(value) {
            throw MethodologyError.outOfRange("confidence", value: value)
        }
    }
}
