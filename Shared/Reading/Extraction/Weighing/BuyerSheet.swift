import Evidence

/// What speaks for each government that a deal told in a line may be for.
struct BuyerSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    let drafts: [Draft]
    /// Whom each of them is for.
    let recipients: [[EntityID]]
    /// The last line that names a government, for each of the lines before.
    private static let reach = 6
    /// The most words between a name and the party's that are looked at.
    private static let between = 10

    var line: CueLine { document.lines[at] }
    private var lines: [CueLine] { document.lines }

    /// The candidates with their evidence, for the party at a place in the line.
    func candidates(for place: Int) -> [EntityID: Set<String>] {
        var found: [EntityID: Set<String>] = [:]
        let party = line.cues[place].mention?.entity
        func add(_ id: EntityID?, _ evidence: String) {
            guard let id, id != party else { return }
            found[id, default: []].insert(evidence)
        }
        addLine(place, add)
        addEarlier(add)
        addLater(add)
        addPage(add)
        addDeals(party, add)
        for id in Array(found.keys) {
            guard let home = context.country(of: id), home != id else { continue }
            add(home, "implied")
        }
        return describe(found, place, party)
    }

    // MARK: - Places

    private func addLine(_ place: Int, _ add: (EntityID?, String) -> Void) {
        let own = line.cues.indices.filter { DocumentLines.isBuyer(line.cues[$0].mention) }
        for spot in own {
            guard let mention = line.cues[spot].mention else { continue }
            add(mention.entity, "line")
            if own.count == 1 { add(mention.entity, "line only") }
            add(mention.entity, "line \(mention.use.rawValue)")
            let side = spot < place ? "-" : "+"
            let distance = abs(spot - place)
            add(mention.entity, "line \(side)\(distance <= 3 ? "1" : distance <= 8 ? "4" : "9")")
            for step in 1...2 {
                for (side, at) in [("-", spot - step), ("+", spot + step)]
                where line.cues.indices.contains(at) {
                    for name in line.cues[at].names {
                        add(mention.entity, "w\(side)\(step) \(name)")
                    }
                }
            }
            addBetween(spot, place, add)
            for title in line.headers[spot] ?? [] { add(mention.entity, "head \(title)") }
            if spot == own.first { add(mention.entity, "line first") }
            if spot == own.last { add(mention.entity, "line last") }
        }
        addNearest(own, place, add)
    }

    private func addBetween(_ spot: Int, _ place: Int, _ add: (EntityID?, String) -> Void) {
        guard spot != place, abs(spot - place) <= Self.between else { return }
        let side = spot < place ? "-" : "+"
        for at in min(spot, place) + 1..<max(spot, place) {
            for name in line.cues[at].names {
                add(line.cues[spot].mention?.entity, "to\(side) \(name)")
            }
        }
    }

    /// The nearest government, body and place of the line.
    private func addNearest(
        _ spots: [Int],
        _ place: Int,
        _ add: (EntityID?, String) -> Void
    ) {
        let kinds: [(String, (Mention) -> Bool)] = [
            ("government", { $0.kind.isGovernment && $0.use != .demonym }),
            ("body", { $0.kind == .publicBody }),
        ]
        for (name, isKind) in kinds {
            let own = spots.filter { line.cues[$0].mention.map(isKind) == true && $0 != place }
            let nearest = own.min { abs($0 - place) < abs($1 - place) }
            add(nearest.flatMap { line.cues[$0].mention?.entity }, "nearest \(name)")
            let left = own.last { $0 < place }
            add(left.flatMap { line.cues[$0].mention?.entity }, "left \(name)")
            if own.count == 1, let only = own.first {
                add(line.cues[only].mention?.entity, "only \(name)")
            }
        }
    }

    private func addEarlier(_ add: (EntityID?, String) -> Void) {
        var at = at - 1
        var steps = 1
        var isLast = true
        while at >= 0, steps <= Self.reach {
            let isBlock = lines[at].block == line.block
            let named = lines[at].cues.compactMap(\.mention).filter {
                DocumentLines.isBuyer($0) && $0.use != .demonym
            }
            for (place, mention) in named.enumerated() {
                add(mention.entity, isBlock ? "block \(min(3, steps))" : "before \(min(3, steps))")
                if isLast { add(mention.entity, "last") }
                if isLast, place == 0 { add(mention.entity, "last first") }
            }
            if !named.isEmpty { isLast = false }
            at -= 1
            steps += 1
        }
    }

    /// Whom the next lines of the block name.
    private func addLater(_ add: (EntityID?, String) -> Void) {
        for step in 1...2 where at + step < lines.count {
            guard lines[at + step].block == line.block else { return }
            for mention in lines[at + step].cues.compactMap(\.mention)
            where DocumentLines.isBuyer(mention) && mention.use != .demonym {
                add(mention.entity, "after \(step)")
            }
        }
    }

    // MARK: - The page and the rules

    private func addPage(_ add: (EntityID?, String) -> Void) {
        for heading in context.layout.blocks[line.block].headings {
            for id in document.governments(in: heading) { add(id, "heading") }
        }
        for id in document.title { add(id, "title") }
        for id in document.first { add(id, "first") }
        for id in document.foremost { add(id, "foremost") }
        add(context.scopes[line.block], "scope")
        add(context.looseScopes[line.block], "loose")
        add(context.documentScope, "document")
        add(context.pageCountry, "page")
        add(context.protagonist?.entity, "protagonist")
        add(context.noticeBuyer?.entity, "notice")
        add(
            context.focuses.indices.contains(line.block) ? context.focuses[line.block] : nil,
            "focus"
        )
    }

    private func addDeals(_ party: EntityID?, _ add: (EntityID?, String) -> Void) {
        for (draft, resolved) in zip(drafts, recipients) {
            let givers = draft.suppliers + draft.operators + draft.financiers + draft.donors
            let isOwn = givers.contains { $0.entity == party }
            let parts: [(String, [EntityID])] = [
                ("rule", draft.recipients.map(\.entity)),
                ("rule place", draft.places.map(\.entity)),
                ("resolved", resolved),
            ]
            for (name, ids) in parts {
                for id in ids {
                    add(id, name)
                    if isOwn { add(id, "own \(name)") }
                }
            }
        }
        if let last = document.deal(before: line.range.lowerBound) {
            for id in last.recipients {
                add(id, "deal before")
                if last.block == line.block { add(id, "deal before in block") }
            }
        }
        guard let party else { return }
        for id in document.buyers(of: party, outside: line.range) { add(id, "deal of party") }
    }
}
