import Evidence

/// Shares in companies: "A holds 60 per cent of T and B 40 per cent".
extension EnglishPassage {
    private var words: RelationWords.English { context.relationWords.english }

    mutating func readShares() {
        guard !manner.isIdle, !isDoubted else { return }
        var target = antecedent()
        var owners: [Party] = []
        var isHolding = false
        for place in sentence.items.indices {
            if words.holds.contains(word(place)) { isHolding = true }
            guard isHolding, let share = share(at: place) else { continue }
            if let owner = buyer(after: place) ?? holder(before: place), isOwner(owner) {
                let named = issued(after: place)
                if let stated = named ?? target, stated.entity != owner.entity, stated.isCompany {
                    relate(.ownsStake, owner, stated, share: share, rule: "share.held@1")
                    owners.append(owner)
                }
                target = named ?? target
            }
        }
        if sentence.items.contains(where: { $0.text == "joint venture" }) {
            relatePairs(owners, .jointVenture, rule: "venture.shares@1")
        }
        readFurtherShareholder()
    }

    mutating func relatePairs(_ parties: [Party], _ kind: Relation.Kind, rule: String) {
        for (place, one) in parties.enumerated() {
            for other in parties[(place + 1)...] { relate(kind, one, other, rule: rule) }
        }
    }

    /// A share that stands at a place: an amount, or "a quarter of the shares".
    private func share(at place: Int) -> Double? {
        if case .quantity(.share(let share)) = sentence.items[place].kind { return share }
        guard let share = words.fractions[word(place)], ["a", "one"].contains(word(place - 1)),
            isOfShares(place + 1)
        else { return nil }
        return share
    }

    private func isOfShares(_ place: Int) -> Bool {
        (place..<min(sentence.items.count, place + 4)).contains {
            ["share", "shares", "stake", "equity", "capital", "stock"].contains(word($0))
        }
    }

    /// Who holds a share: the nearest name before it, past the verb, "a" and "about".
    private func holder(before share: Int) -> Party? {
        var index = share - 1
        while index >= 0, share - index < 9 {
            let item = sentence.items[index]
            if let party = party(item) {
                if use(item) == .demonym { return nil }
                // "Veridos of Germany holds".
                if isPlace(party), ["of", "from"].contains(word(index - 1)), index > 1,
                    let company = self.party(sentence.items[index - 2])
                {
                    return company
                }
                return party
            }
            if item.text == "it" || item.text == "company" && word(index - 1) == "the" {
                return sentence.items[..<index].compactMap { self.party($0) }
                    .first(where: \.isCompany) ?? context.companies.last
            }
            if case .quantity = item.kind, item.date == nil { return nil }
            if ["government", "state"].contains(item.text), index > 0,
                let country = party(sentence.items[index - 1]), country.kind == .country
            {
                return country
            }
            if item.text == "by" || item.text == "of" || item.text == "in" { return nil }
            index -= 1
        }
        return nil
    }

    /// "60 per cent owned by X".
    private func buyer(after share: Int) -> Party? {
        var index = share + 1
        while index < min(sentence.items.count, share + 4) {
            if word(index) == "by", index + 1 < sentence.items.count {
                let next = tag(index + 1) == .determiner ? index + 2 : index + 1
                return next < sentence.items.count ? party(sentence.items[next]) : nil
            }
            index += 1
        }
        return nil
    }

    /// The company whose share it is: "of X", "stake in X", "of the shares of X".
    private func issued(after share: Int) -> Party? {
        var index = share + 1
        while index < min(sentence.items.count, share + 8) {
            let item = sentence.items[index]
            if let party = party(item) {
                let isLinked = (share + 1..<index).contains { ["of", "in"].contains(word($0)) }
                return isLinked && party.isCompany ? party : nil
            }
            if item.tag == .comma || item.tag == .conjunction || item.text == "by" { return nil }
            index += 1
        }
        return nil
    }

    /// The company that "in which A held …" is about, or the one that a passive share is of.
    private func antecedent() -> Party? {
        let link = sentence.items.indices.first {
            sentence.items[$0].text == "in which" || sentence.items[$0].text == "of which"
        }
        let companies = sentence.items.indices.filter {
            party(sentence.items[$0])?.isCompany ?? false
        }
        guard let link else {
            // "X is 51 per cent owned by Y": the subject.
            guard let first = companies.first, sentence.items.contains(where: { $0.text == "by" })
            else { return nil }
            return party(sentence.items[first])
        }
        return companies.first { $0 < link && tag($0 + 1) == .comma || $0 < link }
            .flatMap { last in
                let before = companies.filter { $0 < link }
                let apposed = before.last { tag(afterParenthesis($0 + 1)) == .comma }
                return party(sentence.items[apposed ?? last])
            }
    }

    /// "…, with X as a further shareholder": a share in whom the sentence is about.
    private mutating func readFurtherShareholder() {
        for place in sentence.items.indices where words.shareholders.contains(word(place)) {
            guard let link = (max(0, place - 4)..<place).last(where: { word($0) == "as" }),
                link > 0, let holder = party(sentence.items[link - 1]),
                let first = sentence.items.compactMap({ self.party($0) })
                    .first(where: \.isCompany)
            else { continue }
            relate(.ownsStake, holder, first, rule: "shareholder.with@1")
        }
    }
}
