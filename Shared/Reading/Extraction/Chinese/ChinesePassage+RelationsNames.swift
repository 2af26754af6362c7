import Evidence

/// A name of a Chinese sentence with the characters around it.
struct ChineseTieName {
    var party: Party
    /// Its place among the items.
    var place: Int
    /// Between the name before it, or the beginning, and this one; what stands in brackets left out.
    var before: String
    /// From it to the end of the stretch between commas, names included.
    var after: String
    var segment: Int
}

extension ChinesePassage {
    /// The sentence's names outside brackets.
    func tieNames() -> [ChineseTieName] {
        var found: [ChineseTieName] = []
        var before = ""
        var depth = 0
        for place in items.indices {
            let bracket = items[place].bracket
            if bracket == .opening { depth += 1 }
            if depth == 0 {
                if let party = party(place) {
                    found.append(
                        ChineseTieName(
                            party: party,
                            place: place,
                            before: before,
                            after: rest(after: place),
                            segment: items[place].segment
                        )
                    )
                    before = ""
                } else {
                    before += items[place].text
                }
            }
            if bracket == .closing { depth = max(0, depth - 1) }
        }
        return found
    }

    /// How many words after a name are looked at: in no sentence does a stretch between commas have
    /// more, and a text without marks would take time that grows with its square.
    private static let restMax = 200

    private func rest(after place: Int) -> String {
        var depth = 0
        var text = ""
        let segment = items[place].segment
        for index in (place + 1)..<max(place + 1, min(items.count, place + Self.restMax)) {
            guard items[index].segment == segment else { break }
            let bracket = items[index].bracket
            if bracket == .opening { depth += 1 }
            if depth == 0 { text += items[index].text }
            if bracket == .closing { depth = max(0, depth - 1) }
        }
        return text
    }

    func isTieBody(_ party: Party) -> Bool {
        switch party.kind {
        case .company, .stateOwnedEnterprise, .organization, .financier, .publicBody: true
        default: false
        }
    }

    func isTiePlace(_ party: Party) -> Bool {
        party.kind == .territory || party.kind == .country
    }

    /// The state that "国有" or "本国" means beside a name.
    func home(of party: Party) -> Party? {
        let countries = Set(
            items.indices.compactMap { self.party($0) }.filter { $0.kind == .country }.map(\.entity)
        )
        let id =
            context.country(of: party.entity) ?? context.scope
            ?? (countries.count == 1 ? countries.first : nil) ?? context.looseScope
            ?? context.documentScope
        return id.flatMap { context.party($0, surface: $0.rawValue) }
    }
}

extension String {
    func starts(withAny words: [String]) -> Bool { words.contains { hasPrefix($0) } }
    func ends(withAny words: [String]) -> Bool { words.contains { hasSuffix($0) } }
    func contains(any words: [String]) -> Bool { words.contains { contains($0) } }
}
