/// What is found out about the items of a Chinese sentence once and asked for often.
final class ChinesePassageMemory {
    /// The parties that items name, by their places; `nil` where that was not asked for yet.
    var named: [Party??]
    /// Whom items stand for.
    var parties: [[Party]?]
    /// The places of the words of planning and doubt; `nil` where that was not asked for yet.
    var planned: [Int]?
    /// What all words of the sentence say of how sure and how far something is.
    let aspects: ChineseEntry.Aspects
    /// The last stretch that tells that something came to nothing.
    let failedSegment: Int?

    init(_ items: [ChineseItem]) {
        named = [Party??](repeating: nil, count: items.count)
        parties = [[Party]?](repeating: nil, count: items.count)
        var aspects: ChineseEntry.Aspects = []
        var failed: Int?
        for index in items.indices {
            guard let own = items[index].entry?.aspects else { continue }
            aspects.formUnion(own)
            if !own.isDisjoint(with: .failed) { failed = items[index].segment }
        }
        self.aspects = aspects
        failedSegment = failed
    }
}
