import Evidence

/// Gathers the entities that a document names, with the forms under which it names them.
struct EntityCollector {
    let found: MentionResult
    let context: DocumentContext

    func entities() -> [ReadDocument.ReadEntity] {
        var mentions: [EntityID: [Mention]] = [:]
        let nested = meaningful(found.nested, in: found.mentions)
        for mention in found.mentions + nested + context.adopted {
            mentions[mention.entity, default: []].append(mention)
        }
        var forms = bodyForms()
        return mentions.keys.sorted().compactMap { id in
            guard let entity = context.entity(id), let own = mentions[id] else { return nil }
            return ReadDocument.ReadEntity(
                entity: entity,
                mentions: own.sorted { $0.range.lowerBound < $1.range.lowerBound },
                otherForms: forms.removeValue(forKey: id) ?? []
            )
        }
    }

    // MARK: - Bodies with and without their countries

    /// "Poland's digital ministry" beside "digital ministry", "education ministry" beside
    /// "education ministry of Peru".
    private func bodyForms() -> [EntityID: [String]] {
        var forms: [EntityID: [String]] = [:]
        for (place, mention) in found.mentions.enumerated() where isFirm(mention) {
            if place > 0, let form = withOrigin(found.mentions[place - 1], mention) {
                forms[mention.entity, default: []].append(form)
            }
            if let form = withoutOrigin(mention) {
                forms[mention.entity, default: []].append(form)
            }
        }
        for (place, mention) in found.mentions.enumerated() where mention.kind == .publicBody {
            if place > 0, let form = withOwner(found.mentions[place - 1], mention) {
                forms[mention.entity, default: []].append(form)
            }
            for range in withoutPlace(mention) {
                forms[mention.entity, default: []].append(context.text.string(range))
            }
        }
        return forms
    }

    private func isFirm(_ mention: Mention) -> Bool {
        [.company, .stateOwnedEnterprise, .organization].contains(mention.kind)
            && ScalarClass.isHan(context.text[mention.range.lowerBound])
    }

    /// 西班牙因德拉公司 beside 因德拉公司.
    private func withOrigin(_ origin: Mention, _ firm: Mention) -> String? {
        guard origin.kind == .country, origin.range.upperBound == firm.range.lowerBound else {
            return nil
        }
        return context.text.string(origin.range.lowerBound..<firm.range.upperBound)
    }

    /// 因德拉公司 beside 西班牙因德拉公司.
    private func withoutOrigin(_ firm: Mention) -> String? {
        let inner = context.nested[firm.range.lowerBound]?.first {
            $0.kind == .country && $0.range.lowerBound == firm.range.lowerBound
                && $0.range.count > 1 && firm.range.upperBound - $0.range.upperBound > 3
        }
        return inner.map { context.text.string($0.range.upperBound..<firm.range.upperBound) }
    }

    private func withOwner(_ owner: Mention, _ body: Mention) -> String? {
        guard owner.kind == .country || owner.kind == .territory,
            owner.range.upperBound < body.range.lowerBound,
            body.range.lowerBound - owner.range.upperBound <= 3
        else { return nil }
        let between = context.text.string(owner.range.upperBound..<body.range.lowerBound)
        guard ["'s ", "\u{2019}s ", "' ", "\u{2019} ", " "].contains(between) else { return nil }
        return context.text.string(owner.range.lowerBound..<body.range.upperBound)
    }

    private func withoutPlace(_ body: Mention) -> [Range<Int>] {
        body.range.flatMap { context.nested[$0] ?? [] }.compactMap { inner in
            guard inner.kind == .country || inner.kind == .territory,
                inner.range.upperBound <= body.range.upperBound
            else { return nil }
            if inner.range.upperBound == body.range.upperBound {
                for link in [" of the ", " of "] {
                    let start = inner.range.lowerBound - link.count
                    if start > body.range.lowerBound, context.text.starts(with: link, at: start) {
                        return body.range.lowerBound..<start
                    }
                }
            }
            let link = ["'s ", "\u{2019}s ", "' ", "\u{2019} "].first {
                context.text.starts(with: $0, at: inner.range.upperBound)
            }
            let rest = inner.range.upperBound + (link?.count ?? 1)
            let hasTwoWords =
                rest < body.range.upperBound
                && context.text.scalars[rest..<body.range.upperBound].contains(" ")
            return inner.range.lowerBound == body.range.lowerBound && hasTwoWords
                ? rest..<body.range.upperBound : nil
        }
    }

    // MARK: - Names inside names

    /// Names inside others that name somebody by themselves: a body's country and whom a law is
    /// called after are spoken of, what is in the name of a place (Papua New Guinea, 尼日利亚) or of a
    /// company is not.
    private func meaningful(_ nested: [Mention], in outer: [Mention]) -> [Mention] {
        var result: [Mention] = []
        var place = 0
        for mention in nested.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            while place < outer.count, outer[place].range.upperBound <= mention.range.lowerBound {
                place += 1
            }
            if place < outer.count, outer[place].range.lowerBound <= mention.range.lowerBound,
                !isSpokenOf(mention, in: outer[place])
            {
                continue
            }
            result.append(mention)
        }
        return result
    }

    private func isSpokenOf(_ mention: Mention, in outer: Mention) -> Bool {
        if mention.entity == outer.entity || isOrigin(mention, of: outer) { return true }
        return switch outer.kind {
        case .publicBody: mention.kind == .country
        case .policy: mention.kind != .territory
        default: false
        }
    }

    /// 韩国LG CNS, 以色列星辉公司: the country is said of a firm that is called in Latin letters or that no
    /// list knows; in 中国电信 it is part of the name.
    private func isOrigin(_ country: Mention, of firm: Mention) -> Bool {
        guard country.kind == .country, isFirm(firm),
            country.range.lowerBound == firm.range.lowerBound,
            country.range.count > 1, firm.range.count - country.range.count > 1
        else { return false }
        return !ScalarClass.isHan(context.text[country.range.upperBound])
            || found.derived[firm.entity] != nil
    }
}
