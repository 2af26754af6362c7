import Evidence

/// The rules that rest on a verb.
extension EnglishPassage {
    /// Who takes part in a clause, those that its governor names included.
    struct Cast {
        var suppliers: [Party] = []
        var governments: [Party] = []
        var financiers: [Party] = []
        var isWithheld = false
    }

    mutating func readClause(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        guard !isDenied(place), !verb.isTentative || verb.frames.containsAny(.use, .operate) else {
            return
        }
        let frames = verb.frames
        if frames.contains(.build) || frames.contains(.supply) { readProvision(place) }
        if frames.contains(.use) { readUse(place) }
        if frames.containsAny(.donate, .supply, .give, .transfer) { readDonation(place) }
        if frames.contains(.finance) { readBacking(place) }
        if frames.containsAny(.award, .select) { readAward(place) }
        if frames.contains(.win) { readWin(place) }
        if frames.containsAny(.sign, .partner, .work) { readPact(place) }
        if frames.contains(.sign) { readAidPact(place) }
        if frames.contains(.operate) { readOperation(place) }
        if frames.contains(.launch) { readLaunch(place) }
        readPlatform(place)
        readService(place)
        readSupplierOf(place)
        readImplementer(place)
        if frames.containsAny(.involve, .launch, .build) || verb.lemma == "be" {
            readInvolvement(place)
        }
    }

    /// Whether the verb, or one that governs it, is negated, cancelled or only offered.
    func isDenied(_ place: Int) -> Bool {
        if isBarred(place) { return true }
        var next: Int? = place
        var steps = 0
        while let index = next, steps < 4 {
            let clause = sentence.clauses[index]
            let verb = sentence.verbs[clause.verb]
            if verb.isNegated { return true }
            if (clause.subjects + clause.objects).contains(where: isNone) { return true }
            if index != place {
                if ["fail", "refuse", "decline", "deny"].contains(verb.lemma) { return true }
                if verb.frames.contains(.bid), !verb.frames.contains(.plan) || verb.lemma == "bid" {
                    return true
                }
                if verb.isTentative { return true }
            }
            next = clause.governor
            steps += 1
        }
        return false
    }

    /// "was barred from shipping its tools": a gerund after a verb that forbids.
    private func isBarred(_ place: Int) -> Bool {
        let clause = sentence.clauses[place]
        guard place > 0, sentence.verbs[clause.verb].form == .gerund, clause.chunk > 0,
            case .preposition("from") = sentence.chunks[clause.chunk - 1]
        else { return false }
        let before = sentence.verbs[sentence.clauses[place - 1].verb]
        return before.frames.contains(.regulate)
            || ["prevent", "stop", "block", "keep", "refrain", "exclude", "discourage"]
                .contains(before.lemma)
    }

    /// "no contract", "neither ministry".
    private func isNone(_ noun: Int) -> Bool {
        let first = sentence.items[sentence.nouns[noun].items.lowerBound].text
        return first == "no" || first == "neither"
    }

    // MARK: - Cast

    func cast(_ place: Int) -> Cast {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        var cast = Cast()
        let isPassive = verb.isPassive
        let lends = verb.form == .infinitive && (clause.governor.map(isLending) ?? false)
        let doers = isPassive ? agents(of: clause) : lends ? [] : clause.subjects
        add(doers, to: &cast, isDoer: true)
        for phrase in clause.phrases + clause.fronted
        where !(isPassive && phrase.preposition == "by") {
            let before = cast.governments.count
            read(phrase, into: &cast)
            if isMoneySource(phrase) {
                let own = cast.governments[before...].filter { $0.kind != .country }
                cast.governments.replaceSubrange(before..., with: own)
            }
        }
        add(clause.indirect, to: &cast, isDoer: false)
        if verb.form == .infinitive, !lends, let governor = clause.governor {
            merge(governor, into: &cast)
        }
        return cast
    }

    /// "with a loan from Northland", "with a loan of five million from Northland": a state that
    /// money comes from gets no system.
    private func isMoneySource(_ phrase: Prepositional) -> Bool {
        guard phrase.preposition == "from",
            let noun = sentence.nounChunks.firstIndex(of: phrase.chunk - 1)
        else { return false }
        return isKind(noun, .finance) || isLoanPaper(noun) || head(noun).money != nil
            || ["gift", "gifts", "donation", "donations"].contains(head(noun).text)
    }

    /// Whether a clause is about a loan: its subject lends or borrows, and builds nothing.
    private func isLending(_ place: Int) -> Bool {
        sentence.clauses[place].objects.contains { noun in
            isKind(noun, .finance) || isLoanPaper(noun) || head(noun).money != nil
        }
    }

