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
        var found: [Pair: (gap: Int, evidence: EvidenceSet)] = [:]
        for (number, left) in names.enumerated() {
            for step in 1...Self.namesMax where number + step < names.count {
                let right = names[number + step]
                let gap = right.place - left.place
                guard gap <= Self.wordsMax else { break }
                guard left.id != right.id else { continue }
                let pair = Pair(first: left.id, second: right.id)
                let flipped = Pair(first: right.id, second: left.id)
                if let old = found[pair] ?? found[flipped], old.gap <= gap { continue }
                found[flipped] = nil
                found[pair] = (gap, evidence(left, right, between: step - 1))
            }
        }
        var all = found.mapValues(\.evidence)
        addNested(names, &all)
        return all
    }

    // MARK: - Names

    private struct Name {
        var place: Int
        var id: EntityID
        var use: Mention.Use
    }

    private func names() -> [Name] {
        line.cues.enumerated().compactMap { place, cue in
            guard let mention = cue.mention, context.entity(mention.entity) != nil,
                !cue.names.contains("<guess>") || context.adoptedEntities.contains(mention.entity)
            else { return nil }
            return Name(place: place, id: mention.entity, use: mention.use)
        }
    }

    private func kind(_ id: EntityID) -> String { context.entity(id)?.kind.rawValue ?? "unknown" }

    private func evidence(_ left: Name, _ right: Name, between names: Int) -> EvidenceSet {
        var found = Found(blank, kinds(left.id, right.id))
        let gap = right.place - left.place - 1
        found.add("gap \(gap <= 3 ? gap : gap <= 6 ? 6 : gap <= 12 ? 12 : 40)")
        found.add("names \(min(3, names))")
        if left.use == .demonym { found.add("demonym first") }
        if right.use == .demonym { found.add("demonym second") }
        let cues = line.cues
        for cue in cues[(left.place + 1)..<right.place] {
            for name in cue.names { found.add(Side.between, name) }
        }
        let words = cues[(left.place + 1)..<right.place].compactMap(\.names.last)
        if words.count <= Self.wholeMax {
            found.add(EvidenceWord("all " + words.map(\.text).joined(separator: " ")))
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
            found.set.insert("head first ", title)
        }
        for title in line.headers[right.place] ?? [] {
            found.set.insert("head second ", title)
        }
        for one in standing(left.id, right.id) { found.add(EvidenceWord(one)) }
        return found.set
    }

    private func kinds(_ first: EntityID, _ second: EntityID) -> EvidenceWord {
        EvidenceWord("\(kind(first))>\(kind(second))")
    }

    /// Evidence alone and together with what kinds of parties the two are.
    private struct Found {
        var set: EvidenceSet
        private let kinds: EvidenceWord

        init(_ blank: EvidenceSet, _ kinds: EvidenceWord) {
            set = blank
            self.kinds = EvidenceWord(kinds.text + " ")
            set.insert(kinds)
            set.insert("bias")
        }

        mutating func add(_ word: EvidenceWord) {
            set.insert(word)
            set.insert(kinds, word)
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
                for one in standing(pair.first, pair.second) { found.add(EvidenceWord(one)) }
                found.add("nested")
                pairs[pair] = found.set
            }
        }
    }

    // MARK: - What is known of the two

    private func standing(_ left: EntityID, _ right: EntityID) -> Set<String> {
        var found: Set<String> = []
        let (leftHome, rightHome) = (context.country(of: left), context.country(of: right))
        if leftHome == right { found.insert("home second") }
        if rightHome == left { found.insert("home first") }
        if let leftHome, leftHome == rightHome { found.insert("same home") }
        if context.entity(left)?.within == right { found.insert("within second") }
        if context.entity(right)?.within == left { found.insert("within first") }
        for (name, id) in [("first", left), ("second", right)] {
            if document.suppliers.contains(id) { found.insert("supplies \(name)") }
            if document.payers.contains(id) { found.insert("pays \(name)") }
            if document.buys(id, outside: 0..<0) { found.insert("buys \(name)") }
        }
        guard let deal = document.deal(before: line.range.upperBound),
            deal.quote.upperBound > line.range.lowerBound
        else { return found }
        for (name, id) in [("first", left), ("second", right)] {
            if deal.suppliers.contains(id) { found.insert("deal supplier \(name)") }
            if deal.payers.contains(id) { found.insert("deal payer \(name)") }
            if deal.recipients.contains(id) { found.insert("deal buyer \(name)") }
        }
        return found
    }
}
