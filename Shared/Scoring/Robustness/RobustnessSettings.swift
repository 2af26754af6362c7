/// How far the choices behind the scores are moved, and how often.
package struct RobustnessSettings: Hashable, Sendable, Decodable {
    /// How far a weight may be off, as a part of it.
    package var weights: Double
    /// How far τ may be off, as a part of it.
    package var admission: Double
    /// How far the exponents of the ladders of status and reach may be from 1.
    package var ladders: Double
    /// In how many steps τ and each ladder go from one end to the other.
    package var steps: Int
    /// Draws for the rank intervals.
    package var draws: Int
    /// Rows of each of the two sets of draws for the sensitivity indices.
    package var samples: Int

    /// The variations of τ, status and reach that are tried: every combination of their steps, the
    /// published one first.
    package var variations: [Variation] {
        let offsets = (0..<max(1, steps)).map { offset(Double($0) / Double(max(1, steps))) }
        var all: [Variation] = []
        for admission in offsets {
            for status in offsets {
                for reach in offsets { all.append(variation(admission, status, reach)) }
            }
        }
        return [.none] + all.filter { $0 != .none }
    }

    /// The variation at offsets of −1…1 from the published figures.
    func variation(_ ofAdmission: Double, _ ofStatus: Double, _ ofReach: Double) -> Variation {
        Variation(
            admission: 1 + admission * ofAdmission,
            statusExponent: 1 + ladders * ofStatus,
            reachExponent: 1 + ladders * ofReach
        )
    }

    /// The step that a coordinate in 0..<1 falls into, as an offset of −1…1.
    func offset(_ coordinate: Double) -> Double {
        guard steps > 1 else { return 0 }
        let step = min(steps - 1, Int(coordinate * Double(steps)))
        return 2 * Double(step) / Double(steps - 1) - 1
    }
}
