import Evidence

/// Whom a noun phrase stands for.
extension EnglishPassage {
    func party(_ item: Item) -> Party? {
        guard let place = item.mention else { return nil }
        let mention = mentions[place]
        return context.party(mention.entity, surface: mention.surface)
    }

    func use(_ item: Item) -> Mention.Use? {
        item.mention.map { mentions[$0].use }
    }

    /// The parties that noun phrases stand for and that can play a part.
    func parties(_ nouns: [Int], where isFit: (Party) -> Bool) -> [Party] {
        var found: [Party] = []
        for noun in nouns {
            if let party = named(noun) {
                if isFit(party) { found.append(party) }
            } else {
                found += meant(noun).filter(isFit)
            }
        }
        return found
    }

    /// The party that a noun phrase names at its head.
    func named(_ noun: Int) -> Party? {
        let head = head(noun)
        if let party = party(head) {
            if use(head) == .demonym, party.kind == .country { return nil }
            return party
        }
        // "Acme Technologies officials", "the Northland government": the name before the noun.
        guard let entry = head.entry,
            !entry.noun.isDisjoint(with: [.government, .person, .company]),
            entry.system == nil
        else { return nil }
        return governmentNamed(noun, entry)
    }

    /// "the Northlandic government", "Northland's parliament", "Northland authorities".
    private func governmentNamed(_ noun: Int, _ entry: WordEntry) -> Party? {
        guard entry.noun.contains(.government) else { return nil }
        for item in items(noun).reversed() {
            guard let party = party(item), party.kind.isGovernment else { continue }
            if let part = partMeant(entry, of: party, head: head(noun).text) { return part }
            var found = party
            found.surface = context.text.string(sentence.range(of: noun))
            return found
        }
        return nil
    }

    /// "the northern German state": the place last named, where it lies in that country.
    private func partMeant(_ entry: WordEntry, of country: Party, head: String) -> Party? {
        guard country.kind == .country, Self.parts.contains(head),
            let last = context.governments.last, last.kind == .territory,
            context.country(of: last.entity) == country.entity
        else { return nil }
        return last
    }

    private static let parts: Set<String> = [
        "state", "city", "province", "region", "island", "town", "municipality", "county",
        "district",
    ]

    /// The party that a noun phrase means without naming it: "the company", "it", "the government".
    func meant(_ noun: Int) -> [Party] {
        let head = head(noun)
        let first = sentence.items[sentence.nouns[noun].items.lowerBound]
        if head.tag == .pronoun {
            guard head.text == "it" || head.text == "they" else { return [] }
            if let subject = subjectBefore(noun) { return [subject] }
            if let subject = context.subject { return [subject] }
            return Array(context.companies.suffix(1))
        }
        guard let entry = head.entry else { return [] }
        let isDefinite =
            first.tag == .determiner && ["the", "this", "its", "that"].contains(first.text)
        if entry.noun.contains(.government) {
            if var body = institution(noun, isDefinite: isDefinite) {
                body.isMeant = true
                return [body]
            }
            if let place = located(noun) { return [generic(place)] }
            if let country = context.scope, let party = context.party(country, surface: head.text) {
                return [generic(party)]
            }
            guard isDefinite, ["government", "country", "nation", "state"].contains(head.text),
                let last = context.governments.last(where: { $0.kind == .country })
                    ?? context.documentScope.flatMap({ context.party($0, surface: head.text) })
            else { return [] }
            return [generic(last)]
        }
        if entry.noun.contains(.company) {
            if let party = apposed(noun) { return [party] }
            let isOne = !head.text.hasSuffix("s") && !Self.groups.contains(head.text)
            return isDefinite && isOne ? Array(context.companies.suffix(1)) : []
        }
        return []
    }

    /// "X said *it* had …": the party that the sentence is about so far.
    private func subjectBefore(_ noun: Int) -> Party? {
        let chunk = sentence.nounChunks[noun]
        let clause = sentence.clauses.first {
            $0.chunk < chunk && sentence.verbs[$0.verb].form == .finite && !$0.isModifier
        }
        guard let clause, !clause.subjects.contains(noun) else { return nil }
        return clause.subjects.lazy.compactMap { named($0) ?? apposed($0) }.first {
            $0.isCompany || $0.kind == .publicBody
        }
    }

    /// "the ministry", "the agency": the body last named whose name has that word, or "the city".
    private func institution(_ noun: Int, isDefinite: Bool) -> Party? {
        guard isDefinite, sentence.nouns[noun].items.count == 2 else { return nil }
        return institution(head(noun).text)
    }

