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
    func candidates(for place: Int) -> [EntityID: EvidenceSet] {
        let party = line.cues[place].party?.entity
        var found = BuyerCandidates(document: document, context: context, party: party)
        addLine(place, &found)
        addEarlier(&found)
        addLater(&found)
        addPage(&found)
        addDeals(party, &found)
        for id in found.ids {
            guard let home = context.country(of: id), home != id else { continue }
            found.add(home, "implied")
        }
        return describe(found, place, party)
    }

    // MARK: - Places

    private func addLine(_ place: Int, _ found: inout BuyerCandidates) {
        let own = line.cues.indices.filter { DocumentLines.isBuyer(line.cues[$0].mention) }
        for spot in own {
            guard let mention = line.cues[spot].mention,
                let candidate = found.place(of: mention.entity)
            else { continue }
            found.add(at: candidate, SubjectFact.line, .line)
            if own.count == 1 { found.add(at: candidate, SubjectFact.lineOnly) }
            found.add(at: candidate, SubjectFact.named(mention.use))
            let distance = abs(spot - place)
            let side = spot < place ? SubjectFact.left : SubjectFact.right
            found.add(at: candidate, side[distance <= 3 ? 0 : distance <= 8 ? 1 : 2])
            for step in 1...2 {
                for side in WordSide.both {
                    let at = spot + side.sign * step
                    guard line.cues.indices.contains(at) else { continue }
                    for name in line.cues[at].names {
                        found.add(at: candidate, word: side.steps[step], name)
                    }
                }
            }
            addBetween(spot, place, &found)
            for title in line.headers[spot] ?? [] {
                found.add(at: candidate, EvidenceWord("head \(title.text)"))
            }
            if spot == own.first { found.add(at: candidate, SubjectFact.lineFirst) }
            if spot == own.last { found.add(at: candidate, SubjectFact.lineLast) }
        }
        addNearest(own, place, &found)
    }

    private func addBetween(_ spot: Int, _ place: Int, _ found: inout BuyerCandidates) {
        guard spot != place, abs(spot - place) <= Self.between,
            let candidate = found.place(of: line.cues[spot].mention?.entity)
        else { return }
        let between = spot < place ? WordSide.before.between : WordSide.after.between
        for at in min(spot, place) + 1..<max(spot, place) {
            for name in line.cues[at].names {
                found.add(at: candidate, word: between, name)
            }
        }
    }

    /// The nearest government, body and place of the line.
    private func addNearest(
        _ spots: [Int],
        _ place: Int,
        _ found: inout BuyerCandidates
    ) {
        let kinds: [(String, (Mention) -> Bool)] = [
            ("government", { $0.kind.isGovernment && $0.use != .demonym }),
            ("body", { $0.kind == .publicBody }),
        ]
        for (name, isKind) in kinds {
            let own = spots.filter { line.cues[$0].mention.map(isKind) == true && $0 != place }
            let nearest = own.min { abs($0 - place) < abs($1 - place) }
            found.add(
                nearest.flatMap { line.cues[$0].mention?.entity },
                EvidenceWord("nearest " + name)
            )
            let left = own.last { $0 < place }
            found.add(left.flatMap { line.cues[$0].mention?.entity }, EvidenceWord("left " + name))
            if own.count == 1, let only = own.first {
                found.add(line.cues[only].mention?.entity, EvidenceWord("only " + name))
            }
        }
    }

    private func addEarlier(_ found: inout BuyerCandidates) {
        var at = at - 1
        var steps = 1
        var isLast = true
        while at >= 0, steps <= Self.reach {
            let isBlock = lines[at].block == line.block
            let named = lines[at].cues.compactMap(\.mention).filter {
                DocumentLines.isBuyer($0) && $0.use != .demonym
            }
            for (place, mention) in named.enumerated() {
                let distance = (isBlock ? SubjectFact.block : SubjectFact.before)[min(3, steps) - 1]
                found.add(mention.entity, distance)
                if isLast { found.add(mention.entity, SubjectFact.last, .last) }
                if isLast, place == 0 { found.add(mention.entity, SubjectFact.lastFirst) }
            }
            if !named.isEmpty { isLast = false }
            at -= 1
            steps += 1
        }
    }

    /// Whom the next lines of the block name.
    private func addLater(_ found: inout BuyerCandidates) {
        for step in 1...2 where at + step < lines.count {
            guard lines[at + step].block == line.block else { return }
            for mention in lines[at + step].cues.compactMap(\.mention)
            where DocumentLines.isBuyer(mention) && mention.use != .demonym {
                found.add(mention.entity, "after \(step)")
            }
        }
    }

    // MARK: - The page and the rules

    private func addPage(_ found: inout BuyerCandidates) {
        for heading in context.layout.blocks[line.block].headings {
            for id in document.governments(in: heading) { found.add(id, "heading", .heading) }
        }
        for id in document.title { found.add(id, "title") }
        for id in document.first { found.add(id, "first") }
        for id in document.foremost { found.add(id, "foremost") }
        found.add(context.scopes[line.block], "scope")
        found.add(context.looseScopes[line.block], "loose")
        found.add(context.documentScope, "document")
        found.add(context.pageCountry, "page")
        found.add(context.protagonist?.entity, "protagonist")
        found.add(context.noticeBuyer?.entity, "notice")
        found.add(
            context.focuses.indices.contains(line.block) ? context.focuses[line.block] : nil,
            "focus"
        )
    }

    private func addDeals(_ party: EntityID?, _ found: inout BuyerCandidates) {
        for (draft, resolved) in zip(drafts, recipients) {
            let givers = draft.suppliers + draft.operators + draft.financiers + draft.donors
            let isOwn = givers.contains { $0.entity == party }
            let parts: [(name: EvidenceWord, own: EvidenceWord, ids: [EntityID])] = [
                ("rule", "own rule", draft.recipients.map(\.entity)),
                ("rule place", "own rule place", draft.places.map(\.entity)),
                ("resolved", "own resolved", resolved),
            ]
            for part in parts {
                for id in part.ids {
                    found.add(id, part.name, part.name == "resolved" ? .resolved : [])
                    if isOwn { found.add(id, part.own) }
                }
            }
        }
        if let last = document.deal(before: line.range.lowerBound) {
            for id in last.recipients {
                found.add(id, "deal before")
                if last.block == line.block { found.add(id, "deal before in block") }
            }
        }
        guard let party else { return }
        for id in document.buyers(of: party, outside: line.range) { found.add(id, "deal of party") }
    }
}
