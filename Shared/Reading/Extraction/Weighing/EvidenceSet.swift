/// The evidence for one candidate: what of it counts, and its names where they are asked for.
package struct EvidenceSet: Sendable {
    private let table: EvidenceTable
    /// What the table has weights for; the same may come twice.
    private(set) var rows: [UInt32] = []
    /// All that was found by name; `nil` where nobody asks.
    private(set) var names: Set<String>?

    init(_ table: EvidenceTable, isNamed: Bool = false) {
        self.table = table
        names = isNamed ? [] : nil
    }

    /// Takes everything out again.
    mutating func clear() {
        rows.removeAll(keepingCapacity: true)
        if names != nil { names = [] }
    }

    mutating func insert(_ word: EvidenceWord) {
        if let row = table.row(of: word.key) { rows.append(row) }
        names?.insert(word.text)
    }

    /// Adds the evidence that is called by some words one after the other.
    @inline(__always)
    mutating func insert(_ first: EvidenceWord, _ second: EvidenceWord) {
        if let row = table.row(of: first.key + second.key) { rows.append(row) }
        if names != nil { names?.insert(first.text + second.text) }
    }

    @inline(__always)
    mutating func insert(_ first: EvidenceWord, _ second: EvidenceWord, _ third: EvidenceWord) {
        if let row = table.row(of: first.key + second.key + third.key) { rows.append(row) }
        if names != nil { names?.insert(first.text + second.text + third.text) }
    }

    @inline(__always)
    mutating func insert(
        _ first: EvidenceWord,
        _ second: EvidenceWord,
        _ third: EvidenceWord,
        _ fourth: EvidenceWord
    ) {
        let key = first.key + second.key + third.key + fourth.key
        if let row = table.row(of: key) { rows.append(row) }
        if names != nil { names?.insert(first.text + second.text + third.text + fourth.text) }
    }

    /// Adds evidence by its number; its name is made where names are asked for.
    @inline(__always)
    mutating func insert(_ key: TextKey, name: () -> String) {
        if let row = table.row(of: key) { rows.append(row) }
        if names != nil { names?.insert(name()) }
    }

    mutating func formUnion(_ other: EvidenceSet) {
        rows += other.rows
        if let added = other.names { names?.formUnion(added) }
    }
}
