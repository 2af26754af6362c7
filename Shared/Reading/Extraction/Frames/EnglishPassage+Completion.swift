import Evidence

/// What the rest of the sentence adds to the systems that rules have found.
extension EnglishPassage {
    mutating func complete() {
        readCosts()
        for noun in order {
            guard var draft = slots[noun] else { continue }
            dropGetters(&draft)
            addOwners(noun, &draft)
            addPlaces(noun, &draft)
            addSubject(&draft)
            addMoney(noun, &draft)
            addManner(&draft)
            if draft.date == nil { draft.date = sentenceDate }
            addScope(noun, &draft)
            slots[noun] = draft
        }
        for noun in order {
            guard let draft = slots[noun] else { continue }
            commit(draft, noun)
        }
        for var draft in implicit {
            addManner(&draft)
            if draft.date == nil { draft.date = sentenceDate }
            draft.isPublic = true
            commit(draft, 0)
        }
        if order.isEmpty, implicit.isEmpty { noteSystem() }
    }

    /// Keeps in mind a system that is only named, for "it" and "the system" to stand for.
    private func noteSystem() {
        let named = sentence.nouns.indices.filter {
            coreWeight($0) >= 3 && namesSystem($0) && !isReference($0)
        }
        guard let noun = named.first else { return }
        let category = category(of: noun)
        var draft = Draft(
            system: context.text.string(sentence.range(of: noun)),
            isNamed: true,
            category: category.category,
            categoryWeight: category.weight,
            quote: sentence.range,
            block: context.block
        )
        addOwners(noun, &draft)
        addPlaces(noun, &draft)
        draft.isPublic = hasPublicWord
        settleAwaited(&draft)
        context.drafts.append(draft)
        context.lastDraft = context.drafts.count - 1
    }

    /// Whether the sentence speaks of something public.
    private var hasPublicWord: Bool {
        sentence.items.contains {
            ["national", "public", "state", "nationwide"].contains($0.text)
                || !($0.entry?.noun.isDisjoint(with: [.government, .agreement]) ?? true)
        }
    }

    /// "The utility installed meters from X": who gets a system from another does not supply it.
    private func dropGetters(_ draft: inout Draft) {
        guard draft.rules.contains(where: { $0.hasPrefix("use.") }) else { return }
        let others = draft.suppliers.filter { party in
            !draft.recipients.contains { $0.entity == party.entity }
        }
        if !others.isEmpty { draft.suppliers = others }
    }

    /// "Northland's national data centre", "the Northlandic government cloud".
    private func addOwners(_ noun: Int, _ draft: inout Draft) {
        guard draft.recipients.isEmpty else { return }
        let owners = governmentsBefore(noun).filter { owner in
            !draft.financiers.contains { $0.entity == owner.entity }
                && !draft.donors.contains { $0.entity == owner.entity }
                && !draft.suppliers.contains { $0.entity == owner.entity }
        }
        if owners.isEmpty, let owner = meantOwner(noun) { draft.add([owner], to: \.recipients) }
        let isOfMaker = owners.contains { owner in
            draft.suppliers.contains { context.country(of: $0.entity) == owner.entity }
        }
        guard !isOfMaker else { return }
        // A city before a system says where it is; "the Lusaka national data centre" is no city's.
        draft.add(owners.filter { $0.kind != .territory }, to: \.recipients)
        draft.add(owners.filter { $0.kind == .territory }, to: \.places)
    }

    /// "The customs service clears cargo with software that X supplied": the body that a sentence
    /// is about, where nobody else is said to get the system.
    private func addSubject(_ draft: inout Draft) {
        guard draft.recipients.isEmpty, !draft.suppliers.isEmpty else { return }
        let main = sentence.clauses.first {
            sentence.verbs[$0.verb].form == .finite && !$0.isModifier
        }
        guard let main else { return }
        let verb = sentence.verbs[main.verb]
        let isBuying = verb.frames.containsAny(.use, .select, .award, .sign, .build)
        let others = Set((draft.suppliers + draft.financiers + draft.donors).map(\.entity))
        let bodies = parties(main.subjects) {
            ($0.kind == .publicBody || ($0.kind == .territory && isBuying)) && isGovernment($0)
                && !others.contains($0.entity)
        }
        guard verb.frames.isDisjoint(with: Frame.Kinds(.regulate)), let body = bodies.first,
            !(verb.isPassive && verb.frames.contains(.announce)), !body.isParliament
        else { return }
        draft.add([body], to: \.recipients)
    }

    private func addPlaces(_ noun: Int, _ draft: inout Draft) {
        var isAfterFirm = false
        for phrase in phrases(after: noun) {
            // "sensors by X of Stockholm": where a company is at home.
            defer { isAfterFirm = phrase.nouns.last.flatMap(named)?.isCompany == true }
            if isAfterFirm, phrase.preposition == "of" { continue }
            let governments = parties(phrase.nouns, where: isGovernment)
            switch phrase.preposition {
            case "in", "at", "across", "throughout", "near", "on", "within":
                draft.add(governments, to: \.places)
            case "for", "to": draft.add(governments, to: \.recipients)
            case "of" where !governments.isEmpty && draft.recipients.isEmpty:
                draft.add(governments, to: \.recipients)
            default: break
            }
        }
    }

