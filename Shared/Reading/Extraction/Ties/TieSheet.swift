import Evidence

/// What speaks for a tie of each kind between two parties that a line names.
struct TieSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    /// A set without evidence.
    let blank: EvidenceSet

    /// Two parties: the one that the line names first, then the other.
    struct Pair: Hashable, Comparable {
        var first: EntityID
        var second: EntityID

        static func < (left: Pair, right: Pair) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }
    }

    /// How many names apart two parties may be, and how many words.
    private static let namesMax = 6
    private static let wordsMax = 40
    /// The longest stretch between two names that is evidence as a whole, in words.
    private static let wholeMax = 4

    /// The longest name in which other names are sought, in scalars.
    private static let nameMax = 200

    private var line: CueLine { document.lines[at] }

    /// The pairs with their evidence, each where its names stand nearest.
    func pairs() -> [Pair: EvidenceSet] {
        let names = names()
        var all: [Pair: EvidenceSet] = [:]
        for (left, right) in nearest(names) {
            let pair = Pair(first: names[left].id, second: names[right].id)
            all[pair] = evidence(names[left], names[right], between: right - left - 1)
        }
        if !context.nested.isEmpty { addNested(names, &all) }
        return all
    }

    /// Of each two parties the names that stand nearest, as indices.
    private func nearest(_ names: [Name]) -> [(left: Int, right: Int)] {
        guard names.count > 1 else { return [] }
        var numbers: [EntityID: Int] = [:]
        let parties = names.map { name in
            if let number = numbers[name.id] { return number }
            numbers[name.id] = numbers.count
            return numbers.count - 1
        }
        var found: [Int: (left: Int, right: Int)] = [:]
        for left in names.indices {
            for step in 1...Self.namesMax where left + step < names.count {
                let right = left + step
                let gap = names[right].place - names[left].place
                guard gap <= Self.wordsMax else { break }
                let (first, second) = (parties[left], parties[right])
                guard first != second else { continue }
                let key = min(first, second) * numbers.count + max(first, second)
                if let old = found[key], names[old.right].place - names[old.left].place <= gap {
                    continue
                }
                found[key] = (left, right)
            }
        }
        return Array(found.values)
    }

    // MARK: - Names

    private struct Name {
        var place: Int
        var id: EntityID
        var use: Mention.Use
    }

    private func names() -> [Name] {
        line.cues.enumerated().compactMap { place, cue in
            guard let mention = cue.mention, context.mayBeNamed(mention.entity, by: cue) else {
                return nil
            }
            return Name(place: place, id: mention.entity, use: mention.use)
        }
    }

    private func kind(_ id: EntityID) -> String { context.entity(id)?.kind.rawValue ?? "unknown" }

    private func evidence(_ left: Name, _ right: Name, between names: Int) -> EvidenceSet {
        var found = Found(blank, kinds(left.id, right.id))
        let gap = right.place - left.place - 1
        found.add(Fact.gap(gap))
        found.add(Fact.names[min(3, names)])
        if left.use == .demonym { found.add(Fact.demonymFirst) }
        if right.use == .demonym { found.add(Fact.demonymSecond) }
        let cues = line.cues
        for cue in cues[(left.place + 1)..<right.place] {
            for name in cue.names { found.add(Side.between, name) }
        }
        let words = cues[(left.place + 1)..<right.place].compactMap { $0.names.last }
        if words.count <= Self.wholeMax {
            found.addWhole(words)
        }
        for (first, second) in zip(words, words.dropFirst()) {
            found.add(Side.pair, first, Side.space, second)
        }
        for (name, place) in [
            (Side.before, left.place - 1), (Side.before2, left.place - 2),
            (Side.after, right.place + 1), (Side.after2, right.place + 2),
            (Side.from, left.place + 1), (Side.to, right.place - 1),
        ] where cues.indices.contains(place) {
            for word in cues[place].names { found.add(name, word) }
        }
        for title in line.headers[left.place] ?? [] {
            found.set.insert(Side.headFirst, title)
        }
        for title in line.headers[right.place] ?? [] {
            found.set.insert(Side.headSecond, title)
        }
        addStanding(left.id, right.id, &found)
        return found.set
    }

    private func kinds(_ first: EntityID, _ second: EntityID) -> EvidenceWord {
        EvidenceWord("\(kind(first))>\(kind(second))")
    }

    private typealias Fact = TieFact

    /// Evidence alone and together with what kinds of parties the two are.
    private struct Found {
        var set: EvidenceSet
        private let kinds: EvidenceWord

        init(_ blank: EvidenceSet, _ kinds: EvidenceWord) {
            set = blank
            self.kinds = EvidenceWord(kinds.text + " ")
            set.insert(kinds)
            set.insert(Fact.bias)
        }

        mutating func add(_ word: EvidenceWord) {
            set.insert(word)
            set.insert(kinds, word)
        }

        /// Adds some words one after the other as one.
        mutating func addWhole(_ words: [EvidenceWord]) {
            var key = Side.whole.key
            for (number, word) in words.enumerated() {
                key = number == 0 ? key + word.key : key + Side.space.key + word.key
            }
            set.insert(key) { Side.whole.text + words.map(\.text).joined(separator: " ") }
            set.insert(kinds.key + key) {
                kinds.text + Side.whole.text + words.map(\.text).joined(separator: " ")
            }
        }

        mutating func add(_ side: EvidenceWord, _ word: EvidenceWord) {
            set.insert(side, word)
            set.insert(kinds, side, word)
        }

        mutating func add(
            _ side: EvidenceWord,
            _ first: EvidenceWord,
            _ space: EvidenceWord,
            _ second: EvidenceWord
        ) {
            set.insert(side, first, space, second)
        }
    }

    private enum Side {
        static let whole: EvidenceWord = "all "
        static let headFirst: EvidenceWord = "head first "
        static let headSecond: EvidenceWord = "head second "
        static let between: EvidenceWord = "t "
        static let pair: EvidenceWord = "u "
        static let space: EvidenceWord = " "
        static let before: EvidenceWord = "before "
        static let before2: EvidenceWord = "before2 "
        static let after: EvidenceWord = "after "
        static let after2: EvidenceWord = "after2 "
        static let from: EvidenceWord = "from "
        static let to: EvidenceWord = "to "
    }

    // MARK: - Names in names

    /// A body with the place in its own name.
    private func addNested(_ names: [Name], _ pairs: inout [Pair: EvidenceSet]) {
        for name in names {
            guard let range = line.cues[name.place].mention?.range, range.count <= Self.nameMax
            else { continue }
            for inner in range.flatMap({ context.nested[$0] ?? [] })
            where inner.entity != name.id && context.entity(inner.entity) != nil {
                let pair = Pair(first: name.id, second: inner.entity)
                let flipped = Pair(first: inner.entity, second: name.id)
                guard pairs[pair] == nil, pairs[flipped] == nil else { continue }
                var found = Found(blank, kinds(pair.first, pair.second))
                addStanding(pair.first, pair.second, &found)
                found.add(Fact.nested)
                pairs[pair] = found.set
            }
        }
    }

    // MARK: - What is known of the two

    private func addStanding(_ left: EntityID, _ right: EntityID, _ found: inout Found) {
        let (leftHome, rightHome) = (context.country(of: left), context.country(of: right))
        if leftHome == right { found.add(Fact.homeSecond) }
        if rightHome == left { found.add(Fact.homeFirst) }
        if let leftHome, leftHome == rightHome { found.add(Fact.sameHome) }
        if context.entity(left)?.within == right { found.add(Fact.withinSecond) }
        if context.entity(right)?.within == left { found.add(Fact.withinFirst) }
        for (part, id) in [(Fact.first, left), (Fact.second, right)] {
            if document.suppliers.contains(id) { found.add(part.supplies) }
            if document.payers.contains(id) { found.add(part.pays) }
            if document.buys(id, outside: 0..<0) { found.add(part.buys) }
        }
        guard let deal = document.deal(before: line.range.upperBound),
            deal.quote.upperBound > line.range.lowerBound
        else { return }
        for (part, id) in [(Fact.first, left), (Fact.second, right)] {
            if deal.suppliers.contains(id) { found.add(part.supplier) }
            if deal.payers.contains(id) { found.add(part.payer) }
            if deal.recipients.contains(id) { found.add(part.buyer) }
        }
    }
}
