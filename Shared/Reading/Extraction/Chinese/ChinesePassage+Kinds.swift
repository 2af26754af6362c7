import Evidence

/// The kinds of systems whose names tell none.
extension ChinesePassage {
    /// The kind of a system whose name tells none, by whose it is or by what was spoken of.
    func classify(_ draft: inout Draft) {
        let isLoose = draft.categoryWeight <= 1 && Self.broad.contains(draft.category)
        guard draft.categoryWeight < 1 || draft.category == .other || isLoose else { return }
        for party in draft.recipients {
            guard party.kind == .publicBody, let term = task(of: party) else { continue }
            (draft.category, draft.categoryWeight) = (term.category, 1)
            return
        }
        guard !isLoose || draft.categoryWeight < 1 else { return }
        if draft.categoryWeight < 1, draft.system.unicodeScalars.count <= 5,
            let last = context.lastDraft, context.drafts[last].block == context.block,
            context.drafts[last].categoryWeight >= 1,
            context.drafts[last].recipients.isEmpty
                || isCompatible(draft, context.drafts[last])
        {
            (draft.category, draft.categoryWeight) = (context.drafts[last].category, 1)
        } else if draft.categoryWeight < 1, let title = context.titleTerm {
            (draft.category, draft.categoryWeight) = (title.category, 1)
        }
    }

    /// What a body's name says of its systems: 税务 of 税务局.
    private func task(of party: Party) -> SystemTerm? {
        (0...2).lazy.compactMap { context.systemTerm(String(party.surface.dropLast($0))) }
            .first { !Self.broad.contains($0.category) }
    }

    /// Kinds that a body's name does not tell: a ministry of communications buys more than networks.
    private static let broad: Set<SystemCategory> = [
        .eGovernment, .telecomNetwork, .governmentCloud, .aiPlatform, .other, .dataCentre,
        .earthObservation,
    ]
}
