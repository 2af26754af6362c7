import Evidence

/// Money that an organization receives, and companies that change hands, told by nouns.
extension EnglishPassage {
    private var words: RelationWords.English { context.relationWords.english }

    /// "The institute receives a grant of €250,000 a year from the ministry", "a gift of X".
    mutating func readGrants() {
        for place in sentence.items.indices where words.money.contains(word(place)) {
            guard
                let verb = (max(0, place - 6)..<place).last(where: {
                    words.receives.contains(word($0))
                }), !isDoubtful(before: verb)
            else { continue }
            let takers = receivers(before: verb)
            guard
                let link = ((place + 1)..<min(sentence.items.count, place + 9)).first(where: {
                    word($0) == "from"
                })
            else { continue }
            let givers = names(from: link + 1).filter { isBody($0) || $0.kind == .country }
            for taker in takers {
                for giver in givers where giver.entity != taker.entity {
                    relate(.funds, giver, taker, rule: "fund.received@1")
                }
            }
        }
    }

    private func receivers(before verb: Int) -> [Party] {
        let named = names(before: verb)
        if !named.isEmpty {
            return named.filter {
                $0.kind == .organization || $0.isCompany || $0.kind == .publicBody
            }
        }
        let clause = sentence.clauses.first {
            sentence.verbs[$0.verb].items.contains(verb)
        }
        return parties(clause?.subjects ?? []) {
            $0.kind == .organization || $0.isCompany || $0.kind == .publicBody
        }
    }

    /// "Broadcom's purchase of VMware", "the takeover of Solvinity by Kyndryl".
    mutating func readTakeovers() {
        guard !isDoubted, !manner.isIdle else { return }
        for place in sentence.items.indices
        where words.takeovers.contains(word(place)) && word(place + 1) == "of" {
            guard let target = names(from: place + 2).first, target.isCompany,
                !isDoubtful(before: place)
            else { continue }
            var buyer: Party?
            let after = (place + 2)..<min(sentence.items.count, place + 8)
            if let by = after.first(where: { word($0) == "by" }) {
                buyer = names(from: by + 1).first
            }
            let before = max(0, place - 6)..<place
            if buyer == nil, let mark = before.last(where: { tag($0) == .possessive }), mark > 0 {
                buyer = party(sentence.items[mark - 1])
            }
            if buyer == nil, before.contains(where: { word($0) == "its" }) {
                buyer = (0..<place).compactMap { party(sentence.items[$0]) }
                    .first(where: \.isCompany)
            }
            guard let buyer, buyer.isCompany, buyer.entity != target.entity,
                !isTold(.acquires, buyer, target)
            else { continue }
            relate(.acquires, buyer, target, rule: "acquire.noun@1")
        }
    }
}
