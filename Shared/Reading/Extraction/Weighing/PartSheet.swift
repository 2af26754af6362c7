import Evidence

/// What speaks for and against a party's having a part in a deal that a line tells of.
struct PartSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    /// The drafts that the rules made of the line.
    let drafts: [Draft]

    private var line: CueLine { document.lines[at] }
    private var previous: CueLine? { at > 0 ? document.lines[at - 1] : nil }

    private static let near = 3
    private static let far = 8

    /// The evidence around the name at a place in the line.
    func evidence(at place: Int) -> Set<String> {
        var found: Set<String> = ["bias"]
        let cues = line.cues
        for name in cues[place].names { found.insert("self \(name)") }
        for step in 1...Self.far {
            for (side, at) in [("-", place - step), ("+", place + step)]
            where cues.indices.contains(at) {
                for name in cues[at].names {
                    if step <= Self.near { found.insert("\(side)\(step) \(name)") }
                    found.insert("\(side) \(name)")
                }
            }
        }
        for (at, cue) in cues.enumerated() where at != place {
            for name in cue.names { found.insert("in \(name)") }
        }
        for title in line.headers[place] ?? [] { found.insert("head \(title)") }
        found.formUnion(nearest(to: place))
        found.formUnion(blockEvidence)
        found.formUnion(pageEvidence(cues[place].mention?.entity))
        if let party = cues[place].mention { found.formUnion(ruleEvidence(party)) }
        return found
    }

    /// The nearest system and the nearest government: side, distance and what stands between.
    private func nearest(to place: Int) -> Set<String> {
        var found: Set<String> = []
        let kinds: [(String, (Cue) -> Bool)] = [
            ("system", { $0.system != nil }),
            ("buyer", { $0.mention?.kind.isGovernment == true && $0.mention?.use != .demonym }),
        ]
        for (kind, isKind) in kinds {
            let nearest = line.cues.indices.filter { $0 != place && isKind(line.cues[$0]) }
                .min { abs($0 - place) < abs($1 - place) }
            guard let nearest else {
                found.insert("no \(kind)")
                continue
            }
            let side = nearest < place ? "-" : "+"
            let distance = abs(nearest - place)
            let bucket = distance <= 2 ? "1" : distance <= 5 ? "3" : distance <= 10 ? "6" : "11"
            found.insert("\(kind)\(side)\(bucket)")
            guard distance <= Self.far else { continue }
            for at in min(nearest, place) + 1..<max(nearest, place) {
                for name in line.cues[at].names { found.insert("\(kind)\(side) \(name)") }
            }
        }
        return found
    }

    private var blockEvidence: Set<String> {
        var found: Set<String> = []
        let block = context.layout.blocks[line.block]
        switch block.kind {
        case .heading: found.insert("block heading")
        case .bullet: found.insert("block bullet")
        case .cell: found.insert("block row")
        default: break
        }
        if let label = block.label {
            for lexeme in LexemeReader.tokens(of: context.text, in: label).prefix(6) {
                found.insert("label \(CueReader.stem(lexeme.text))")
            }
        }
        if let previous {
            for name in Set(previous.cues.flatMap(\.names)) { found.insert("prev \(name)") }
        }
        let firms = Set(line.cues.compactMap { $0.names == ["<firm>"] ? $0.mention?.entity : nil })
        found.insert("firms \(min(4, firms.count))")
        return found
    }

    /// The section's heading and the document's first line, and how much the document tells of.
    private func pageEvidence(_ party: EntityID?) -> Set<String> {
        var found: Set<String> = []
        if let heading = context.layout.blocks[line.block].headings.last {
            for name in document.names(in: heading) { found.insert("under \(name)") }
        }
        for name in document.names(in: document.lines.first?.block ?? 0) {
            found.insert("title \(name)")
        }
        let deals = document.deals.count
        found.insert("deals \(deals >= 6 ? "6" : deals >= 2 ? "2" : "\(deals)")")
        if context.isAnnouncement { found.insert("announcement") }
        found.insert(context.scopes[line.block] == nil ? "no scope" : "scope")
        guard let party else { return found }
        let count = document.counts[party] ?? 0
        found.insert("count \(count >= 6 ? "6" : count >= 3 ? "3" : "\(count)")")
        if document.supplies(party, outside: line.range) { found.insert("supplies") }
        if document.pays(party, outside: line.range) { found.insert("pays") }
        if document.buys(party, outside: line.range) { found.insert("buys") }
        if let home = context.country(of: party), let scope = context.scopes[line.block] {
            found.insert(home == scope ? "at home" : "abroad")
        }
        return found
    }

    /// Which part the rules gave the party, and which ties they found it in.
    private func ruleEvidence(_ party: Mention) -> Set<String> {
        var found: Set<String> = ["kind \(party.kind.rawValue)"]
        let parts: [(String, KeyPath<Draft, [Party]>)] = [
            ("supplier", \.suppliers), ("operator", \.operators), ("financier", \.financiers),
            ("donor", \.donors), ("recipient", \.recipients),
        ]
        for draft in drafts {
            for (name, path) in parts
            where draft[keyPath: path].contains(where: { $0.entity == party.entity }) {
                found.insert("rule \(name)")
                if draft.polarity != .asserted { found.insert("rule denied") }
                for rule in draft.rules {
                    found.insert("rule \(name) \(rule.prefix { $0 != "@" })")
                }
            }
        }
        if !drafts.isEmpty { found.insert("rule deal") }
        for tie in document.ties(of: party.entity) where line.range.overlaps(tie.quote) {
            let side = tie.relation.from == party.entity ? "from" : "to"
            found.insert("tie \(side) \(tie.relation.kind.rawValue)")
        }
        return found
    }
}
