import Evidence

extension RunReader {
    // MARK: - Explaining

    static let headKinds: [(LexicalClass, EntityKind)] = [
        (.bodyHead, .publicBody), (.financierHead, .financier),
        (.organizationHead, .organization), (.eventHead, .event), (.policyHead, .policy),
    ]

    func explain(_ run: Range<Int>, into result: inout Result) {
        guard let range = trimmed(run) else { return }
        if let company = company(range) {
            result.candidates.append(company)
            return
        }
        if let branch = branch(range) {
            result.candidates.append(branch)
            return
        }
        if isChainOfKnown(range) { return }
        if let headed = headed(range) {
            result.candidates.append(headed)
            return
        }
        if let named = namedProgramme(range) {
            result.candidates.append(named)
            return
        }
        if let named = tailed(range) {
            result.candidates.append(named)
            return
        }
        if let district = district(range) {
            result.candidates.append(district)
            return
        }
        if let media = media(range) {
            result.candidates.append(media)
            return
        }
        guard !page.isHeading(range.lowerBound),
            page.knownEnd(at: range.lowerBound) == nil || startsWithTown(range)
        else { return }
        // "Price: …" is a label.
        if range.count == 1, range.upperBound < page.tokens.count,
            page.tokens[range.upperBound].word == NameWords.colon
        {
            return
        }
        if isSomebody(range) { result.unexplained.append(range) }
    }

    /// "Tarvos Qivan Hentol": a town and words that no file knows.
    private func startsWithTown(_ run: Range<Int>) -> Bool {
        guard let place = page.places.place(startingAt: run.lowerBound), !place.isCountry,
            !place.isDemonym, !place.isPossessive, place.country != nil,
            page.knownEnd(at: run.lowerBound) == place.tokens.upperBound
        else { return false }
        let rest = place.tokens.upperBound..<max(place.tokens.upperBound, run.upperBound)
        return !rest.isEmpty
            && rest.allSatisfy {
                page.isNameWord($0) && page.knownEnd(at: $0) == nil
                    && page.hits.starts[$0].isDisjoint(with: Self.ordinary)
            }
    }

    /// Whether a run is nothing but known names one after the other: "African Union-European
    /// Union".
    private func isChainOfKnown(_ run: Range<Int>) -> Bool {
        var index = run.lowerBound
        while index < run.upperBound {
            if index > run.lowerBound, page.tokens[index].word == NameWords.and {
                index += 1
                continue
            }
            guard let end = page.knownEnd(at: index) else { return false }
            index = end
        }
        return true
    }

    /// Whether unexplained words can be a name: not a lone ordinary word, not only heads.
    private func isSomebody(_ range: Range<Int>) -> Bool {
        if range.count == 1, isPlural(range.lowerBound) { return false }
        return range.contains { index in
            let classes = page.hits.starts[index]
            let isLetter = page.tokens[index].end - page.tokens[index].start == 1
            return page.isNameWord(index) && classes.isDisjoint(with: Self.ordinary) && !isLetter
                && (range.count > 1 || !page.startsSentence(index)
                    || page.flags(index).contains(.innerCapital)
                    || page.flags(index).contains(.allCaps))
        }
    }

    /// "EVs", "NGOs": letters that stand for things.
    private func isPlural(_ index: Int) -> Bool {
        let word = page.surface(index..<index + 1)
        return word.count > 2 && word.hasSuffix("s") && word.dropLast().allSatisfy(\.isUppercase)
    }

    private static let ordinary: LexicalClasses = [
        .heads, LexicalClass.weakCapital.bit, LexicalClass.stopCapital.bit,
        LexicalClass.companyTail.bit, LexicalClass.mediaTail.bit, LexicalClass.roleNoun.bit,
        LexicalClass.rolePlural.bit, LexicalClass.personTitle.bit, LexicalClass.personRole.bit,
        LexicalClass.month.bit, LexicalClass.companyFrame.bit, LexicalClass.governmentWord.bit,
    ]

    /// A run without function words and connectors at its edges.
    private func trimmed(_ run: Range<Int>) -> Range<Int>? {
        var start = run.lowerBound
        var end = run.upperBound
        while start < end,
            page.isStopWord(start) || page.hits.has(.month, at: start)
                || page.isWeakStart(start) && !modifies(start, in: run)
        { start += 1 }
        while start < end, !page.isNameWord(start) { start += 1 }
        while end > start, !page.isNameWord(end - 1), !page.flags(end - 1).contains(.digit) {
            end -= 1
        }
        return start < end ? start..<end : nil
    }

    /// "Public Services Agency" at the start of a sentence: whether a head follows that a word can
    /// stand before.
    private func modifies(_ start: Int, in run: Range<Int>) -> Bool {
        guard page.hits.has(.nameModifier, at: start), run.count > 2 else { return false }
        return run.dropFirst(2).contains { page.hits.starts[$0].contains(.bodyHead) }
            && page.isNameWord(start + 1)
    }

