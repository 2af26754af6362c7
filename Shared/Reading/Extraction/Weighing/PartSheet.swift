import Evidence

/// What speaks for and against a party's having a part in a deal that a line tells of.
struct PartSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    /// The drafts that the rules made of the line.
    let drafts: [Draft]
    private let line: CueLine
    private let shared: EvidenceSet

    private static let near = 3
    private static let far = 8

    init(document: DocumentLines, at: Int, context: DocumentContext, drafts: [Draft]) {
        self.document = document
        self.at = at
        self.context = context
        self.drafts = drafts
        line = document.lines[at]
        shared = Self.shared(document, at: at, context: context)
    }

    /// The evidence around the name at a place in the line.
    func evidence(at place: Int) -> EvidenceSet {
        var found = document.blank
        found.insert("bias")
        let cues = line.cues
        for name in cues[place].names { found.insert(Name.own, name) }
        for step in 1...Self.far {
            for side in Side.both {
                let at = place + side.sign * step
                guard cues.indices.contains(at) else { continue }
                for name in cues[at].names {
                    if step <= Self.near { found.insert(side.steps[step], name) }
                    found.insert(side.beside, name)
                }
            }
        }
        for (at, cue) in cues.enumerated() where at != place {
            for name in cue.names { found.insert(Name.inLine, name) }
        }
        for title in line.headers[place] ?? [] { found.insert(Name.head, title) }
        addNearest(to: place, &found)
        found.formUnion(shared)
        addPage(cues[place].party?.entity, &found)
        if let party = cues[place].party { addRules(party, &found) }
        for fact in cues[place].reference?.facts ?? [] { found.insert(fact) }
        return found
    }

    /// What evidence is called that is looked for most.
    private enum Name {
        static let own: EvidenceWord = "self "
        static let inLine: EvidenceWord = "in "
        static let head: EvidenceWord = "head "
        static let previous: EvidenceWord = "prev "
        static let under: EvidenceWord = "under "
        static let title: EvidenceWord = "title "
    }

    /// A side of a name.
    private struct Side {
        let sign: Int
        let beside: EvidenceWord
        /// By how many words away.
        let steps: [EvidenceWord]

        init(_ mark: String, sign: Int) {
            self.sign = sign
            beside = EvidenceWord(mark + " ")
            steps = (0...PartSheet.near).map { EvidenceWord("\(mark)\($0) ") }
        }

        static let both = [Side("-", sign: -1), Side("+", sign: 1)]
    }

    // MARK: - Neighbours

    /// What is looked for around a name, with what its evidence is called on either side.
    private struct Landmark {
        let name: EvidenceWord
        let sides: [EvidenceWord]
        let isOne: @Sendable (Cue) -> Bool

        init(_ name: String, _ isOne: @escaping @Sendable (Cue) -> Bool) {
            self.name = EvidenceWord(name)
            sides = ["-", "+"].map { EvidenceWord(name + $0) }
            self.isOne = isOne
        }

        static let all = [
            Landmark("system") { $0.system != nil },
            Landmark("buyer") {
                $0.mention?.kind.isGovernment == true && $0.mention?.use != .demonym
            },
        ]
    }

    /// The nearest system and the nearest government: side, distance and what stands between.
    private func addNearest(to place: Int, _ found: inout EvidenceSet) {
        let cues = line.cues
        for landmark in Landmark.all {
            var nearest: Int?
            for spot in cues.indices where spot != place && landmark.isOne(cues[spot]) {
                if nearest.map({ abs(spot - place) < abs($0 - place) }) ?? true { nearest = spot }
            }
            guard let nearest else {
                found.insert("no ", landmark.name)
                continue
            }
            let side = landmark.sides[nearest < place ? 0 : 1]
            let distance = abs(nearest - place)
            let bucket: EvidenceWord =
                distance <= 2 ? "1" : distance <= 5 ? "3" : distance <= 10 ? "6" : "11"
            found.insert(side, bucket)
            guard distance <= Self.far else { continue }
            for at in min(nearest, place) + 1..<max(nearest, place) {
                for name in cues[at].names { found.insert(side, " ", name) }
            }
        }
    }

    /// What is the same for every name of the line: its block, the line before, the section's
    /// heading, the document's first line, and how much the document tells of.
    private static func shared(
        _ document: DocumentLines,
        at: Int,
        context: DocumentContext
    ) -> EvidenceSet {
        var found = document.blank
        let line = document.lines[at]
        let block = context.layout.blocks[line.block]
        switch block.kind {
        case .heading: found.insert("block heading")
        case .bullet: found.insert("block bullet")
        case .cell: found.insert("block row")
        default: break
        }
        if let label = block.label {
            for lexeme in LexemeReader.tokens(of: context.text, in: label).prefix(6) {
                found.insert("label ", EvidenceWord(CueReader.stem(lexeme.text)))
            }
        }
        if at > 0 {
            for cue in document.lines[at - 1].cues {
                for name in cue.names { found.insert(Name.previous, name) }
            }
        }
        let firms = Set(line.cues.compactMap { $0.names == ["<firm>"] ? $0.mention?.entity : nil })
        found.insert("firms ", EvidenceWord.digits[min(4, firms.count)])
        if let heading = block.headings.last {
            for name in document.names(in: heading) { found.insert(Name.under, name) }
        }
        for name in document.names(in: document.lines.first?.block ?? 0) {
            found.insert(Name.title, name)
        }
        let deals = document.deals.count
        found.insert("deals ", EvidenceWord.digits[deals >= 6 ? 6 : min(2, deals)])
        if context.isAnnouncement { found.insert("announcement") }
        found.insert(context.scopes[line.block] == nil ? "no scope" : "scope")
        return found
    }

    /// What part the party has in the document.
    private func addPage(_ party: EntityID?, _ found: inout EvidenceSet) {
        guard let party else { return }
        let count = document.counts[party] ?? 0
        found.insert("count ", EvidenceWord.digits[count >= 6 ? 6 : min(3, count)])
        if document.supplies(party, outside: line.range) { found.insert("supplies") }
        if document.pays(party, outside: line.range) { found.insert("pays") }
        if document.buys(party, outside: line.range) { found.insert("buys") }
        if let home = context.country(of: party), let scope = context.scopes[line.block] {
            found.insert(home == scope ? "at home" : "abroad")
        }
    }

    /// Which part the rules gave the party, and which ties they found it in.
    private func addRules(_ party: Mention, _ found: inout EvidenceSet) {
        found.insert("kind ", EvidenceWord(party.kind.rawValue))
        let parts: [(String, KeyPath<Draft, [Party]>)] = [
            ("supplier", \.suppliers), ("operator", \.operators), ("financier", \.financiers),
            ("donor", \.donors), ("recipient", \.recipients),
        ]
        for draft in drafts {
            for (name, path) in parts
            where draft[keyPath: path].contains(where: { $0.entity == party.entity }) {
                found.insert(EvidenceWord("rule " + name))
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
    }
}
