import Evidence

/// Whether a sentence tells what is, what may be or what will be, and since when.
struct TopicPassage {
    let tokens: [Lexeme]
    let quantities: QuantityReader

    private static let hypothetical: Set<String> = [
        "could", "might", "may", "would", "if", "prevent", "prevents", "avoid", "risk", "risks",
        "potential", "against", "hypothetical", "simulate", "simulated", "exercise", "drill",
        "protect", "\u{82E5}", "\u{5982}\u{679C}", "\u{9632}\u{6B62}", "\u{9632}\u{8303}",
    ]
    private static let future: Set<String> = [
        "draft", "planned", "proposed", "will", "upcoming", "forthcoming", "anticipated", "works",
        "future", "bill", "plans", "drafting", "\u{8349}\u{6848}", "\u{62DF}",
    ]

    /// Whether the whole sentence speaks of what may happen.
    var isHypothetical: Bool { isHypothetical(in: tokens.indices) }

    func isHypothetical(in range: Range<Int>) -> Bool {
        range.contains { Self.hypothetical.contains(tokens[$0].text) && !isMonth($0) }
    }

    /// "May 2023", "12 May": a month, not a possibility.
    private func isMonth(_ index: Int) -> Bool {
        let neighbours = [index - 1, index + 1].filter { tokens.indices.contains($0) }
        return tokens[index].text == "may" && tokens[index].isCapital
            && neighbours.contains { tokens[$0].kind == .number || tokens[$0].text == "in" }
    }

    /// For a law or a measure: whether the sentence tells of it as in force; `nil` for others.
    func isInForce(_ kind: Statement.Kind) -> Bool? {
        switch kind {
        case .privacySafeguard, .dataLocalizationRequirement, .counterLockIn:
            !tokens.contains { Self.future.contains($0.text) }
        default: nil
        }
    }

    /// The first date of the sentence.
    var date: PartialDate? {
        quantities.quantities(in: tokens).lazy.compactMap { quantity in
            if case .date(let date) = quantity.value { date } else { nil }
        }
        .first
    }
}