    /// "X Technologies Co., Ltd": ends with a legal form.
    private func company(_ run: Range<Int>) -> Candidate? {
        guard let last = run.last(where: isForm), last > run.lowerBound, isLegalForm(last) else {
            return nil
        }
        var start = run.lowerBound
        if let place = page.places.place(startingAt: start), place.isDemonym,
            place.tokens.upperBound < last, page.knownEnd(at: place.tokens.upperBound) != nil
        {
            start = place.tokens.upperBound
        }
        return derived(start..<ofPlace(last), .company, score: 0.85)
    }

    /// "Electricity Supply Corporation of Malawi": where a company's name with its place ends.
    private func ofPlace(_ last: Int) -> Int {
        guard last + 2 < page.tokens.count, page.tokens[last + 1].word == NameWords.of,
            let place = page.places.place(startingAt: last + 2), !place.isDemonym, place.isCountry,
            Self.spelledOut.contains(page.tokens[last].word)
        else { return last + 1 }
        return place.tokens.upperBound
    }

    private static let spelledOut = Set(["corporation", "company"].map { Token.Word($0) })

    /// Whether a word is a legal form, or ends one of several words.
    private func isForm(_ index: Int) -> Bool {
        LegalForms.standard.contains(page.tokens[index].word) || endsSpelledForm(index)
    }

    private func endsSpelledForm(_ index: Int) -> Bool {
        Self.spelledForms.contains { form in
            index + 1 >= form.count
                && page.tokens[index + 1 - form.count...index].map(\.word) == form
        }
    }

    /// Whether a word is a legal form here: "AG", "Co." after a name; "as" and "se" are mostly not.
    private func isLegalForm(_ index: Int) -> Bool {
        (page.isNameWord(index) || LegalForms.standard.isLower(page.tokens[index].word))
            && (index + 1 >= page.tokens.count || !page.isNameWord(index + 1)
                || stops(before: index + 1) || page.flags(index + 1).contains(.lineStart)
                || LegalForms.standard.contains(page.tokens[index + 1].word))
    }

    /// "X Commission", "National Agency for Y", "Center for a New American Security".
    private func headed(_ run: Range<Int>) -> Candidate? {
        if let (kind, head) = openHead(in: run) {
            let start = numbered(leftEdge(run.lowerBound, before: head))
            return derived(start..<run.upperBound, kind, score: 0.8)
        }
        guard let (lastKind, last) = lastHead(in: run) else { return nil }
        guard !page.isHeading(run.lowerBound) || page.startsSentence(run.lowerBound) else {
            return nil
        }
        let start = leftEdge(run.lowerBound, before: last)
        let range = numbered(start)..<dated(last.upperBound, lastKind)
        guard (start..<last.lowerBound).contains(where: { isDistinctive($0) }),
            !isChainOfKnown(range)
        else { return yearNamed(last, lastKind) }
        if lastKind == .policy || lastKind == .event, range.count < 3,
            page.places.place(startingAt: start) != nil
        {
            return nil
        }
        return derived(range, lastKind, score: 0.72)
    }

    /// Takes in "5G", "13th" or a year before a name.
    private func numbered(_ start: Int) -> Int {
        guard start > 0, page.flags(start - 1).contains(.digit),
            !page.flags(start - 1).contains(.mark), !page.flags(start).contains(.lineBefore),
            !page.flags(start).contains(.quoteBefore)
        else { return start }
        let word = page.surface(start - 1..<start)
        return word.contains(where: \.isLetter) ? start - 1 : start
    }

    /// Takes in the year of an event or plan: "Vision 2030".
    private func dated(_ end: Int, _ kind: EntityKind) -> Int {
        guard kind == .event || kind == .policy, end < page.tokens.count,
            page.flags(end).contains(.digit), !page.flags(end).contains(.mark),
            page.tokens[end].end - page.tokens[end].start == 4,
            !page.flags(end).contains(.lineBefore)
        else { return end }
        return end + 1
    }

    /// "2030 Agenda": a year, and nothing but a head.
    private func yearNamed(_ head: Range<Int>, _ kind: EntityKind) -> Candidate? {
        let year = head.lowerBound - 1
        guard kind == .policy, year >= 0, page.flags(year).contains(.digit),
            !page.flags(year).contains(.mark), page.tokens[year].end - page.tokens[year].start == 4,
            !page.flags(head.lowerBound).contains(.lineBefore)
        else { return nil }
        return derived(year..<head.upperBound, kind, score: 0.65)
    }

    /// Whether a word says which one is meant, and is not only "National" or "Central".
    private func isDistinctive(_ index: Int) -> Bool {
        page.isNameWord(index) && !page.hits.has(.nameModifier, at: index)
            && !page.isStopWord(index)
    }

    /// The first head that "of", "for" or "on" follows.
    private func openHead(in run: Range<Int>) -> (EntityKind, Range<Int>)? {
        for index in run where page.isNameWord(index) {
            for (kind, entity) in Self.headKinds {
                guard let end = page.hits.end(of: kind, at: index), end < run.upperBound,
                    [NameWords.of, NameWords.for, NameWords.on].contains(page.tokens[end].word)
                else { continue }
                return (entity, index..<end)
            }
        }
        return nil
    }

