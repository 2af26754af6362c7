/// How much of an outcome's variance each input is responsible for, after Sobol'.
///
/// The first-order index is the share that goes when the input alone is fixed; the total index is
/// the share that stays when all others are. Both are 0 for an outcome that does not vary. They are
/// estimated from two independent sets of draws A and B and, for each input, A with that input
/// taken from B:
///
/// * first: `mean(f(B) · (f(A_B) − f(A))) / V` (A. Saltelli et al., Computer Physics Communications
///   181, 2010, table 2 b), with `f` taken from its mean;
/// * total: `mean((f(A) − f(A_B))²) / 2V` (M. Jansen, Computer Physics Communications 117, 1999).
///
/// Estimates of indices near 0 can be slightly negative.
package struct SensitivityIndices: Codable, Hashable, Sendable {
    package var variance: Double
    /// In the order of the inputs.
    package var first: [Double]
    package var total: [Double]

    /// Estimates the indices of each outcome of a model.
    ///
    /// - Parameters:
    ///   - sizes: How many coordinates each input has; inputs of several vary as a group.
    ///   - samples: How many rows A and B have; the model is run `samples × (inputs + 2)` times.
    ///   - seed: What the draws depend on.
    ///   - mutation: A rule that a test breaks on purpose.
    ///   - model: The outcomes, always as many, for coordinates in 0..<1.
    /// - Returns: The indices in the order of the outcomes.
    package static func estimate(
        sizes: [Int],
        samples: Int,
        seed: String,
        breaking mutation: Mutation? = nil,
        of model: ([Double]) -> [Double]
    ) -> [SensitivityIndices] {
        var numbers = SeededNumbers(seed: seed)
        var sums = Sums(inputs: sizes.count)
        for _ in 0..<max(1, samples) {
            let left = numbers.uniforms(sizes.reduce(0, +))
            let right = numbers.uniforms(left.count)
            var mixed: [[Double]] = []
            var start = 0
            for size in sizes {
                var row = left
                row.replaceSubrange(start..<(start + size), with: right[start..<(start + size)])
                mixed.append(model(row))
                start += size
            }
            sums.add(model(left), model(right), mixed)
        }
        return sums.indices(breaking: mutation)
    }

    /// What is kept of the runs: every outcome, so that the variance can be taken from the mean.
    private struct Sums {
        let inputs: Int
        private var left: [[Double]] = []
        private var right: [[Double]] = []
        private var mixed: [[[Double]]] = []

        init(inputs: Int) {
            self.inputs = inputs
        }

        mutating func add(_ left: [Double], _ right: [Double], _ mixed: [[Double]]) {
            self.left.append(left)
            self.right.append(right)
            self.mixed.append(mixed)
        }

        func indices(breaking mutation: Mutation?) -> [SensitivityIndices] {
            (left.first ?? []).indices.map { indices(of: $0, mutation) }
        }

        private func indices(of outcome: Int, _ mutation: Mutation?) -> SensitivityIndices {
            let both = left.map { $0[outcome] } + right.map { $0[outcome] }
            let mean = both.reduce(0, +) / Double(both.count)
            let variance = both.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(both.count)
            var indices = SensitivityIndices(
                variance: variance,
                first: .init(repeating: 0, count: inputs),
                total: .init(repeating: 0, count: inputs)
            )
            // Differences of outcomes that are equal but for the last bits are no variance.
            guard variance > 1e-18 * max(1, mean * mean) else {
                indices.variance = 0
                return indices
            }
            for input in 0..<inputs {
                var (first, total) = (0.0, 0.0)
                for row in left.indices {
                    let changed = mixed[row][input][outcome] - left[row][outcome]
                    first += (right[row][outcome] - mean) * changed
                    total += changed * changed
                }
                let scale = Double(left.count) * variance
                indices.first[input] = first / scale
                indices.total[input] =
                    mutation == .totalOrderIsFirst ? first / scale : total / (2 * scale)
            }
            return indices
        }
    }
}
