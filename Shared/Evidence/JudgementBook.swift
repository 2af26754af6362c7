/// What all judgements together say: which ids are counted as which.
///
/// The same judgements give the same answer in whatever order they were learned. Of two live
/// judgements on one pair the later recorded holds. Where *different* contradicts a chain of
/// *same*, the pairs that were judged *same* last give way, until it holds.
package struct JudgementBook: Sendable {
    /// The id that each merged one is counted as; ids that stand for themselves are not in it.
    package let survivors: [EntityID: EntityID]
    /// Judgements that hold by themselves, but that a *different* elsewhere keeps from counting.
    package let contradicted: [Judgement.ID]

    /// Works it out.
    ///
    /// - Parameters:
    ///   - judgements: All of them, in any order; of those with one id the first recorded counts.
    ///   - isKnown: Whether an id names anybody; judgements on others wait until it does.
    ///   - isCurated: Whether a person vouches for an entity: of those that are merged, it survives.
    package init(
        _ judgements: some Sequence<Judgement>,
        isKnown: (EntityID) -> Bool,
        isCurated: (EntityID) -> Bool
    ) {
        var verdicts: [Pair: Judgement] = [:]
        for judgement in Self.live(judgements) {
            guard let pair = Pair(judgement), isKnown(pair.left), isKnown(pair.right) else {
                continue
            }
            verdicts[pair] = judgement
        }
        var apart: [EntityID: Set<EntityID>] = [:]
        var ties: [(pair: Pair, judgement: Judgement)] = []
        for (pair, judgement) in verdicts {
            if judgement.action == .merge {
                ties.append((pair, judgement))
            } else {
                apart[pair.left, default: []].insert(pair.right)
                apart[pair.right, default: []].insert(pair.left)
            }
        }
        var members: [EntityID: Set<EntityID>] = [:]
        var homes: [EntityID: EntityID] = [:]
        var contradicted: [Judgement.ID] = []
        for (pair, judgement) in ties.sorted(by: { Self.isBefore($0.judgement, $1.judgement) }) {
            let left = homes[pair.left] ?? pair.left
            let right = homes[pair.right] ?? pair.right
            guard left != right else { continue }
            let (mine, others) = (members[left] ?? [left], members[right] ?? [right])
            guard mine.allSatisfy({ apart[$0]?.isDisjoint(with: others) ?? true }) else {
                contradicted.append(judgement.id)
                continue
            }
            members[left] = mine.union(others)
            members[right] = nil
            for id in others { homes[id] = left }
            homes[left] = left
        }
        var survivors: [EntityID: EntityID] = [:]
        for group in members.values where group.count > 1 {
            let vouched = group.filter(isCurated)
            guard let survivor = (vouched.isEmpty ? group : vouched).min() else { continue }
            for id in group where id != survivor { survivors[id] = survivor }
        }
        self.survivors = survivors
        self.contradicted = contradicted
    }

    package func survivor(of id: EntityID) -> EntityID { survivors[id] ?? id }

    /// The judgements that no live one undoes, the earliest first.
    private static func live(_ judgements: some Sequence<Judgement>) -> [Judgement] {
        var byID: [Judgement.ID: Judgement] = [:]
        let sorted = judgements.sorted(by: isBefore)
        for judgement in sorted where byID[judgement.id] == nil { byID[judgement.id] = judgement }
        var dead: Set<Judgement.ID> = []
        // An undo counts only against what was recorded before it: the last ones are decided first.
        for judgement in sorted.reversed() {
            guard judgement.action == .undo, let target = judgement.undoes,
                byID[judgement.id] == judgement, !dead.contains(judgement.id),
                let undone = byID[target], isBefore(undone, judgement)
            else { continue }
            dead.insert(target)
        }
        return sorted.filter { byID[$0.id] == $0 && !dead.contains($0.id) }
    }

    private static func isBefore(_ left: Judgement, _ right: Judgement) -> Bool {
        (left.recorded, left.id) < (right.recorded, right.id)
    }

    /// Two ids, whichever was named first.
    private struct Pair: Hashable {
        var left: EntityID
        var right: EntityID

        init?(_ judgement: Judgement) {
            guard let (left, right) = judgement.pair else { return nil }
            self.left = left
            self.right = right
        }
    }
}
