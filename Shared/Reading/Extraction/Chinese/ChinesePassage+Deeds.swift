import Evidence

/// The parties around a Chinese verb.
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

        /// Who does what the verb says: those that 由 marks, or else its subjects.
        var doers: [Party] { agents.isEmpty ? subjects : agents }
    }

    func readDeed(_ verb: Int, _ systems: [System], _ drafts: inout [Int: Draft]) {
        // 告吹 says itself that something failed.
        guard let frames = items[verb].entry?.frames, !isNegated(verb),
            !hasFailed(verb) || frames.contains(.cancel) && items[verb].has(.failed)
        else { return }
        let cast = cast(verb)
        if frames.containsAny(.cancel, .suspend, .end) {
            readEnding(verb, cast, systems, &drafts)
            return
        }
        guard !frames.contains(.bid), !isEnded(verb), !isBid(verb) else { return }
        if frames.containsAny(.build, .supply) { readProvision(verb, cast, systems, &drafts) }
        if frames.contains(.use) { readUse(verb, cast, systems, &drafts) }
        if frames.contains(.donate) { readDonation(verb, cast, systems, &drafts) }
        if frames.contains(.win) { readWin(verb, cast, systems, &drafts) }
        if frames.containsAny(.sign, .partner) { readPact(verb, cast, systems, &drafts) }
        if frames.containsAny(.select, .award, .approve) {
            readSelection(verb, cast, systems, &drafts)
        }
        if frames.contains(.operate) { readOperation(verb, cast, systems, &drafts) }
        if frames.contains(.launch) { readLaunch(verb, cast, systems, &drafts) }
    }

    func cast(_ verb: Int) -> Cast {
        var cast = Cast()
        var isOpen = true
        for index in stretch(around: verb) {
            let item = items[index]
            if item.role == .subject, index < verb, blocks(index) { isOpen = false }
            let found = parties(index)
            guard !found.isEmpty else { continue }
            switch item.role {
            case .subject: if index < verb { cast.subjects += found }
            case .object: if item.verb == verb { cast.objects += found }
            default:
                guard item.verb == verb || chains(item.verb, to: verb) else { continue }
                switch item.role {
                case .agent: cast.agents += found
                case .recipient: cast.recipients += found
                case .partner: cast.partners += found
                case .place: cast.places += found
                case .source, .means: cast.sources += found
                default: break
                }
            }
        }
        if cast.subjects.isEmpty, isOpen { cast.subjects = earlierSubjects(before: verb) }
        return cast
    }

    /// The items of the stretch between commas that one stands in.
    func stretch(around index: Int) -> Range<Int> {
        let segment = items[index].segment
        var start = index
        while start > 0, items[start - 1].segment == segment { start -= 1 }
        var end = index + 1
        while end < items.count, items[end].segment == segment { end += 1 }
        return start..<end
    }

    /// Whether an item is a subject of its own that is not known, so that no earlier one counts.
    private func blocks(_ index: Int) -> Bool {
        guard items[index].mention == nil else { return false }
        if let reference = items[index].entry?.reference, !reference.isEmpty { return true }
        return items[index].entry?.pair != nil
    }

    /// Whether the parties before one verb count for a later one: 由X投资建设, but not
    /// 由X建设的N由Y运营.
    private func chains(_ earlier: Int?, to verb: Int) -> Bool {
        guard let earlier, earlier < verb else { return false }
        return !(earlier..<verb).contains {
            items[$0].isOf || items[$0].entry?.coverb == .agent
        }
    }

    func meantParties(_ index: Int) -> [Party] {
        if let party = actor(index) { return [party] }
        if let meant = pronoun(index) ?? sideNamed(index) { return [meant] }
        if items[index].has(.company), let count = counted(index) {
            return Array(context.companies.suffix(count))
        }
        guard let entry = items[index].entry else { return [] }
        if let pair = entry.pair { return counts(index) ? [] : meant(pair, before: index) }
        guard entry.reference.isEmpty || stands(index) else { return [] }
        if entry.reference.contains(.government), items[index].text.hasSuffix("\u{65B9}") {
            return side(items[index].text, before: index).map { [$0] } ?? []
        }
        if entry.reference.contains(.company), let host = context.host,
            Self.hosts.contains(items[index].text)
                || context.isAnnouncement && items[index].text == "\u{516C}\u{53F8}"
        {
            return [host]
        }
        if entry.reference.contains(.company) {
            return (companies(before: index).last ?? context.companies.last).map { [$0] } ?? []
        }
        if entry.reference.contains(.government) {
            return government(items[index].text, before: index).map { [$0] } ?? []
        }
        return []
    }

    /// 两家 of 两家国有运营商: a count before a noun.
    private func counts(_ index: Int) -> Bool {
        guard items[index].text == "\u{4E24}\u{5BB6}", index + 1 < items.count else { return false }
        let next = items[index + 1]
        return next.has(.company)
            || !next.isFilled && !next.unfilledMark
                && !["\u{5747}", "\u{90FD}", "\u{4E5F}"].contains(next.text)
    }

    /// Whoever publishes the document.
    private static let hosts: Set<String> = [
        "\u{6211}\u{53F8}", "\u{672C}\u{516C}\u{53F8}", "\u{6211}\u{516C}\u{53F8}",
        "\u{672C}\u{96C6}\u{56E2}",
    ]

    /// 由其, 由它: the company last named; 为其, 向其: the government last named.
    private func pronoun(_ index: Int) -> Party? {
        guard ["\u{5176}", "\u{5B83}", "\u{4ED6}"].contains(items[index].text), index > 0,
            let coverb = items[index - 1].entry?.coverb,
            index + 1 >= items.count || items[index + 1].entry?.coverb == nil
        else { return nil }
        if coverb == .recipient {
            let named = items[..<index].indices.compactMap { actor($0) }.filter(isGovernment)
            return named.last ?? context.governments.last
        }
        return companies(before: index).last ?? context.companies.last
    }

    /// 肯方: the country named before whose name begins so.
    private func sideNamed(_ index: Int) -> Party? {
        guard items[index].text == "\u{65B9}", index > 0, !items[index - 1].isFilled,
            index < 2 || !items[index - 2].text.unicodeScalars.allSatisfy(ScalarClass.isHan)
                || items[index - 2].isFilled
        else { return nil }
        return side(items[index - 1].text, before: index)
    }

    /// Whether 公司 or 政府 stands for a party, and is no part of another's name.
    private func stands(_ index: Int) -> Bool {
        guard index > 0, items[index].text.unicodeScalars.count == 2 else { return true }
        let previous = items[index - 1]
        return previous.segment != items[index].segment || previous.isVerb
            || previous.entry?.coverb != nil || previous.date != nil
            || previous.unfilledMark
    }

    /// 中方: the country named before whose name begins so.
    private func side(_ text: String, before index: Int) -> Party? {
        let named = items[..<index].indices.compactMap { actor($0) } + context.governments
        return named.first { $0.kind == .country && $0.surface.first == text.first }
    }

    /// 该国政府 and 该市: the government last spoken of, or the one that the page is about.
    private func government(_ text: String, before index: Int) -> Party? {
        let last = context.governments.last
        if text.hasPrefix("\u{8BE5}\u{5E02}") || text.hasPrefix("\u{8BE5}\u{7701}")
            || text.hasPrefix("\u{8BE5}\u{5DDE}") || text.hasPrefix("\u{5E02}")
            || text.hasPrefix("\u{7701}")
        {
            return context.governments.last { $0.kind == .territory }
        }
        if isBody(text) {
            let own = items[..<index].indices.compactMap { actor($0) }
            let bodies = (context.governments + own).filter { $0.kind == .publicBody }
            return bodies.last { $0.surface.last == text.last } ?? bodies.last
        }
        if let own = context.dateline ?? context.scope ?? context.looseScope {
            return context.party(own, surface: text)
        }
        if text.hasPrefix("\u{8BE5}\u{56FD}") {
            let own = items[..<index].indices.compactMap { actor($0) }.last(where: isGovernment)
            let country = (own ?? last).flatMap { context.country(of: $0.entity) }
            if let country { return context.party(country, surface: text) }
        }
        if last?.kind == .country { return last }
        return context.governments.last { $0.kind == .country }
            ?? context.documentScope.flatMap { context.party($0, surface: text) }
    }

    /// 该局, 该厅, 该委员会: a body, and not 该国 or 该地.
    private func isBody(_ text: String) -> Bool {
        text.hasPrefix("\u{8BE5}") && !Self.placed.contains { text.hasPrefix($0) }
    }

    /// 该国, 该地, 该区, 该县.
    private static let placed = [
        "\u{8BE5}\u{56FD}", "\u{8BE5}\u{5730}", "\u{8BE5}\u{533A}", "\u{8BE5}\u{53BF}",
    ]

    /// 市, 省, 县, 州: what a place that governs itself ends in, in whatever country.
    private static let governed = ["\u{5E02}", "\u{7701}", "\u{53BF}", "\u{5DDE}"]

    /// 四 of 这四家企业.
    private func counted(_ index: Int) -> Int? {
        guard index >= 2, items[index - 1].text == "\u{5BB6}" else { return nil }
        let digits = ["\u{4E24}": 2, "\u{4E09}": 3, "\u{56DB}": 4, "\u{4E94}": 5, "\u{516D}": 6]
        guard let count = digits[items[index - 2].text] ?? Int(items[index - 2].text),
            (2...9).contains(count), context.companies.count >= count
        else { return nil }
        return count
    }

    private func companies(before index: Int) -> [Party] {
        items[..<index].indices.compactMap { actor($0) }.filter(\.isCompany)
    }

    private func meant(_ pair: ChineseEntry.Pair, before index: Int) -> [Party] {
        let segment = items[index].segment
        let earlier = items[..<index].indices.filter { items[$0].segment < segment }
            .compactMap { actor($0) }
        let recent = context.companies.filter { context.isRecent($0) }
        let known = earlier.count >= 2 ? earlier : Array(recent.suffix(2))
        switch pair {
        case .both where earlier.count < 2:
            return known.count == 2 ? known : []
        case .former: return earlier.first.map { [$0] } ?? []
        case .latter: return earlier.last.map { [$0] } ?? []
        case .both: return earlier.count >= 2 ? Array(earlier.prefix(2)) : []
        }
    }

    /// The subject of an earlier stretch of the sentence, carried on.
    private func earlierSubjects(before verb: Int) -> [Party] {
        let segment = items[verb].segment
        for earlier in stride(from: segment - 1, through: max(0, segment - 3), by: -1) {
            let own = items.indices.filter { items[$0].segment == earlier }
            // 由X铺设，并赠送N: the same X.
            let agents = own.filter { items[$0].role == .agent }.flatMap { parties($0) }
            if !agents.isEmpty, goesOn(segment) { return agents }
            let found = own.filter { items[$0].role == .subject }.flatMap { parties($0) }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Whether a stretch goes on with 并 or 并且.
    private func goesOn(_ segment: Int) -> Bool {
        let first = items.first { $0.segment == segment && !$0.unfilledMark }
        return first?.text.hasPrefix("\u{5E76}") ?? false
    }

    // MARK: - What is not so

    /// Whether what follows in the sentence undoes a deed: …，未果; …，但未能中标.
    func hasFailed(_ verb: Int) -> Bool {
        memory.failedSegment.map { $0 >= items[verb].segment } ?? false
    }

    func isNegated(_ verb: Int) -> Bool {
        let segment = items[verb].segment
        return (max(0, verb - 8)..<verb).contains { index in
            items[index].segment == segment && items[index].has(.negated)
        }
    }

    /// Whether the stretch tells of an end of what the verb says.
    private func isEnded(_ verb: Int) -> Bool {
        stretch(around: verb).contains {
            items[$0].entry?.frames.containsAny(.cancel, .suspend, .end) ?? false
        }
    }

    /// Whether the stretch tells only of bids.
    private func isBid(_ verb: Int) -> Bool {
        stretch(around: verb).contains { items[$0].entry?.frames.contains(.bid) ?? false }
            && items[verb].entry?.frames.contains(.win) != true
    }

    // MARK: - Status

    func status(_ verb: Int, done: Deployment.Status) -> Deployment.Status {
        var aspects: ChineseEntry.Aspects = []
        for index in stretch(around: verb) where index <= verb + 1 {
            aspects.formUnion(items[index].entry?.aspects ?? [])
        }
        if aspects.contains(.planned), !aspects.contains(.done) { return .planned }
        if aspects.contains(.progress) { return .underConstruction }
        if aspects.contains(.done) || followedByAspect(verb) { return .operational }
        let all = memory.aspects
        if all.contains(.progress), !all.contains(.done) { return .underConstruction }
        return all.contains(.done) && !all.contains(.planned) ? .operational : done
    }

    /// 了 or 的 right after the verb: done, or a description of what is.
    private func followedByAspect(_ verb: Int) -> Bool {
        verb + 1 < items.count && ["\u{4E86}", "\u{7684}"].contains(items[verb + 1].text)
    }

    func isGovernment(_ party: Party) -> Bool {
        party.kind.isGovernment
            && (party.kind != .territory || context.country(of: party.entity) != nil
                || Self.governed.contains { party.surface.hasSuffix($0) })
    }
}
