import Evidence
import Gazetteer

/// Finds forms that a document itself defines: "Full Name (ABBR)", "Name (中文名)", 以下简称“X”.
struct DefinitionReader {
    let page: NamePage
    let runs: RunReader
    let scopes: ScopeFinder

    /// A form, and the name that it stands for.
    struct Definition {
        var words: [Token.Word]
        var target: Candidate.Target
        var form: Range<Int>
        /// Whether the form is one word in capitals, to be met in capitals only.
        var isAcronym: Bool
        /// The tokens of the defined name, where no rule had found it.
        var name: Range<Int>?
        /// Whether the form is known for somebody else, whom the text does not mean.
        var overrules = false
    }

    /// The longest form in brackets, in tokens.
    private static let formMax = 12

    /// Finds every definition.
    ///
    /// - Parameters:
    ///   - best: The best candidate that ends before a token.
    ///   - starting: The best candidate that starts at a token.
    /// - Returns: The definitions in the order of the text.
    func read(best: (Int) -> Candidate?, starting: (Int) -> Candidate?) -> [Definition] {
        var found: [Definition] = []
        for index in page.tokens.indices where index > 0 {
            if page.tokens[index].word == NameWords.open, let form = bracketed(index) {
                found += definition(of: form, before: index, best: best, starting: starting)
            }
            for kind in [LexicalClass.definesAs, .zhDefinesAs] {
                guard let end = page.hits.end(of: kind, at: index), let form = named(after: end)
                else { continue }
                let name = page.flags(index - 1).contains(.mark) ? index - 1 : index
                guard let target = best(name)?.target else { continue }
                found.append(make(form, target))
            }
        }
        return found
    }

    private func make(_ form: Range<Int>, _ target: Candidate.Target) -> Definition {
        let isAcronym = form.count == 1 && page.flags(form.lowerBound).contains(.allCaps)
        return Definition(
            words: page.tokens[form].map(\.word),
            target: target,
            form: form,
            isAcronym: isAcronym
        )
    }

    /// What stands between brackets, without articles.
    private func bracketed(_ open: Int) -> Range<Int>? {
        var start = open + 1
        if start < page.tokens.count, page.tokens[start].word == NameWords.the { start += 1 }
        var end = start
        while end < page.tokens.count, end - start <= Self.formMax {
            if page.tokens[end].word == NameWords.close { return end > start ? start..<end : nil }
            // "(AIIA, 2020)": an acronym, and something more.
            if page.tokens[end].word == NameWords.comma, end == start + 1,
                page.flags(start).contains(.allCaps)
            {
                return start..<end
            }
            if page.flags(end).contains(.mark) { return nil }
            end += 1
        }
        return nil
    }

    /// The name that follows "known as" or 简称.
    private func named(after start: Int) -> Range<Int>? {
        var start = start
        while start < page.tokens.count,
            page.tokens[start].word == NameWords.colon || page.tokens[start].word == NameWords.the
        { start += 1 }
        guard start < page.tokens.count else { return nil }
        if page.flags(start).contains(.han) {
            var end = start
            while end < page.tokens.count, end - start < Self.formMax,
                !page.flags(end).contains(.mark),
                end == start || !page.flags(end).contains(.quoteBefore)
            { end += 1 }
            return end - start >= 2 ? start..<end : nil
        }
        guard page.isNameWord(start) else { return nil }
        return start..<runs.runEnd(from: start)
    }

    // MARK: - Brackets

    private func definition(
        of form: Range<Int>,
        before open: Int,
        best: (Int) -> Candidate?,
        starting: (Int) -> Candidate?
    ) -> [Definition] {
        let isHan = page.flags(form.lowerBound).contains(.han)
        let nameIsHan = page.flags(open - 1).contains(.han)
        let inner = starting(form.lowerBound).flatMap { $0.tokens == form ? $0 : nil }
        if isHan != nameIsHan { return translation(form, open, best(open), inner) }
        if let found = letters(form, before: open, best(open), inner) { return found }
        guard let inner else { return abbreviation(form, open, best(open)) }
        // Two known names: the bracket only says more of the first, unless one is derived.
        guard case .derived = inner.target, let outer = best(open) else { return [] }
        return isAbbreviation(form, of: outer.tokens) ? [make(form, outer.target)] : []
    }

    /// "NetDragon Websoft (网龙网络)": a known form on either side names both.
    private func translation(
        _ form: Range<Int>,
        _ open: Int,
        _ outer: Candidate?,
        _ inner: Candidate?
    ) -> [Definition] {
        if let inner, case .known = inner.target {
            if let outer, case .known = outer.target { return [] }
            guard let name = outer?.tokens ?? properName(endingAt: open) else { return [] }
            return [make(name, inner.target)]
        }
        guard page.flags(form.lowerBound).contains(.han) || page.isNameWord(form.lowerBound) else {
            return []
        }
        if let outer { return [make(form, outer.target)] }
        guard let inner, let name = properName(endingAt: open) ?? hanName(endingAt: open) else {
            return []
        }
        var definition = make(name, inner.target)
        definition.name = name
        return [definition]
    }

    /// "National Health House (CNAS)": the letters of a body, which may come from its name in another
    /// language; `nil` where the brackets hold something else.
    private func letters(
        _ form: Range<Int>,
        before open: Int,
        _ outer: Candidate?,
        _ inner: Candidate?
    ) -> [Definition]? {
        guard let outer, form.count == 1, isLetters(form.lowerBound), outer.tokens.count > 1,
            Self.lettered.contains(kind(of: outer)), page.flags(open - 1).isDisjoint(with: [.han])
        else { return nil }
        guard case .known(let known)? = inner?.target else {
            return variants(form, outer.target)
        }
        guard case .derived(let name) = outer.target else { return nil }
        // Who is known by these letters is meant where it belongs to the same country.
        let country = name.scope ?? scopes.scope(of: outer.tokens)?.country
        let home = page.homes[known]
        if home == nil || country == nil || home == country {
            return isAbbreviation(form, of: outer.tokens)
                ? nil : [make(outer.tokens, .known(known))]
        }
        return variants(form, outer.target).map {
            var definition = $0
            definition.overrules = true
            return definition
        }
    }

