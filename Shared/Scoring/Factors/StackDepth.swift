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
        let rows = rows(of: systems)
        for function in 0..<GovernmentFunction.count {
            let covering = systems.indices.filter { entries[$0].weightsMost[function] > 0 }
            let order = covering.sorted {
                let (left, right) = (entries[$0].weights[function], entries[$1].weights[function])
                return left == right ? $0 < $1 : left > right
            }
            var held: [Int: Holding] = [:]
            var start = 0
            while start < order.count {
                let weight = entries[order[start]].weights[function]
                let isDeepened = around.mutation == .plansDeepen
                let end = order[start...].firstIndex {
                    !isDeepened && entries[$0].weights[function] != weight
                }
                let level = order[start..<(end ?? order.count)]
                for index in level where systems[index].isEvidenced && weight > 0 {
                    add(rows[index], to: &held)
                }
                for index in level {
                    let isEvidenced = systems[index].isEvidenced
                    let depth = isEvidenced ? depth(of: rows[index], &held) : .unknown
                    entries[index].setDepth(depth, in: function)
                }
                start = end ?? order.count
            }
        }
    }

    /// What a system adds to its suppliers' holdings.
    private struct Row {
        /// Numbers of its suppliers' parents, in the order of their ids.
        var parents: [Int] = []
        /// One bit for each layer.
        var layers: UInt = 0
        /// Of the layers, in order.
        var claims: [ClaimID] = []
        var statesLayers = false
    }

    private static func rows(of systems: [ScoredSystem]) -> [Row] {
        var numbers: [EntityID: Int] = [:]
        return systems.map { system in
            let layers = system.layers.filter(\.isAdmitted)
            return Row(
                parents: parents(of: system).map { parent in
                    if let known = numbers[parent] { return known }
                    numbers[parent] = numbers.count
                    return numbers.count - 1
                },
                layers: layers.reduce(0) { $0 | 1 << $1.value.index },
                claims: .merged(layers.map(\.claims)),
                statesLayers: system.statesLayers
            )
        }
    }

    /// What one supplier holds so far.
    private struct Holding {
        var layers: UInt = 0
        /// Lists in order that have not been put together yet.
        var claims: [[ClaimID]] = []

        /// All claims, each once, in order.
        mutating func allClaims() -> [ClaimID] {
            if claims.count > 1 { claims = [.merged(claims)] }
            return claims.first ?? []
        }
    }

    private static func add(_ row: Row, to held: inout [Int: Holding]) {
        guard row.layers != 0 else { return }
        for supplier in row.parents {
            held[supplier, default: .init()].layers |= row.layers
            held[supplier, default: .init()].claims.append(row.claims)
        }
    }

    private static func parents(of system: ScoredSystem) -> [EntityID] {
        if system.suppliers.count == 1 {
            return system.suppliers[0].isAdmitted ? [system.suppliers[0].standing.parent] : []
        }
        return Set(system.suppliers.filter(\.isAdmitted).map(\.standing.parent)).sorted()
    }

    private static func depth(of row: Row, _ held: inout [Int: Holding]) -> Level {
        let deepest = row.parents.filter { held[$0] != nil }.max {
            (held[$0]?.layers ?? 0).nonzeroBitCount < (held[$1]?.layers ?? 0).nonzeroBitCount
        }
        guard let deepest, let layers = held[deepest]?.layers else { return .unknown }
        let count = layers.nonzeroBitCount
        guard count > 1 || row.statesLayers else { return .unknown }
        let claims = held[deepest]?.allClaims() ?? []
        switch count {
        case 0: return .unknown
        case 1: return .known(0, claims: claims)
        case 2...3: return .known(count, claims: claims)
        default: return .known(4, claims: claims)
        }
    }
}

extension StackLayer {
    /// Its place in `allCases`.
    fileprivate var index: Int {
        switch self {
        case .network: 0
        case .dataCentre: 1
        case .platform: 2
        case .application: 3
        case .operation: 4
        case .training: 5
        case .finance: 6
        }
    }
}
