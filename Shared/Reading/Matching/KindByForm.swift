import Evidence

/// Corrects what kind of party a name by its form is: hospitals are public bodies, and "X Water
/// Group" belongs to a state or city.
struct KindByForm {
    let page: NamePage

    func corrected(_ candidate: Candidate) -> Candidate {
        guard case .derived(var name) = candidate.target,
            let kind = kind(of: candidate.tokens, name)
        else { return candidate }
        var result = candidate
        name.kind = kind
        result.target = .derived(name)
        return result
    }

    /// Another kind than the rule gave; `nil` where that stands.
    private func kind(of range: Range<Int>, _ name: DerivedName) -> EntityKind? {
        switch name.kind {
        case .organization:
            has(.publicHead, in: range) || isSchool(range) ? .publicBody : nil
        case .company: has(.publicHead, in: range) ? .publicBody : companyKind(range)
        case .publicBody where isUtility(range): .stateOwnedEnterprise
        default: nil
        }
    }

    private func companyKind(_ range: Range<Int>) -> EntityKind? {
        if page.flags(range.upperBound - 1).contains(.han) {
            return range.count > 3 && isStateCompany(range) ? .stateOwnedEnterprise : nil
        }
        let last = page.tokens[range.upperBound - 1].word
        if range.contains(where: { page.tokens[$0].word == Self.municipal }) {
            return .publicBody
        }
        if Self.bodies.contains(last), has(.bodyHead, in: range) || isRevenue(range) {
            return .publicBody
        }
        let place = page.places.place(startingAt: range.lowerBound)
        if Self.carriers.contains(last), let place, place.isCountry { return .stateOwnedEnterprise }
        if page.hits.has(.leadingCompany, at: range.lowerBound) {
            return range.contains { page.hits.has(.leadingAdjective, at: $0) }
                ? .stateOwnedEnterprise : nil
        }
        guard page.hits.ends[range.upperBound - 1].contains(.companyPlural) || hasOf(range),
            has(.stateCompany, in: range)
        else { return nil }
        let isPlaced = place != nil || hasOf(range) || has(.nameModifier, in: range)
        let isLocal = range.contains { Self.local.contains(page.tokens[$0].word) }
        return isPlaced || isLocal ? .stateOwnedEnterprise : nil
    }

    /// 市水务集团, with or without its form in law, and a branch of a state's company.
    private func isStateCompany(_ range: Range<Int>) -> Bool {
        if let end = page.knownEnd(at: range.lowerBound), end < range.upperBound,
            page.knownKind(at: range.lowerBound) == .stateOwnedEnterprise
        {
            return true
        }
        var end = range.upperBound
        if let legal = range.first(where: { page.hits.end(of: .zhLegalSuffix, at: $0, is: end) }),
            legal > range.lowerBound
        {
            if page.hits.ends[legal - 1].contains(.zhStateCompany) { return true }
            end = legal
        }
        return page.hits.ends[end - 1].contains(.zhStateCompany)
    }

    /// Whether a Chinese name is that of a school or university.
    private func isSchool(_ range: Range<Int>) -> Bool {
        page.hits.ends[range.upperBound - 1].contains(.zhSchool)
    }

    /// "Nepal Electricity Authority": a company in all but its name.
    private func isUtility(_ range: Range<Int>) -> Bool {
        range.contains { Self.utilities.contains(page.tokens[$0].word) }
            && Self.authorities.contains(page.tokens[range.upperBound - 1].word)
    }

    private func isRevenue(_ range: Range<Int>) -> Bool {
        range.contains { page.tokens[$0].word == Token.Word("revenue") }
    }

    private func hasOf(_ range: Range<Int>) -> Bool {
        range.contains { page.tokens[$0].word == NameWords.of }
    }

    private func has(_ kind: LexicalClass, in range: Range<Int>) -> Bool {
        range.contains { index in
            page.hits.end(of: kind, at: index).map { $0 <= range.upperBound } ?? false
        }
    }

    private static let municipal = Token.Word("municipal")
    private static let bodies = Set(["services", "service"].map { Token.Word($0) })
    private static let carriers = Set(
        ["telecom", "telekom", "telecoms", "telecommunications", "post", "airlines", "railways"]
            .map { Token.Word($0) }
    )
    private static let local = Set(["water", "metro", "state", "national"].map { Token.Word($0) })
    private static let utilities = Set(
        ["electricity", "power", "airports"].map { Token.Word($0) }
    )
    private static let authorities = Set(["authority", "board"].map { Token.Word($0) })
}
