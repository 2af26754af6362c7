import Evidence

/// Contracts, awards, memoranda and partnerships.
extension EnglishPassage {
    /// "Y awarded X a contract for N", "X was awarded a contract", "Y picked X to build N".
    mutating func readAward(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let form = template(place)
        guard
            verb.lemma != "grant"
                || (clause.objects + clause.subjects).contains(where: { isKind($0, .agreement) })
        else { return }
        let receivers = clause.phrases.filter { $0.preposition == "to" }.flatMap(\.nouns)
        let patients =
            verb.isPassive
            ? clause.subjects : (clause.indirect.isEmpty ? clause.objects : clause.indirect)
        let companies = parties(patients + receivers, where: isSupplier)
        let isWithheld = (patients + receivers).contains { self.isWithheld($0) }
        guard !companies.isEmpty || isWithheld else { return }
        // "gave 60 computers to the College of Northland": a gift.
        if ["hand", "give"].contains(verb.lemma), !companies.contains(where: \.isCompany) {
            return
        }
        let choosers = verb.isPassive ? agents(of: clause) : clause.subjects
        var buyers = parties(choosers, where: isGovernment)
        // "X was chosen by the power utility": a state's company buys as its ministries do.
        if buyers.isEmpty {
            buyers = parties(choosers) { party in
                party.kind == .stateOwnedEnterprise
                    && !companies.contains { $0.entity == party.entity }
            }
        }
        if verb.lemma == "pay", buyers.isEmpty { return }
        let papers = (clause.objects + clause.subjects).filter { isKind($0, [.agreement, .bid]) }
        var targets = systems(papers)
        for phrase in clause.phrases where ["for", "on", "in"].contains(phrase.preposition) {
            targets += systems(phrase.nouns)
        }
        targets += infinitives(of: place)
        if targets.isEmpty, verb.frames.contains(.select) {
            targets = systems(clause.objects.filter { !patients.contains($0) })
        }
        let planned = verb.isFuture || verb.lemma == "shortlist" || verb.lemma == "invite"
        if targets.isEmpty, !buyers.isEmpty { targets = served(by: place) + described(by: place) }
        if targets.isEmpty, !receivers.isEmpty, papers.isEmpty,
            ["hand", "give"].contains(verb.lemma), companies.allSatisfy(\.isCompany)
        {
            targets = systems(clause.objects)
        }
        if targets.isEmpty, isFirm(clause, papers) {
            implicitSlot(papers.first) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(buyers, to: \.recipients)
                draft.setStatus(planned ? .planned : .contracted, rank: 6)
                draft.fire("award.\(form)@1")
            }
        }
        for target in Set(targets).sorted() {
            slot(target) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(buyers, to: \.recipients)
                if isWithheld { draft.isSupplierWithheld = true }
                draft.setStatus(planned ? .planned : .contracted, rank: 6)
                draft.fire("award.\(form)@1")
            }
            addMoney(of: papers, to: target, .contract)
            attach(clause, to: target)
        }
    }

    /// Whether a deal without a named system is plainly one: a paper, or a buyer that is named.
    private func isFirm(_ clause: Clause, _ papers: [Int]) -> Bool {
        let verb = sentence.verbs[clause.verb]
        guard verb.form != .infinitive,
            !["name", "invite", "assign", "task", "pay"].contains(verb.lemma)
        else { return false }
        return !papers.isEmpty || (verb.isPassive && verb.form == .finite)
            || !parties(clause.subjects, where: isGovernment).isEmpty
    }

    /// "X won a contract to build N from Y".
    mutating func readWin(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let form = template(place)
        let papers = (verb.isPassive ? clause.subjects : clause.objects)
            .filter {
                isKind($0, [.agreement, .bid]) || head($0).text == "project"
                    || head($0).text == "projects"
            }
        guard !papers.isEmpty else { return }
        let companies = parties(
            verb.isPassive ? agents(of: clause) : clause.subjects,
            where: isSupplier
        )
        guard !companies.isEmpty else { return }
        let buyers = parties(
            clause.phrases.filter { ["from", "with", "for", "by"].contains($0.preposition) }
                .flatMap(\.nouns),
            where: isGovernment
        )
        var targets = systems(papers) + infinitives(of: place)
        for phrase in clause.phrases where ["for", "on", "to"].contains(phrase.preposition) {
            targets += systems(phrase.nouns)
        }
        if targets.isEmpty {
            implicitSlot(papers.first) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(buyers, to: \.recipients)
                draft.setStatus(verb.isFuture ? .planned : .contracted, rank: 6)
                draft.fire("win.\(form)@1")
            }
        }
        for target in Set(targets).sorted() {
            slot(target) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(buyers, to: \.recipients)
                draft.setStatus(verb.isFuture ? .planned : .contracted, rank: 6)
                draft.fire("win.\(form)@1")
            }
            addMoney(of: papers, to: target, .contract)
            attach(clause, to: target)
        }
    }

    /// "Y signed an agreement with X for N", "Y partnered with X on N".
    mutating func readPact(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let isSign = verb.frames.contains(.sign)
        let papers = (verb.isPassive ? clause.subjects : clause.objects)
            .filter { isKind($0, [.agreement, .memorandum]) }
        let isAgreed = verb.lemma == "agree" && !clause.phrases.isEmpty
        guard !isSign || !papers.isEmpty || isAgreed else { return }
        if isSign, papers.contains(where: { isLoanPaper($0) }) { return }
        let others = clause.phrases
            .filter { ["with", "between", "by", "alongside"].contains($0.preposition) }.flatMap(
                \.nouns
            )
        let all =
            clause.subjects + others
            + papers.flatMap {
                phrases(after: $0).filter { ["with", "between"].contains($0.preposition) }.flatMap(
                    \.nouns
                )
            }
        guard !others.isEmpty || isSign else { return }
        var companies = parties(all, where: isSupplier)
        var governments = parties(all, where: isGovernment)
        guard !companies.isEmpty else { return }
        let clients = clients(among: companies)
        companies.removeAll { party in clients.contains { $0.entity == party.entity } }
        if governments.isEmpty { governments = clients }
        relatePartners(companies, governments, place, papers)
        var targets = systems(papers) + infinitives(of: place)
        for phrase in clause.phrases
        where ["for", "on", "to", "in", "under"].contains(phrase.preposition) {
            targets += systems(phrase.nouns)
        }
        targets += gerunds(of: place)
        let isMemorandum = papers.contains { isKind($0, .memorandum) }
        let status: Deployment.Status = isMemorandum || !isSign ? .agreed : .contracted
        let isOver = verb.form == .gerund
        let rule = "\(isSign ? "sign" : "partner").\(template(place))@1"
        if targets.isEmpty, isSign, !papers.isEmpty {
            implicitSlot(papers.first) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(governments, to: \.recipients)
                draft.setStatus(verb.isFuture ? .planned : status, rank: 6)
                draft.fire(rule)
            }
        }
        for target in Set(targets).sorted() {
            slot(target) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(governments, to: \.recipients)
                draft.setStatus(verb.isFuture ? .planned : isOver ? .unknown : status, rank: 6)
                draft.fire(rule)
            }
            addMoney(of: papers, to: target, .contract)
            attach(clause, to: target)
        }
    }

    /// Of companies that sign with each other those of the country spoken of, where the others come
    /// from elsewhere: an operator that buys.
    private func clients(among companies: [Party]) -> [Party] {
        guard let home = context.focus ?? context.documentScope else { return [] }
        let own = companies.filter {
            $0.kind == .stateOwnedEnterprise && context.country(of: $0.entity) == home
                && isNamedHere($0)
        }
        let others = companies.filter { party in
            context.country(of: party.entity).map { $0 != home } ?? false
        }
        return own.count + others.count == companies.count && !others.isEmpty ? own : []
    }

    private func isNamedHere(_ party: Party) -> Bool {
        mentions.contains { $0.entity == party.entity }
    }

    /// A tie between the parties of a pact or partnership.
    private mutating func relatePartners(
        _ companies: [Party],
        _ governments: [Party],
        _ place: Int,
        _ papers: [Int]
    ) {
        let verb = sentence.verbs[sentence.clauses[place].verb]
        guard !verb.isFuture,
            verb.frames.containsAny(.partner, .work)
                || papers.contains(where: { isKind($0, .memorandum) })
        else { return }
        for company in companies {
            for government in governments {
                relate(.partnersWith, government, company, rule: "partner.active@1")
            }
        }
    }

    func isLoanPaper(_ noun: Int) -> Bool {
        items(noun).contains { $0.entry?.noun.contains(.finance) ?? false }
    }

    /// The systems of the infinitives that a clause governs.
    func infinitives(of place: Int) -> [Int] {
        sentence.clauses.indices.filter { sentence.clauses[$0].governor == place }
            .flatMap { inner -> [Int] in
                let clause = sentence.clauses[inner]
                return systems(clause.objects)
            }
    }

    /// What an infinitive is to serve where it names no system: "hired X to digitise the notaries",
    /// "turned to X to connect its hospitals".
    private func served(by place: Int) -> [Int] {
        sentence.clauses.indices.filter { sentence.clauses[$0].governor == place }
            .flatMap { inner -> [Int] in
                let clause = sentence.clauses[inner]
                let verb = sentence.verbs[clause.verb]
                guard verb.frames.containsAny(.build, .supply, .operate) else { return [] }
                return clause.objects.filter { noun in
                    head(noun).mention == nil && !isKind(noun, [.person, .finance, .agreement])
                        && category(of: noun).weight >= 0.8
                }
            }
    }

    /// "the data centre, for which the ministry engaged X": what a clause with "for which" is about.
    private func described(by place: Int) -> [Int] {
        let chunk = sentence.clauses[place].chunk
        let link = (max(0, chunk - 5)..<chunk).last { index in
            switch sentence.chunks[index] {
            case .subordinator(let word): ["for which", "on which"].contains(word)
            default: false
            }
        }
        guard let link else { return [] }
        let before = sentence.chunks[..<link].lastIndex { chunk in
            if case .noun = chunk { true } else { false }
        }
        guard let before, link - before <= 2, case .noun(let noun) = sentence.chunks[before] else {
            return []
        }
        return systems([noun])
    }

    /// The systems of a gerund right after a clause: "on building a data centre".
    private func gerunds(of place: Int) -> [Int] {
        guard place + 1 < sentence.clauses.count else { return [] }
        let next = sentence.clauses[place + 1]
        guard sentence.verbs[next.verb].form == .gerund,
            sentence.verbs[next.verb].frames.containsAny(.build, .supply)
        else { return [] }
        return systems(next.objects)
    }

    /// The amount that stands in the name of a paper or right after it.
    mutating func addMoney(of papers: [Int], to target: Int, _ measure: Money.Measure) {
        for paper in papers {
            guard var money = amount(of: paper) else { continue }
            money.measures = measure
            slot(target) { if $0.money == nil { $0.money = money } }
        }
    }

    /// "a EUR 88 million loan", "a contract worth $5 million", "a deal valued at 3bn yuan".
    func amount(of noun: Int) -> Money? {
        if let money = items(noun).lazy.compactMap(\.money).first { return money }
        for phrase in phrases(after: noun)
        where ["of", "worth", "for", "at", "totaling", "totalling"].contains(phrase.preposition) {
            if let money = phrase.nouns.lazy.flatMap({ self.items($0) }).compactMap(\.money).first {
                return money
            }
        }
        if let parenthesis = sentence.nouns[noun].parenthesis,
            let money = sentence.items[parenthesis].lazy.compactMap(\.money).first
        {
            return money
        }
        return valued(noun)
    }

    /// "…, valued at $5 million", "that is worth $5 million".
    private func valued(_ noun: Int) -> Money? {
        let end = sentence.nouns[noun].items.upperBound
        var index = end
        while index < min(end + 5, sentence.items.count) {
            let item = sentence.items[index]
            if let money = item.money, index > end {
                let before = sentence.items[index - 1].text
                return ["at", "worth", "to", "valued"].contains(before) ? money : nil
            }
            guard
                [
                    "valued", "worth", "at", "that", "which", "is", "was", "amounting", "to",
                    "totalling", "totaling",
                ].contains(item.text) || item.tag == .comma || item.tag == .adverb
            else { return nil }
            index += 1
        }
        return nil
    }
}
