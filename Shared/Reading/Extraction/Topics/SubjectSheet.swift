import Evidence

/// What speaks for each government, body and company that a line may be about.
struct SubjectSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    /// What the rules told in the line.
    let told: [ToldTopic]
    /// How many lines before are looked at.
    private static let reach = 6

    private var lines: [CueLine] { document.lines }
    private var line: CueLine { lines[at] }

    /// The candidates with their evidence.
    func candidates() -> [EntityID: [SubjectEvidence]] {
        var found: [EntityID: Set<SubjectEvidence>] = [:]
        func add(_ id: EntityID?, _ evidence: EvidenceWord) {
            guard let id else { return }
            found[id, default: []].insert(.fact(evidence))
        }
        func addWord(_ id: EntityID?, _ evidence: EvidenceWord) {
            guard let id else { return }
            found[id, default: []].insert(.word(evidence))
        }
        addLine(add, addWord)
        addNeighbours(add)
        addPage(add)
        addDeals(add)
        for one in told {
            add(one.subject, "told")
            found[one.subject, default: []].insert(.rule(one.topic))
        }
        for id in Array(found.keys) {
            guard let home = context.country(of: id), home != id else { continue }
            add(home, "implied")
            for part in ["line", "line first", "last", "deal buyer", "told"] as [EvidenceWord]
            where found[id, default: []].contains(.fact(part)) {
                add(home, "home of \(context.entity(id)?.kind.rawValue ?? "") \(part.text)")
            }
        }
        return found.reduce(into: [:]) { all, one in
            all[one.key] = Array(described(one.key, one.value, among: found.count))
        }
    }

    // MARK: - Places

    private func named(_ at: Int) -> [(place: Int, mention: Mention)] {
        lines[at].cues.enumerated().compactMap { place, cue in
            guard let mention = cue.mention, Self.mayBeMeant(mention),
                context.entity(mention.entity) != nil,
                !cue.names.contains("<guess>") || context.adoptedEntities.contains(mention.entity)
            else { return nil }
            return (place, mention)
        }
    }

    private static func mayBeMeant(_ mention: Mention) -> Bool {
        switch mention.kind {
        case .person, .policy, .event, .system: false
        default: true
        }
    }

    private func addLine(
        _ add: (EntityID?, EvidenceWord) -> Void,
        _ addWord: (EntityID?, EvidenceWord) -> Void
    ) {
        let own = named(at)
        for (number, (place, mention)) in own.enumerated() {
            let id = mention.entity
            add(id, "line")
            add(id, "line \(mention.use.rawValue)")
            if number == 0 { add(id, "line first") }
            if number + 1 == own.count { add(id, "line last") }
            if own.count == 1 { add(id, "line only") }
            if own.first(where: { $0.mention.kind == mention.kind })?.mention == mention {
                add(id, "line first of kind")
            }
            if place == 0 { add(id, "line start") }
            for step in 1...2 {
                for (side, at) in [("-", place - step), ("+", place + step)]
                where line.cues.indices.contains(at) {
                    for name in line.cues[at].names { addWord(id, "w\(side)\(step) \(name.text)") }
                }
            }
            for title in line.headers[place] ?? [] { addWord(id, "head \(title.text)") }
        }
    }

    private func addNeighbours(_ add: (EntityID?, EvidenceWord) -> Void) {
        var isLast = true
        for step in 1...Self.reach where at - step >= 0 {
            let isBlock = lines[at - step].block == line.block
            let own = named(at - step).map(\.mention).filter { $0.use != .demonym }
            for (number, mention) in own.enumerated() {
                add(mention.entity, "\(isBlock ? "block" : "before") \(min(3, step))")
                if isLast { add(mention.entity, "last") }
                if isLast, number == 0 { add(mention.entity, "last first") }
            }
            if !own.isEmpty { isLast = false }
        }
        guard at + 1 < lines.count, lines[at + 1].block == line.block else { return }
        for (_, mention) in named(at + 1) where mention.use != .demonym {
            add(mention.entity, "after")
        }
    }

    private func addPage(_ add: (EntityID?, EvidenceWord) -> Void) {
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
        if context.focuses.indices.contains(line.block) {
            add(context.focuses[line.block], "focus")
        }
    }

    private func addDeals(_ add: (EntityID?, EvidenceWord) -> Void) {
        func note(_ deal: ToldDeal, _ name: String) {
            for id in deal.recipients { add(id, "\(name) buyer") }
            for id in deal.suppliers { add(id, "\(name) supplier") }
            for id in deal.payers { add(id, "\(name) payer") }
        }
        var next = document.deal(before: line.range.upperBound)
        if let deal = next, deal.quote.upperBound > line.range.lowerBound {
            note(deal, "deal")
            next = document.deal(before: deal.quote.lowerBound)
        }
        if let deal = next {
            note(deal, deal.block == line.block ? "deal of block" : "deal before")
        }
    }

    // MARK: - What a candidate is

    private func described(
        _ id: EntityID,
        _ evidence: Set<SubjectEvidence>,
        among count: Int
    ) -> Set<SubjectEvidence> {
        let kind = context.entity(id)?.kind.rawValue ?? "unknown"
        var all = evidence
        all.insert(.fact("kind"))
        if document.suppliers.contains(id) { all.insert(.fact("supplies")) }
        if document.payers.contains(id) { all.insert(.fact("pays")) }
        if document.buys(id, outside: 0..<0) { all.insert(.fact("buys")) }
        if isEchoed(id) { all.insert(.fact("echoed")) }
        let times = document.counts[id] ?? 0
        all.insert(.fact("count \(times >= 6 ? "6" : times >= 3 ? "3" : "\(times)")"))
        if !evidence.contains(.fact("line")) { all.insert(.fact("elsewhere")) }
        if count == 1 { all.insert(.fact("only")) }
        for case .fact(let fact) in all { all.insert(.fact("\(kind) \(fact.text)")) }
        return all
    }

    /// Whether the line has "the commission" and an entity's name ends in it.
    private func isEchoed(_ id: EntityID) -> Bool {
        guard let entity = context.entity(id), entity.kind != .country else { return false }
        let hints = line.cues.filter { $0.mention == nil }
            .filter { $0.names.contains { $0.text.hasPrefix("n:") } }
            .compactMap(\.names.last?.text)
        guard !hints.isEmpty else { return false }
        let words = entity.name.lowercased().split { !$0.isLetter && !$0.isNumber }
            .map { CueReader.stem(String($0)) }
        return words.contains(where: hints.contains)
    }
}
