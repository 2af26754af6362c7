/// What each piece of evidence counts for several choices, found by the number of its name.
package final class EvidenceTable: Sendable {
    /// How many choices there are.
    let columns: Int
    /// How many pieces of evidence have weights.
    let count: Int
    /// Slots of numbers and of rows, of which the number of a name says where to look first.
    private let keys: [UInt64]
    private let rows: [UInt32]
    /// The weights, row by row.
    private let weights: [Int64]

    private static let free = UInt32.max

    /// Makes a table of the numbers of different names, with the weights of each.
    init(columns: Int, names: [UInt64], weights: [Int64]) {
        self.columns = columns
        self.weights = weights
        count = names.count
        var size = 16
        while size < count * 2 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var rows = [UInt32](repeating: Self.free, count: size)
        for (number, name) in names.enumerated() {
            var slot = Self.slot(name, mask: size - 1)
            while rows[slot] != Self.free { slot = (slot + 1) & (size - 1) }
            keys[slot] = name
            rows[slot] = UInt32(number)
        }
        self.keys = keys
        self.rows = rows
    }

    @inline(__always)
    private static func slot(_ key: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    }

    /// The row of a piece of evidence; `nil` where it counts nothing.
    @inline(__always)
    func row(of key: EvidenceWord.Key) -> UInt32? {
        let mask = keys.count - 1
        var slot = Self.slot(key.value, mask: mask)
        while true {
            let row = rows[slot]
            if row == Self.free { return nil }
            if keys[slot] == key.value { return row }
            slot = (slot + 1) & mask
        }
    }

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
}
