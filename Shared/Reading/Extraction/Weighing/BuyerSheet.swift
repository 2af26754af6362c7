import Evidence

/// What speaks for each government that a deal told in a line may be for.
struct BuyerSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    let drafts: [Draft]
    /// The last line that names a government, for each of the lines before.
    private static let reach = 6

    private var lines: [CueLine] { document.lines }
    private var line: CueLine { lines[at] }

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
        let block = context.layout.blocks[line.block]
        for heading in block.headings {
            for id in document.governments(in: heading) { add(id, "heading") }
        }
        for id in document.title { add(id, "title") }
        add(context.scopes[line.block], "scope")
        add(context.looseScopes[line.block], "loose")
        add(context.documentScope, "document")
        add(
            context.focuses.indices.contains(line.block) ? context.focuses[line.block] : nil,
            "focus"
        )
        for draft in drafts { for recipient in draft.recipients { add(recipient.entity, "rule") } }
        for draft in drafts { for spot in draft.places { add(spot.entity, "rule place") } }
        for draft in drafts {
            for id in DraftResolver(context: context).recipients(of: draft) { add(id, "resolved") }
        }
        for id in Array(found.keys) {
            guard let home = context.country(of: id), home != id else { continue }
            add(home, "implied")
        }
        return describe(found, party)
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
            for title in line.headers[spot] ?? [] { add(mention.entity, "head \(title)") }
            if spot == own.first { add(mention.entity, "line first") }
            if spot == own.last { add(mention.entity, "line last") }
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
            for mention in named {
                add(mention.entity, isBlock ? "block \(min(3, steps))" : "before \(min(3, steps))")
                if isLast { add(mention.entity, "last") }
            }
            if !named.isEmpty { isLast = false }
            at -= 1
            steps += 1
        }
    }

    // MARK: - Descriptions

    /// Adds to each candidate what it is, and how it stands to the others.
    private func describe(
        _ candidates: [EntityID: Set<String>],
        _ party: EntityID?
    ) -> [EntityID: Set<String>] {
        let home = party.flatMap { context.country(of: $0) }
        let general = Set(
            candidates.filter { $0.value.contains("line") }.keys.compactMap { id in
                context.country(of: id).flatMap { $0 == id ? nil : $0 }
            }
        )
        var described: [EntityID: Set<String>] = [:]
        for (id, evidence) in candidates {
            let kind = context.entity(id)?.kind.rawValue ?? "unknown"
            var all = evidence
            for one in evidence where !one.hasPrefix("w") { all.insert("\(kind) \(one)") }
            all.insert("kind \(kind)")
            if id == home { all.insert("home of party") }
            if general.contains(id) { all.insert("home of another") }
            let count = document.counts[id] ?? 0
            all.insert("count \(count >= 6 ? "6" : count >= 3 ? "3" : "\(count)")")
            if !evidence.contains("line") { all.insert("elsewhere") }
            if candidates.count == 1 { all.insert("only") }
            described[id] = all
        }
        return described
    }
}
