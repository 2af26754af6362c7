import Evidence
import Gazetteer

/// Turns the catalogue's forms in a text into candidates, asking for a second sign where needed.
struct KnownNames {
    let page: NamePage
    let scopes: ScopeFinder
    /// Entities that a sure form names somewhere in the text.
    private let sure: Set<UInt32>
    private let countries: Set<EntityID>
    /// Whether a company is surely named somewhere in the text.
    private let namesCompanies: Bool

    /// What entities outside the text are known by: an entity defined in the text is sure.
    init(page: NamePage, scopes: ScopeFinder) {
        self.page = page
        self.scopes = scopes
        var sure: Set<UInt32> = []
        for match in page.matches where !Self.needsContext(match) {
            sure.insert(match.record.entity)
        }
        self.sure = sure
        namesCompanies = sure.contains {
            let kind = page.catalogue.entities[Int($0)].kind
            return kind == .company || kind == .stateOwnedEnterprise
        }
        countries = Set(page.places.places.compactMap(\.country))
    }

    /// All candidates, those of one place in the text together, and places of capitals apart.
    func candidates() -> [Candidate] {
        var candidates: [Candidate] = []
        var options: [(match: AliasIndex.Match, score: Double)] = []
        for match in page.matches {
            if let last = options.last, last.match.tokens != match.tokens {
                candidate(last.match.tokens, options).map { candidates.append($0) }
                options = []
            }
            if let score = score(of: match) { options.append((match, score)) }
        }
        if let last = options.last {
            candidate(last.match.tokens, options).map { candidates.append($0) }
        }
        return candidates
    }

    private static func needsContext(_ match: AliasIndex.Match) -> Bool {
        let record = match.record
        switch record.strength {
        case .contextual, .capital: return true
        case .acronym: return true
        case .strong, .former, .demonym: return record.isCommon
        }
    }

    /// How sure a form is here; `nil` where it lacks the second sign that it needs.
    func score(of match: AliasIndex.Match) -> Double? {
        let record = match.record
        if record.isHan, isInsideWord(match.tokens) { return nil }
        if record.isHan, isLocal(match) { return nil }
        let agreement = match.agreement
        switch record.strength {
        case .capital: return nil
        case .strong, .demonym: return record.isCommon ? contextual(match) : agreement
        case .former: return 0.95 * agreement
        case .acronym: return acronym(match) ?? companyAcronym(match)
        case .contextual: return contextual(match)
        }
    }

    /// 中国 of 发展中国家, 甲骨文云 of 甲骨文云端: a word of the language goes over the name's edge.
    private func isInsideWord(_ tokens: Range<Int>) -> Bool {
        for start in max(0, tokens.lowerBound - 4)..<tokens.upperBound {
            guard let end = page.hits.end(of: .zhWord, at: start) else { continue }
            let covers = start < tokens.lowerBound && end >= tokens.upperBound
            let crosses = start > tokens.lowerBound && end > tokens.upperBound
            let begins = start < tokens.lowerBound && end > tokens.lowerBound && tokens.count <= 2
            if covers && tokens.count <= 2 || crosses || begins && end < tokens.upperBound {
                return true
            }
        }
        return false
    }

    /// 国资委 of 省国资委: the province's body, not the one of the country that has this name.
    private func isLocal(_ match: AliasIndex.Match) -> Bool {
        let start = match.tokens.lowerBound
        guard start > 0, entity(match).kind == .publicBody else { return false }
        if page.hits.has(.zhRank, at: start - 1) {
            return page.isHanEdge(start - 1) || page.places.place(endingAt: start) != nil
        }
        return page.places.place(endingAt: start).map { !$0.isCountry } ?? false
    }

    private func entity(_ match: AliasIndex.Match) -> Entity {
        page.catalogue.entities[Int(match.record.entity)]
    }

    private func acronym(_ match: AliasIndex.Match) -> Double? {
        if sure.contains(match.record.entity) { return 0.96 }
        let letters =
            page.tokens[match.tokens.upperBound - 1].end
            - page.tokens[match.tokens.lowerBound].start
        if letters > 4 { return 0.9 }
        if page.isHeading(match.tokens.lowerBound) { return nil }
        guard let home = page.homes[Int(match.record.entity)] else { return 0.72 }
        return countries.contains(home) ? 0.86 : fundingFrame(match)
    }

    /// The letters of a lender or donor where money is given: "IDA credit", "SECO grant".
    private func fundingFrame(_ match: AliasIndex.Match) -> Double? {
        let kind = entity(match).kind
        guard kind == .financier || kind == .publicBody,
            match.tokens.count > 1 || page.flags(match.tokens.lowerBound).contains(.allCaps)
        else { return nil }
        let start = max(0, match.tokens.lowerBound - 3)
        let end = min(page.tokens.count, match.tokens.upperBound + 3)
        let isNear = (start..<end).contains { page.hits.has(.fundingWord, at: $0) }
        return isNear ? 0.8 : nil
    }

    /// A company's short acronym where words of business stand close to it.
    private func companyAcronym(_ match: AliasIndex.Match) -> Double? {
        let kind = entity(match).kind
        guard kind == .company || kind == .stateOwnedEnterprise else { return nil }
        return companyFrame(match).map { min($0, 0.7) }
    }

