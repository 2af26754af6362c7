import Evidence

/// Finds names by where they stand alone: what a field "Supplier" or a cell under "Buyer" holds is
/// a name, whatever its form.
struct SlotReader {
    let page: NamePage
    let runs: RunReader
    let han: HanReader
    /// What other rules have found and are sure enough of.
    let taken: [Candidate]

    /// The longest name, in tokens of either script.
    private static let wordsMax = 9
    private static let hanMax = 24
    private static let score = 0.75

    func read(_ slots: [NameSlot]) -> [Candidate] {
        var found: [Candidate] = []
        var owners: [Int: [Range<Int>]] = [:]
        for candidate in taken where !isThing(candidate) {
            for index in candidate.tokens { owners[index, default: []].append(candidate.tokens) }
        }
        var next = 0
        for slot in slots.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            while next < page.tokens.count, Int(page.tokens[next].start) < slot.range.lowerBound {
                next += 1
            }
            var end = next
            while end < page.tokens.count, Int(page.tokens[end].end) <= slot.range.upperBound {
                end += 1
            }
            for piece in pieces(next..<end, slot.part) {
                if let name = name(piece, slot.part, owners) { found.append(name) }
            }
        }
        return found
    }

    /// Whether a name that no file has was read as one of a plan, an event or a product.
    private func isThing(_ candidate: Candidate) -> Bool {
        guard case .derived(let name) = candidate.target else { return false }
        return [.policy, .event, .system].contains(name.kind)
    }

    // MARK: - Pieces

    /// The stretches of a field between marks, and between "and" where it lists suppliers.
    private func pieces(_ range: Range<Int>, _ part: NameSlot.Part) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        var depth = 0
        var index = range.lowerBound
        func close(_ end: Int) {
            if start < end { pieces.append(start..<end) }
            start = end + 1
        }
        while index < range.upperBound {
            let word = page.tokens[index].word
            let flags = page.flags(index)
            if word == NameWords.open {
                if depth == 0 { close(index) }
                depth += 1
            } else if word == NameWords.close {
                depth = max(0, depth - 1)
                start = index + 1
            } else if word == NameWords.colon {
                start = index + 1
            } else if word == NameWords.comma, !isHan(index - 1, in: range) {
                // What follows a comma says more of the name: a town, a legal form.
                close(index)
                return pieces
            } else if flags.contains(.mark) || part == .supplier && isAnd(index) {
                if depth == 0 { close(index) } else { start = index + 1 }
            }
            index += 1
        }
        if depth == 0 { close(range.upperBound) }
        return pieces
    }

    private func isAnd(_ index: Int) -> Bool {
        page.tokens[index].word == NameWords.and && page.surface(index..<index + 1) != "&"
    }

    private func isHan(_ index: Int, in range: Range<Int>) -> Bool {
        range.contains(index) && page.flags(index).contains(.han)
    }

    // MARK: - Names

    private func name(
        _ piece: Range<Int>,
        _ part: NameSlot.Part,
        _ owners: [Int: [Range<Int>]]
    ) -> Candidate? {
        let isHan = page.flags(piece.lowerBound).contains(.han)
        guard let range = isHan ? hanName(piece) : latinName(piece), isOpen(range, isHan, owners)
        else { return nil }
        let kind: EntityKind =
            switch part {
            case .supplier: .company
            case .buyer: .publicBody
            case .place: .territory
            }
        return isHan
            ? han.derived(range, kind, score: Self.score)
            : runs.derived(range, kind, score: Self.score)
    }

    /// Whether nobody known is named there: an unknown longer name may hold a place's.
    private func isOpen(
        _ range: Range<Int>,
        _ isHan: Bool,
        _ owners: [Int: [Range<Int>]]
    ) -> Bool {
        if page.places.place(startingAt: range.lowerBound)?.tokens == range { return false }
        let others = Set(range.flatMap { owners[$0] ?? [] })
        if isHan { return others.allSatisfy { isPlace($0) && $0.lowerBound == range.lowerBound } }
        return !others.contains { other in
            other.lowerBound <= range.lowerBound || other.upperBound >= range.upperBound
                || !isPlace(other)
        }
    }

    private func isPlace(_ range: Range<Int>) -> Bool {
        page.places.place(startingAt: range.lowerBound)?.tokens == range
    }

    /// All of a piece that is Han, where nothing in it is a word of running text.
    private func hanName(_ piece: Range<Int>) -> Range<Int>? {
        guard (2...Self.hanMax).contains(piece.count),
            piece.allSatisfy({ page.flags($0).contains(.han) && !page.hits.has(.zhStop, at: $0) })
        else { return nil }
        return piece
    }

    /// The capitalised words that a piece begins with, up to the first in lower case.
    private func latinName(_ piece: Range<Int>) -> Range<Int>? {
        var start = piece.lowerBound
        if page.tokens[start].word == NameWords.the, piece.count > 1 { start += 1 }
        guard page.isNameWord(start), !page.isStopWord(start) || piece.upperBound > start + 1 else {
            return nil
        }
        var end = start + 1
        while end < piece.upperBound {
            if page.isNameWord(end) || page.flags(end).contains(.digit) {
                end += 1
            } else if page.hits.has(.connector, at: end), end + 1 < piece.upperBound,
                page.isNameWord(end + 1)
            {
                end += 2
            } else {
                break
            }
        }
        // "Two cameras", "Server hosting": words of a description, not a name.
        let rest = piece.upperBound - end
        guard rest <= 1, end - start <= Self.wordsMax,
            (start..<end).contains(where: { page.surface($0..<$0 + 1).count > 1 }),
            !(start..<end).contains(where: { page.flags($0).contains(.digit) })
        else { return nil }
        return start..<end
    }
}
