import Evidence

/// Who pays: loans, grants, backing.
extension EnglishPassage {
    /// What a phrase such as "a EUR 88 million loan from X" says.
    struct Loan {
        var financiers: [Party]
        var money: Money?
        var isGrant: Bool
        var isTied: Bool
    }

    /// "N is funded by X", "X funded N", "backed by a loan from X, the country will build N".
    mutating func readBacking(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let nouns: [Int]
        if verb.isPassive {
            nouns = clause.phrases.filter {
                ["by", "with", "through", "from", "under", "via"].contains($0.preposition)
            }.flatMap(\.nouns)
        } else {
            nouns = clause.subjects.filter { named($0)?.isCompany != true || loan($0) != nil }
        }
        let loans = nouns.compactMap(loan)
        let lenders =
            parties(nouns.filter { loan($0) == nil }, where: isLender) + loans.flatMap(\.financiers)
        var targets = systems(verb.isPassive ? clause.subjects : clause.objects)
        if targets.isEmpty, !verb.isPassive { targets = referenced(clause.objects) }
        if targets.isEmpty, verb.isPassive {
            targets = referenced(clause.subjects)
            if targets.isEmpty, clause.isSubjectShared { targets = laterSystems(than: place) }
        }
        if targets.isEmpty {
            noteBacking(place, lenders.filter { $0.kind == .financier }, loans.first)
            return
        }
        guard !lenders.isEmpty || !loans.isEmpty else { return }
        // Who puts up a mast builds it; only money is put up by who pays.
        if ["lend", "loan", "put up"].contains(verb.lemma), loans.isEmpty { return }
        if verb.lemma == "support" || verb.lemma == "back", !verb.isPassive,
            lenders.allSatisfy({ $0.kind != .financier })
        {
            return
        }
        for target in targets {
            finance(target, lenders, loans.first, rule: "finance.\(template(place))@1")
            let status = status(place, done: .financed).0
            slot(target) { $0.setStatus(status, rank: 1) }
        }
    }

    /// "part of the cost is met by X": a bank that pays for what is spoken of without a name for it.
    private mutating func noteBacking(_ place: Int, _ lenders: [Party], _ loan: Loan?) {
        let clause = sentence.clauses[place]
        let paid = sentence.verbs[clause.verb].isPassive ? clause.subjects : clause.objects
        guard !lenders.isEmpty, order.isEmpty, implicit.isEmpty, context.lastDraft != nil,
            clause.extent.count > 1,
            paid.contains(where: { noun in
                items(noun).contains { context.parts.has($0, \.money) }
                    || isKind(noun, [.works, .system, .event, .agreement])
                    || head(noun).tag == .pronoun || head(noun).entry == nil
            })
        else { return }
        implicitSlot(nil) { draft in
            draft.add(lenders, to: \.financiers)
            draft.money = draft.money ?? loan?.money
            draft.fire("finance.last@1")
        }
    }

    /// "the principal funder of N is X": who a title of money names.
    private mutating func readFunders() {
        for clause in sentence.clauses where sentence.verbs[clause.verb].lemma == "be" {
            guard !sentence.verbs[clause.verb].isNegated,
                !sentence.verbs[clause.verb].isTentative
            else { continue }
            for (one, other) in [
                (clause.subjects, clause.objects), (clause.objects, clause.subjects),
            ] {
                let titles = one.filter { context.parts.has(head($0), \.funders) }
                let lenders = parties(other, where: isLender)
                guard let title = titles.first, !lenders.isEmpty else { continue }
                let targets = systems(
                    phrases(after: title).filter {
                        ["of", "for", "behind"].contains($0.preposition)
                    }
                    .flatMap(\.nouns)
                )
                for target in targets { finance(target, lenders, nil, rule: "finance.title@1") }
                if targets.isEmpty { noteLoanOf(lenders, title) }
            }
        }
    }

