import Evidence

/// Where companies are, and who joins with whom, in Chinese.
extension ChinesePassage {
    /// 法国企业X, 总部位于Z的X, X总部位于Z, X在Z成立.
    func readPlaces(_ names: [ChineseTieName]) {
        readOrigins()
        for (one, other) in zip(names, names.dropFirst()) {
            let gap = other.before
            if isTiePlace(one.party), isTieBody(other.party) {
                readPlaceFirst(one, other.party, gap)
            } else if isTieBody(one.party), isTiePlace(other.party) {
                let isFounded =
                    gap == "\u{5728}"
                    && other.after.starts(withAny: [
                        "\u{6210}\u{7ACB}", "\u{6CE8}\u{518C}", "\u{521B}\u{7ACB}",
                    ])
                if isFounded || gap.ends(withAny: tieWords.seats) && gap.unicodeScalars.count < 8 {
                    relate(.locatedIn, one.party, other.party, rule: "zh.seat.after@1")
                }
            }
        }
    }

    /// 韩国三星SDS, 立陶宛数字身份企业X: where a company is from, right before its name.
    private func readOrigins() {
        for index in items.indices where items[index].isOrigin {
            guard let place = party(index), isTiePlace(place) else { continue }
            let rest = items[(index + 1)...].prefix(10).indices.prefix {
                items[$0].segment == items[index].segment && !items[$0].isVerb
            }
            guard let next = rest.first(where: { items[$0].mention != nil }),
                let firm = party(next), firm.isCompany || firm.kind == .organization,
                !isTold(.locatedIn, firm, place)
            else { continue }
            relate(.locatedIn, firm, place, rule: "zh.origin.item@1")
        }
    }

    private func readPlaceFirst(_ place: ChineseTieName, _ body: Party, _ gap: String) {
        let isPlain =
            !gap.isEmpty && gap.unicodeScalars.count < 9
            && !gap.contains(any: ["\u{FF0C}", "\u{3001}", "\u{548C}", "\u{4E0E}", "\u{7531}"])
        if place.party.kind == .country, body.isCompany, isPlain,
            gap.ends(withAny: tieWords.companies)
        {
            relate(.locatedIn, body, place.party, rule: "zh.origin.before@1")
        } else if gap == "\u{7684}",
            place.before.ends(withAny: tieWords.seats + ["\u{4F4D}\u{4E8E}"])
        {
            relate(.locatedIn, body, place.party, rule: "zh.seat.before@1")
        }
    }

    // MARK: - Joint ventures, pacts, rivalry

    /// A与B设立合营企业, A与B签署战略合作协议, A与B竞争.
    func readUnions(_ names: [ChineseTieName]) {
        let links: Set<String> = [
            "\u{4E0E}", "\u{548C}", "\u{540C}", "\u{8DDF}", "\u{53CA}",
        ]
        let deeds = [
            "\u{7B7E}", "\u{8FBE}\u{6210}", "\u{5EFA}\u{7ACB}", "\u{7ED3}\u{6210}",
            "\u{643A}\u{624B}", "\u{8054}\u{624B}", "\u{7F14}\u{7ED3}",
        ]
        for (one, other) in zip(names, names.dropFirst()) where links.contains(other.before) {
            let tail = other.after
            let isSure = !tail.contains(any: tieWords.planned)
            guard isSure, isActor(one.party), isActor(other.party) else { continue }
            if tail.contains(any: tieWords.ventures) {
                relate(.jointVenture, one.party, other.party, rule: "zh.venture.pair@1")
            } else if tail.contains(any: tieWords.pacts), tail.contains(any: deeds),
                !isTiePlace(one.party) || !isTiePlace(other.party)
            {
                relate(.partnersWith, one.party, other.party, rule: "zh.partner.pact@1")
            } else if tail.starts(withAny: tieWords.rivalry) {
                relate(.competesWith, one.party, other.party, rule: "zh.rival.pair@1")
            }
        }
    }

    private func isActor(_ party: Party) -> Bool {
        switch party.kind {
        case .person, .event, .policy, .system: false
        default: true
        }
    }
}
