import Evidence

/// A name, term, sum, word or mark of a line, with what it is called as evidence.
struct Cue: Sendable {
    var range: Range<Int>
    /// What it stands for: `<firm>`, `<system>`, a verb's lemma and its frames, a word's stem.
    var names: [EvidenceWord]
    var mention: Mention?
    var system: SystemTerm?
    var money: Money?
    /// Whom it may stand for, where it names no party.
    var reference: Reference?

    /// Who may have a part here: whom it names, or may mean.
    var party: Mention? { reference?.mention ?? mention }
}

/// A sentence, or a row of a table, as cues.
struct CueLine: Sendable {
    var range: Range<Int>
    /// The block that it stands in; of a row, its first cell's.
    var block: Int
    var cues: [Cue]
    /// What the header of each cue's column says, where the line is a row.
    var headers: [Int: [EvidenceWord]] = [:]

    /// The cues that name a party that may have a part in a deal.
    var parties: [Int] {
        cues.indices.filter { place in
            switch cues[place].mention?.kind {
            case .company?, .stateOwnedEnterprise?, .organization?, .financier?: true
            default: false
            }
        }
    }

    /// The cues that may stand for a party.
    var references: [Int] { cues.indices.filter { cues[$0].reference != nil } }

    /// Whether it tells of training and of no system: teaching alone supplies none.
    var onlyTrains: Bool {
        cues.contains { !Self.training.isDisjoint(with: $0.names) }
            && !cues.contains { $0.system?.isStrong == true || $0.mention?.kind == .system }
    }

    private static let training: Set<EvidenceWord> = ["f:train", "f:train.p", "e:train"]

    /// Adds a place at the end, for a party that no word of the line means.
    mutating func goOn(about reference: Reference) {
        let end = range.upperBound
        cues.append(Cue(range: end..<end, names: [], reference: reference))
    }

    /// Whether the words before a place in its clause, or right after it, deny something, or tell of
    /// its end or of a mere bid.
    func isDenied(beside place: Int) -> Bool {
        var spot = place - 1
        while spot >= 0, place - spot <= Self.clauseMax {
            let names = cues[spot].names
            if !Self.breaks.isDisjoint(with: names) { break }
            let isFar = place - spot > Self.near
            let isOnly = spot + 1 < place && cues[spot + 1].names.contains("only")
            if !(isFar ? Self.negations : Self.denials).isDisjoint(with: names), !isOnly {
                return true
            }
            spot -= 1
        }
        let after = cues[(place + 1)..<min(cues.count, place + 3)]
        return after.contains { !Self.failures.isDisjoint(with: $0.names) }
    }

    /// How many words before a place are looked at, all and for words that deny only what is near.
    private static let clauseMax = 9
    private static let near = 4
    /// What ends a clause.
    static let breaks: Set<EvidenceWord> = [
        ",", ";", ":", "(", ")", "|", "but", "that", "which", "\u{FF0C}", "\u{FF1B}", "\u{3001}",
    ]
    private static let negations: Set<EvidenceWord> = ["not"]
    private static let denials: Set<EvidenceWord> = [
        "not", "no", "f:cancel", "f:cancel.p", "f:end", "f:end.p", "a:failed",
    ]
    private static let failures: Set<EvidenceWord> = [
        "not", "no", "v:lose", "lost", "f:bid", "f:compete",
    ]
}
