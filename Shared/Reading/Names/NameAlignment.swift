import Evidence

/// Lays the parts of two names beside each other.
struct NameAlignment {
    private let left: ParsedName
    private let right: ParsedName
    private let symbols: NameSymbols
    private var usedRight: Set<Int> = []
    private var usedLeft: Set<Int> = []
    private var matched = 0.0
    private var edits = 0
    private var reasons: [String] = []

    init(_ left: ParsedName, _ right: ParsedName, symbols: NameSymbols) {
        self.left = left
        self.right = right
        self.symbols = symbols
    }

    // MARK: - Aligning

    mutating func align() {
        pair { $0 == $1 ? 1 : nil }
        pairJoined()
        pair { [left, right] in Self.likeness($0, $1, left, right) }
    }

    private mutating func pair(_ likeness: (ParsedName.Part, ParsedName.Part) -> Double?) {
        for (i, part) in left.parts.enumerated() where !usedLeft.contains(i) {
            var best: (index: Int, likeness: Double)?
            for (j, other) in right.parts.enumerated() where !usedRight.contains(j) {
                guard let value = likeness(part, other) else { continue }
                if value > best?.likeness ?? 0 { best = (j, value) }
            }
            guard let best else { continue }
            usedLeft.insert(i)
            usedRight.insert(best.index)
            let weight = (weight(part) + weight(right.parts[best.index])) / 2
            matched += weight * best.likeness
            if best.likeness < 1 {
                edits += 1
                reasons.append("“\(text(part))” is nearly “\(text(right.parts[best.index]))”")
            } else {
                reasons.append("“\(text(part))” in both")
            }
        }
    }

    /// "Good Will" is "Goodwill", and 网龙 is "Net Dragon" where its pinyin says so.
    private mutating func pairJoined() {
        let leftBrand = joinedBrand(left, besides: usedLeft)
        let rightBrand = joinedBrand(right, besides: usedRight)
        guard !leftBrand.text.isEmpty, leftBrand.text == rightBrand.text else { return }
        usedLeft.formUnion(leftBrand.indices)
        usedRight.formUnion(rightBrand.indices)
        let weight =
            leftBrand.indices.map { self.weight(left.parts[$0]) }.reduce(0, +)
            + rightBrand.indices.map { self.weight(right.parts[$0]) }.reduce(0, +)
        matched += weight / 2
        reasons.append("“\(leftBrand.text)” in both, spelled together")
    }

    private func joinedBrand(
        _ name: ParsedName,
        besides used: Set<Int>
    ) -> (text: String, indices: [Int]) {
        var text = ""
        var indices: [Int] = []
        for (index, part) in name.parts.enumerated() where !used.contains(index) {
            guard case .brand(let brand) = part else { continue }
            text += name.pinyin[part] ?? brand
            indices.append(index)
        }
        return (text, indices)
    }

    /// How like two brand words are, spelling mistakes allowed; `nil` where they are not.
    private static func likeness(
        _ left: ParsedName.Part,
        _ right: ParsedName.Part,
        _ leftName: ParsedName,
        _ rightName: ParsedName
    ) -> Double? {
        guard case .brand(let first) = left, case .brand(let second) = right,
            !leftName.isHan || !rightName.isHan
        else { return nil }
        let one = Array((leftName.pinyin[left] ?? first).utf8)
        let other = Array((rightName.pinyin[right] ?? second).utf8)
        let shorter = min(one.count, other.count)
        let limit = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0
        guard limit > 0, let distance = EditDistance.between(one, other, atMost: limit) else {
            return nil
        }
        return distance == 0 ? 1 : distance == 1 ? 0.945 : 0.925
    }

    // MARK: - Judging

    private func weight(_ part: ParsedName.Part) -> Double {
        switch part {
        case .brand: 1
        case .place: 0.6
        case .symbol(let symbol): symbols.symbols[symbol].isDistinctive ? 0.5 : 0.2
        }
    }

    private func text(_ part: ParsedName.Part) -> String {
        switch part {
        case .brand(let text): text
        case .place(let id): id.rawValue
        case .symbol(let symbol): symbols.symbols[symbol].id
        }
    }

    /// The score with its reasons.
    var comparison: NameComparison {
        let overLeft = left.parts.indices.filter { !usedLeft.contains($0) }.map { left.parts[$0] }
        let overRight = right.parts.indices.filter { !usedRight.contains($0) }
            .map { right.parts[$0] }
        let total =
            (left.parts.map(weight).reduce(0, +) + right.parts.map(weight).reduce(0, +)) / 2
        guard total > 0 else { return NameComparison(score: 0, reasons: ["no words to compare"]) }
        var score = matched / total
        var reasons = reasons
        if edits > 1 { score = min(score, 0.85) }
        let cap = cap(overLeft, overRight, &reasons)
        return NameComparison(score: min(score, cap), reasons: reasons)
    }

    /// The most that a score can be, given the words that have no partner.
    private func cap(
        _ left: [ParsedName.Part],
        _ right: [ParsedName.Part],
        _ reasons: inout [String]
    ) -> Double {
        for part in left + right { reasons.append("“\(text(part))” in one only") }
        if left.isEmpty, right.isEmpty { return 1 }
        let hasContradiction = left.contains(where: isBrand) && right.contains(where: isBrand)
        if hasContradiction {
            reasons.append("veto: contradicting names")
            return 0.5
        }
        if left.contains(where: isDistinctive), right.contains(where: isDistinctive) {
            reasons.append("veto: contradicting words")
            return 0.55
        }
        let over = left + right
        if over.contains(where: isDistinctive) {
            let isMuch = over.filter(isDistinctive).count > 1
            return isMuch ? 0.6 : 0.69
        }
        if over.contains(where: isBrand) { return 0.69 }
        if over.contains(where: isPlace) { return 0.75 }
        return 0.88
    }

    private func isBrand(_ part: ParsedName.Part) -> Bool {
        if case .brand = part { true } else { false }
    }

    private func isPlace(_ part: ParsedName.Part) -> Bool {
        if case .place = part { true } else { false }
    }

    private func isDistinctive(_ part: ParsedName.Part) -> Bool {
        if case .symbol(let symbol) = part { symbols.symbols[symbol].isDistinctive } else { false }
    }
}
