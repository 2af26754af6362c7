import Evidence

/// Aid from state to state: who speaks for a donor, pacts on money, gifts told in any way.
extension EnglishPassage {
    // MARK: - Donors

    /// The parties that noun phrases stand for as givers, the states of envoys included.
    func donors(_ nouns: [Int]) -> [Party] {
        nouns.flatMap { noun -> [Party] in
            let named = parties([noun], where: isLender)
            return named.isEmpty ? envoyState(noun).map { [$0] } ?? [] : named
        }
    }

    /// "the Northlandic ambassador", "the embassy of Northland": the state that an envoy acts for.
    func envoyState(_ noun: Int) -> Party? {
        guard let place = items(noun).firstIndex(where: { context.parts.has($0, \.envoys) }) else {
            return nil
        }
        let before = sentence.items[sentence.nouns[noun].items.lowerBound..<place]
        if let state = before.lazy.compactMap({ party($0) }).last(where: { $0.kind == .country }) {
            return state
        }
        for phrase in phrases(after: noun).prefix(1) where phrase.preposition == "of" {
            return phrase.nouns.lazy.compactMap { named($0) }.first { $0.kind == .country }
        }
        return nil
    }

    /// Who gets what a state gives: governments, and companies that the catalogue places somewhere.
    func takers(_ nouns: [Int]) -> [Party] {
        parties(nouns) { party in
            isGovernment(party) || party.isCompany && context.country(of: party.entity) != nil
        }
    }

    // MARK: - Pacts

    /// "A and B signed a $5 million agreement for N", "A and B exchanged notes on a grant for N".
    mutating func readAidPact(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let papers = (verb.isPassive ? clause.subjects : clause.objects)
            .filter { isKind($0, .paper) || ["notes", "letters"].contains(head($0).text) }
        guard !papers.isEmpty, !papers.contains(where: { loan($0) != nil }) else { return }
        let between = papers.flatMap { phrases(after: $0) }.filter {
            ["with", "between"].contains($0.preposition)
        }
        let sides =
            (verb.isPassive ? [] : clause.subjects)
            + (clause.phrases.filter { ["with", "between", "by"].contains($0.preposition) }
            + between).flatMap(\.nouns)
        let all = parties(sides) { _ in true }
        guard !all.contains(where: \.isCompany) else { return }
        var lenders = all.filter { $0.kind == .financier }
        if lenders.isEmpty { lenders = lendingState(among: all) }
        let takers = all.filter { isGovernment($0) && !lenders.contains($0) }
        let money = papers.lazy.compactMap(amount).first
        guard !lenders.isEmpty, !takers.isEmpty, money != nil || speaksOfAid else { return }
        let aims = clause.phrases.filter {
            ["for", "on", "to", "regarding", "concerning"].contains($0.preposition)
        }
        var targets = systems(papers + aims.flatMap(\.nouns)) + infinitives(of: place)
        if targets.isEmpty, money != nil {
            targets = plainSystem(after: clause.chunk).map { [$0] } ?? []
        }
        for target in Set(targets).sorted() {
            slot(target) { draft in
                draft.add(lenders, to: \.financiers)
                draft.add(takers, to: \.recipients)
                draft.money = draft.money ?? money
                draft.setStatus(verb.isFuture ? .planned : .financed, rank: 4)
                draft.fire("aid.pact@1")
            }
        }
    }

    /// Whether the sentence speaks of money given or lent.
    var speaksOfAid: Bool {
        sentence.items.contains { $0.entry?.noun.contains(.finance) ?? false }
    }

    /// Of two states that sign for money the one that gives it: the document has it, or a bank of
    /// it, giving elsewhere, or the catalogue knows more lenders of it.
    func lendingState(among parties: [Party]) -> [Party] {
        let states = parties.filter { $0.kind == .country }
        let givers = Set(context.drafts.flatMap { $0.financiers + $0.donors }.map(\.entity))
            .union(context.lenderHomes)
        let known = states.filter { givers.contains($0.entity) }
        guard known.isEmpty, Set(states.map(\.entity)).count == 2 else { return known }
        let counts = states.map { context.lenders(of: $0.entity) }
        return zip(states, counts).filter { pair in
            pair.1 >= Self.lendersMin && counts.filter { $0 * 3 > pair.1 }.count == 1
        }
        .map(\.0)
    }

    /// How many lenders the catalogue knows at least of a state that gives aid.
    private static let lendersMin = 2

    // MARK: - Gifts told in any way

