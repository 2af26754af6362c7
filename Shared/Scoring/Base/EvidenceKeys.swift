import Synchronization

/// Numbers what can be looked up, so that records of look-ups are lists of numbers.
///
/// A key keeps its number for ever. There are as many as there were different look-ups.
final class EvidenceKeys: Sendable {
    private let table = Mutex(Table())

    private struct Table {
        var numbers = Sharded<EvidenceKey, Int32>()
        var next: Int32 = 0
    }

    /// The number of a key, which may be new.
    func number(of key: EvidenceKey) -> Int32 {
        table.withLock { table in
            if let known = table.numbers[key] { return known }
            defer { table.next += 1 }
            table.numbers[key] = table.next
            return table.next
        }
    }

    /// The number of a key that has been looked up.
    func known(_ key: EvidenceKey) -> Int32? {
        table.withLock { $0.numbers[key] }
    }
}
