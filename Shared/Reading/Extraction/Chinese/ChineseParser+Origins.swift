import Evidence

/// Names that only say to whom another belongs, or where it is from.
extension ChineseParser {
    /// 中信集团 of 中信集团旗下中信建设 takes no part itself.
    func markGroups(_ items: inout [ChineseItem]) {
        // 隶属国防部的X
        for index in items.indices.dropLast(3)
        where ["\u{96B6}\u{5C5E}", "\u{96B6}\u{5C5E}\u{4E8E}"].contains(items[index].text) {
            if items[index + 1].mention != nil, items[index + 2].text == "\u{7684}",
                items[index + 3].mention != nil
            {
                items[index + 1].isOrigin = true
            }
        }
        for index in items.indices.dropLast(2) where items[index].mention != nil {
            guard items[index + 1].has(.member), items[index + 1].segment == items[index].segment
            else { continue }
            var next = index + 2
            while next < items.count, next < index + 6, items[next].mention == nil,
                !items[next].isVerb, items[next].segment == items[index].segment
            { next += 1 }
            if next < items.count, items[next].mention != nil,
                items[next].segment == items[index].segment
            {
                items[index].isOrigin = true
            }
        }
    }

    /// 法国 of 法国企业Idemia tells only where the company is from.
    func markOrigins(_ items: inout [ChineseItem], _ mentions: [Mention]) {
        for index in items.indices {
            guard let mention = items[index].mention,
                mentions[mention].kind == .country || mentions[mention].kind == .territory,
                !mentions[mention].surface.hasSuffix("\u{653F}\u{5E9C}")
            else { continue }
            // 中国援建的N: who gives, not whose it is.
            if index + 1 < items.count, items[index + 1].text == "\u{63F4}" {
                items[index].isOrigin = true
                continue
            }
            var next = index + 1
            var plain = 0
            while next < items.count, plain < 6,
                !items[next].isFilled || items[next].entry?.system != nil,
                items[next].segment == items[index].segment,
                let first = items[next].text.unicodeScalars.first, ScalarClass.isHan(first),
                items[next].text != "\u{7684}"
            {
                next += 1
                plain += 1
            }
            guard next < items.count, items[next].segment == items[index].segment else { continue }
            if items[next].has(.company),
                items[next].entry?.reference.isEmpty != false || plain == 0
            {
                items[index].isOrigin = true
            } else if plain == 0, let other = items[next].mention {
                let kind = mentions[other].kind
                items[index].isOrigin = kind == .company || kind == .stateOwnedEnterprise
            }
        }
    }

    /// 连接甲市与乙市, 覆盖三省: how far a system reaches within a country, and not whom it is for.
    func settleReach(_ items: inout [ChineseItem], _ mentions: [Mention]) {
        var reaches = false
        for index in items.indices {
            if let coverb = items[index].entry?.coverb {
                reaches = coverb == .recipient && Self.reaching.contains(items[index].text)
            } else if items[index].isVerb {
                reaches = false
            } else if reaches, items[index].role == .recipient, let mention = items[index].mention,
                mentions[mention].kind == .territory
            {
                items[index].role = .place
            }
        }
    }

    /// 连接, 覆盖, 连通, 贯通.
    private static let reaching: Set<String> = [
        "\u{8FDE}\u{63A5}", "\u{8986}\u{76D6}", "\u{8FDE}\u{901A}", "\u{8D2F}\u{901A}",
    ]
}
