import Evidence

/// Names that only explain another company's: its owner, its rival.
extension CueLine {
    /// Whether the name at a place stands there to explain another company, which has its part in
    /// the deal instead: "X, a unit of Y", "Y's partner X".
    func isAside(at place: Int) -> Bool {
        guard parties.contains(where: { $0 != place && cues[$0].names == ["<firm>"] }) else {
            return false
        }
        return isWhole(place) || isOwner(place) || hasNamedRelative(place)
    }

    /// "Y, the local unit of X", "Y is part of X".
    private func isWhole(_ place: Int) -> Bool {
        guard let of = before(place), cues[of].names.contains("of"), of > 0,
            !Self.relatives.isDisjoint(with: cues[of - 1].names)
        else { return false }
        let before = cues[max(0, of - Self.titleMax - 2)..<of]
        guard let firm = before.lastIndex(where: { $0.names == ["<firm>"] }) else { return false }
        return !cues[firm..<of].contains { $0.names.contains("and") }
    }

    /// "owned by X", "taken over by X".
    private func isOwner(_ place: Int) -> Bool {
        guard let by = before(place), cues[by].names.contains("by") else { return false }
        return cues[max(0, by - 3)..<by].contains { !Self.owned.isDisjoint(with: $0.names) }
    }

    /// "X's local partner Y", "X's former neighbour Y".
    private func hasNamedRelative(_ place: Int) -> Bool {
        guard place + 1 < cues.count, Self.isPossessive(cues[place + 1]) else { return false }
        var spot = place + 2
        while spot + 1 < cues.count, spot - place <= Self.titleMax {
            if !Self.relatives.isDisjoint(with: cues[spot].names) {
                return cues[(spot + 1)..<min(cues.count, spot + 4)]
                    .contains { $0.names == ["<firm>"] || $0.names == ["<guess>"] }
            }
            if !Self.breaks.isDisjoint(with: cues[spot].names) { return false }
            spot += 1
        }
        return false
    }

    /// The word before a name, over an article.
    private func before(_ place: Int) -> Int? {
        var spot = place - 1
        while spot >= 0, !Self.articles.isDisjoint(with: cues[spot].names) { spot -= 1 }
        return spot >= 0 ? spot : nil
    }

    private static func isPossessive(_ cue: Cue) -> Bool {
        cue.names.contains("'s") || cue.names.contains("\u{2019}s") || cue.names.contains("'")
    }

    /// How far after "X's" the word for what another is to X may stand.
    private static let titleMax = 4
    private static let articles: Set<EvidenceWord> = ["the", "a", "an", "<demonym>"]
    /// What a company is to another: stems.
    private static let relatives: Set<EvidenceWord> = [
        "subsidiary", "subsidiari", "unit", "arm", "division", "affiliat", "offshoot", "daughter",
        "branch", "part", "member", "partner", "neighbour", "neighbor", "rival", "competitor",
        "spin-off", "sister",
    ]
    private static let owned: Set<EvidenceWord> = [
        "own", "control", "bought", "acquir", "tak over", "taken over", "back", "f:acquire.p",
    ]
}
