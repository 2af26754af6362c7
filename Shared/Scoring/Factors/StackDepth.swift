import Evidence

/// L2: how many layers of the stack one supplier holds in a function.
///
/// For each deployment the supplier's layers are taken together over everything that it has in the
/// function at no less weight, so that a mere plan does not deepen what is in operation. That only
/// one layer is known says nothing, unless the text itself names the layers.
enum StackDepth {
    /// Sets the factor in the entries of deployments, which are in the order of the systems.
    static func fill(
        _ entries: inout [GridEntry],
        _ systems: [ScoredSystem],
        in around: Surroundings
    ) {
        for index in systems.indices {
            entries[index].depths = .init(repeating: nil, count: GovernmentFunction.count)
        }
        for function in 0..<GovernmentFunction.count {
            let covering = systems.indices.filter { entries[$0].weightsMost[function] > 0 }
            let order = covering.sorted {
                let (left, right) = (entries[$0].weights[function], entries[$1].weights[function])
                return left == right ? $0 < $1 : left > right
            }
            var held: [EntityID: Holding] = [:]
            var start = 0
            while start < order.count {
                let weight = entries[order[start]].weights[function]
                let isDeepened = around.mutation == .plansDeepen
                let end = order[start...].firstIndex {
                    !isDeepened && entries[$0].weights[function] != weight
                }
                let level = order[start..<(end ?? order.count)]
                for index in level where systems[index].isEvidenced && weight > 0 {
                    add(systems[index], to: &held)
                }
                for index in level {
                    let depth = depth(of: systems[index], held)
                    entries[index].depths[function] = depth
                }
                start = end ?? order.count
            }
        }
    }

    /// What one supplier holds so far.
    private struct Holding {
        var layers: Set<StackLayer> = []
        /// In order.
        var claims: [ClaimID] = []
    }

    private static func add(
        _ system: ScoredSystem,
        to held: inout [EntityID: Holding]
    ) {
        for supplier in parents(of: system) {
            let layers = system.layers.filter(\.isAdmitted)
            guard !layers.isEmpty else { continue }
            var holding = held[supplier] ?? .init()
            for layer in layers { holding.layers.insert(layer.value) }
            holding.claims = .merged([holding.claims] + layers.map(\.claims))
            held[supplier] = holding
        }
    }

    private static func parents(of system: ScoredSystem) -> [EntityID] {
        if system.suppliers.count == 1 {
            return system.suppliers[0].isAdmitted ? [system.suppliers[0].standing.parent] : []
        }
        return Set(system.suppliers.filter(\.isAdmitted).map(\.standing.parent)).sorted()
    }

    private static func depth(
        of system: ScoredSystem,
        _ held: [EntityID: Holding]
    ) -> Level {
        let deepest = parents(of: system).compactMap { held[$0] }
            .max { $0.layers.count < $1.layers.count }
        guard let deepest, system.isEvidenced else { return .unknown }
        let claims = deepest.claims
        switch deepest.layers.count {
        case 0: return .unknown
        case 1: return system.statesLayers ? .known(0, claims: claims) : .unknown
        case 2...3: return .known(deepest.layers.count, claims: claims)
        default: return .known(4, claims: claims)
        }
    }
}