    private func addMoney(_ noun: Int, _ draft: inout Draft) {
        guard draft.money == nil else { return }
        draft.money = amount(of: noun)
    }

    private func addManner(_ draft: inout Draft) {
        draft.assertion = manner.assertion
        draft.polarity = manner.polarity
        draft.attribution = manner.attribution
        draft.nearby = context.nearbyCountry(
            besides: draft.suppliers + draft.financiers + draft.donors + moneySources
        )
        draft.isNearbyOwn = draft.nearby.map(context.isNamedHere) ?? false
        let isDeal = draft.rules.contains { rule in
            ["award", "sign", "win", "loan", "finance", "donate", "operate", "supplier", "aid"]
                .contains {
                    rule.hasPrefix($0)
                }
        }
        if isDeal || hasPublicWord { draft.isPublic = true }
        // A state's own company: the only country spoken of is its own.
        if draft.nearby == nil, hasPublicWord { draft.nearby = context.nearbyCountry(besides: []) }
    }

    /// "a grant from Oslo": from where the sentence says that money comes.
    private var moneySources: [Party] {
        sentence.nouns.indices.filter { isKind($0, .finance) }.flatMap { noun in
            phrases(after: noun).filter { $0.preposition == "from" }.flatMap { phrase in
                phrase.nouns.compactMap { named($0) }
            }
        }
    }

    /// "for all government data": every function.
    private func addScope(_ noun: Int, _ draft: inout Draft) {
        let words = Set(sentence.items.map(\.text))
        let end = sentence.nouns[noun].items.upperBound
        let near = sentence.items[
            max(0, sentence.nouns[noun].items.lowerBound - 12)..<min(sentence.items.count, end + 10)
        ]
        var previous = ""
        for item in near {
            if previous == "all",
                item.text == "government" || item.text == "public" || item.text == "state"
            {
                draft.functions = GovernmentFunction.allCases.filter { $0 != .networks }
                draft.reach = .whole
            }
            previous = item.text
        }
        if core(noun).contains(where: { $0.text == "national" || $0.text == "nationwide" })
            || words.contains("nationwide")
        {
            draft.reach = .whole
        }
    }

    /// Hands a draft to the document, joined with the one that it points back to.
    private func commit(_ draft: Draft, _ noun: Int) {
        if !draft.isNamed, let last = context.lastDraft, joins(draft, context.drafts[last]) {
            context.join(draft, into: last)
            return
        }
        guard draft.isNamed || draft.categoryWeight > 0 else { return }
        var draft = draft
        settleAwaited(&draft)
        context.drafts.append(draft)
        context.lastDraft = context.drafts.count - 1
    }

    private func joins(_ new: Draft, _ old: Draft) -> Bool {
        // "The register of Benin" is not the register of Ghana that was spoken of.
        let (homes, others) = (countries(of: new), countries(of: old))
        if !homes.isEmpty, !others.isEmpty, homes.isDisjoint(with: others) { return false }
        return isOfKind(new, old)
    }

    private func countries(of draft: Draft) -> Set<EntityID> {
        Set((draft.recipients + draft.places).compactMap { context.country(of: $0.entity) })
    }

    private func isOfKind(_ new: Draft, _ old: Draft) -> Bool {
        new.categoryWeight == 0 || old.category == new.category || new.category == .other
    }
}

extension DocumentContext {
    /// Adds what a later passage tells of the same system.
    func join(_ new: Draft, into place: Int) {
        var old = drafts[place]
        // "The operator opened a centre. X carried out the work."
        if old.recipients.isEmpty, !old.suppliers.isEmpty,
            old.suppliers.allSatisfy({ $0.kind == .stateOwnedEnterprise }),
            new.suppliers.contains(where: { $0.kind == .company || $0.isCompany }),
            Set(old.suppliers.map(\.entity)).isDisjoint(with: new.suppliers.map(\.entity)),
            new.rules.contains(where: { $0.hasPrefix("build.") || $0.hasPrefix("parts.") })
        {
            (old.recipients, old.suppliers) = (old.suppliers, [])
        }
        old.add(new.suppliers, to: \.suppliers)
        old.add(new.financiers, to: \.financiers)
        old.add(new.donors, to: \.donors)
        old.add(new.operators, to: \.operators)
        old.add(new.recipients, to: \.recipients)
        old.add(new.places, to: \.places)
        old.money = old.money ?? new.money
        old.isPublic = old.isPublic || new.isPublic
        old.nearby = old.nearby ?? new.nearby
        old.isSupplierWithheld = old.isSupplierWithheld || new.isSupplierWithheld
        old.date = old.date ?? new.date
        old.operation = old.operation ?? new.operation
        old.award = old.award ?? new.award
        if new.statusRank >= 4 || old.statusRank == 0 {
            old.setStatus(new.status, rank: new.statusRank + old.statusRank)
        }
        for rule in new.rules { old.fire(rule) }
        if new.quote.lowerBound >= old.quote.lowerBound,
            new.quote.upperBound - old.quote.lowerBound < Self.quoteMax, new.block == old.block
        {
            old.quote = old.quote.lowerBound..<max(old.quote.upperBound, new.quote.upperBound)
        }
        drafts[place] = old
    }

    /// The longest quote made of several sentences, in scalars.
    private static var quoteMax: Int { 700 }
}
