import Evidence

/// The rules that rest on a noun phrase alone.
extension EnglishPassage {
    mutating func readPhrases() {
        for noun in sentence.nouns.indices {
            readPowered(noun)
            readDeed(noun)
            readOwn(noun)
        }
    }

    /// "an Acme-powered smart city system", "an Acme-run ground station".
    private mutating func readPowered(_ noun: Int) {
        let range = sentence.nouns[noun].items
        for index in range where sentence.items[index].tag == .hyphen {
            guard index > range.lowerBound, index + 1 < range.upperBound,
                let supplier = party(sentence.items[index - 1]), supplier.kind != .country,
                supplier.kind != .territory,
                let verb = sentence.items[index + 1].entry?.verb
            else { continue }
            guard verb.frames.containsAny(.build, .supply, .operate, .finance, .donate),
                namesSystem(noun)
            else { continue }
            slot(noun) { draft in
                if verb.frames.containsAny(.finance, .donate) {
                    draft.add([supplier], to: \.financiers)
                } else {
                    draft.add([supplier], to: \.suppliers)
                    if verb.frames.contains(.operate), verb.lemma != "deploy" {
                        draft.add([supplier], to: \.operators)
                        draft.operation = .vendorOperates
                        draft.setStatus(.operational, rank: 1)
                    }
                }
                draft.fire("powered.premodifier@1")
            }
        }
    }

    /// "the construction of N by X", "X's involvement in N", "a partnership with Y on N".
    private mutating func readDeed(_ noun: Int) {
        guard let entry = head(noun).entry,
            entry.noun.contains(.event) || entry.noun.contains(.agreement)
        else { return }
        let events = entry.event
        let phrases = phrases(after: noun)
        if events.containsAny(.partner, .involve) || head(noun).text == "partnership" {
            readPartnership(noun, phrases)
            return
        }
        guard events.containsAny(.build, .supply, .donate, .operate) else { return }
        let targets = systems(phrases.filter { $0.preposition == "of" }.flatMap(\.nouns))
        guard !targets.isEmpty else { return }
        let doers =
            parties(phrases.filter { $0.preposition == "by" }.flatMap(\.nouns), where: isSupplier)
            + premodifiers(noun).filter(isSupplier)
        let with =
            events.containsAny(.build)
            ? parties(
                phrases.filter { $0.preposition == "with" }.flatMap(\.nouns),
                where: isGovernment
            ) : []
        let receivers = parties(
            phrases.filter { ["to", "for"].contains($0.preposition) }.flatMap(\.nouns),
            where: isGovernment
        )
        let companies = doers.isEmpty && !with.isEmpty ? context.companies.suffix(1) : []
        guard !doers.isEmpty || !companies.isEmpty else { return }
        for target in targets {
            slot(target) { draft in
                draft.add(doers + companies, to: \.suppliers)
                draft.add(receivers + with, to: \.recipients)
                draft.setStatus(with.isEmpty ? .unknown : .agreed, rank: 1)
                draft.fire("deed.nominal@1")
            }
        }
    }

    /// "a partnership with the ministry on N", "the involvement of X in N".
    private mutating func readPartnership(_ noun: Int, _ phrases: [Prepositional]) {
        let partners = phrases.filter { ["with", "between", "of", "by"].contains($0.preposition) }
            .flatMap(\.nouns)
        let all = parties(partners, where: { _ in true }) + premodifiers(noun)
        var companies = all.filter(\.canSupply)
        let governments = all.filter(\.kind.isGovernment)
        let isPair = items(noun).contains { $0.tag == .hyphen } && governments.count > 1
        if companies.isEmpty, !governments.isEmpty, !isPair, let last = subjectCompany(of: noun) {
            companies = [last]
        }
        guard !companies.isEmpty else { return }
        if !isKind(noun, .bid), head(noun).entry?.event.contains(.involve) != true {
            for company in companies {
                for government in governments {
                    relate(.partnersWith, company, government, rule: "partner.nominal@1")
                }
            }
        }
        var targets = systems(
            phrases.filter { ["in", "on", "for"].contains($0.preposition) }.flatMap(\.nouns)
        )
        if targets.isEmpty { targets = purposes(of: noun) }
        let receivers = parties(
            phrases.filter { $0.preposition == "for" }.flatMap(\.nouns),
            where: isGovernment
        )
        let status: Deployment.Status = head(noun).text == "partnership" ? .agreed : .unknown
        for target in targets {
            slot(target) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(governments + receivers, to: \.recipients)
                draft.setStatus(status, rank: 1)
                draft.fire("partner.nominal@1")
            }
        }
    }

    /// The company that a sentence is about, where a noun phrase is its object.
    func subjectCompany(of noun: Int) -> Party? {
        let chunk = sentence.nounChunks[noun]
        let clause = sentence.clauses.last { $0.chunk < chunk }
        let subjects = clause.map { parties($0.subjects, where: isSupplier) } ?? []
        return subjects.last ?? context.companies.last
    }

    /// "Sensetime's combined system … is deployed": a maker's name before its system, where the
    /// sentence says that the system is in use.
    private mutating func readOwn(_ noun: Int) {
        guard let draft = slots[noun], draft.suppliers.isEmpty else { return }
        let own = premodifiers(noun).filter(isSupplier)
        let sellers = parties(
            phrases(after: noun).filter { $0.preposition == "from" }.flatMap(\.nouns),
            where: isSupplier
        )
        let isGiven = !draft.financiers.isEmpty || !draft.donors.isEmpty
        let makers = own.filter { maker in
            // What is given for a state operator's network is the operator's.
            !(isGiven && maker.kind == .stateOwnedEnterprise)
                || context.country(of: maker.entity) != context.documentScope
        }
        guard !makers.isEmpty || !sellers.isEmpty else { return }
        slot(noun) { draft in
            draft.add(makers + sellers, to: \.suppliers)
            draft.fire("maker.premodifier@1")
        }
    }

    /// Notes a tie between two parties, told by the whole sentence.
    ///
    /// What is given (`isGiven`) the text takes for granted, whatever the sentence doubts.
    mutating func relate(
        _ kind: Relation.Kind,
        _ from: Party,
        _ to: Party,
        share: Double? = nil,
        amount: Money? = nil,
        rule: String,
        isGiven: Bool = false
    ) {
        guard from.entity != to.entity, !manner.isIdle else { return }
        let relation = Relation(
            kind: kind,
            from: from.entity,
            to: to.entity,
            share: share,
            amount: amount,
            date: sentenceDate,
            hasSpecialRights: hasSpecialRights(kind)
        )
        context.relations.append(
            RelationDraft(
                relation: relation,
                surfaces: [from.surface, to.surface, kind.rawValue],
                quote: sentence.range,
                rule: rule,
                assertion: isGiven ? .asserted : manner.assertion,
                attribution: manner.attribution
            )
        )
    }

    /// "a golden share", "special management shares".
    private func hasSpecialRights(_ kind: Relation.Kind) -> Bool {
        guard kind == .ownsStake || kind == .controls else { return false }
        return sentence.items.indices.contains { place in
            ["share", "shares"].contains(word(place))
                && ["golden", "management"].contains(word(place - 1))
        }
    }

    var sentenceDate: PartialDate? {
        sentence.items.lazy.compactMap(\.date).first
    }
}
