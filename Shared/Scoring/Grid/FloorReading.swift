import Evidence

/// Finds the worst gate of the deployments that are large enough and real enough to set a floor.
struct FloorReading {
    let systems: [ScoredSystem]
    let entries: [GridEntry]
    let methodology: Methodology
    /// Of the functions.
    let weights: [Double]
    let mutation: Mutation?

    func floor(_ dimension: Dimension) -> Floor? {
        let gates = dimension.factors.filter { methodology.factors[$0]?.isGate == true }
        var found: [Gated] = []
        for index in systems.indices {
            let functions = functions(qualifying: index)
            if functions.isEmpty { continue }
            for factor in gates { found.append(gated(index, factor, functions)) }
        }
        guard !found.isEmpty else { return nil }
        let lo = found.map(\.lo).max() ?? 0
        let pins =
            lo == 0
            ? []
            : found.filter { $0.lo == lo }.map(pin).sorted {
                ($0.deployment, $0.factor.rawValue) < ($1.deployment, $1.factor.rawValue)
            }
        let hi = mutation == .floorIgnoresUnknown ? lo : found.map(\.hi).max() ?? 4
        return Floor(
            lo: lo,
            hi: hi,
            pins: Array(pins.prefix(methodology.listings.pins)),
            pinCount: pins.count,
            lifted: found.lazy.map(\.lo).filter { $0 < lo }.max() ?? 0,
            gates: gates.map { gate($0, found) }
        )
    }

    /// The worst level of a gate over the functions that a deployment qualifies by.
    private struct Gated {
        var index: Int
        var factor: Factor
        var functions: [Int]
        var lo: Int
        var hi: Int
    }

    private func gated(_ index: Int, _ factor: Factor, _ functions: [Int]) -> Gated {
        var gated = Gated(index: index, factor: factor, functions: functions, lo: 0, hi: 0)
        var isAsked = false
        for function in functions {
            guard let level = entries[index].bounds(of: factor, in: function) else { continue }
            isAsked = true
            gated.lo = max(gated.lo, level.lo)
            gated.hi = max(gated.hi, level.hi)
        }
        if !isAsked { gated.hi = Level.unknown.hi }
        return gated
    }

    private func pin(_ gated: Gated) -> Floor.Pin {
        let levels = gated.functions.compactMap {
            entries[gated.index].level(gated.factor, in: $0)
        }
        return Floor.Pin(
            deployment: entries[gated.index].id,
            factor: gated.factor,
            claims: Array(Level.worst(of: levels).claims.prefix(methodology.listings.reasons))
        )
    }

    private func gate(_ factor: Factor, _ found: [Gated]) -> Floor.Gate {
        let own = found.lazy.filter { $0.factor == factor }
        return Floor.Gate(
            factor: factor,
            objective: methodology.factors[factor]?.objective ?? 0,
            lo: own.map(\.lo).max() ?? 0,
            hi: own.map(\.hi).max() ?? 4
        )
    }

    /// The weighty functions that a deployment serves far enough; none where it is not real enough.
    private func functions(qualifying index: Int) -> [Int] {
        let system = systems[index]
        let isReal =
            mutation == .plansSetFloors
            || methodology.floor.statuses.contains(system.status.status)
        guard system.isEvidenced, isReal else { return [] }
        return weights.indices.filter { function in
            (entries[index].coverage[function]?.lo ?? 0) >= methodology.floor.reach
                && weights[function] >= methodology.floor.functionWeight - 1e-12
        }
    }
}
