import Evidence

/// What speaks for each kind of system that a deal told in a line may be about.
struct KindSheet {
    let document: DocumentLines
    let at: Int
    let context: DocumentContext
    let drafts: [Draft]
    /// Whom each of them is for.
    let recipients: [[EntityID]]

    private var lines: [CueLine] { document.lines }
    /// How much of a heading is looked at, in scalars.
    private static let titleMax = 400

    /// The candidates with their evidence, for the party at a place.
    func candidates(for place: Int) -> [SystemCategory: EvidenceSet] {
        var found: [SystemCategory: EvidenceSet] = [:]
        func add(_ term: SystemTerm?, _ evidence: EvidenceWord) {
            guard let term else { return }
            found[term.category, default: document.blank].insert(
                evidence,
                term.isStrong ? Name.strong : Name.weak
            )
        }
        let line = lines[at]
        let own = line.cues.indices.filter { line.cues[$0].system != nil }
        let strong = own.filter { line.cues[$0].system?.isStrong == true }
        for spot in own { add(line.cues[spot].system, "line") }
        add(nearest(own, place).flatMap { line.cues[$0].system }, "nearest")
        add(nearest(strong, place).flatMap { line.cues[$0].system }, "nearest of strong")
        add(strong.last.flatMap { line.cues[$0].system }, "last of strong")
        add(strong.first.flatMap { line.cues[$0].system }, "first of strong")
        var step = 1
        while step <= 4, at - step >= 0 {
            let earlier = lines[at - step]
            for cue in earlier.cues { add(cue.system, Name.before[step]) }
            step += 1
        }
        if at + 1 < lines.count { for cue in lines[at + 1].cues { add(cue.system, "after") } }
        for line in lines.prefix(1) { for cue in line.cues { add(cue.system, "title") } }
        for heading in context.layout.blocks[line.block].headings {
            let title = context.layout.blocks[heading].range.prefix(Self.titleMax)
            add(context.systemTerm(text(title)), "heading")
        }
        if let label = context.layout.blocks[line.block].label {
            add(context.systemTerm(text(label)), "label")
        }
        for body in bodies { add(context.systemTerm(body), "body") }
        if let party = line.cues[place].party { add(context.systemTerm(party.surface), "party") }
        for draft in drafts {
            found[draft.category, default: document.blank].insert("rule")
            if draft.categoryWeight >= 3 {
                found[draft.category, default: document.blank].insert("rule strong")
            }
        }
        found[.other, default: document.blank].insert("always")
        let isSingle = found.count == 2
        return Dictionary(
            uniqueKeysWithValues: found.map { kind, evidence in
                var all = evidence
                all.insert("kind ", EvidenceWord(kind.rawValue))
                if isSingle { all.insert("single") }
                let inLine = EvidenceWord(kind.rawValue + " in ")
                for cue in line.cues { for word in cue.names { all.insert(inLine, word) } }
                return (kind, all)
            }
        )
    }

    private enum Name {
        static let strong: EvidenceWord = " strong"
        static let weak: EvidenceWord = " weak"
        static let before = (0...4).map { EvidenceWord("before \($0)") }
    }

    /// The names of the bodies in the line, and of those that the rules' deals are for.
    private var bodies: Set<String> {
        let named = lines[at].cues.compactMap(\.mention).map(\.entity)
        return Set(
            (named + recipients.joined()).compactMap { context.entity($0) }.filter {
                $0.kind == .publicBody
            }
            .map(\.name)
        )
    }

    private func nearest(_ places: [Int], _ place: Int) -> Int? {
        places.min { abs($0 - place) < abs($1 - place) }
    }

    private func text(_ range: Range<Int>) -> String { context.text.string(range) }
}