    private func contextual(_ match: AliasIndex.Match) -> Double? {
        if match.record.isHan, match.tokens.count == 1 { return pairedInitial(match) }
        guard match.agreement == 1 else { return nil }
        if isTradeWord(match), !isAtHome(match) { return nil }
        if sure.contains(match.record.entity) { return 0.93 }
        let entity = entity(match)
        switch entity.kind {
        case .publicBody, .financier, .policy, .event, .organization, .territory:
            guard let home = page.homes[Int(match.record.entity)] else {
                return entity.kind == .organization ? companyFrame(match) : fundingFrame(match)
            }
            if let place = page.places.place(endingAt: match.tokens.lowerBound) {
                return place.country == home ? 0.95 : nil
            }
            if let scope = scopes.scope(of: match.tokens) {
                return scope.country == home ? scope.certainty : fundingFrame(match)
            }
            // Of the parties that share the name, one only has its country in the text.
            return countries.contains(home) ? 0.65 : nil
        case .system:
            // A system of another country than the text's is another thing of that name.
            if let home = page.homes[Int(match.record.entity)], !countries.contains(home) {
                return nil
            }
            return companyFrame(match) ?? edges(match)
        default:
            return companyFrame(match) ?? edges(match)
        }
    }

    /// 。中兴在…, 付给联想4万元: clear edges on both sides, in a text that names other companies.
    private func edges(_ match: AliasIndex.Match) -> Double? {
        let tokens = match.tokens
        guard match.record.isHan, tokens.count > 1, page.isHanEdge(tokens.lowerBound),
            !page.hits.end(of: .zhEveryday, at: tokens.lowerBound, is: tokens.upperBound),
            namesCompanies
        else { return nil }
        guard tokens.upperBound < page.tokens.count else { return 0.6 }
        let flags = page.flags(tokens.upperBound)
        let isClear =
            !flags.contains(.han) || flags.contains(.mark)
            || page.hits.has(.zhStop, at: tokens.upperBound)
        return isClear ? 0.6 : nil
    }

    /// Whether a form is the word for a trade too: there is a telecom in every country.
    private func isTradeWord(_ match: AliasIndex.Match) -> Bool {
        page.hits.end(
            of: .zhCompanyTail,
            at: match.tokens.lowerBound,
            is: match.tokens.upperBound
        )
    }

    private func isAtHome(_ match: AliasIndex.Match) -> Bool {
        guard let home = page.homes[Int(match.record.entity)],
            let scope = scopes.scope(of: match.tokens)
        else { return false }
        return scope.country == home
    }

    /// One character for a country counts beside that of another one only: 中非, 中美.
    private func pairedInitial(_ match: AliasIndex.Match) -> Double? {
        let index = match.tokens.lowerBound
        guard page.initials.contains(index) else { return nil }
        let pair = page.initials.contains(index - 1) ? index - 1 : index
        if let known = page.knownEnd(at: pair), known > pair + 1 { return nil }
        let isPaired = page.initials.contains(index - 1) != page.initials.contains(index + 1)
        let before = index - (page.initials.contains(index - 1) ? 2 : 1)
        let starts =
            before < 0 || page.flags(before).contains(.mark)
            || page.hits.ends[before].contains(.zhStop)
        return isPaired && starts ? 0.7 : nil
    }

    /// Whether words of business stand close to a name.
    private func companyFrame(_ match: AliasIndex.Match) -> Double? {
        let start = max(0, match.tokens.lowerBound - 5)
        let end = min(page.tokens.count, match.tokens.upperBound + 5)
        for index in start..<end where !match.tokens.contains(index) {
            let classes = page.hits.starts[index]
            if classes.contains(.companyFrame) || classes.contains(.roleNoun)
                || classes.contains(.rolePlural) || classes.contains(.zhCompanyFrame)
                || classes.contains(.dealCue) || classes.contains(.dealDeed)
                || isCompany(at: index)
            {
                return 0.8
            }
        }
        return nil
    }

    /// Whether a sure form of a company starts at a token: companies are listed together.
    private func isCompany(at index: Int) -> Bool {
        let kind = page.knownKind(at: index)
        return kind == .company || kind == .stateOwnedEnterprise
    }

    /// One candidate for a place in the text, with whom else it might name.
    private func candidate(
        _ tokens: Range<Int>,
        _ options: [(match: AliasIndex.Match, score: Double)]
    ) -> Candidate? {
        if options.count == 1, let only = options.first {
            return Candidate(
                tokens: tokens,
                target: .known(Int(only.match.record.entity)),
                score: only.score,
                use: only.match.record.strength == .demonym ? .demonym : .name
            )
        }
        var best: [UInt32: Double] = [:]
        for option in options {
            best[option.match.record.entity] =
                max(best[option.match.record.entity] ?? 0, option.score)
        }
        let scope = best.count > 1 ? scopes.scope(of: tokens)?.country : nil
        let ranked = best.map { entity, score in
            (entity, score, score + bonus(entity, scope: scope))
        }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
        guard let first = ranked.first else { return nil }
        let rivals = ranked.dropFirst().filter { first.2 - $0.2 < 0.15 }
        let isDemonym = options.contains {
            $0.match.record.entity == first.0 && $0.match.record.strength == .demonym
        }
        return Candidate(
            tokens: tokens,
            target: .known(Int(first.0)),
            score: first.1,
            use: isDemonym ? .demonym : .name,
            rivals: rivals.map { page.catalogue.entities[Int($0.0)].id }
        )
    }

    /// Points for the country that a name is spoken of in, and for what is meant more often.
    private func bonus(_ entity: UInt32, scope: EntityID?) -> Double {
        var bonus = page.catalogue.entities[Int(entity)].kind == .country ? 0.12 : 0
        if let scope, page.homes[Int(entity)] == scope { bonus += 0.25 }
        return bonus
    }
}
