import Evidence
import Gazetteer

extension MentionFinder {
    /// What a text names and why, and what it might name and why not, as lines to be read.
    func explanation(
        of text: TokenisedText,
        scopes: Scopes,
        slots: [NameSlot]
    ) -> (names: [String], misses: [String]) {
        var reading = NameReading(text, finder: self, scopes: scopes, slots: slots)
        let chosen = reading.read().mentions
        let page = reading.page
        var names: [String] = []
        var misses: [String] = []
        var stage = 0
        for (place, candidate) in reading.candidates.enumerated() {
            while reading.stages[stage].end <= place { stage += 1 }
            let line = outline(candidate, page) + " · " + reading.stages[stage].name
            if let reason = rejection(of: candidate, page, chosen) {
                misses.append(line + " · rejected: " + reason)
            } else {
                names.append(line)
            }
        }
        misses += unconfirmed(reading)
        return (names, misses)
    }

    private func range(_ tokens: Range<Int>, _ page: NamePage) -> Range<Int> {
        Int(page.tokens[tokens.lowerBound].start)..<Int(page.tokens[tokens.upperBound - 1].end)
    }

    private func outline(_ candidate: Candidate, _ page: NamePage) -> String {
        let range = range(candidate.tokens, page)
        let target: String
        switch candidate.target {
        case .known(let place):
            target = "\(catalogue.entities[place].id.rawValue) (\(catalogue.entities[place].kind))"
        case .derived(let name):
            let scope = name.scope.map { " of \($0.rawValue)" } ?? ""
            target = "new: \(name.name)\(scope) (\(name.kind))"
        }
        var line = "\(range) “\(page.text.text(in: range))” = \(target)"
        line += " · score \(Self.hundredths(candidate.score))"
        if candidate.use != .name { line += " · as \(candidate.use)" }
        if !candidate.rivals.isEmpty {
            line += " · or \(candidate.rivals.map(\.rawValue).joined(separator: ", "))"
        }
        return line
    }

    /// Why a candidate was not chosen; `nil` where it was.
    private func rejection(
        of candidate: Candidate,
        _ page: NamePage,
        _ chosen: [Mention]
    ) -> String? {
        let range = range(candidate.tokens, page)
        if candidate.score < MentionWriter.scoreMin {
            return "its score is below \(Self.hundredths(MentionWriter.scoreMin))"
        }
        guard let winner = chosen.first(where: { $0.range.overlaps(range) }) else {
            return "a better choice stands around it"
        }
        if winner.range == range {
            return winner.entity == id(of: candidate)
                ? nil : "\(winner.entity.rawValue) is likelier"
        }
        return "“\(winner.surface)” is worth more"
    }

    private func id(of candidate: Candidate) -> EntityID {
        switch candidate.target {
        case .known(let place): catalogue.entities[place].id
        case .derived(let name): entity(for: name).id
        }
    }

    /// Known forms that lack the second sign that they need.
    private func unconfirmed(_ reading: NameReading) -> [String] {
        let page = reading.page
        let known = KnownNames(page: page, scopes: reading.scopes)
        return page.matches.compactMap { match in
            guard match.record.strength != .capital, known.score(of: match) == nil else {
                return nil
            }
            let range = range(match.tokens, page)
            let id = catalogue.entities[Int(match.record.entity)].id
            let reason =
                match.record.isCommon
                ? "it is an ordinary word, and nothing around it points to the name"
                : "this \(match.record.strength) form needs a second sign"
            return "\(range) “\(page.text.text(in: range))” = \(id.rawValue) · rejected: \(reason)"
        }
    }

    /// A score with two decimals.
    static func hundredths(_ score: Double) -> String {
        let value = Int((score * 100).rounded())
        return "\(value / 100).\(value % 100 / 10)\(value % 10)"
    }
}
