import Evidence

/// Ties between parties in Chinese.
extension ChinesePassage {
    func relate(
        _ kind: Relation.Kind,
        _ from: Party,
        _ to: Party,
        share: Double? = nil,
        amount: Money? = nil,
        rule: String
    ) {
        guard from.entity != to.entity else { return }
        context.relations.append(
            RelationDraft(
                relation: Relation(
                    kind: kind,
                    from: from.entity,
                    to: to.entity,
                    share: share,
                    amount: amount,
                    date: items.lazy.compactMap(\.date).first
                ),
                surfaces: [from.surface, to.surface, kind.rawValue],
                quote: range,
                rule: rule
            )
        )
    }

    var tieWords: RelationWords.Chinese { context.relationWords.chinese }

    func readRelations() {
        let text = context.text.string(range)
        let names = tieNames()
        readNeighbours(names)
        guard !tieWords.unsure.contains(where: text.contains) else { return }
        readDeeds(text)
        readControls(names)
        readPlaces(names)
        readUnions(names)
        readShares(names)
        readIssue(names)
        readOwnedByState(names)
    }

    // MARK: - Verbs

    private func readDeeds(_ text: String) {
        let isControl = tieWords.becomesController.contains(where: text.contains)
        for verb in items.indices where items[verb].isVerb && !isNegated(verb) {
            guard let frames = items[verb].entry?.frames, !isPlanned(before: verb),
                !isRole(verb)
            else { continue }
            let cast = cast(verb)
            if cast.agents.isEmpty, isPassive(verb) { continue }
            let owners = cast.agents.isEmpty ? cast.subjects : cast.agents
            let owned = (cast.agents.isEmpty ? cast.objects : cast.subjects + cast.objects).filter {
                $0.isCompany || $0.kind == .financier || $0.kind == .organization
            }
            let firms = owners.filter { $0.isCompany || $0.kind == .financier }
            if frames.contains(.acquire) {
                pairs(isControl ? .controls : .acquires, firms, owned, verb)
            }
            if frames.contains(.invest) {
                let investors = owners.filter {
                    $0.isCompany || $0.kind == .financier || $0.kind == .country
                }
                pairs(isControl ? .controls : .investsIn, investors, owned, verb)
            }
            if frames.contains(.control), share(near: verb) == nil {
                let isHeld = Self.holding.contains(items[verb].text)
                pairs(
                    isHeld ? .ownsStake : .controls,
                    owners.filter { $0.kind != .person },
                    owned.filter { $0.isCompany || !isHeld },
                    verb
                )
            }
            if frames.contains(.regulate) {
                pairs(.regulates, owners.filter(isGovernment), owned, verb)
            }
        }
    }

    /// 持股, 持有: a share, and no word of how large.
    private static let holding: Set<String> = ["\u{6301}\u{80A1}", "\u{6301}\u{6709}"]

    /// 实际控制人, 控股股东: a noun.
    private func isRole(_ verb: Int) -> Bool {
        guard items.indices.contains(verb + 1) else { return false }
        let next = items[verb + 1].text
        return ["\u{4EBA}", "\u{65B9}", "\u{80A1}"].contains { next.hasPrefix($0) }
    }

    /// 由…持有: whoever does it stands before the verb, whether anybody knows the name or not.
    private func isPassive(_ verb: Int) -> Bool {
        (stretch(around: verb).lowerBound..<verb).contains {
            ["\u{7531}", "\u{88AB}"].contains(items[$0].text)
        }
    }

    /// Whether a word of planning or doubt stands before a verb in its stretch.
    private func isPlanned(before verb: Int) -> Bool {
        let places =
            memory.planned ?? items.indices.filter { tieWords.planned.contains(items[$0].text) }
        memory.planned = places
        return places.contains { $0 < verb && items[$0].segment == items[verb].segment }
    }

    private func pairs(_ kind: Relation.Kind, _ from: [Party], _ to: [Party], _ verb: Int) {
        let money = items.lazy.filter { $0.segment == items[verb].segment }.compactMap(\.money)
            .first
        for one in from {
            for other in to {
                relate(
                    kind,
                    one,
                    other,
                    share: share(near: verb),
                    amount: kind == .investsIn || kind == .acquires ? money : nil,
                    rule: "zh.\(kind.rawValue).verb@2"
                )
            }
        }
    }

    private func share(near verb: Int) -> Double? {
        for item in items where item.segment == items[verb].segment {
            if case .share(let share) = item.quantity { return share }
        }
        return nil
    }
}
