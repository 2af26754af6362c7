import Evidence

/// What became of a deal told before: "It was cancelled in 2016.", "The project fell through."
extension EnglishPassage {
    /// Tells the last deal of the block cancelled, suspended or ended where a later sentence says so.
    func readEndings() {
        guard order.isEmpty, implicit.isEmpty, let last = context.lastDraft,
            context.drafts[last].block == context.block, manner.polarity == .asserted,
            manner.assertion == .asserted,
            !sentence.items.contains(where: { Self.conditions.contains($0.text) }),
            let status = sentence.clauses.indices.lazy.compactMap(ending).first
        else { return }
        var draft = Draft(
            system: context.drafts[last].system,
            isNamed: false,
            category: context.drafts[last].category,
            categoryWeight: 0,
            quote: sentence.range,
            block: context.block
        )
        draft.setStatus(status, rank: Self.endingRank)
        draft.fire("end.reference@1")
        context.join(draft, into: last)
    }

    /// Above all other ranks: what ended stays so.
    private static let endingRank = 8
    private static let conditions: Set<String> = ["if", "unless", "whether", "should", "until"]

    /// What a clause says became of what was spoken of.
    private func ending(_ place: Int) -> Deployment.Status? {
        let clause = sentence.clauses[place]
        let verb = sentence.verbs[clause.verb]
        guard verb.form == .finite, !verb.isFuture, !verb.isTentative, !clause.isModifier else {
            return nil
        }
        // "The project never went ahead."
        if verb.isNegated || sentence.items.contains(where: { $0.text == "never" }) {
            let words = [verb.lemma] + clause.objects.map { head($0).text }
            let isStuck = !verb.isPassive && clause.subjects.contains(where: isReference)
            return isStuck && !Self.progress.isDisjoint(with: words) ? .cancelled : nil
        }
        let isOver = verb.isPassive || clause.objects.isEmpty || Self.overs.contains(verb.lemma)
        let about = isOver ? clause.subjects : clause.objects
        guard let noun = about.first(where: isReference) else { return nil }
        guard !isDenied(place) else { return nil }
        if verb.frames.contains(.cancel) { return .cancelled }
        if verb.frames.contains(.suspend) { return .suspended }
        // "It closed" may be said of a firm.
        return verb.frames.contains(.end) && head(noun).tag != .pronoun ? .ended : nil
    }

    /// Verbs that need no object: "fell through a year later".
    private static let overs: Set<String> = [
        "fall through", "fizzle out", "come to nothing", "expire", "lapse",
    ]
    private static let progress: Set<String> = [
        "materialise", "materialize", "proceed", "happen", "go", "start", "begin",
    ]
}