    private func lastHead(in run: Range<Int>) -> (EntityKind, Range<Int>)? {
        for index in run.reversed() where page.isNameWord(index) {
            for (kind, entity) in Self.headKinds {
                if let end = page.hits.end(of: kind, at: index), end <= run.upperBound {
                    return (entity, index..<end)
                }
            }
        }
        return nil
    }

    /// Skips a title, or a known name that is not part of this one, at the left of a name.
    private func leftEdge(_ start: Int, before head: Range<Int>) -> Int {
        guard let end = page.hits.end(of: .personTitle, at: start), end < head.lowerBound,
            !page.hits.has(.honour, at: start)
        else { return start }
        return end
    }

    /// "Global Gateway initiative", "the “Smart X” programme": a name and a lower-case head.
    private func namedProgramme(_ run: Range<Int>) -> Candidate? {
        var next = run.upperBound
        guard next < page.tokens.count, !page.flags(next).contains(.mark) else { return nil }
        if page.hits.end(of: .policyHead, at: next) == nil, next + 1 < page.tokens.count,
            !page.hits.has(.stopCapital, at: next), !page.hits.has(.connector, at: next)
        {
            next += 1
        }
        guard page.hits.has(.policyHead, at: next), !page.isNameWord(next),
            !page.flags(next).contains(.mark), !page.isNameWord(next - 1) || next == run.upperBound,
            isProgrammeWord(next),
            run.count > 1 || page.flags(run.lowerBound).contains(.quoteBefore),
            !coversOnlyKnown(run)
        else { return nil }
        // In quotation marks the name is what they enclose.
        if page.flags(run.lowerBound).contains(.quoteBefore),
            page.flags(run.upperBound).contains(.quoteBefore)
        {
            return derived(run, .policy, score: 0.75)
        }
        return derived(run.lowerBound..<next + 1, .policy, score: 0.7)
    }

    private func isProgrammeWord(_ index: Int) -> Bool {
        Self.programmeWords.contains(page.tokens[index].word)
    }

    private static let programmeWords = Set(
        [
            "initiative", "programme", "program", "strategy", "plan", "scheme", "campaign", "law",
            "act", "agenda", "roadmap", "policy", "framework", "directive",
        ].map { Token.Word($0) }
    )

    private func coversOnlyKnown(_ run: Range<Int>) -> Bool {
        guard let end = page.knownEnd(at: run.lowerBound) else { return false }
        return end >= run.upperBound
    }

    /// "Huiying Medical Technology": a word of its own, and a company's tail.
    private func tailed(_ whole: Range<Int>) -> Candidate? {
        // "Tarvo Networks of Westhaven": a company and where it sits.
        let of = whole.firstIndex { page.tokens[$0].word == NameWords.of }
        let run = whole.lowerBound..<(of ?? whole.upperBound)
        guard (2...5).contains(run.count), !page.isHeading(run.lowerBound),
            page.hits.ends[run.upperBound - 1].contains(.companyTail),
            page.hits.starts[run.lowerBound].isDisjoint(with: Self.ordinary),
            page.hits.starts[run.lowerBound].isDisjoint(with: [LexicalClass.connector.bit]),
            page.places.place(startingAt: run.lowerBound) == nil,
            page.knownEnd(at: run.lowerBound) == nil,
            !page.flags(run.lowerBound).contains(.allCaps)
        else { return nil }
        return derived(run, .company, score: 0.62)
    }

    /// "Quezon City", "Northern Province": a word of its own and what kind of place it is.
    private func district(_ run: Range<Int>) -> Candidate? {
        guard (2...3).contains(run.count), !page.isHeading(run.lowerBound),
            page.hits.ends[run.upperBound - 1].contains(.territoryTail),
            page.hits.starts[run.lowerBound].isDisjoint(with: Self.noPlace),
            page.knownEnd(at: run.lowerBound) == nil,
            !page.flags(run.lowerBound).contains(.allCaps), !page.isStopWord(run.lowerBound)
        else { return nil }
        return derived(run, .territory, score: 0.6)
    }

    private static let noPlace: LexicalClasses = [
        .heads, LexicalClass.companyTail.bit, LexicalClass.weakCapital.bit,
        LexicalClass.personTitle.bit, LexicalClass.nameModifier.bit,
    ]

    /// "X Times", "Y Daily".
    private func media(_ run: Range<Int>) -> Candidate? {
        guard run.count > 1, !page.isHeading(run.lowerBound),
            let start = page.hits.start(of: .mediaTail, before: run.upperBound),
            start > run.lowerBound
        else { return nil }
        return derived(run, .organization, score: 0.7)
    }

    // MARK: - Derived names

    func derived(_ range: Range<Int>, _ kind: EntityKind, score: Double) -> Candidate {
        Candidate(
            tokens: range,
            target: .derived(
                DerivedName(
                    kind: kind,
                    name: page.plain(range),
                    key: NameKey.key(page.text, range, kind: kind)
                )
            ),
            score: score
        )
    }
}
