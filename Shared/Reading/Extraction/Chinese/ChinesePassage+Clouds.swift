import Evidence

/// Clouds that are bought by their suppliers' names alone.
extension ChinesePassage {
    /// Whether a company's name is that of its cloud: 阿里云, 微软Azure.
    func isCloud(_ party: Party) -> Bool {
        let name = party.surface + (context.entity(party.entity)?.name ?? "")
        return ["\u{4E91}", "\u{96F2}", "Azure", "AWS", "Cloud", "Web Services"]
            .contains(where: name.contains)
    }

    /// Y租用亚马逊云科技: the service needs no noun of its own.
    func readCloud(
        _ cloud: Party,
        _ makers: [Party],
        _ users: [Party],
        _ status: Deployment.Status,
        _ drafts: inout [Int: Draft]
    ) {
        var draft = Draft(
            system: cloud.surface,
            isNamed: true,
            category: .governmentCloud,
            categoryWeight: 1,
            quote: range,
            block: context.block
        )
        draft.add(makers, to: \.suppliers)
        draft.add(users, to: \.recipients)
        draft.setStatus(status, rank: 5)
        draft.fire("zh.use.cloud@1")
        drafts[Self.bare] = draft
    }
}