    private mutating func noteLoanOf(_ lenders: [Party], _ noun: Int) {
        guard context.lastDraft != nil, order.isEmpty, implicit.isEmpty else { return }
        implicitSlot(noun) { draft in
            draft.add(lenders, to: \.financiers)
            draft.fire("finance.title@1")
        }
    }

    func isLender(_ party: Party) -> Bool {
        party.canFinance && !party.isGeneric
            && !(party.kind == .country && party.entity == context.scope)
    }

    private mutating func finance(_ target: Int, _ lenders: [Party], _ loan: Loan?, rule: String) {
        slot(target) { draft in
            let own = Set(draft.recipients.map(\.entity))
            draft.add(lenders.filter { !own.contains($0.entity) }, to: \.financiers)
            if draft.money == nil, let money = loan?.money { draft.money = money }
            if loan?.isTied == true { draft.isFinanceTied = true }
            draft.fire(rule)
        }
    }

    /// The systems that come in the main clause after a participle: "Backed by X, Y will build N".
    private func laterSystems(than place: Int) -> [Int] {
        sentence.clauses[(place + 1)...].flatMap { clause in
            sentence.verbs[clause.verb].isPassive
                ? systems(clause.subjects) : systems(clause.objects)
        }
    }

    /// Reads a phrase about money lent or given.
    func loan(_ noun: Int) -> Loan? {
        guard isKind(noun, .finance) || isLoanPaper(noun) else { return nil }
        let words = items(noun)
        var financiers = premodifiers(noun).filter(isLender)
        financiers += governmentsBefore(noun).filter { party in
            isLender(party) && !financiers.contains { $0.entity == party.entity }
        }
        for phrase in phrases(after: noun) {
            switch phrase.preposition {
            case "from", "by", "through", "via":
                financiers += parties(phrase.nouns, where: isLender)
            case "of"
            where phrase.chunk == sentence.nounChunks[noun] + 1
                && phrase.nouns.contains { party(head($0)) != nil }:
                financiers += parties(phrase.nouns, where: isLender)
            default: break
            }
        }
        let isGrant = words.contains { ["grant", "donation", "gift", "aid"].contains($0.text) }
        let isTied = words.contains {
            ["tied", "collateralised", "collateralized", "resource-backed", "guaranteed"].contains(
                $0.text
            )
        }
        var money = amount(of: noun)
        money?.measures = isGrant ? .grant : .loan
        return Loan(financiers: financiers, money: money, isGrant: isGrant, isTied: isTied)
    }

    /// "With funding from X, Y built N".
    private mutating func readFundedBy() {
        for clause in sentence.clauses {
            for phrase in clause.fronted + clause.phrases
            where Self.fundedBy.contains(phrase.preposition) {
                let lenders = parties(phrase.nouns, where: isLender)
                let verb = sentence.verbs[clause.verb]
                let targets = systems(verb.isPassive ? clause.subjects : clause.objects)
                for target in targets where !lenders.isEmpty {
                    finance(target, lenders, nil, rule: "finance.with@1")
                }
            }
        }
    }

    private static let fundedBy: Set<String> = [
        "with funding from", "with financing from", "through funding from", "with loans from",
        "with a loan from",
        "with money from", "with funds from", "with finance from", "financed by",
        "with grants from",
    ]

