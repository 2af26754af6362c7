import Evidence

/// Decides whom a statement or an incident in a sentence is about, and whether it is told as a fact.
struct StatementPassage {
    let range: Range<Int>
    let tokens: [Lexeme]
    let mentions: [Mention]
    let context: DocumentContext
    let reader: StatementReader

    func read() {
        readTiedFinance()
        for match in reader.matches(tokens, marks: marks()) {
            if let kind = match.rule.incident {
                readIncident(kind, match)
            } else if let kind = match.rule.kind {
                readStatement(kind, match)
            }
        }
    }

    /// What the names of the sentence stand for, at the tokens where they begin.
    private func marks() -> [Int: [String]] {
        var marks: [Int: [String]] = [:]
        var index = 0
        for mention in mentions {
            while index < tokens.count, tokens[index].range.upperBound <= mention.range.lowerBound {
                index += 1
            }
            guard index < tokens.count else { break }
            var list: [String] = []
            switch mention.kind {
            case .company, .stateOwnedEnterprise: list.append("@company")
            case .country:
                list += mention.use == .demonym ? ["@country"] : ["@country", "@government"]
            case .publicBody, .territory: list.append("@government")
            case .organization, .financier: list.append("@organization")
            case .system: list.append("@system")
            default: break
            }
            marks[index, default: []] += list
        }
        return marks
    }

    // MARK: - Incidents

    private func readIncident(_ kind: Incident.Kind, _ match: StatementReader.Match) {
        guard !isHypothetical(match) else { return }
        let hit = chineseVictim(match) ?? victim(match)
        guard let subject = hit ?? government(match) ?? supplier() else { return }
        context.incidents.append(
            IncidentDraft(
                incident: Incident(kind: kind, subject: subject.entity, date: date),
                surface: subject.surface,
                quote: range,
                rule: match.rule.id
            )
        )
    }

    private func isHypothetical(_ match: StatementReader.Match) -> Bool {
        let start = max(0, match.tokens.lowerBound - 6)
        return passage.isHypothetical(in: start..<match.tokens.upperBound)
    }

    private var passage: TopicPassage {
        TopicPassage(tokens: tokens, quantities: context.quantities)
    }

    var date: PartialDate? { passage.date }

    // MARK: - Statements

    private func readStatement(_ kind: Statement.Kind, _ match: StatementReader.Match) {
        let isInForce = passage.isInForce(kind)
        for subject in subjects(match) {
            context.statements.append(
                StatementDraft(
                    statement: Statement(
                        kind: kind,
                        subject: subject.entity,
                        isInForce: isInForce,
                        date: nil
                    ),
                    surface: subject.surface,
                    quote: range,
                    rule: match.rule.id
                )
            )
        }
    }

    private func subjects(_ match: StatementReader.Match) -> [Party] {
        switch match.rule.subject {
        case .government: return listed(with: wholeGovernment(match))
        case .supplier: return [supplier()].compactMap(\.self)
        case .each:
            let companies = parties(\.isCompany)
            return companies.isEmpty ? [wholeGovernment(match)].compactMap(\.self) : companies
        case .constrained: return [constrained(match)].compactMap(\.self)
        case .any: return [supplierNamed() ?? wholeGovernment(match)].compactMap(\.self)
        }
    }

    /// "India, Vietnam and Saudi Arabia": all of them, where the first is meant.
    private func listed(with first: Party?) -> [Party] {
        guard let first else { return [] }
        guard let start = mentions.firstIndex(where: { $0.entity == first.entity }),
            first.kind == .country
        else { return [first] }
        var found = [first]
        var last = mentions[start]
        for mention in mentions[(start + 1)...] {
            let gap = context.text.string(
                last.range.upperBound..<max(last.range.upperBound, mention.range.lowerBound)
            )
            guard mention.kind == .country, mention.use == last.use,
                [", ", " and ", ", and ", "'s and ", "\u{2019}s and "].contains(gap)
            else { break }
            last = mention
            if let party = context.party(mention.entity, surface: mention.surface) {
                found.append(party)
            }
        }
        return found
    }

    private func wholeGovernment(_ match: StatementReader.Match) -> Party? {
        government(match).flatMap { whole($0) ?? $0 }
    }

    private func parties(_ isFit: (Party) -> Bool) -> [Party] {
        var seen: Set<EntityID> = []
        return mentions.compactMap { mention in
            guard let party = context.party(mention.entity, surface: mention.surface), isFit(party),
                seen.insert(party.entity).inserted
            else { return nil }
            return party
        }
    }

    private func supplier() -> Party? {
        parties(\.isCompany).first ?? (hasDefiniteCompany ? context.companies.last : nil)
    }

    private func supplierNamed() -> Party? {
        if hasDefiniteCompany { return context.companies.last }
        return parties(\.isCompany).first
    }

    /// "the company's", "the firm", "该公司".
    var hasDefiniteCompany: Bool {
        zip(tokens, tokens.dropFirst()).contains { first, second in
            (first.text == "the"
                && ["company", "firm", "vendor", "supplier", "provider"].contains(second.text))
        }
    }

