import Evidence

extension RunReader {
    /// "Fujitsu Australia", "NEC Corporation India", "Siemens Mobility": a company's branch.
    func branch(_ run: Range<Int>) -> Candidate? {
        guard let (end, kind) = page.firm(at: run.lowerBound), end < run.upperBound,
            !(run.lowerBound..<end).contains(where: { page.flags($0).contains(.possessive) })
        else { return nil }
        if let place = page.places.place(startingAt: end), !place.isDemonym,
            !place.isPossessive || place.tokens.upperBound == run.upperBound,
            !isColumnGap(before: end), endsBranch(place.tokens.upperBound)
        {
            return derived(run.lowerBound..<place.tokens.upperBound, kind, score: 0.86)
                .at(place.country)
        }
        guard endsBranch(run.upperBound) else { return nil }
        let isDivision =
            run.upperBound - end <= 2
            && (end..<run.upperBound).allSatisfy { page.hits.has(.divisionWord, at: $0) }
            && page.knownEnd(at: run.lowerBound) == end
        if isDivision || isUnit(end..<run.upperBound) { return derived(run, kind, score: 0.84) }
        return farBranch(run, after: end, kind)
    }

    /// "Infrastructure Systems", "Submarine Networks" after a company's name: one of its group.
    private func isUnit(_ words: Range<Int>) -> Bool {
        (2...3).contains(words.count) && page.hits.ends[words.upperBound - 1].contains(.unitTail)
            && words.allSatisfy(isUnitWord)
    }

    private func isUnitWord(_ index: Int) -> Bool {
        page.isNameWord(index) && !page.isStopWord(index) && page.knownEnd(at: index) == nil
            && !page.flags(index).contains(.possessive)
            && page.hits.starts[index].isDisjoint(with: [
                LexicalClass.weakCapital.bit, LexicalClass.roleNoun.bit,
                LexicalClass.systemNoun.bit,
            ])
    }

    /// "Acme Public Safety Northland": words of a trade between a company and a country.
    private func farBranch(_ run: Range<Int>, after end: Int, _ kind: EntityKind) -> Candidate? {
        guard let place = page.places.place(endingAt: run.upperBound), place.isCountry,
            !place.isDemonym, (1...2).contains(place.tokens.lowerBound - end),
            (end..<place.tokens.lowerBound).allSatisfy({
                page.isNameWord($0) && !page.isStopWord($0)
                    && page.hits.starts[$0].isDisjoint(with: .heads)
                    && !page.hits.has(.systemNoun, at: $0)
                    && !page.hits.has(.connector, at: $0)
            })
        else { return nil }
        return derived(run, kind, score: 0.84).at(place.country)
    }

    /// Whether no word follows that the place or division would belong to: "Oracle Canada Cloud".
    private func endsBranch(_ end: Int) -> Bool {
        end >= page.tokens.count || page.flags(end).contains(.mark) || !page.isNameWord(end)
            || page.isStopWord(end) || stops(before: end)
    }
}
