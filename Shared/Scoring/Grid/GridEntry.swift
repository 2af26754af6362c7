import Evidence

/// What the grid sees of a deployment, or of a statement about a government as a whole.
struct GridEntry {
    var id: String
    var isStatement: Bool
    /// Reach × status by function, in millionths, with unknown things at their mildest.
    private(set) var weights: PerFunction
    /// The same at its worst.
    private(set) var weightsMost: PerFunction
    /// What a deployment serves.
    private(set) var coverage = Coverage()
    /// By factor, in the order of its cases; `nil` where the factor is not asked of it.
    private(set) var levels = [Level?](repeating: nil, count: Factor.allCases.count)
    /// L2 by function, where it has been found.
    private(set) var depths: [Level?] = []
    /// The ends of each factor's level, and of L2 in each function: 16 × hi + lo.
    private var ends = SIMD16<UInt8>(repeating: Self.unasked)
    private var depthEnds = SIMD16<UInt8>(repeating: Self.unasked)

    private static var unasked: UInt8 { .max }

    init(id: String, isStatement: Bool, weights: PerFunction, weightsMost: PerFunction) {
        self.id = id
        self.isStatement = isStatement
        self.weights = weights
        self.weightsMost = weightsMost
    }

    /// The ends of the level in a function; `nil` where the factor is not asked of it.
    func bounds(of factor: Factor, in function: Int) -> (lo: Int, hi: Int)? {
        var found = factor == .l2 ? depthEnds[function] : Self.unasked
        if found == Self.unasked { found = ends[factor.index] }
        return found == Self.unasked ? nil : (Int(found & 15), Int(found >> 4))
    }

    /// The level in a function; `nil` where the factor is not asked of it.
    func level(_ factor: Factor, in function: Int) -> Level? {
        if factor == .l2, !depths.isEmpty { return depths[function] ?? levels[factor.index] }
        return levels[factor.index]
    }

    /// The worst level in any function.
    func level(_ factor: Factor) -> Level? {
        if factor == .l2, !depths.isEmpty { return .worst(of: depths.compactMap(\.self)) }
        return levels[factor.index]
    }

    mutating func set(_ factor: Factor, to level: Level) {
        levels[factor.index] = level
        ends[factor.index] = Self.packed(level)
    }

    /// Sets L2 in one function.
    mutating func setDepth(_ level: Level, in function: Int) {
        if depths.isEmpty { depths = .init(repeating: nil, count: GovernmentFunction.count) }
        depths[function] = level
        depthEnds[function] = Self.packed(level)
    }

    private static func packed(_ level: Level) -> UInt8 { UInt8(level.hi << 4 | level.lo) }
}

extension GridEntry {
    /// A deployment with the levels that it has by itself.
    init(_ system: ScoredSystem, isInner: Bool, in around: Surroundings) {
        id = system.id
        isStatement = false
        weights = PerFunction()
        weightsMost = PerFunction()
        weigh(system, isInner: isInner, around.mutation)
        let hands = ForeignHands(system)
        for factor in Factor.allCases where !factor.isOfTheSet {
            var level = factor.level(of: system, hands, in: around)
            if around.mutation == .unknownCountsAsMild, !level.isKnown { level = .known(0) }
            if around.mutation == .worstLevelLost, level.lo == 4 { level = .unknown }
            set(factor, to: level)
        }
        if around.mutation == .lockInReadsNationality,
            system.providers.contains(where: { $0.isForeign == true })
        {
            set(.l3, to: .known(4))
        }
        if around.mutation == .amountsCount, system.hasAmount { set(.l4, to: .known(4)) }
        if around.mutation == .jurisdictionHasConstant,
            system.providers.contains(where: {
                $0.standing.decisive.first.map(Self.isMarked) ?? false
            })
        {
            set(.d3, to: .known(4))
        }
    }

    private mutating func weigh(_ system: ScoredSystem, isInner: Bool, _ mutation: Mutation?) {
        coverage = isInner ? system.innerCoverage : system.coverage
        for function in GovernmentFunction.allCases.indices {
            let reach = coverage[function] ?? .init(lo: 0, hi: 0)
            weights[function] = system.isEvidenced ? reach.lo * system.status.lo : 0
            weightsMost[function] = reach.hi * system.status.hi
            if mutation == .confidenceScales {
                weights[function] = Int(Double(weights[function]) * system.confidence)
            }
        }
    }

    /// The same levels with the weights of the deployment as another government has it.
    func weighed(as system: ScoredSystem, isInner: Bool, _ mutation: Mutation?) -> GridEntry {
        var entry = self
        entry.weigh(system, isInner: isInner, mutation)
        return entry
    }

    /// An arbitrary half of the jurisdictions, for the mutation that treats some of them apart.
    private static func isMarked(_ jurisdiction: Jurisdiction) -> Bool {
        jurisdiction.rawValue.utf8.reduce(0) { $0 + Int($1) } / 2 % 2 == 0
    }
}