    /// The government that a sentence is about: named, meant by the page, or last spoken of.
    func government(_ match: StatementReader.Match) -> Party? {
        let start = tokens[match.tokens.lowerBound].range.lowerBound
        let named = FocusReader.governments(mentions, context).filter { mention in
            mention.use != .demonym || followsGovernment(mention)
        }
        if match.rule.incident != nil, let body = definiteBody(named) { return body }
        if let body = named.last(where: {
            $0.range.upperBound <= start + 60 && $0.kind == .publicBody && isNear($0, match)
        }) {
            return context.party(body.entity, surface: body.surface)
        }
        if let scope = context.scope, let party = context.party(scope, surface: scope.rawValue) {
            return party
        }
        if let place = spokenOf(named) { return place }
        let fallback =
            context.focus ?? context.looseScope ?? context.blockCountries.last
            ?? context.documentScope
        return fallback.flatMap { context.party($0, surface: $0.rawValue) } ?? lastGovernment
    }

    /// "the authority", "the ministry's": the body last named, where the sentence names none.
    private func definiteBody(_ named: [Mention]) -> Party? {
        guard !named.contains(where: { $0.kind == .publicBody }),
            zip(tokens, tokens.dropFirst()).contains(where: { first, second in
                (first.text == "the" || first.text == "its") && words.bodies.contains(second.text)
            })
        else { return nil }
        return context.governments.last { $0.kind == .publicBody }
    }

    /// Of the governments that the sentence names, the one that it is about.
    private func spokenOf(_ named: [Mention]) -> Party? {
        let plain = named.filter { !isAside($0) }
        if let focus = context.focus {
            if let mention = plain.first(where: { $0.entity == focus }) {
                return context.party(focus, surface: mention.surface)
            }
        }
        let country =
            plain.first(where: { $0.kind == .country && !context.supplierHomes.contains($0.entity) }
            )
            ?? plain.first(where: { $0.kind == .country && context.focus == nil })
            ?? plain.first(where: { $0.kind == .country && followsGovernment($0) })
            ?? (plain.first == named.first ? plain.first(where: { $0.kind == .country }) : nil)
        if let country { return context.party(country.entity, surface: country.surface) }
        if let place = plain.first(where: { $0.kind == .territory }) { return outer(place) }
        guard context.focus == nil, let first = named.first else { return nil }
        return context.party(first.entity, surface: first.surface)
    }

    /// A town or region as a government; where it is only where something is, its country.
    private func outer(_ mention: Mention) -> Party? {
        let home = context.country(of: mention.entity)
        guard let home, let index = index(of: mention), index > 0,
            words.locatives.contains(tokens[index - 1].text)
        else { return context.party(mention.entity, surface: mention.surface) }
        return context.party(home, surface: mention.surface)
    }

    private func index(of mention: Mention) -> Int? {
        tokens.firstIndex { $0.range.lowerBound >= mention.range.lowerBound }
    }

    /// "had left for Thailand", "compared with Estonia": named in passing.
    private func isAside(_ mention: Mention) -> Bool {
        guard
            let index = tokens.firstIndex(where: { $0.range.lowerBound >= mention.range.lowerBound }
            ),
            index > 0
        else { return false }
        return words.asides.contains(tokens[index - 1].text)
    }

    var words: RelationWords.English { context.relationWords.english }

    /// The country or place that was last named, or that the last body named belongs to.
    var lastGovernment: Party? {
        context.governments.reversed().lazy.compactMap { whole($0) }.first
    }

    /// The country or place for whom a body acts: a risk is a government's, not its office's.
    private func whole(_ party: Party) -> Party? {
        guard party.kind == .publicBody else { return party }
        guard let parent = context.entity(party.entity)?.within ?? context.country(of: party.entity)
        else { return nil }
        return context.party(parent, surface: party.surface)
    }

    private func isNear(_ mention: Mention, _ match: StatementReader.Match) -> Bool {
        guard
            let index = tokens.firstIndex(where: { $0.range.upperBound > mention.range.lowerBound })
        else {
            return false
        }
        return abs(index - match.tokens.lowerBound) <= 8
            || abs(index - match.tokens.upperBound) <= 6
    }

    /// Whether an adjective of origin stands before a word for its government.
    func followsGovernment(_ mention: Mention) -> Bool {
        guard
            let index = tokens.firstIndex(where: { $0.range.lowerBound >= mention.range.upperBound }
            )
        else {
            return false
        }
        return words.nationals.contains(tokens[index].text)
    }

    /// Whom export controls are aimed at: a company, else a country other than the one that
    /// stands before the controls.
    private func constrained(_ match: StatementReader.Match) -> Party? {
        if let company = parties(\.isCompany).first { return company }
        let start = tokens[match.tokens.lowerBound].range.lowerBound
        let imposers = Set(
            mentions.filter {
                $0.kind == .country && $0.range.upperBound <= start
                    && start - $0.range.upperBound <= 4
            }
            .map(\.entity)
        )
        let late = Set(
            mentions.filter { $0.kind == .country && $0.range.lowerBound >= start }
                .filter {
                    context.text.string(max(0, $0.range.lowerBound - 9)..<$0.range.lowerBound)
                        .contains("from")
                }
                .map(\.entity)
        )
        if let country = mentions.first(where: {
            $0.kind == .country && !imposers.contains($0.entity) && !late.contains($0.entity)
        }) {
            return context.party(country.entity, surface: country.surface)
        }
        let fallback = [context.scope, context.looseScope, context.documentScope].compactMap(\.self)
        return fallback.first { !imposers.contains($0) }.flatMap {
            context.party($0, surface: $0.rawValue)
        }
    }
}

extension EntityKind {
    fileprivate var isGovernmentKind: Bool { isGovernment }
}