    private func merge(_ governor: Int, into cast: inout Cast) {
        let clause = sentence.clauses[governor]
        let verb = sentence.verbs[clause.verb]
        let (pickers, picked) =
            verb.isPassive
            ? (agents(of: clause), clause.subjects) : (clause.subjects, clause.objects)
        let isPicking =
            verb.frames.containsAny(.select, .award)
            && !parties(picked, where: \.isCompany).isEmpty
        if isPicking {
            cast.governments += parties(pickers) { isGovernment($0) || $0.isCompany }
        } else {
            add(pickers, to: &cast, isDoer: true)
        }
        if verb.isPassive { add(clause.subjects, to: &cast, isDoer: true) }
        guard
            verb.frames.containsAny(
                .sign,
                .partner,
                .work,
                .award,
                .win,
                .select,
                .give,
                .finance,
                .approve,
                .require
            )
        else { return }
        add(clause.indirect, to: &cast, isDoer: true)
        if verb.frames.containsAny(.select, .require) {
            add(clause.objects, to: &cast, isDoer: true)
        }
        for phrase in clause.phrases { read(phrase, into: &cast) }
    }

    func agents(of clause: Clause) -> [Int] {
        clause.phrases.filter { $0.preposition == "by" }.flatMap(\.nouns)
    }

    private func add(_ nouns: [Int], to cast: inout Cast, isDoer: Bool) {
        for noun in nouns {
            if isWithheld(noun) { cast.isWithheld = true }
            for party in parties([noun], where: { _ in true }) {
                if party.canSupply { cast.suppliers.append(party) }
                if isGovernment(party), !isDoer || party.kind != .organization {
                    cast.governments.append(party)
                }
                if party.kind == .financier { cast.financiers.append(party) }
            }
        }
    }

    private func read(_ phrase: Prepositional, into cast: inout Cast) {
        switch phrase.preposition {
        case "to", "for", "on behalf of":
            cast.governments += parties(phrase.nouns, where: isGovernment)
        case "with", "by", "together with", "along with", "alongside", "in cooperation with",
            "in collaboration with", "in partnership with", "with the help of", "with help from",
            "with support from", "with the support of", "between", "through", "via", "as well as",
            "using", "from":
            add(phrase.nouns, to: &cast, isDoer: false)
        default:
            break
        }
    }

    // MARK: - Status

    /// The status that a clause tells, with how much it weighs; `done` is what it means when the
    /// deed is done.
    func status(_ place: Int, done: Deployment.Status) -> (Deployment.Status, Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        switch verb.form {
        case .finite:
            if verb.isFuture { return (.planned, 5) }
            if verb.isProgressive || isBeing(verb) {
                return (done == .operational ? .underConstruction : done, 5)
            }
            return (done, 5)
        case .participle:
            return (done, 2)
        case .gerund:
            return (done == .operational ? .unknown : done, 1)
        case .infinitive:
            return (infinitiveStatus(place, done: done), 4)
        }
    }

    private func isBeing(_ verb: VerbGroup) -> Bool {
        verb.items.contains { sentence.items[$0].text == "being" }
    }

    private func infinitiveStatus(_ place: Int, done: Deployment.Status) -> Deployment.Status {
        guard let governor = sentence.clauses[place].governor else { return .planned }
        let verb = sentence.verbs[sentence.clauses[governor].verb]
        if verb.isFuture { return .planned }
        let papers = sentence.clauses[governor].objects + sentence.clauses[governor].subjects
        if papers.contains(where: { isKind($0, .memorandum) }) { return .agreed }
        if verb.frames.containsAny(.sign, .award, .win, .select),
            !["announce", "agree", "offer"].contains(verb.lemma)
        {
            return .contracted
        }
        if verb.frames.containsAny(.approve, .partner, .finance, .give) { return .agreed }
        if verb.lemma == "agree" { return .agreed }
        if ["begin", "start", "continue", "commence"].contains(verb.lemma) {
            return .underConstruction
        }
        if ["help", "assist", "work", "use"].contains(verb.lemma) {
            return verb.isPast ? done : .unknown
        }
        return .planned
    }

    // MARK: - Filling

    /// Writes what a clause tells into the drafts of some systems.
    mutating func fill(
        _ systems: [Int],
        from place: Int,
        cast: Cast,
        status: (Deployment.Status, Int)?,
        rule: String
    ) {
        for noun in systems {
            slot(noun) { draft in
                draft.add(cast.suppliers, to: \.suppliers)
                draft.add(cast.governments, to: \.recipients)
                if cast.isWithheld { draft.isSupplierWithheld = true }
                if let status { draft.setStatus(status.0, rank: status.1) }
                draft.fire(rule)
            }
        }
    }
}