    /// The body that a word such as "ministry" stands for after it has been named.
    func institution(_ word: String) -> Party? {
        if ["city", "province", "island", "town", "municipality", "district"].contains(word) {
            return context.governments.last.flatMap { $0.kind == .territory ? $0 : nil }
        }
        guard !["government", "country", "nation", "state", "official"].contains(word) else {
            return nil
        }
        let bodies = context.governments.suffix(8).filter { $0.kind == .publicBody }
        let scope = context.scope
        let near = bodies.filter { scope == nil || context.country(of: $0.entity) == scope }
        return near.last { $0.surface.lowercased().contains(word) }
            ?? near.last { body in
                !body.surface.contains(" ")
                    && (context.entity(body.entity)?.name ?? "").lowercased().contains(word)
            }
    }

    /// The body that owns a thing: "the ministry's server room".
    func meantOwner(_ noun: Int) -> Party? {
        guard let mark = sentence.nouns[noun].possessive,
            mark - sentence.nouns[noun].items.lowerBound == 2
        else { return nil }
        let owner = sentence.items[mark - 1]
        guard owner.mention == nil, owner.entry?.noun.contains(.government) ?? false,
            ["the", "this", "that"].contains(sentence.items[mark - 2].text)
        else { return nil }
        return institution(owner.text)
    }

    /// "a state-owned company, *Data Cloud Technology*": the name that follows after a comma.
    private func apposed(_ noun: Int) -> Party? {
        let chunk = sentence.nounChunks[noun]
        if chunk + 2 < sentence.chunks.count, case .comma = sentence.chunks[chunk + 1],
            case .noun(let other) = sentence.chunks[chunk + 2], let party = party(head(other)),
            party.canSupply
        {
            return party
        }
        // "NOSi, the public company that …": the name before.
        guard chunk >= 2, case .comma = sentence.chunks[chunk - 1],
            case .noun(let other) = sentence.chunks[chunk - 2], let party = party(head(other)),
            party.canSupply || party.kind == .publicBody
        else { return nil }
        return party
    }

    /// Words for companies that seldom stand for one named before.
    private static let groups: Set<String> = [
        "consortium", "joint venture", "subsidiary", "business", "affiliate",
    ]

    /// "Police in Ecuador", "hospitals in Peru": the country or place that follows.
    private func located(_ noun: Int) -> Party? {
        for phrase in phrases(after: noun).prefix(2)
        where ["in", "of", "across"].contains(phrase.preposition) {
            for inner in phrase.nouns {
                if let party = party(head(inner)), isGovernment(party), party.kind != .publicBody {
                    return party
                }
            }
        }
        return nil
    }

    private func generic(_ party: Party) -> Party {
        var party = party
        party.isGeneric = true
        return party
    }

    /// Parties named before the head of a noun phrase, apart from demonyms:
    /// "*Sensetime*'s combined system", "*DJI* drones".
    func premodifiers(_ noun: Int) -> [Party] {
        var found: [Party] = []
        for item in items(noun).dropLast() {
            guard let party = party(item) else { continue }
            if party.kind == .country, use(item) == .demonym { continue }
            found.append(party)
        }
        return found
    }

    /// Countries and bodies named before the head, demonyms too: "*Kenya*'s national data centre".
    func governmentsBefore(_ noun: Int) -> [Party] {
        var found: [Party] = []
        for item in items(noun).dropLast() {
            if let party = party(item), isGovernment(party) { found.append(party) }
        }
        return found
    }

    /// Whether a phrase says that its supplier is kept secret: "an undisclosed provider".
    func isWithheld(_ noun: Int) -> Bool {
        isKind(noun, .company)
            && items(noun).contains {
                ["undisclosed", "unnamed", "unidentified", "secret", "unspecified", "anonymous"]
                    .contains($0.text)
            }
    }

    func isFinancier(_ party: Party) -> Bool { party.canFinance }
    func isSupplier(_ party: Party) -> Bool { party.canSupply }
    /// "Bank of Northland", "the central bank": a bank that is an office of its state.
    private func isCentralBank(_ party: Party) -> Bool {
        let name = (context.entity(party.entity)?.name ?? party.surface).lowercased()
        if ["central bank", "reserve bank", "national bank of", "monetary authority"]
            .contains(where: name.contains)
        {
            return true
        }
        return name.hasPrefix("bank of ") && context.derived[party.entity] != nil
    }

    /// Whether it is a government: a region of several countries is none.
    func isGovernment(_ party: Party) -> Bool {
        if party.kind == .financier { return isCentralBank(party) }
        if party.kind == .organization { return Party.isPublicInstitution(party.surface) }
        return party.kind.isGovernment
            && (party.kind != .territory || context.country(of: party.entity) != nil)
    }
}
