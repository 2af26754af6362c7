package import Evidence

/// Pairs of governments whose order no admissible choice of weights turns round.
///
/// It is decided on the cells, not by drawing weights. A score is linear in the weights of
/// functions and in those of factors, so under *any* weights that are not negative one government
/// is at least as exposed as another exactly if it is in every cell. Within ±`spread` of the
/// published weights the least difference lies in a corner of the box: with the factors' weights
/// fixed in a corner, each function's weight is at the end that its difference asks for.
package struct Dominance: Codable, Hashable, Sendable {
    /// In the order of the governments given, the more exposed first.
    package var pairs: [Pair]

    package struct Pair: Codable, Hashable, Sendable {
        package var over: EntityID
        package var under: EntityID
        package var extent: Extent

        package init(over: EntityID, under: EntityID, extent: Extent) {
            self.over = over
            self.under = under
            self.extent = extent
        }
    }

    /// Under which weights the order holds.
    package enum Extent: String, Codable, Hashable, Sendable {
        /// Whatever they are.
        case anyWeights = "any-weights"
        /// Within the spread of the published ones.
        case withinSpread = "within-spread"
    }

    /// Finds the pairs.
    ///
    /// - Parameters:
    ///   - profiles: The governments.
    ///   - dimension: Which of the scores.
    ///   - weights: The published weights.
    ///   - spread: How far a weight may be off, as a part of it.
    ///   - mutation: A rule that a test breaks on purpose.
    package init(
        among profiles: [ExposureProfile],
        _ dimension: Dimension,
        weights: Weights,
        spread: Double = 0.25,
        breaking mutation: Mutation? = nil
    ) {
        let box = WeightBox(dimension, weights, spread)
        pairs = []
        for over in profiles {
            for under in profiles where over.subject != under.subject {
                let duel = Duel(over, under, dimension)
                if mutation == .dominanceByScore {
                    let isAhead =
                        over.score(dimension, weights) > under.score(dimension, weights)
                    if isAhead { add(over, under, .anyWeights) }
                } else if duel.isNowhereLess, duel.isSomewhereMore {
                    add(over, under, .anyWeights)
                } else if over.score(dimension, weights) > under.score(dimension, weights),
                    mutation == .spreadByScore || box.leastDifference(duel) > Ranks.tolerance
                {
                    add(over, under, .withinSpread)
                }
            }
        }
    }

    private mutating func add(
        _ over: ExposureProfile,
        _ under: ExposureProfile,
        _ extent: Extent
    ) {
        pairs.append(Pair(over: over.subject, under: under.subject, extent: extent))
    }

    /// The differences of two governments in the cells of one score, and in its set factors.
    struct Duel {
        /// By function, then by the score's factors of the grid.
        var cells: [[Int]]
        var sets: [Double]

        init(_ over: ExposureProfile, _ under: ExposureProfile, _ dimension: Dimension) {
            let factors = Factor.ofGrid(dimension).map(\.index)
            cells = zip(over.cells, under.cells).map { one, other in
                factors.map { one[$0] - other[$0] }
            }
            sets = dimension.factors.filter(\.isOfTheSet).map {
                over.sets[$0.index] - under.sets[$0.index]
            }
        }

        var isNowhereLess: Bool {
            cells.allSatisfy { $0.allSatisfy { $0 >= 0 } } && sets.allSatisfy { $0 >= 0 }
        }

        var isSomewhereMore: Bool {
            cells.contains { $0.contains { $0 > 0 } } || sets.contains { $0 > 0 }
        }
    }
}