    /// "A helped B build N", "A committed $2 million to B for N": a state or a lender that does
    /// something for another country, where no closer rule has told who provides.
    mutating func readAidWords() {
        guard !slots.values.contains(where: \.hasProvider),
            !implicit.contains(where: \.hasProvider)
        else { return }
        for (place, clause) in sentence.clauses.enumerated() {
            let verb = sentence.verbs[clause.verb]
            guard isAiding(verb), !verb.isTentative, !isDenied(place) else { continue }
            guard !Self.takes.contains(verb.lemma) else { continue }
            let givers = donors(verb.isPassive ? agents(of: clause) : clause.subjects).filter {
                $0.kind == .country || $0.kind == .financier
            }
            let homes = Set(givers.compactMap { context.country(of: $0.entity) })
            guard let giver = givers.first, homes.count == 1,
                let taker = foreignTaker(besides: homes)
            else { continue }
            if verb.frames.isDisjoint(with: Self.giving), !isNamedAfter(place, taker) { continue }
            guard let target = plainSystem(after: verb.isPassive ? 0 : clause.chunk) else {
                continue
            }
            let isLoan = giver.kind == .financier || speaksOfAid
            let status = status(place, done: isLoan ? .financed : .operational)
            slot(target) { draft in
                draft.add([giver], to: isLoan ? \.financiers : \.donors)
                draft.recipients = [taker]
                draft.setStatus(status.0, rank: status.1)
                draft.fire("aid.words@1")
            }
            return
        }
    }

    private static let giving: Frame.Kinds = [
        Frame.Kinds(.donate), Frame.Kinds(.give), Frame.Kinds(.supply), Frame.Kinds(.finance),
    ]

    /// "built a station in Northland": whether a country is named behind a clause's verb.
    private func isNamedAfter(_ place: Int, _ taker: Party) -> Bool {
        let verb = sentence.verbs[sentence.clauses[place].verb]
        let start = sentence.items[verb.main].range.lowerBound
        let home = context.country(of: taker.entity)
        return mentions.contains {
            $0.range.lowerBound > start && context.country(of: $0.entity) == home
        }
    }

    private func isAiding(_ verb: VerbGroup) -> Bool {
        verb.frames.containsAny(.donate, .give, .supply, .finance, .build)
            || ["help", "assist", "aid"].contains(verb.lemma)
    }

    /// The one government that a sentence names besides those of some countries, its people and
    /// places included.
    private func foreignTaker(besides homes: Set<EntityID>) -> Party? {
        let others = mentions.filter { mention in
            mention.kind.isGovernment
                && context.country(of: mention.entity).map { !homes.contains($0) } ?? false
        }
        let countries = Set(others.compactMap { context.country(of: $0.entity) })
        guard countries.count == 1, let country = countries.first else { return nil }
        let body = others.first { $0.kind == .publicBody }
        return body.flatMap { context.party($0.entity, surface: $0.surface) }
            ?? context.party(country, surface: others.first?.surface ?? country.rawValue)
    }

    /// The first noun phrase behind a chunk that plainly names a system, or equipment of some kind.
    func plainSystem(after chunk: Int) -> Int? {
        let later = sentence.nouns.indices.filter { sentence.nounChunks[$0] > chunk }
        return later.first { coreWeight($0) >= 3 && (namesSystem($0) || named($0) != nil) }
            ?? later.first(where: isNamedForSystem)
            ?? later.first { noun in
                isKind(noun, .system) && category(of: noun).weight >= 1 && !isReference(noun)
            }
    }

    /// "the Northland Broadcasting System": a body whose name says what it runs.
    private func isNamedForSystem(_ noun: Int) -> Bool {
        guard let party = named(noun),
            party.kind == .stateOwnedEnterprise || party.kind == .publicBody
        else { return false }
        return context.systemTerm(party.surface)?.isStrong ?? false
    }

    // MARK: - Implementers

    /// "X is the implementing agency", "the contractor was X": for what was last spoken of.
    mutating func readImplementer(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        guard ["be", "serve", "act"].contains(verb.lemma), context.lastDraft != nil, order.isEmpty
        else { return }
        let as_ = clause.phrases.filter { $0.preposition == "as" }.flatMap(\.nouns)
        for (one, other) in [
            (clause.objects + as_, clause.subjects), (clause.subjects, clause.objects),
        ] {
            let companies = parties(other, where: \.isCompany)
            guard let title = one.first(where: isImplementer), !companies.isEmpty else { continue }
            implicitSlot(title) { draft in
                draft.add(companies, to: \.suppliers)
                draft.fire("supplier.title@1")
            }
            return
        }
    }

    /// Those who run a system or take part in it: no builders of it.
    private static let hosts: Set<String> = [
        "operator", "operators", "host", "partner", "partners",
    ]

    private func isImplementer(_ noun: Int) -> Bool {
        let words = items(noun)
        guard named(noun) == nil, words.first.map({ $0.text == "the" || $0.text == "its" }) == true
        else { return false }
        return words.contains {
            context.parts.has($0, \.titles) && !Self.hosts.contains($0.text)
                || ["implementing", "executing"].contains($0.text)
        }
    }
}
