import Evidence
import Gazetteer

/// Branches of companies and banks, and the operators of places.
extension HanReader {
    /// A known company and the place or division of its branch, or a province and its operator, up
    /// to a clear edge.
    func branch(at index: Int) -> Candidate? {
        if let match = known(at: index), let kind = page.knownKind(at: index),
            kind == .company || kind == .stateOwnedEnterprise || kind == .financier
        {
            let end = match.tokens.upperBound
            if let office = office(of: index..<end, kind) { return office }
            guard kind != .financier, !page.hits.ends[end - 1].contains(.zhLegalSuffix),
                let stop = page.hits.end(of: .zhDivision, at: end), !breaksLine(end..<stop),
                !isDoing(index, end),
                page.flags(end - 1).contains(.han) || !endsStopWord(stop),
                isPartyEdge(stop) || isBranchEdge(end, stop)
            else { return nil }
            return derived(index..<stop, kind, score: 0.84)
        }
        guard let place = page.places.place(startingAt: index), page.flags(index).contains(.han),
            let stop = page.hits.end(of: .zhOperator, at: place.tokens.upperBound),
            isPartyEdge(stop) || isRightEdge(stop)
                || !place.isCountry && page.hits.has(.zhOf, at: stop)
        else { return nil }
        return derived(index..<stop, .stateOwnedEnterprise, score: 0.86)?.at(place.country)
    }

    /// 由海川建设: whether what follows a company is what it does, and no branch of it.
    private func isDoing(_ start: Int, _ end: Int) -> Bool {
        page.hits.has(.zhSlotEnd, at: end) && opensSlot(before: start)
    }

    /// 海川国际 before what it does; 海川国际业务 is no branch.
    private func isBranchEdge(_ start: Int, _ stop: Int) -> Bool {
        page.hits.end(of: .zhBranchName, at: start, is: stop) && isRightEdge(stop)
            && !page.hits.has(.zhNoSlot, at: stop)
    }

    /// 海川国际（香港）, 国家开发银行山东分行: a name and the place where its branch is.
    private func office(of name: Range<Int>, _ kind: EntityKind) -> Candidate? {
        let end = name.upperBound
        if end + 2 < page.tokens.count, page.tokens[end].word == NameWords.open,
            let place = page.places.place(startingAt: end + 1), !place.isDemonym,
            place.tokens.upperBound < page.tokens.count,
            page.tokens[place.tokens.upperBound].word == NameWords.close, kind != .financier,
            !isBar(place.tokens.upperBound + 1),
            isPartyEdge(place.tokens.upperBound + 1)
                || isRightEdge(place.tokens.upperBound + 1), !isHome(place, name)
        {
            return derived(name.lowerBound..<place.tokens.upperBound + 1, kind, score: 0.86)?
                .at(place.country)
        }
        guard let place = page.places.place(startingAt: end), page.flags(end).contains(.han) else {
            return nil
        }
        let next = place.tokens.upperBound
        if next < page.tokens.count, let stop = page.hits.end(of: .zhBranch, at: next) {
            return derived(name.lowerBound..<stop, kind, score: 0.9)?.at(place.country)
        }
        let isLatin = !page.flags(end - 1).contains(.han)
        guard kind != .financier, !breaksLine(end..<next),
            isPartyEdge(next) || isLatin && isRightEdge(next)
        else { return nil }
        return derived(name.lowerBound..<next, kind, score: 0.84)?.at(place.country)
    }

    /// Whether a line begins within some tokens, or with them.
    private func breaksLine(_ range: Range<Int>) -> Bool {
        range.contains { page.flags($0).contains(.lineBefore) }
    }

    /// 海川（北国）: whether a company's own country stands behind its name.
    private func isHome(_ place: PlaceMap.Place, _ name: Range<Int>) -> Bool {
        guard place.isCountry, let match = known(at: name.lowerBound) else { return false }
        return page.homes[Int(match.record.entity)] == place.country
    }

    /// Whether a party's name can end here: at a mark, a deed or "and".
    private func isPartyEdge(_ end: Int) -> Bool {
        guard end < page.tokens.count else { return true }
        let flags = page.flags(end)
        return flags.contains(.mark) || flags.contains(.quoteBefore)
            || page.hits.has(.zhSlotEnd, at: end) || page.hits.has(.zhJoint, at: end)
            || flags.contains(.lineBefore)
    }
}