    /// Loans and grants wherever they are named, with what they are for.
    mutating func readFinance() {
        readFundedBy()
        readFunders()
        readSums()
        for noun in sentence.nouns.indices {
            guard var loan = loan(noun) else { continue }
            let (givers, takers, place) = giving(of: noun)
            loan.financiers += givers
            var targets = loanTargets(noun, place)
            if targets.isEmpty { targets = sharedTargets(noun) }
            guard !loan.financiers.isEmpty || loan.money != nil else { continue }
            if targets.isEmpty, let place, !loan.financiers.isEmpty, loan.money != nil,
                let plain = plainSystem(after: sentence.clauses[place].chunk)
            {
                targets = [plain]
            }
            if targets.isEmpty { noteLoan(noun, loan, takers) }
            for target in targets {
                finance(target, loan.financiers, loan, rule: "loan.nominal@1")
                let verb = place.map { sentence.verbs[sentence.clauses[$0].verb] }
                slot(target) { draft in
                    let lenders = Set(draft.financiers.map(\.entity))
                    draft.add(takers.filter { !lenders.contains($0.entity) }, to: \.recipients)
                    if let verb {
                        let status: Deployment.Status =
                            verb.isFuture
                            ? .planned
                            : verb.frames.contains(.approve)
                                || ["agree", "pledge", "offer", "seek", "request", "commit"]
                                    .contains(verb.lemma)
                                ? .agreed : .financed
                        draft.setStatus(
                            ["seek", "request", "offer"].contains(verb.lemma) ? .planned : status,
                            rank: 4
                        )
                    }
                    if draft.statusRank == 0 { draft.setStatus(.financed, rank: 1) }
                }
            }
        }
    }

    /// A loan for what was last spoken of.
    private mutating func noteLoan(_ noun: Int, _ loan: Loan, _ takers: [Party]) {
        guard !loan.financiers.isEmpty, order.isEmpty, implicit.isEmpty else { return }
        guard context.lastDraft != nil else {
            keepAwaited(loan, takers)
            return
        }
        implicitSlot(noun) { draft in
            draft.add(loan.financiers, to: \.financiers)
            draft.add(takers, to: \.recipients)
            draft.money = loan.money
            draft.setStatus(.financed, rank: 1)
            draft.fire("loan.last@1")
        }
    }

    /// "The World Bank provided $90 million for N", "the bank covers $155 million of the cost": a
    /// lender and a sum, for what is named or was last spoken of.
    private mutating func readSums() {
        for (place, clause) in sentence.clauses.enumerated() {
            let verb = sentence.verbs[clause.verb]
            guard !verb.isPassive, !verb.isNegated, !verb.isTentative,
                Self.pays.contains(verb.lemma)
            else { continue }
            let amounts = clause.objects.flatMap { items($0).compactMap(\.money) }
            let lenders = parties(clause.subjects) { isLender($0) && !$0.isCompany }
            guard !lenders.isEmpty, var money = amounts.first else { continue }
            money.measures = .loan
            let aims = clause.phrases.filter {
                ["for", "towards", "toward", "to"].contains($0.preposition)
            }
            let targets = systems(aims.flatMap(\.nouns)) + infinitives(of: place)
            let takers = parties(aims.flatMap(\.nouns) + clause.indirect, where: isGovernment)
            if targets.isEmpty {
                noteSum(lenders.filter { $0.kind == .financier }, money)
            }
            for target in targets {
                slot(target) { draft in
                    draft.add(lenders, to: \.financiers)
                    draft.add(
                        takers.filter { taker in !lenders.contains { $0.entity == taker.entity } },
                        to: \.recipients
                    )
                    draft.money = draft.money ?? money
                    draft.setStatus(verb.isFuture ? .planned : .financed, rank: 2)
                    draft.fire("loan.sum@1")
                }
                attach(clause, to: target)
            }
        }
    }

    private static let pays: Set<String> = [
        "cover", "provide", "contribute", "lend", "loan", "put up", "commit", "disburse", "grant",
        "give",
        "allocate", "approve", "extend", "pledge", "earmark",
    ]

    private mutating func noteSum(_ lenders: [Party], _ money: Money) {
        guard !lenders.isEmpty, context.lastDraft != nil, order.isEmpty, implicit.isEmpty else {
            return
        }
        implicitSlot(nil) { draft in
            draft.add(lenders, to: \.financiers)
            draft.money = money
            draft.fire("loan.sum@1")
        }
    }

