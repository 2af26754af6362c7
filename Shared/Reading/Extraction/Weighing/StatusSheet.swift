import Evidence

/// What speaks for how far a deal told in a line has come.
struct StatusSheet {
    let document: DocumentLines
    let at: Int
    let drafts: [Draft]

    /// What a deal is said to be where nothing but the words around it tells; a memorandum's word is
    /// `agreed`, and so is a contract's.
    static let candidates: [Deployment.Status] = [
        .planned, .agreed, .underConstruction, .operational,
    ]

    /// The candidates with their evidence, for the party at a place.
    func candidates(for place: Int) -> [Deployment.Status: EvidenceSet] {
        let line = document.lines[at]
        return Dictionary(
            uniqueKeysWithValues: Self.candidates.map { status in
                var found = document.blank
                let prefix = EvidenceWord(status.rawValue + " in ")
                let near = EvidenceWord(status.rawValue + " near ")
                let title = EvidenceWord(status.rawValue + " head ")
                for (spot, cue) in line.cues.enumerated() {
                    for name in cue.names {
                        found.insert(prefix, name)
                        if abs(spot - place) <= Self.near { found.insert(near, name) }
                    }
                    for name in line.headers[spot] ?? [] { found.insert(title, name) }
                }
                for step in 1...2 where at + step < document.lines.count {
                    let next = document.lines[at + step]
                    guard next.block == line.block else { break }
                    let after = EvidenceWord(status.rawValue + " after ")
                    for cue in next.cues { for name in cue.names { found.insert(after, name) } }
                }
                for draft in drafts {
                    found.insert(
                        EvidenceWord(status.rawValue + " rule "),
                        EvidenceWord(draft.status.rawValue)
                    )
                }
                found.insert("status ", EvidenceWord(status.rawValue))
                return (status, found)
            }
        )
    }

    /// How many words on either side of a party count for themselves.
    private static let near = 4
}
