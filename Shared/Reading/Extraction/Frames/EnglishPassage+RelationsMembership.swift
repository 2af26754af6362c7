import Evidence

/// Bodies that belong to others, partners and rivals, told by words beside a name.
extension EnglishPassage {
    private var words: RelationWords.English { context.relationWords.english }

    // MARK: - Bodies and companions

    /// "a body of the provincial government of Punjab", "the ministry's own division X".
    mutating func readMembership(_ party: Party, _ range: Range<Int>, _ form: String) {
        guard party.kind == .publicBody || party.kind == .organization || isPublicBody(range),
            let noun = place(of: words.bodies, in: range)
        else { return }
        let before = range.lowerBound..<noun
        let after = (noun + 1)..<max(noun + 1, range.upperBound)
        var wholes = before.compactMap { self.party(sentence.items[$0]) }
            .filter { isWhole($0, of: party) }
        // "a watchdog in Oslo", "an Oslo-based watchdog": where it sits, and nothing above it.
        if before.contains(where: { tag($0) == .hyphen }) || word(noun + 1) == "in" {
            wholes.removeAll { $0.kind == .territory }
        }
        if wholes.isEmpty, ["of", "under", "within", "at", "in"].contains(word(noun + 1)) {
            wholes = Array(named(in: after).filter { isWhole($0, of: party) }.prefix(1))
            if word(noun + 1) == "in" { wholes.removeAll { $0.kind == .territory } }
            if wholes.isEmpty, place(of: ["province", "region", "city"], in: after) != nil {
                let known = context.governments.filter { $0.kind == .territory }
                wholes = known.count == 1 ? known : []
            }
        }
        let isPublic = place(of: ["public", "state", "government"], in: range) != nil
        if wholes.isEmpty, party.kind == .publicBody || isPublicBody(range),
            isPublic || place(of: words.states, in: after) != nil
        {
            wholes = home(of: party, in: range).map { [$0] } ?? []
        }
        for whole in wholes { relate(.partOf, party, whole, rule: "body.\(form)@1", isGiven: true) }
    }

    /// "a public body", "a government agency": whatever a record says of its form.
    func isPublicBody(_ range: Range<Int>) -> Bool {
        if place(of: ["public body", "government agency", "public bodies"], in: range) != nil {
            return true
        }
        return range.contains { index in
            ["public", "government", "state", "federal"].contains(word(index))
                && ["body", "agency", "authority", "department"].contains(word(index + 1))
        }
    }

    private func isWhole(_ whole: Party, of part: Party) -> Bool {
        whole.kind.isGovernment || whole.kind == .organization && part.kind == .organization
    }

    /// "A's partner B", "A's rival B".
    mutating func readCompanion(_ party: Party, _ range: Range<Int>, _ form: String) {
        let kinds: [(Set<String>, Relation.Kind)] = [
            (words.partners, .partnersWith), (words.rivals, .competesWith),
        ]
        for (list, kind) in kinds {
            guard let noun = place(of: list, in: range),
                form == "premodifier" || tag(noun + 1) != .mention
            else { continue }
            var others = named(in: range.lowerBound..<noun)
            if others.isEmpty, word(noun + 1) == "of" {
                others = named(in: (noun + 2)..<max(noun + 2, range.upperBound))
            }
            for other in others.prefix(1) where isActor(other) {
                relate(kind, other, party, rule: "companion.\(form)@1", isGiven: true)
            }
        }
        if form != "premodifier", let noun = place(of: words.shareholders, in: range),
            ["in", "of"].contains(word(noun + 1))
        {
            let after = (noun + 2)..<max(noun + 2, range.upperBound)
            for target in named(in: after).filter(\.isCompany).prefix(1) {
                relate(.ownsStake, party, target, rule: "shareholder.\(form)@1", isGiven: true)
            }
        }
    }

    // MARK: - Belonging

    /// "NIRS belongs to the Ministry of the Interior", "which belongs to the Chinese state".
    mutating func readBelonging(_ party: Party, _ place: Int) {
        var index = afterParenthesis(place + 1)
        if tag(index) == .comma, tag(index + 1) == .relative { index += 2 }
        let near = index..<min(sentence.items.count, index + 5)
        guard near.lowerBound < near.upperBound else { return }
        let text = sentence.items[near].map(\.text).joined(separator: " ")
        guard let link = words.belongs.first(where: { text.hasPrefix($0 + " ") }) else { return }
        let start = index + link.split(separator: " ").count
        let rest = min(start, sentence.items.count)..<min(sentence.items.count, start + 7)
        guard let owner = rest.compactMap({ self.party(sentence.items[$0]) }).first else {
            return
        }
        let isState = self.place(of: words.states, in: rest) != nil || owner.kind == .country
        switch party.kind {
        case .publicBody, .organization:
            relate(.partOf, party, owner, rule: "belong.active@1")
        default:
            relate(
                isState || owner.kind.isGovernment ? .controls : .subsidiaryOf,
                isState || owner.kind.isGovernment ? owner : party,
                isState || owner.kind.isGovernment ? party : owner,
                rule: "belong.active@2"
            )
        }
    }

    func isTold(_ kind: Relation.Kind, _ from: Party, _ to: Party) -> Bool {
        context.relations.contains {
            $0.relation.kind == kind && $0.relation.from == from.entity
                && $0.relation.to == to.entity
        }
    }
}