    /// Whose letters are often those of a name that the text translates.
    private static let lettered: Set<EntityKind> = [.publicBody, .organization, .financier]

    private func kind(of candidate: Candidate) -> EntityKind {
        switch candidate.target {
        case .known(let known): page.catalogue.entities[known].kind
        case .derived(let name): name.kind
        }
    }

    /// Whether a word is made of capitals as names of bodies are, and is no place or term.
    private func isLetters(_ index: Int) -> Bool {
        let length = page.tokens[index].end - page.tokens[index].start
        return (3...8).contains(length)
            && !page.flags(index).isDisjoint(with: [.allCaps, .innerCapital])
            && page.flags(index).isDisjoint(with: [.mark, .han])
            && !page.isPlainAcronym(index) && !page.hits.has(.termAcronym, at: index)
            && !page.hits.has(.currencyWord, at: index)
            && page.places.place(startingAt: index) == nil
    }

    private func abbreviation(
        _ form: Range<Int>,
        _ open: Int,
        _ outer: Candidate?
    ) -> [Definition] {
        guard form.count <= 2, page.isNameWord(form.lowerBound) else { return [] }
        if let outer, isAbbreviation(form, of: outer.tokens) || page.flags(open - 1).contains(.han)
        {
            return variants(form, outer.target)
        }
        guard let name = initialled(form, before: open) else { return [] }
        let target = runs.derived(name, .organization, score: 0.7).target
        return variants(form, target).map {
            var definition = $0
            definition.name = name
            return definition
        }
    }

    /// The form itself, and its singular where it is a plural: "NIICs".
    private func variants(_ form: Range<Int>, _ target: Candidate.Target) -> [Definition] {
        var definition = make(form, target)
        definition.isAcronym = form.count == 1
        guard form.count == 1 else { return [definition] }
        let surface = page.surface(form)
        guard surface.hasSuffix("s"), surface.count > 2,
            surface.dropLast() == surface.dropLast().uppercased()
        else { return [definition] }
        var singular = definition
        singular.words = [Token.Word(String(surface.dropLast()))]
        return [definition, singular]
    }

    /// The capitalised words right before a bracket.
    private func properName(endingAt end: Int) -> Range<Int>? {
        var start = end
        while start > 0, end - start < 6, page.isNameWord(start - 1), !page.isStopWord(start - 1) {
            start -= 1
        }
        return start < end ? start..<end : nil
    }

    /// The Chinese characters right before a bracket, back to a mark, a place or a word that no name
    /// holds.
    private func hanName(endingAt end: Int) -> Range<Int>? {
        let stops: LexicalClasses = [LexicalClass.zhStop.bit, LexicalClass.zhRole.bit]
        var start = end
        while start > 0, end - start <= Self.hanMax {
            let flags = page.flags(start - 1)
            guard flags.contains(.han), !flags.contains(.mark),
                page.hits.ends[start - 1].isDisjoint(with: stops),
                page.places.place(endingAt: start).map({ !$0.isCountry }) ?? true
            else { break }
            start -= 1
            if page.flags(start).contains(.quoteBefore) || page.flags(start).contains(.lineBefore) {
                break
            }
        }
        return (2...Self.hanMax).contains(end - start) ? start..<end : nil
    }

    private static let hanMax = 9

    /// Whether a word's letters stand in a name's words, in order, the first at a word's start.
    private func isAbbreviation(_ form: Range<Int>, of name: Range<Int>) -> Bool {
        let letters = folded(form).filter(\.isLetter)
        guard (2...10).contains(letters.count) else { return false }
        let words = name.map { folded($0..<$0 + 1) }.filter { !$0.isEmpty }
        return Self.matches(Array(letters), words)
    }

    private static func matches(_ letters: [Character], _ words: [String]) -> Bool {
        guard let first = letters.first, words.contains(where: { $0.first == first }) else {
            return false
        }
        var rest = letters[...]
        for character in words.joined() where character == rest.first {
            rest = rest.dropFirst()
            if rest.isEmpty { return true }
        }
        return rest.count == 1 && rest.first == "s"
    }

    /// The words before a bracket whose initials make the form: "Operational Nucleus … (NOSi)".
    private func initialled(_ form: Range<Int>, before open: Int) -> Range<Int>? {
        let letters = Array(folded(form).filter(\.isLetter))
        guard (2...8).contains(letters.count) else { return nil }
        var start = open
        while start > 0, open - start < letters.count * 2 + 2,
            page.isNameWord(start - 1) || page.hits.has(.connector, at: start - 1)
        { start -= 1 }
        while start < open, !page.isNameWord(start) || page.isStopWord(start) { start += 1 }
        guard open - start >= 2, let first = folded(start..<start + 1).first,
            letters.contains(first), page.isNameWord(open - 1)
        else { return nil }
        guard (start..<open).contains(where: { page.hits.has(.connector, at: $0) }) else {
            return nil
        }
        let words = (start..<open).map { folded($0..<$0 + 1) }
        return Self.matches(letters, words) ? start..<open : nil
    }

    private func folded(_ range: Range<Int>) -> String { page.text.folded(range) }
}
