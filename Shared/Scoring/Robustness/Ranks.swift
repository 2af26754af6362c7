/// Ranks among figures, 1 for the greatest; equals share the better rank.
enum Ranks {
    /// Figures that differ by less than this are equal.
    static let tolerance = 1e-9

    static func falling(_ figures: [Double]) -> [Int] {
        let rounded = figures.map { ($0 / tolerance).rounded() }
        var first: [Double: Int] = [:]
        for (index, figure) in rounded.sorted(by: >).enumerated() where first[figure] == nil {
            first[figure] = index + 1
        }
        return rounded.map { first[$0, default: 1] }
    }

    /// The value that a share of the sorted ranks does not exceed; `nil` for none.
    static func percentile(_ percent: Int, of sorted: [Int]) -> Int? {
        guard !sorted.isEmpty else { return nil }
        return sorted[(sorted.count - 1) * percent / 100]
    }

    /// How far two rankings of the same things agree: 1 in all pairs, −1 in none (Kendall's τ-b).
    ///
    /// Pairs that tie in one of them count for neither; `nil` where one of them ties all.
    static func agreement(_ left: [Int], _ right: [Int]) -> Double? {
        var (balance, leftPairs, rightPairs) = (0, 0, 0)
        for first in left.indices {
            for second in left.indices.dropFirst(first + 1) {
                let one = (left[first] - left[second]).signum()
                let other = (right[first] - right[second]).signum()
                balance += one * other
                leftPairs += abs(one)
                rightPairs += abs(other)
            }
        }
        guard leftPairs > 0, rightPairs > 0 else { return nil }
        return Double(balance) / (Double(leftPairs) * Double(rightPairs)).squareRoot()
    }
}
