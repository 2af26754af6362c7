import Evidence
import Foundation

/// A linear-chain conditional random field over the tokens of a text (Lafferty, McCallum and
/// Pereira 2001): which of them are names, and of whom.
struct NameTagger: Sendable {
    /// What the evidence is called that has weights.
    private let names: EvidenceTable
    /// Where the weights of each row begin, and the end of the last.
    private let starts: [Int32]
    /// Labels in the lowest bits, weights above them: what is needed together lies together.
    private let entries: [Int32]
    /// For each label, from its start to the next one's, the labels that may stand before it with
    /// the weight of that.
    private let stepStarts: [Int32]
    private let stepLabels: [UInt8]
    private let stepWeights: [Int32]
    private let steps: Lattice.Steps

    /// Weights are kept in hundredths, so that a sum is the same in any order.
    private static let unit = 100.0
    private static let count = NameLabel.all.count
    static let outside = 0

    /// Reads lines of label, evidence and weight, parted by tabs; what stands before a label is
    /// evidence that is called `after` and the label.
    ///
    /// - Throws: ``LexiconError`` for a line that is something else.
    init(text: String) throws(LexiconError) {
        let file = try EvidenceFile(text: text, file: "name-weights", unit: Self.unit)
        let known = NameLabel.all.map(\.name)
        if let other = file.choices.first(where: { !known.contains($0) }) {
            throw .malformed(file: "name-weights", "\(other) is no label")
        }
        let rows = file.rows(known)
        names = EvidenceTable(columns: 0, names: rows.names, weights: [])
        starts = rows.starts
        entries = zip(rows.weights, rows.columns).map { $0 << Self.labelBits | Int32($1) }
        var before = [[(label: Int, weight: Int32)]](repeating: [], count: Self.count)
        for (place, label) in NameLabel.all.enumerated() {
            let row = names.row(of: TextKey("after \(label.name)"))
            var own = [Int32](repeating: 0, count: Self.count)
            if let row {
                for entry in Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) {
                    own[Self.label(entries[entry])] = Self.weight(entries[entry])
                }
            }
            for (next, other) in NameLabel.all.enumerated() where label.mayPrecede(other) {
                before[next].append((place, own[next]))
            }
        }
        stepStarts = before.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
        stepLabels = before.flatMap { $0.map { UInt8($0.label) } }
        stepWeights = before.flatMap { $0.map(\.weight) }
        steps = Self.steps(before)
    }

    private static func steps(_ before: [[(label: Int, weight: Int32)]]) -> Lattice.Steps {
        let odds = before.map { $0.map { ($0.label, exp(Double($0.weight) / unit)) } }
        var after = [[(label: Int, odds: Double)]](repeating: [], count: before.count)
        for (label, own) in odds.enumerated() {
            for one in own { after[one.0].append((label, one.1)) }
        }
        return Lattice.Steps(before: odds, after: after)
    }

    /// Reads the weights that come with the module.
    static func bundled() throws -> NameTagger {
        try NameTagger(text: EvidenceFile.bundled("name-weights"))
    }

    /// A set without anything in it, of the evidence that these weights are for.
    func evidence(isNamed: Bool = false) -> EvidenceSet { EvidenceSet(names, isNamed: isNamed) }

    /// Adds what speaks for each label, given the evidence for one token, to that token's scores.
    ///
    /// What is in the evidence twice counts twice.
    func score(_ evidence: EvidenceSet, at place: Int, in scores: inout [Int32]) {
        let first = place * Self.count
        scores.withUnsafeMutableBufferPointer { scores in
            for row in evidence.rows {
                for entry in entries[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])] {
                    scores[first + Self.label(entry)] &+= Self.weight(entry)
                }
            }
        }
    }

    private static let labelBits: Int32 = 6

    @inline(__always)
    private static func label(_ entry: Int32) -> Int { Int(entry & (1 << labelBits - 1)) }

    @inline(__always)
    private static func weight(_ entry: Int32) -> Int32 { entry >> labelBits }

    /// Leaves no choice but to be outside of names.
    func scoreOutside(at place: Int, in scores: inout [Int32]) {
        let first = place * Self.count
        for label in first + 1..<first + Self.count { scores[label] = Self.never / 1_000 }
    }

    /// Scores for some tokens without anything added.
    func scores(of length: Int) -> [Int32] { [Int32](repeating: 0, count: length * Self.count) }

    /// The best labels of a sequence of tokens, by their scores one after the other (Viterbi).
    func best(_ scores: [Int32]) -> [Int] {
        let count = Self.count
        let length = scores.count / count
        guard length > 0 else { return [] }
        var back = [UInt8](repeating: 0, count: scores.count)
        var sums = [Int32](repeating: Self.never, count: count)
        for label in 0..<count where NameLabel.all[label].mayStart { sums[label] = scores[label] }
        var next = sums
        for place in 1..<max(1, length) {
            step(place, scores, from: sums, to: &next, &back)
            swap(&sums, &next)
        }
        var label = Self.outside
        for other in 0..<count where NameLabel.all[other].mayEnd && sums[other] > sums[label] {
            label = other
        }
        var path = [Int](repeating: label, count: length)
        for place in stride(from: length - 1, to: 0, by: -1) {
            label = Int(back[place * count + label])
            path[place - 1] = label
        }
        return path
    }

    /// The best sums that end at a token with each label, by those of the token before.
    private func step(
        _ place: Int,
        _ scores: [Int32],
        from sums: [Int32],
        to next: inout [Int32],
        _ back: inout [UInt8]
    ) {
        let first = place * Self.count
        sums.withUnsafeBufferPointer { sums in
            stepLabels.withUnsafeBufferPointer { labels in
                stepWeights.withUnsafeBufferPointer { weights in
                    for label in 0..<Self.count {
                        var best = Self.never
                        var from: UInt8 = 0
                        for step in Int(stepStarts[label])..<Int(stepStarts[label + 1]) {
                            let sum = sums[Int(labels[step])] &+ weights[step]
                            if sum > best {
                                best = sum
                                from = labels[step]
                            }
                        }
                        next[label] = best + scores[first + label]
                        back[first + label] = from
                    }
                }
            }
        }
    }

    /// Low enough for no path, high enough for no overflow.
    private static let never = Int32.min / 8

    /// About the chance of a stretch of a sequence to have just the labels that a path gives it, 0…1.
    ///
    /// Only the tokens near it are looked at, to where no name of the path goes on.
    func chance(of stretch: Range<Int>, on path: [Int], _ scores: [Int32]) -> Double {
        var low = stretch.lowerBound
        while low > 0, stretch.lowerBound - low < Self.reach || !NameLabel.all[path[low - 1]].mayEnd
        {
            low -= 1
        }
        var high = stretch.upperBound
        while high < path.count,
            high - stretch.upperBound < Self.reach || !NameLabel.all[path[high]].mayStart
        {
            high += 1
        }
        let lattice = Lattice(
            scores: scores[low * Self.count..<high * Self.count],
            steps: steps,
            count: Self.count,
            unit: Self.unit
        )
        return lattice.chance(of: path[stretch], at: stretch.lowerBound - low)
    }

    /// How many tokens on either side are looked at, at least.
    private static let reach = 6
}
