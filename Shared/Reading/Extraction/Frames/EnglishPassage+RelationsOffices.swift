import Evidence

/// Who works for whom, where a name and an office stand apart.
extension EnglishPassage {
    mutating func readOffices() {
        for place in sentence.items.indices {
            guard let person = party(sentence.items[place]), person.kind == .person else {
                continue
            }
            if let body = employer(after: place) ?? employer(before: place) {
                relate(.employs, body, person, rule: "office.apart@1", isGiven: true)
            }
        }
    }

    /// "Jane Roe of X", "Jane Roe at X".
    private func employer(after place: Int) -> Party? {
        guard ["of", "at", "from"].contains(word(place + 1)) else { return nil }
        var index = place + 2
        scan: while index < min(sentence.items.count, place + 10) {
            if let body = body(at: index) { return body }
            switch tag(index) {
            case .determiner, .adjective, .noun, .hyphen, .mention: index += 1
            default: break scan
            }
        }
        return nil
    }

    /// "X's chief executive, Jane Roe", "the chief executive of X, Jane Roe".
    private func employer(before place: Int) -> Party? {
        var index = place - 1
        if tag(index) == .comma { index -= 1 }
        guard index > 0 else { return nil }
        if let body = body(at: index) {
            let link = tag(index - 1) == .determiner ? index - 2 : index - 1
            return ["of", "at"].contains(word(link)) && isTitle(link - 1) ? body : nil
        }
        guard isTitle(index) else { return nil }
        let start = max(0, index - 5)
        while index > start {
            index -= 1
            switch tag(index) {
            case .possessive: return body(at: index - 1)
            case .noun where isOffice(index): return lastBody
            case .noun, .adjective, .hyphen: continue
            default: return nil
            }
        }
        return nil
    }

    /// "ministry spokeswoman", "the agency's director": of the body that was last named.
    private func isOffice(_ place: Int) -> Bool {
        ["ministry", "agency", "authority", "bureau", "regulator", "commission", "department"]
            .contains(word(place))
    }

    private var lastBody: Party? { context.governments.last { $0.kind == .publicBody } }

    private func isTitle(_ place: Int) -> Bool {
        guard sentence.items.indices.contains(place) else { return false }
        return sentence.items[place].entry?.noun.contains(.person) ?? false
    }

    private func body(at place: Int) -> Party? {
        guard sentence.items.indices.contains(place),
            let party = party(sentence.items[place]), isBody(party),
            tag(place + 1) != .hyphen
        else { return nil }
        return party
    }
}