    /// The clause that a loan is the object or subject of: who gives, who takes.
    private func giving(of noun: Int) -> (givers: [Party], takers: [Party], place: Int?) {
        for place in sentence.clauses.indices {
            let clause = sentence.clauses[place]
            let verb = sentence.verbs[clause.verb]
            let isObject = clause.objects.contains { isPart($0, of: noun) } && !verb.isPassive
            let isPatient = verb.isPassive && clause.subjects.contains { isPart($0, of: noun) }
            guard isObject || isPatient, !verb.isNegated else { continue }
            let doers = isPatient ? agents(of: clause) : clause.subjects
            let to = clause.phrases.filter { $0.preposition == "to" }.flatMap(\.nouns)
            let from = clause.phrases.filter { $0.preposition == "from" }.flatMap(\.nouns)
            let with = clause.phrases.filter { ["with", "between"].contains($0.preposition) }
                .flatMap(\.nouns)
            let takes = Self.takes.contains(verb.lemma)
            if takes {
                return (donors(from), takers(doers), place)
            }
            if verb.frames.contains(.sign) {
                let all = parties(doers + with, where: { _ in true })
                var lenders = all.filter { $0.kind == .financier }
                if lenders.isEmpty { lenders = lendingState(among: all) }
                let takers = takers(doers + with).filter { !lenders.contains($0) }
                return (lenders, lenders.isEmpty ? [] : takers, place)
            }
            let gives = verb.frames.containsAny(.give, .supply, .donate, .finance, .award, .approve)
            guard gives else { return ([], [], place) }
            let givers = donors(doers)
            let takers = takers(to + clause.indirect)
            let isOwn =
                verb.frames.contains(.approve) && givers.allSatisfy { $0.kind != .financier }
            return isOwn ? ([], takers, place) : (givers, takers, place)
        }
        return ([], [], nil)
    }

    /// Verbs whose subject gets money.
    static let takes: Set<String> = [
        "receive", "obtain", "secure", "get", "accept", "seek", "request", "borrow", "take", "win",
        "use",
    ]

    /// Whether a noun phrase is another one or some of it: "the first of two loans".
    private func isPart(_ noun: Int, of whole: Int) -> Bool {
        noun == whole
            || ["one", "two", "part", "first", "second"].contains(head(noun).text)
                && phrases(after: noun).first.map {
                    $0.preposition == "of" && $0.nouns.contains(whole)
                } == true
    }

    /// What a loan is for: "to fund the construction of N", "for N", "for the purchase of N".
    private func loanTargets(_ noun: Int, _ place: Int?) -> [Int] {
        var targets: [Int] = []
        for phrase in phrases(after: noun)
        where ["for", "to", "towards", "toward", "on"].contains(phrase.preposition) {
            targets += systems(phrase.nouns)
        }
        targets += purposes(of: noun)
        if let place {
            for phrase in sentence.clauses[place].phrases
            where ["for", "towards", "toward"].contains(phrase.preposition) {
                targets += systems(phrase.nouns)
            }
            targets += infinitives(of: place)
        }
        return targets
    }

    /// The systems that are bought or built with a loan: "With funding from X, Y built N".
    private func sharedTargets(_ noun: Int) -> [Int] {
        for clause in sentence.clauses {
            let around =
                clause.fronted
                + clause.phrases.filter {
                    [
                        "with", "using", "through", "under", "via", "thanks to", "by", "on",
                        "out of", "from",
                    ].contains(
                        $0.preposition
                    )
                }
            guard around.contains(where: { $0.nouns.contains(noun) || follows(noun, $0) }) else {
                continue
            }
            let verb = sentence.verbs[clause.verb]
            guard
                verb.frames.containsAny(.build, .supply, .use, .launch, .sign, .win, .award)
                    || verb.frames.contains(.finance)
            else { continue }
            let targets = systems(verb.isPassive ? clause.subjects : clause.objects)
            if !targets.isEmpty { return targets }
        }
        return []
    }

    private func follows(_ noun: Int, _ phrase: Prepositional) -> Bool {
        phrase.nouns.contains { inner in
            phrases(after: inner).contains { $0.nouns.contains(noun) }
        }
    }
}
