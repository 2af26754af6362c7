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
        let qualified = systems.indices.filter(isQualified)
        guard !qualified.isEmpty else { return nil }
        let gates = dimension.factors.filter { methodology.factors[$0]?.isGate == true }
        var found: [(pin: Floor.Pin, level: Level)] = []
        for index in qualified {
            for factor in gates {
                let level = level(of: factor, index)
                let claims = level.claims.prefix(methodology.listings.reasons)
                let pin = Floor.Pin(
                    deployment: entries[index].id,
                    factor: factor,
                    claims: Array(claims)
                )
                found.append((pin, level))
            }
        }
        let lo = found.map(\.level.lo).max() ?? 0
        let pins = found.filter { lo > 0 && $0.level.lo == lo }.map(\.pin).sorted {
            ($0.deployment, $0.factor.rawValue) < ($1.deployment, $1.factor.rawValue)
        }
        let hi = mutation == .floorIgnoresUnknown ? lo : found.map(\.level.hi).max() ?? 4
        return Floor(
            lo: lo,
            hi: hi,
            pins: Array(pins.prefix(methodology.listings.pins)),
            pinCount: pins.count,
            lifted: found.map(\.level.lo).filter { $0 < lo }.max() ?? 0,
            gates: gates.map { gate($0, found) }
        )
    }

    private func gate(
        _ factor: Factor,
        _ found: [(pin: Floor.Pin, level: Level)]
    ) -> Floor.Gate {
        let levels = found.filter { $0.pin.factor == factor }.map(\.level)
        return Floor.Gate(
            factor: factor,
            objective: methodology.factors[factor]?.objective ?? 0,
            lo: levels.map(\.lo).max() ?? 0,
            hi: levels.map(\.hi).max() ?? 4
        )
    }

    private func isQualified(_ index: Int) -> Bool {
        let system = systems[index]
        let isReal =
            methodology.floor.statuses.contains(system.status.status)
            || mutation == .plansSetFloors
        return system.isEvidenced && isReal
            && !functions(of: system).isEmpty
    }

    /// The weighty functions that the deployment serves far enough.
    private func functions(of system: ScoredSystem) -> [Int] {
        weights.indices.filter { function in
            (system.coverage[function]?.lo ?? 0) >= methodology.floor.reach
                && weights[function] >= methodology.floor.functionWeight - 1e-12
        }
    }

    private func level(of factor: Factor, _ index: Int) -> Level {
        let levels = functions(of: systems[index]).compactMap {
            entries[index].level(factor, in: $0)
        }
        return .worst(of: levels)
    }
}
