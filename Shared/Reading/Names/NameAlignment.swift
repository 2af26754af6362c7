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

    /// How like two words are, spelling mistakes allowed; `nil` where they are not.
    private static func likeness(
        _ left: ParsedName.Part,
        _ right: ParsedName.Part,
        _ leftName: ParsedName,
        _ rightName: ParsedName
    ) -> Double? {
        guard !leftName.isHan || !rightName.isHan, isBrand(left) || isBrand(right),
            let first = spelling(left, leftName), let second = spelling(right, rightName)
        else { return nil }
        let one = Array(first.utf8)
        let other = Array(second.utf8)
        let shorter = min(one.count, other.count)
        let isOnly = leftName.parts.count == 1 || rightName.parts.count == 1
        guard shorter >= (isOnly ? 4 : 3),
            let distance = EditDistance.between(one, other, atMost: shorter >= 8 ? 2 : 1)
        else { return nil }
        if distance == 0 { return 1 }
        guard isBrand(left), isBrand(right) else { return shorter >= 5 ? 0.75 : nil }
        return likeness(distance: distance, letters: shorter, isOnly: isOnly)
    }

    /// A letter in a long word is a slip; in a short one, or in the only word, it may be another
    /// name.
    private static func likeness(distance: Int, letters: Int, isOnly: Bool) -> Double {
        if distance == 2 { return letters >= 9 && !isOnly ? 0.925 : 0.8 }
        if letters >= 7 { return 0.95 }
        if letters >= 5 { return isOnly ? 0.85 : 0.93 }
        return letters == 4 ? 0.81 : 0.77
    }

    private static func spelling(_ part: ParsedName.Part, _ name: ParsedName) -> String? {
        if case .brand(let text) = part { return name.pinyin[part] ?? text }
        return name.isHan ? nil : name.spelling[part]
    }

    // MARK: - Judging

    private func weight(_ part: ParsedName.Part) -> Double {
        switch part {
        case .brand: 1
        case .place: 0.6
        case .symbol(let symbol): symbols.symbols[symbol].isDistinctive ? 0.5 : 0.2
        }
    }

    private func weight(_ parts: [ParsedName.Part]) -> Double {
        parts.reduce(0) { $0 + weight($1) }
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
        let overLeft = unmatched(left, besides: usedLeft)
        let overRight = unmatched(right, besides: usedRight)
        let shared =
            weight(usedLeft.map { left.parts[$0] }) + weight(usedRight.map { right.parts[$0] })
        let total = (shared + weight(overLeft) + weight(overRight)) / 2
        guard total > 0 else { return NameComparison(score: 0, reasons: ["no words to compare"]) }
        var score = matched / total
        var reasons = reasons
        if edits > 1 { score = min(score, 0.85) }
        let cap = cap(overLeft, overRight, &reasons)
        return NameComparison(score: min(score, cap), reasons: reasons)
    }

    private func unmatched(_ name: ParsedName, besides used: Set<Int>) -> [ParsedName.Part] {
        name.parts.indices.filter { !used.contains($0) }
            .map { name.parts[$0] }
            .filter { !isLegalForm($0) }
    }

    /// The most that a score can be, given the words that have no partner.
    private func cap(
        _ left: [ParsedName.Part],
        _ right: [ParsedName.Part],
        _ reasons: inout [String]
    ) -> Double {
        let over = left + right
        for part in over { reasons.append("“\(text(part))” in one only") }
        if over.isEmpty { return 1 }
        if left.contains(where: Self.isBrand), right.contains(where: Self.isBrand) {
            reasons.append("veto: contradicting names")
            return 0.5
        }
        if left.contains(where: isDistinctive), right.contains(where: isDistinctive) {
            reasons.append("veto: contradicting words")
            return 0.55
        }
        if !left.isEmpty, !right.isEmpty {
            reasons.append("words differ on both sides")
            return Self.otherMax
        }
        let distinctive = over.filter(isDistinctive).count
        if distinctive > 0 { return distinctive > 1 ? 0.6 : Self.otherMax }
        return over.allSatisfy(isFiller) ? 0.82 : Self.otherMax
    }

    /// The most that names score of which one has a word that is not mere filling.
    private static let otherMax = 0.68

    private static func isBrand(_ part: ParsedName.Part) -> Bool {
        if case .brand = part { true } else { false }
    }

    private func isDistinctive(_ part: ParsedName.Part) -> Bool {
        if case .symbol(let symbol) = part { symbols.symbols[symbol].isDistinctive } else { false }
    }

    private func isFiller(_ part: ParsedName.Part) -> Bool {
        if case .symbol(let symbol) = part { symbols.symbols[symbol].isFiller } else { false }
    }

    /// Whether a word is a legal form but for a letter.
    private func isLegalForm(_ part: ParsedName.Part) -> Bool {
        guard case .brand(let text) = part, text.utf8.count > 4 else { return false }
        let letters = Array(text.utf8)
        return symbols.legalWords.contains {
            EditDistance.between(letters, Array($0.utf8), atMost: 1) != nil
        }
    }
}
