import Evidence

/// What the grid sees of a deployment, or of a statement about a government as a whole.
struct GridEntry {
    var id: String
    var isStatement: Bool
    /// Reach × status by function, in millionths, with unknown things at their mildest.
    var weights: [Int]
    /// The same at its worst.
    var weightsMost: [Int]
    var levels: [Factor: Level]
    /// Levels that differ by function (L2).
    var levelsByFunction: [Factor: [Int: Level]] = [:]

    /// `nil` where the factor is not asked of it.
    func level(_ factor: Factor, in function: Int) -> Level? {
        levelsByFunction[factor]?[function] ?? levels[factor]
    }
}

extension GridEntry {
    /// A deployment with the levels that it has by itself.
    init(_ system: ScoredSystem, in around: Surroundings) {
        id = system.id
        isStatement = false
        weights = GovernmentFunction.allCases.map(system.weight(in:))
        weightsMost = GovernmentFunction.allCases.map(system.weightMost(in:))
        levels = [:]
        for factor in Factor.allCases where !factor.isOfTheSet {
            var level = factor.level(of: system, in: around)
            if around.mutation == .unknownCountsAsMild, !level.isKnown { level = .known(0) }
            levels[factor] = level
        }
        if around.mutation == .lockInReadsNationality,
            system.providers.contains(where: { $0.isForeign == true })
        {
            levels[.l3] = .known(4)
        }
        if around.mutation == .jurisdictionHasConstant,
            system.providers.contains(where: { $0.decisive.first.map(Self.isMarked) ?? false })
        {
            levels[.d3] = .known(4)
        }
    }

    /// An arbitrary half of the jurisdictions, for the mutation that treats some of them apart.
    private static func isMarked(_ jurisdiction: Jurisdiction) -> Bool {
        jurisdiction.rawValue.utf8.reduce(0) { $0 + Int($1) } % 2 == 0
    }
}
