import Evidence

/// The rules of Chinese verbs.
extension ChinesePassage {
    /// The parties around a verb, by their parts.
    struct Cast {
        var subjects: [Party] = []
        var agents: [Party] = []
        var recipients: [Party] = []
        var partners: [Party] = []
        var places: [Party] = []
        var sources: [Party] = []
        var objects: [Party] = []
        var topics: [Int] = []
    }

    func readDeed(_ verb: Int, _ systems: [System], _ drafts: inout [Int: Draft]) {
        guard let frames = items[verb].entry?.frames, !isNegated(verb),
            !frames.containsAny(.bid, .cancel)
        else { return }
        let cast = cast(verb)
        if frames.containsAny(.build, .supply) { readProvision(verb, cast, systems, &drafts) }
        if frames.contains(.use) { readUse(verb, cast, systems, &drafts) }
        if frames.contains(.donate) { readDonation(verb, cast, systems, &drafts) }
        if frames.contains(.finance) { readFinance(verb, cast, systems, &drafts) }
        if frames.contains(.win) { readWin(verb, cast, systems, &drafts) }
        if frames.containsAny(.sign, .partner) { readPact(verb, cast, systems, &drafts) }
        if frames.containsAny(.select, .award) { readSelection(verb, cast, systems, &drafts) }
        if frames.contains(.operate) { readOperation(verb, cast, systems, &drafts) }
        if frames.contains(.launch) { readLaunch(verb, cast, systems, &drafts) }
    }

    func cast(_ verb: Int) -> Cast {
        var cast = Cast()
        let segment = items[verb].segment
        for index in items.indices where items[index].segment == segment {
            guard let party = party(index) ?? meant(index) else { continue }
            let item = items[index]
            // Coverbs before an earlier verb of the same stretch count on: 由X投资建设.
            let isOwn = item.verb == verb || (index < verb && item.role != .object)
            guard isOwn || (item.role == .object && item.verb == verb) else { continue }
            switch item.role {
            case .subject: if index < verb { cast.subjects.append(party) }
            case .agent: cast.agents.append(party)
            case .recipient: cast.recipients.append(party)
            case .partner: cast.partners.append(party)
            case .place: cast.places.append(party)
            case .source, .means: cast.sources.append(party)
            case .topic: break
            case .object: cast.objects.append(party)
            }
        }
        if cast.subjects.isEmpty { cast.subjects = earlierSubjects(before: verb) }
        return cast
    }

    /// "该公司", "该国政府": the party last spoken of, or the one that the page is about.
    private func meant(_ index: Int) -> Party? {
        guard let reference = items[index].entry?.reference, !reference.isEmpty else { return nil }
        if reference.contains(.company) { return context.companies.last }
        if reference.contains(.government) {
            let id =
                context.scope ?? context.looseScope
                ?? context.governments.last { $0.kind == .country }?.entity
            return id.flatMap { context.party($0, surface: items[index].text) }
        }
        return nil
    }

