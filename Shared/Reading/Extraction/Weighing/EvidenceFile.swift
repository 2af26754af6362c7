import Foundation

/// A file of weights: lines of choice, evidence and weight, parted by tabs.
///
/// Lines that begin with `#` and empty ones are notes.
struct EvidenceFile {
    /// The choices that have weights, in the order in which the file first names them.
    private(set) var choices: [String] = []
    private var names = TextKeyIndex()
    private var spelled: [String] = []
    private var entries: [(row: Int, column: Int, weight: Int64)] = []

    /// Reads a file whose weights are kept in parts of one: a sum of them is the same in any order.
    ///
    /// - Throws: ``LexiconError`` for a line that is something else, and for two names of evidence
    ///   that have the same number.
    init(text: String, file: String, unit: Double) throws(LexiconError) {
        let bytes = Array(text.utf8)
        var number = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            number += 1
            if end > start, bytes[start] != UInt8(ascii: "#"), !add(bytes[start..<end], unit) {
                throw .malformed(file: file, "line \(number)")
            }
            start = end + 1
        }
    }

    /// Reads a file that comes with the module.
    static func bundled(_ name: String) throws -> String {
        let url = Bundle.module.url(
            forResource: name,
            withExtension: "tsv",
            subdirectory: "Data"
        )
        guard let url else { throw CocoaError(.fileNoSuchFile) }
        return try String(contentsOf: url, encoding: .utf8)
    }

    /// The table, with columns for some choices: those that the file does not name count nothing.
    func table(_ columns: [String]) -> EvidenceTable {
        let targets = choices.map { columns.firstIndex(of: $0) }
        var weights = [Int64](repeating: 0, count: names.count * columns.count)
        for entry in entries {
            guard let column = targets[entry.column] else { continue }
            weights[entry.row * columns.count + column] = entry.weight
        }
        return EvidenceTable(columns: columns.count, names: names, weights: weights)
    }

    /// The weights row by row, where most rows have few: those of a row lie from its start to the
    /// next one's.
    struct Rows {
        var names: TextKeyIndex
        var starts: [Int32]
        var columns: [UInt8]
        var weights: [Int32]
    }

    /// The rows, with columns for some choices, fewer than 256.
    func rows(_ columns: [String]) -> Rows {
        let targets = choices.map { columns.firstIndex(of: $0) }
        var starts = [Int32](repeating: 0, count: names.count + 1)
        for entry in entries { starts[entry.row + 1] += 1 }
        for row in 0..<names.count { starts[row + 1] += starts[row] }
        var next = starts
        var placed = [UInt8](repeating: 0, count: entries.count)
        var weights = [Int32](repeating: 0, count: entries.count)
        for entry in entries {
            guard let column = targets[entry.column] else { continue }
            let place = Int(next[entry.row])
            placed[place] = UInt8(column)
            weights[place] = Int32(entry.weight)
            next[entry.row] += 1
        }
        return Rows(names: names, starts: starts, columns: placed, weights: weights)
    }

    /// Returns whether the line is a weight.
    private mutating func add(_ line: ArraySlice<UInt8>, _ unit: Double) -> Bool {
        let fields = line.split(separator: UInt8(ascii: "\t"))
        guard fields.count == 3, let weight = Double(String(decoding: fields[2], as: UTF8.self)),
            abs(weight) < Self.limit
        else { return false }
        let choice = String(decoding: fields[0], as: UTF8.self)
        let name = String(decoding: fields[1], as: UTF8.self)
        let row = names.insert(TextKey(name))
        if row == spelled.count {
            spelled.append(name)
        } else if spelled[row] != name {
            return false
        }
        if choices.last != choice, !choices.contains(choice) { choices.append(choice) }
        guard let column = choices.lastIndex(of: choice) else { return false }
        entries.append((row, column, Int64((weight * unit).rounded())))
        return true
    }

    /// What a weight must be below.
    private static let limit = 1_000.0
}
