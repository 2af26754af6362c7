/// What each piece of evidence counts for several choices, found by the number of its name.
package final class EvidenceTable: Sendable {
    /// How many choices there are.
    let columns: Int
    /// How many pieces of evidence have weights.
    let count: Int
    private let names: TextKeyIndex
    /// The weights, row by row.
    private let weights: [Int64]

    /// Makes a table of names with the weights of each.
    init(columns: Int, names: TextKeyIndex, weights: [Int64]) {
        self.columns = columns
        self.names = names
        self.weights = weights
        count = names.count
    }

    /// The row of a piece of evidence; `nil` where it counts nothing.
    @inline(__always)
    func row(of key: TextKey) -> UInt32? { names.number(of: key).map { UInt32($0) } }

    @inline(__always)
    func weight(_ row: UInt32, _ column: Int) -> Int64 { weights[Int(row) * columns + column] }

    /// The sum of the weights of some rows for a choice; a row that comes twice counts once.
    func sum(_ list: [UInt32], column: Int) -> Int64 {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count / 64 + 1) { seen in
            seen.initialize(repeating: 0)
            var sum: Int64 = 0
            for row in list {
                let bit: UInt64 = 1 << UInt64(row & 63)
                if seen[Int(row >> 6)] & bit != 0 { continue }
                seen[Int(row >> 6)] |= bit
                sum += weight(row, column)
            }
            return sum
        }
    }

    /// The sums for all choices at once.
    func sums(_ list: [UInt32]) -> [Int64] {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count / 64 + 1) { seen in
            seen.initialize(repeating: 0)
            return [Int64](unsafeUninitializedCapacity: columns) { sums, count in
                sums.initialize(repeating: 0)
                count = columns
                weights.withUnsafeBufferPointer { weights in
                    for row in list {
                        let bit: UInt64 = 1 << UInt64(row & 63)
                        if seen[Int(row >> 6)] & bit != 0 { continue }
                        seen[Int(row >> 6)] |= bit
                        let start = Int(row) * columns
                        // Weights are below 10⁹ parts: sums of fewer than 10⁹ cannot overflow.
                        for column in 0..<columns { sums[column] &+= weights[start + column] }
                    }
                }
            }
        }
    }
}
