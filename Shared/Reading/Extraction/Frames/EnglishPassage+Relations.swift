import Evidence

/// Ties between parties that a clause tells: shares, control, finance, rivalry, place.
extension EnglishPassage {
    mutating func readRelations() {
        for place in sentence.clauses.indices {
            let verb = sentence.verbs[sentence.clauses[place].verb]
            guard !verb.isNegated, !verb.isTentative else { continue }
            if !isDoubted { readCorporate(place) }
            readHead(place)
            readFunding(place)
            readCooperation(place)
        }
        for noun in sentence.nouns.indices { readNames(noun) }
        readAppositions()
        readDescriptions()
        readPlaces()
        readShares()
        readVentures()
        readPacts()
        readRegulation()
        readBuyers()
        readOffices()
        readSeats()
        readRivals()
        readPartnerships()
        readGrants()
        readTakeovers()
    }

    /// Whether the sentence calls what is told false, or a rumour.
    var isDoubted: Bool {
        sentence.items.contains {
            [
                "false", "untrue", "baseless", "unfounded", "fabricated", "rumour", "rumours",
                "rumor", "rumors", "hoax", "speculation",
            ]
            .contains($0.text)
        }
    }

    // MARK: - Shares and control

    private mutating func readCorporate(_ place: Int) {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        let doers = verb.isPassive ? agents(of: clause) : clause.subjects
        let patients = (verb.isPassive ? clause.subjects : clause.objects).filter {
            head($0).tag != .pronoun || ["acquire", "take over"].contains(verb.lemma)
        }
        let form = template(place)
        let owners = parties(doers, where: isOwner)
        if verb.frames.contains(.acquire), !verb.isFuture {
            for owner in owners where owner.isCompany || owner.kind == .financier {
                for target in parties(patients, where: { $0.isCompany }) {
                    relate(
                        .acquires,
                        owner,
                        target,
                        amount: money(around: clause),
                        rule: "acquire.\(form)@1"
                    )
                }
            }
        }
        if verb.frames.contains(.invest) { readInvestment(clause, owners, form) }
        if verb.frames.contains(.control) { readControl(clause, owners, patients, form) }
        if !verb.frames.contains(.control), !verb.isPassive { readStake(clause, owners, form) }
        if verb.frames.contains(.regulate) {
            for owner in parties(doers, where: isGovernment) {
                for target in parties(patients, where: { $0.isCompany }) {
                    relate(.regulates, owner, target, rule: "regulate.\(form)@1")
                }
            }
        }
        if verb.frames.contains(.compete) {
            let rivals =
                parties(
                    clause.phrases.filter {
                        $0.preposition == "with" || $0.preposition == "against"
                    }.flatMap(\.nouns),
                    where: { _ in true }
                )
                + parties(clause.objects, where: { _ in true })
            for one in parties(clause.subjects, where: { _ in true }) {
                for other in rivals { relate(.competesWith, one, other, rule: "compete.\(form)@1") }
            }
        }
        readSubjection(clause, form)
    }

    func isOwner(_ party: Party) -> Bool {
        party.kind != .person && party.kind != .event && party.kind != .policy
    }

    /// "X controls Y", "Y, owned by X"; with a share, a stake.
    private mutating func readControl(
        _ clause: Clause,
        _ owners: [Party],
        _ patients: [Int],
        _ form: String
    ) {
        let share = share(around: clause)
        let stakes = patients.filter { isStake($0) }
        for owner in owners {
            for stake in stakes {
                for target in parties(
                    phrases(after: stake).filter {
                        $0.preposition == "in" || $0.preposition == "of"
                    }.flatMap(\.nouns),
                    where: isOwner
                ) {
                    relate(
                        .ownsStake,
                        owner,
                        target,
                        share: share ?? shareIn(stake),
                        rule: "stake.\(form)@1"
                    )
                }
            }
            for target in parties(
                patients,
                where: { ($0.canSupply || $0.kind == .financier || $0.kind == .system) }
            ) {
                relate(
                    share == nil && !isOwning(clause) ? .controls : .ownsStake,
                    owner,
                    target,
                    share: share ?? (isWhole(clause) ? 1 : nil),
                    rule: "control.\(form)@2"
                )
            }
        }
    }

    /// "owns", "is held by": a share, and no mere power.
    private func isOwning(_ clause: Clause) -> Bool {
        ["own", "co-own", "possess", "hold"].contains(sentence.verbs[clause.verb].lemma)
    }

