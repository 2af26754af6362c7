import Evidence

/// Weighs the ties between parties that the lines of a document name together, and adds those that
/// no rule has told.
struct TieReader {
    let document: DocumentLines
    let context: DocumentContext
    let weights: TieWeights
    /// What the rules told.
    let told: [RelationDraft]
    /// Whether the names of evidence are wanted.
    let isRecorded: Bool

    /// The probability from which a tie is told.
    ///
    /// Where somebody sits or works is told where it is likelier than not; what makes somebody answer
    /// for somebody else, and what annotators seldom bear out, is told more rarely.
    private static func limit(_ kind: Relation.Kind) -> Double {
        switch kind {
        case .ownsStake, .controls, .subsidiaryOf, .acquires, .investsIn, .jointVenture: 0.85
        case .locatedIn, .employs: 0.5
        default: 0.75
        }
    }

    /// The ties of the rules and those that the evidence tells.
    func read() -> [RelationDraft] {
        var seen = Set(told.map { Self.ends($0.relation) })
        var found = told
        for at in document.lines.indices {
            for (pair, evidence) in sheet(at).pairs().sorted(by: { $0.key < $1.key }) {
                guard let best = weights.likeliest(evidence),
                    best.chance >= Self.limit(best.tie.kind)
                else { continue }
                let (from, to) =
                    best.tie.isBackward ? (pair.second, pair.first) : (pair.first, pair.second)
                let relation = Relation(kind: best.tie.kind, from: from, to: to)
                guard Self.isFit(relation, context), !isDenied(pair, at),
                    relation.kind != .locatedIn || !isListed(to, at),
                    seen.insert(Self.ends(relation)).inserted
                else { continue }
                found.append(
                    RelationDraft(
                        relation: relation,
                        surfaces: [from.rawValue, to.rawValue, relation.kind.rawValue],
                        quote: document.lines[at].range,
                        rule: "weighed.tie@1"
                    )
                )
            }
        }
        return found
    }

    /// Every choice with its evidence: what weights are fitted to.
    func records() -> [FeatureRecord] {
        document.lines.indices.flatMap { at -> [FeatureRecord] in
            let line = document.lines[at]
            let name = { (id: EntityID) in context.entity(id)?.name ?? id.rawValue }
            return sheet(at).pairs().sorted { $0.key < $1.key }.map { pair, evidence in
                FeatureRecord(
                    choice: .tie,
                    line: [line.range.lowerBound, line.range.upperBound],
                    party: name(pair.first),
                    at: line.range.lowerBound,
                    candidate: name(pair.second),
                    evidence: (evidence.names ?? []).sorted()
                )
            }
        }
    }

    private func sheet(_ at: Int) -> TieSheet {
        TieSheet(
            document: document,
            at: at,
            context: context,
            blank: weights.blank(isNamed: isRecorded)
        )
    }

    /// Whether another place follows one with "and" between: "Acme, Hamburg and Lyon sent delegates".
    private func isListed(_ place: EntityID, _ at: Int) -> Bool {
        let cues = document.lines[at].cues
        return cues.indices.contains { spot in
            guard cues[spot].mention?.entity == place, spot + 2 < cues.count,
                !Self.joins.isDisjoint(with: cues[spot + 1].names),
                let kind = cues[spot + 2].mention?.kind
            else { return false }
            return kind == .territory || kind == .country
        }
    }

    private static let joins: Set<EvidenceWord> = ["and", "\u{548C}", "\u{4E0E}", "\u{3001}"]

    /// A kind of tie and its two ends, whichever comes first where it has no direction.
    private static func ends(_ relation: Relation) -> [String] {
        let ends = [relation.from.rawValue, relation.to.rawValue]
        return [relation.kind.rawValue] + (relation.kind.isMutual ? ends.sorted() : ends)
    }

    /// Whether the two can be tied in that way at all.
    private static func isFit(_ relation: Relation, _ context: DocumentContext) -> Bool {
        guard let from = context.entity(relation.from), let to = context.entity(relation.to) else {
            return false
        }
        switch relation.kind {
        case .locatedIn: return to.kind == .country || to.kind == .territory
        case .employs: return to.kind == .person && from.kind != .person
        case .ownsStake, .controls, .acquires, .subsidiaryOf, .investsIn, .jointVenture:
            return to.kind != .country && to.kind != .person
        default: return from.kind != .person && to.kind != .person
        }
    }

    /// Whether the words before either name deny what follows.
    private func isDenied(_ pair: TieSheet.Pair, _ at: Int) -> Bool {
        let line = document.lines[at]
        return line.cues.indices.contains { place in
            let id = line.cues[place].mention?.entity
            return (id == pair.first || id == pair.second) && line.isDenied(beside: place)
        }
    }
}
