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
                surfaces: [from.surface, to.surface],
                quote: range,
                rule: rule
            )
        )
    }

    func readRelations() {
        for verb in items.indices where items[verb].isVerb && !isNegated(verb) {
            guard let frames = items[verb].entry?.frames else { continue }
            let cast = cast(verb)
            let owners = cast.agents.isEmpty ? cast.subjects : cast.agents
            let owned = (cast.agents.isEmpty ? cast.objects : cast.subjects + cast.objects).filter {
                $0.isCompany || $0.kind == .financier || $0.kind == .organization
            }
            if frames.contains(.acquire) {
                pairs(
                    .acquires,
                    owners.filter { $0.isCompany || $0.kind == .financier },
                    owned,
                    verb
                )
            }
            if frames.contains(.invest) {
                pairs(
                    .investsIn,
                    owners.filter { $0.isCompany || $0.kind == .financier || $0.kind == .country },
                    owned,
                    verb
                )
            }
            if frames.contains(.control) {
                pairs(
                    share(near: verb) == nil ? .controls : .ownsStake,
                    owners.filter { $0.kind != .person },
                    owned,
                    verb
                )
            }
            if frames.contains(.regulate) {
                pairs(.regulates, owners.filter(isGovernment), owned, verb)
            }
        }
        readSubsidiaries()
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
                    rule: "zh.\(kind.rawValue).verb@1"
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

    /// X是Y的子公司, X为Y旗下公司.
    private func readSubsidiaries() {
        let words = [
            "\u{5B50}\u{516C}\u{53F8}", "\u{65D7}\u{4E0B}",
            "\u{5168}\u{8D44}\u{5B50}\u{516C}\u{53F8}",
        ]
        let text = context.text.string(range)
        guard words.contains(where: text.contains) else { return }
        let companies = items.indices.compactMap { party($0) }.filter(\.isCompany)
        guard companies.count == 2 else { return }
        relate(.subsidiaryOf, companies[0], companies[1], rule: "zh.subsidiary.noun@1")
    }
}