    private func isWhole(_ clause: Clause) -> Bool {
        let verb = sentence.verbs[clause.verb].items
        return sentence.items[max(0, verb.lowerBound - 1)..<verb.upperBound].contains {
            $0.text == "wholly" || $0.text == "fully"
        }
    }

    /// "Acme, which took a $1.5 billion minority stake in Brightvale".
    private mutating func readStake(_ clause: Clause, _ owners: [Party], _ form: String) {
        let verb = sentence.verbs[clause.verb]
        guard context.relationWords.english.stakeVerbs.contains(verb.lemma), !verb.isFuture,
            verb.form != .infinitive
        else { return }
        for stake in clause.objects where isStake(stake) {
            let targets = parties(
                (phrases(after: stake) + clause.phrases).filter { $0.preposition == "in" }
                    .flatMap(\.nouns),
                where: \.isCompany
            )
            for owner in owners {
                for target in targets.prefix(1) where target.entity != owner.entity {
                    let share = shareIn(stake) ?? share(around: clause)
                    let amount = items(stake).compactMap(\.money).first ?? money(around: clause)
                    relate(.ownsStake, owner, target, share: share, rule: "stake.taken@1")
                    if let amount {
                        relate(.investsIn, owner, target, amount: amount, rule: "stake.bought@1")
                    }
                }
            }
        }
    }

    private func isStake(_ noun: Int) -> Bool {
        items(noun).contains {
            ["stake", "stakes", "share", "shares", "shareholding", "equity", "interest"].contains(
                $0.text
            )
        }
    }

    /// "X invested 5 billion yuan in Y", "X took a 10 % stake in Y".
    private mutating func readInvestment(_ clause: Clause, _ owners: [Party], _ form: String) {
        var targets = parties(
            clause.phrases.filter { $0.preposition == "in" || $0.preposition == "into" }.flatMap(
                \.nouns
            ),
            where: { $0.isCompany || $0.kind == .policy || $0.kind == .organization }
        )
        let amount = money(around: clause)
        if targets.isEmpty, amount != nil, verbIs(clause, "invest"),
            let issuer = context.issuer, !owners.contains(where: { $0.entity == issuer.entity })
        {
            targets = [issuer]
        }
        for owner in owners {
            for target in targets {
                relate(
                    .investsIn,
                    owner,
                    target,
                    share: share(around: clause),
                    amount: amount,
                    rule: "invest.\(form)@1"
                )
            }
        }
    }

    private func verbIs(_ clause: Clause, _ lemma: String) -> Bool {
        sentence.verbs[clause.verb].lemma == lemma && !sentence.verbs[clause.verb].isFuture
    }

    private func money(around clause: Clause) -> Money? {
        let nouns = clause.objects + clause.phrases.flatMap(\.nouns)
        return nouns.lazy.flatMap { self.items($0) }.compactMap(\.money).first
    }

    private func share(around clause: Clause) -> Double? {
        let end = chunkEnd(clause)
        for item in sentence.items[itemStart(clause)..<end] {
            if case .quantity(.share(let share)) = item.kind { return share }
        }
        return nil
    }

    private func itemStart(_ clause: Clause) -> Int { sentence.verbs[clause.verb].items.lowerBound }

    private func chunkEnd(_ clause: Clause) -> Int {
        let next = sentence.clauses.first {
            $0.chunk >= clause.extent.upperBound && sentence.verbs[$0.verb].form == .finite
        }
        return next.map { sentence.verbs[$0.verb].items.lowerBound } ?? sentence.items.count
    }

    private func shareIn(_ noun: Int) -> Double? {
        for item in items(noun) {
            if case .quantity(.share(let share)) = item.kind { return share }
        }
        return nil
    }

    /// "X has been subject to investigations", "X was placed under the control of Y".
    private mutating func readSubjection(_ clause: Clause, _ form: String) {
        let words = sentence.items.map(\.text)
        guard let index = words.firstIndex(of: "subject"), index + 1 < words.count,
            words[index + 1] == "to",
            words[index...].contains(where: {
                [
                    "investigation", "investigations", "orders", "regulation", "regulatory", "fine",
                    "fines", "sanctions", "oversight", "probe",
                ].contains($0)
            }),
            sentence.verbs[clause.verb].lemma == "be"
        else { return }
        let companies = parties(clause.subjects, where: { $0.isCompany })
        let states = Set(companies.compactMap { context.country(of: $0.entity) })
        guard states.count == 1, let state = states.first,
            let government = context.party(state, surface: state.rawValue)
        else { return }
        for company in companies {
            relate(.regulates, government, company, rule: "regulate.subject@1")
        }
    }
}
