import Evidence
import Gazetteer

/// Finds where a Chinese text names by a short form what it names in full elsewhere.
///
/// 道路交通安全总局 is that of the country's ministry that was named with it; 海川智能 is 海川智能科技股份有限公司.
struct HanShortForms {
    let page: NamePage
    let chosen: [Candidate]

    /// The shortest ending of a body's name that stands for the whole, in characters.
    private static let bodyMin = 6
    /// The shortest name of a company without its legal form.
    private static let companyMin = 3

    func candidates() -> [Candidate] { bodies() + companies() }

    /// Bodies whose names are the endings of longer ones.
    private func bodies() -> [Candidate] {
        let derived = chosen.compactMap { candidate -> (Candidate, String)? in
            guard case .derived(let name) = candidate.target, name.kind == .publicBody,
                page.flags(candidate.tokens.lowerBound).contains(.han)
            else { return nil }
            return (candidate, page.plain(candidate.tokens))
        }
        var wholes: [Substring: Candidate.Target] = [:]
        for (candidate, text) in derived where text.count > Self.bodyMin + 1 {
            for count in Self.bodyMin..<text.count where wholes[text.suffix(count)] == nil {
                wholes[text.suffix(count)] = candidate.target
            }
        }
        return derived.compactMap { candidate, text in
            wholes[text[...]].map { Candidate(tokens: candidate.tokens, target: $0, score: 0.95) }
        }
    }

    /// Companies by their names without place, legal form and trade.
    private func companies() -> [Candidate] {
        var table = PhraseTable()
        var targets: [Candidate.Target] = []
        var seen: Set<String> = []
        for candidate in chosen {
            guard case .derived(let name) = candidate.target, name.kind == .company,
                page.flags(candidate.tokens.lowerBound).contains(.han)
            else { continue }
            for form in forms(of: candidate.tokens) where seen.insert(page.plain(form)).inserted {
                table.insert(page.tokens[form].map(\.word), value: UInt32(targets.count))
                targets.append(candidate.target)
            }
        }
        guard !targets.isEmpty else { return [] }
        return PhraseHits(of: table, in: page.tokens).all.map {
            Candidate(tokens: $0.range, target: targets[Int($0.value)], score: 0.8)
        }
    }

    private func forms(of tokens: Range<Int>) -> [Range<Int>] {
        let legal = tokens.first {
            page.hits.end(of: .zhLegalSuffix, at: $0, is: tokens.upperBound)
        }
        guard let legal else { return [] }
        var end = legal
        if let open = (tokens.lowerBound..<legal).first(where: {
            page.tokens[$0].word == NameWords.open
        }) {
            end = open
        }
        var starts = [tokens.lowerBound]
        if let place = page.places.place(startingAt: tokens.lowerBound),
            place.tokens.upperBound < end
        {
            starts.append(place.tokens.upperBound)
        }
        var ends = [end]
        for _ in 0..<2 {
            let last = ends[ends.count - 1]
            if let tail = (max(tokens.lowerBound, last - 3)..<last).first(where: {
                page.hits.end(of: .zhCompanyTail, at: $0, is: last)
            }) {
                ends.append(tail)
            }
        }
        return starts.flatMap { start in
            ends.filter { $0 - start >= Self.companyMin }.map { start..<$0 }
        }
        .filter { page.knownEnd(at: $0.lowerBound) == nil && $0 != tokens }
    }
}
