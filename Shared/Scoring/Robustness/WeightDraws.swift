import Evidence

/// Draws weights around given ones, the same ones for the same seed.
struct WeightDraws {
    private var state: UInt64

    init(seed: String) {
        state = Words.hashes(in: seed).reduce(0x6d6f_6f72_696e_67) { Words.mix($0 ^ $1) }
    }

    /// Every weight within ± a part of it, scaled to the sums that they had.
    mutating func draw(_ weights: Weights, spread: Double) -> Weights {
        var drawn = weights
        drawn.functions = scaled(weights.functions, spread)
        for dimension in Dimension.allCases {
            let own = dimension.factors.map { weights.factors[$0, default: 0] }
            for (factor, weight) in zip(dimension.factors, scaled(own, spread)) {
                drawn.factors[factor] = weight
            }
        }
        return drawn
    }

    private mutating func scaled(_ weights: [Double], _ spread: Double) -> [Double] {
        let moved = weights.map { $0 * (1 + spread * (2 * uniform() - 1)) }
        let (sum, total) = (moved.reduce(0, +), weights.reduce(0, +))
        return sum > 0 ? moved.map { $0 * total / sum } : weights
    }

    /// A number in 0..<1.
    private mutating func uniform() -> Double {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Double(Words.mix(state) >> 11) / Double(1 << 53)
    }
}
