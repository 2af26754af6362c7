import Evidence

/// What speaks for each government, body and company that a line may be about.
struct SubjectSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    /// What the rules told in the line.
    let told: [ToldTopic]
    /// What they told in the lines before of the block, and in the next.
    let toldBefore: [ToldTopic]
    let toldAfter: [ToldTopic]
    let memory: SubjectMemory
    /// How many lines before are looked at.
    private static let reach = 6

    typealias Fact = SubjectFact

    private var lines: [CueLine] { document.lines }
    private var line: CueLine { lines[at] }

    /// The candidates with their evidence.
    func candidates() -> [EntityID: [SubjectEvidence]] {
        var found = SubjectCandidates()
        addLine(&found)
        addNeighbours(&found)
        addPage(&found)
        addDeals(&found)
        found.add(memory.foremost(in: line.block), Fact.blockForemost)
        for one in toldBefore { found.add(one.subject, Fact.toldBefore) }
        for one in toldAfter { found.add(one.subject, Fact.toldAfter) }
        for one in told {
            found.add(one.subject, Fact.told)
            found.add(one.subject, rule: one.topic)
        }
        for candidate in found.all {
            guard let home = context.country(of: candidate.id), home != candidate.id else {
                continue
            }
            found.add(home, Fact.implied)
            for part in Fact.homes where candidate.has(part) {
                let kind = memory.standing(of: candidate.id).kind
                found.add(home, EvidenceWord("home of \(kind.text)\(part.text)"))
            }
        }
        addHomes(&found)
        let hints = hints
        return found.all.reduce(into: [:]) { all, one in
            all[one.id] = described(one, among: found.all.count, hints)
        }
    }

    // MARK: - Places

    private func addLine(_ found: inout SubjectCandidates) {
        let own = memory.named(at)
        for (number, (place, mention)) in own.enumerated() {
            let candidate = found.place(of: mention.entity)
            found.add(at: candidate, Fact.line)
            found.add(at: candidate, Fact.named(mention.use))
            if number == 0 { found.add(at: candidate, Fact.lineFirst) }
            if number + 1 == own.count { found.add(at: candidate, Fact.lineLast) }
            if own.count == 1 { found.add(at: candidate, Fact.lineOnly) }
            if own.first(where: { $0.mention.kind == mention.kind })?.mention == mention {
                found.add(at: candidate, Fact.firstOfKind)
            }
            if place == 0 { found.add(at: candidate, Fact.lineStart) }
            for step in 1...2 {
                for side in WordSide.both {
                    let at = place + side.sign * step
                    guard line.cues.indices.contains(at) else { continue }
                    for name in line.cues[at].names {
                        found.add(at: candidate, word: side.steps[step], name)
                    }
                }
            }
            for title in line.headers[place] ?? [] {
                found.add(at: candidate, word: Fact.head, title)
            }
        }
    }

    private func addNeighbours(_ found: inout SubjectCandidates) {
        var isLast = true
        for step in 1...Self.reach where at - step >= 0 {
            let isBlock = lines[at - step].block == line.block
            let distance = (isBlock ? Fact.block : Fact.before)[min(3, step) - 1]
            var number = 0
            for (_, mention) in memory.named(at - step) where mention.use != .demonym {
                found.add(mention.entity, distance)
                if isLast { found.add(mention.entity, Fact.last) }
                if isLast, number == 0 { found.add(mention.entity, Fact.lastFirst) }
                number += 1
            }
            if number > 0 { isLast = false }
        }
        guard at + 1 < lines.count, lines[at + 1].block == line.block else { return }
        for (_, mention) in memory.named(at + 1) where mention.use != .demonym {
            found.add(mention.entity, Fact.after)
        }
    }

    private func addPage(_ found: inout SubjectCandidates) {
        for heading in context.layout.blocks[line.block].headings {
            for id in document.governments(in: heading) { found.add(id, Fact.heading) }
        }
        for id in document.title { found.add(id, Fact.title) }
        for id in document.first { found.add(id, Fact.first) }
        for id in document.foremost { found.add(id, Fact.foremost) }
        found.add(context.scopes[line.block], Fact.scope)
        found.add(context.looseScopes[line.block], Fact.loose)
        found.add(context.documentScope, Fact.document)
        found.add(context.pageCountry, Fact.page)
        found.add(context.protagonist?.entity, Fact.protagonist)
        found.add(context.noticeBuyer?.entity, Fact.notice)
        if context.focuses.indices.contains(line.block) {
            found.add(context.focuses[line.block], Fact.focus)
        }
    }

    private func addDeals(_ found: inout SubjectCandidates) {
        var next = document.deal(before: line.range.upperBound)
        if let deal = next, deal.quote.upperBound > line.range.lowerBound {
            found.add(deal, Fact.deal)
            next = document.deal(before: deal.quote.lowerBound)
        }
        if let deal = next {
            found.add(deal, deal.block == line.block ? Fact.dealOfBlock : Fact.dealBefore)
        }
    }

    // MARK: - What a candidate is

    private func described(
        _ candidate: SubjectCandidates.Candidate,
        among count: Int,
        _ hints: [TextKey]
    ) -> [SubjectEvidence] {
        let standing = memory.standing(of: candidate.id)
        var facts = candidate.facts + standing.facts
        let times = memory.count(of: candidate.id, in: line.block)
        facts.append(Fact.inBlock[min(3, times)])
        if standing.words.contains(where: hints.contains) { facts.append(Fact.echoed) }
        if !candidate.has(Fact.line) { facts.append(Fact.elsewhere) }
        if count == 1 { facts.append(Fact.only) }
        var all = candidate.others
        for office in standing.offices { all.append(.fact(office)) }
        all.reserveCapacity(all.count + 2 * facts.count)
        for fact in facts {
            all.append(.fact(fact))
            all.append(.kind(standing.kind, fact))
        }
        return all
    }

    /// The line's own words that may stand for a name: "the commission".
    private var hints: [TextKey] {
        line.cues.compactMap { cue in
            guard cue.mention == nil, cue.names.contains(where: { $0.text.hasPrefix("n:") }) else {
                return nil
            }
            return cue.names.last?.key
        }
    }
}