    /// The subject of an earlier stretch of the sentence, carried on.
    private func earlierSubjects(before verb: Int) -> [Party] {
        let segment = items[verb].segment
        for earlier in stride(from: segment - 1, through: max(0, segment - 3), by: -1) {
            var found: [Party] = []
            for index in items.indices
            where items[index].segment == earlier && items[index].role == .subject {
                if let party = party(index) ?? meant(index) { found.append(party) }
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    func isNegated(_ verb: Int) -> Bool {
        let segment = items[verb].segment
        return items.indices.contains { index in
            items[index].segment == segment && index < verb && verb - index <= 6
                && items[index].entry?.aspects.contains(.negated) ?? false
        } || items.contains { $0.segment == segment && $0.entry?.frames.contains(.cancel) ?? false }
    }

    // MARK: - Status

    func status(_ verb: Int, done: Deployment.Status) -> Deployment.Status {
        var aspects: ChineseEntry.Aspects = []
        for index in items.indices
        where items[index].segment == items[verb].segment && index <= verb + 1 {
            aspects.formUnion(aspect(index))
        }
        let all = items.indices.reduce(into: ChineseEntry.Aspects()) { $0.formUnion(aspect($1)) }
        if aspects.contains(.planned), !aspects.contains(.done) { return .planned }
        if aspects.contains(.progress) { return .underConstruction }
        if aspects.contains(.done) || followedByAspect(verb) { return .operational }
        if all.contains(.planned), !all.contains(.done) { return .planned }
        if all.contains(.progress) { return .underConstruction }
        return all.contains(.done) ? .operational : done
    }

    /// How far a word says the deed is; 计划 and its like only before a verb, not as a noun.
    private func aspect(_ index: Int) -> ChineseEntry.Aspects {
        guard let entry = items[index].entry else { return [] }
        guard entry.aspects.contains(.planned), items[index].text.count > 1 else {
            return entry.aspects
        }
        let next = index + 1 < items.count ? items[index + 1] : nil
        let leads = next.map { $0.isVerb || $0.entry?.coverb != nil || $0.mention != nil } ?? false
        return leads || entry.noun.isEmpty ? entry.aspects : entry.aspects.subtracting(.planned)
    }

    /// 了 or 的 right after the verb: done, or a description of what is.
    private func followedByAspect(_ verb: Int) -> Bool {
        verb + 1 < items.count && ["\u{4E86}", "\u{7684}"].contains(items[verb + 1].text)
    }

    // MARK: - Which system

    /// The systems that a verb is about: after it, or before it where an agent is marked.
    func targets(_ verb: Int, _ cast: Cast, _ systems: [System]) -> [Int] {
        let segment = items[verb].segment
        func inSegment(_ system: System, _ wanted: Int) -> Bool {
            items[system.items.lowerBound].segment == wanted
        }
        let after = systems.indices.filter {
            inSegment(systems[$0], segment) && systems[$0].items.upperBound > verb + 1
        }
        if !after.isEmpty { return named(after, systems) }
        let before = systems.indices.filter {
            inSegment(systems[$0], segment) && systems[$0].items.upperBound <= verb + 1
        }
        if !before.isEmpty { return named(Array(before.suffix(1)), systems) }
        if cast.agents.isEmpty, items[verb].entry?.frames.containsAny(.launch, .operate) != true {
            let next = systems.indices.filter { inSegment(systems[$0], segment + 1) }
            if !next.isEmpty { return named(next, systems) }
        }
        for earlier in stride(from: segment - 1, through: max(0, segment - 2), by: -1) {
            let found = systems.indices.filter { inSegment(systems[$0], earlier) }
            if let last = found.last { return [last] }
        }
        return []
    }

    /// Named systems, or else those that only point back.
    private func named(_ places: [Int], _ systems: [System]) -> [Int] {
        let named = places.filter { !systems[$0].isReference }
        return named.isEmpty ? places : named
    }

    func update(
        _ place: Int,
        _ systems: [System],
        _ drafts: inout [Int: Draft],
        _ change: (inout Draft) -> Void
    ) {
        let system = systems[place]
        var draft =
            drafts[place]
            ?? Draft(
                system: text(system),
                isNamed: !system.isReference,
                category: system.category,
                categoryWeight: system.weight,
                quote: range,
                block: context.block
            )
        if drafts[place] == nil {
            draft.date = items.lazy.compactMap(\.date).first
            draft.recipients += owners(of: system)
            draft.money = items.lazy.compactMap(\.money).first
        }
        change(&draft)
        drafts[place] = draft
    }

    /// Governments named right before a system: 塞内加尔国家数据中心.
    func owners(of system: System) -> [Party] {
        var found: [Party] = []
        var index = system.items.lowerBound - 1
        while index >= 0, items[index].segment == items[system.items.lowerBound].segment {
            if let party = party(index) {
                guard isGovernment(party),
                    items[index].role == .object || items[index].role == .subject
                else { break }
                found.append(party)
                break
            }
            guard
                items[index].entry == nil || items[index].entry?.noun.contains(.government) == true,
                items[index].quantity == nil
            else { break }
            index -= 1
        }
        return found
    }

    func isGovernment(_ party: Party) -> Bool {
        party.kind.isGovernment
            && (party.kind != .territory || context.country(of: party.entity) != nil)
    }
}
