import Evidence

/// Tells which country each block speaks of, by how often and in what part it is named.
///
/// A country that a company comes from counts for nothing; what earlier blocks spoke of fades; a
/// heading begins anew.
struct FocusReader {
    let context: DocumentContext
    let mentions: [Mention]

    /// How much of what was spoken of before is kept in the next block.
    private static let kept = 0.35

    /// The country that each block speaks of most, `nil` where none is named.
    func focuses() -> [EntityID?] {
        var weights: [EntityID: Double] = [:]
        var next = 0
        return context.layout.blocks.indices.map { place in
            let block = context.layout.blocks[place]
            weights = block.isHeading ? [:] : weights.mapValues { $0 * Self.kept }
            while next < mentions.count, mentions[next].range.lowerBound < block.range.lowerBound {
                next += 1
            }
            var isFirst = true
            while next < mentions.count, mentions[next].range.upperBound <= block.range.upperBound {
                let weight = weight(next)
                if weight > 0, let country = context.country(of: mentions[next].entity) {
                    weights[country, default: 0] += weight + (isFirst ? 0.5 : 0)
                    isFirst = false
                }
                next += 1
            }
            return weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }

    /// The mentions of countries that are spoken of, and not only where somebody comes from.
    func countries() -> [Mention] {
        mentions.indices.filter { mentions[$0].kind == .country && ownWeight($0) > 0 }
            .map { mentions[$0] }
    }

    /// The country that the whole document is about: what its title and its first lines name
    /// counts most.
    func prevailing() -> EntityID? {
        var weights: [EntityID: Double] = [:]
        for place in mentions.indices {
            let weight = weight(place) * (isOpening(mentions[place]) ? 3 : 1)
            guard weight > 0, let country = context.country(of: mentions[place].entity) else {
                continue
            }
            weights[country, default: 0] += weight
        }
        // In order, so that the sum is the same at every reading.
        let total = weights.values.sorted().reduce(0, +)
        let best = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value * 2 >= total else { return nil }
        return best.key
    }

    /// The body or place that the document as a whole is about: whose paper it is, or who stands in
    /// its title and is named far more than all others.
    func protagonist() -> Party? {
        var weights: [EntityID: Double] = [:]
        for mention in mentions where mayReceive(mention) {
            let own = mention.kind == .territory ? 0.6 : 1
            weights[mention.entity, default: 0] += isOpening(mention) ? own * 3 : own
        }
        let ranked = weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let best = ranked.first, best.value >= Self.protagonistLeast,
            ranked.count == 1 || ranked[1].value <= best.value * 0.6,
            let mention = mentions.first(where: { $0.entity == best.key }), isOpening(mention),
            mention.kind != .territory || outweighsCountry(mention, best.value)
        else { return nil }
        return context.party(mention.entity, surface: mention.surface)
    }

    /// Whether a place is named more than its country, for which a capital may stand.
    private func outweighsCountry(_ place: Mention, _ weight: Double) -> Bool {
        guard let country = context.country(of: place.entity) else { return false }
        return Double(mentions.filter { $0.entity == country }.count) < weight / 2
    }

    private static let protagonistLeast = 4.5

    private func mayReceive(_ mention: Mention) -> Bool {
        switch mention.kind {
        case .publicBody: true
        case .territory: context.country(of: mention.entity) != nil
        case .organization: Party.isPublicInstitution(mention.surface)
        default: false
        }
    }

    /// Whether a name stands in the title or in another short line at the top.
    private func isOpening(_ mention: Mention) -> Bool {
        for block in context.layout.blocks.prefix(3)
        where block.range.contains(mention.range.lowerBound)
            || block.label?.contains(mention.range.lowerBound) ?? false
        {
            return block.isHeading || block.range.count < Self.titleMax
        }
        return false
    }

    /// The longest title, in scalars.
    private static let titleMax = 140

    /// Where the companies and financiers that a text names come from.
    static func homes(_ mentions: [Mention], _ context: DocumentContext) -> Set<EntityID> {
        let reader = FocusReader(context: context, mentions: mentions)
        return Set(
            mentions.filter(reader.isParty).compactMap { context.country(of: $0.entity) }
        )
    }

    /// How much a text speaks of each country, be it by its bodies, places or people.
    static func weights(_ mentions: [Mention], _ context: DocumentContext) -> [EntityID: Double] {
        var weights: [EntityID: Double] = [:]
        for mention in mentions where mention.kind.isGovernment {
            guard let country = context.country(of: mention.entity) else { continue }
            weights[country, default: 0] += mention.use == .demonym ? 0.4 : 1
        }
        return weights
    }

    /// How much less a country counts from where suppliers come.
    private static let supplierWeight = 0.35

    private func weight(_ place: Int) -> Double {
        let own = ownWeight(place)
        guard own > 0, mentions[place].kind != .publicBody,
            let country = context.country(of: mentions[place].entity)
        else { return own }
        return context.supplierHomes.contains(country) ? own * Self.supplierWeight : own
    }

    private func ownWeight(_ place: Int) -> Double {
        let mention = mentions[place]
        switch mention.kind {
        case .country:
            if mention.use == .demonym {
                return followedByCompany(place) || describesCompany(mention) ? 0 : 0.3
            }
            return isOrigin(place) || isGang(place) ? 0 : 1
        case .territory: return isOrigin(place) ? 0 : 0.4
        case .publicBody: return 0.8
        default: return 0
        }
    }

    /// "Semlex of Belgium", "China's Inspur", "Thales (France)".
    private func isOrigin(_ place: Int) -> Bool {
        let mention = mentions[place]
        if place > 0, isParty(mentions[place - 1]) {
            let gap = mentions[place - 1].range.upperBound..<mention.range.lowerBound
            if gap.count <= 6 {
                let words = context.text.string(gap)
                if [" of ", " from ", " (", ", of ", " in "].contains(words) { return true }
            }
            if isTown(gap) { return true }
        }
        // "Acme of Pune, India": the town says where the company is, and the country where the town.
        if place > 1, mentions[place - 1].kind == .territory,
            mentions[place - 1].range.upperBound + 2 == mention.range.lowerBound,
            context.text.string(mentions[place - 1].range.upperBound..<mention.range.lowerBound)
                == ", ",
            isParty(mentions[place - 2]), isOrigin(place - 1)
        {
            return true
        }
        return followedByCompany(place)
    }

    /// Whether between a company and a country stands nothing but its town: " of Pune, ".
    private func isTown(_ gap: Range<Int>) -> Bool {
        guard !gap.isEmpty, gap.count <= Self.townMax else { return false }
        let words = context.text.string(gap)
        guard words.hasSuffix(", "),
            let opening = [" of ", " from ", " (", ", of "].first(where: words.hasPrefix)
        else { return false }
        let town = words.dropFirst(opening.count).dropLast(2).split(separator: " ")
        return !town.isEmpty && town.allSatisfy { $0.first?.isUppercase == true }
    }

    /// The longest of such stretches, in scalars.
    private static let townMax = 32

    /// "the Cuba ransomware gang": a name, and no country.
    private func isGang(_ place: Int) -> Bool {
        let end = mentions[place].range.upperBound
        return context.relationWords.english.gangs.contains {
            context.text.starts(with: " " + $0, at: end)
        }
    }

    private func followedByCompany(_ place: Int) -> Bool {
        guard place + 1 < mentions.count, isParty(mentions[place + 1]) else { return false }
        let gap = mentions[place].range.upperBound..<mentions[place + 1].range.lowerBound
        guard !gap.isEmpty, gap.count <= 24 else { return false }
        let words = context.text.string(gap)
        return !words.contains(",") && !words.contains(".") && !words.contains(" by ")
            && !words.contains(" and ") && !words.contains(" to ")
    }

    /// "an Israeli company", "Chinese technology firms".
    private func describesCompany(_ mention: Mention) -> Bool {
        let end = min(mention.range.upperBound + 40, context.text.count)
        let words = context.text.string(mention.range.upperBound..<end).lowercased()
            .split(whereSeparator: { !$0.isLetter && $0 != "-" }).prefix(3)
        return words.contains { word in
            let one = word.hasSuffix("s") ? String(word.dropLast()) : String(word)
            return Self.companyWords.contains(one)
        }
    }

    private static let companyWords: Set<String> = [
        "company", "companie", "firm", "supplier", "vendor", "maker", "giant", "start-up",
        "startup", "group", "lender", "loan", "credit", "bank", "bidder", "contractor", "investor",
        "manufacturer", "provider", "operator", "technology", "equipment", "integrator",
    ]

    private func isParty(_ mention: Mention) -> Bool {
        switch mention.kind {
        case .company, .stateOwnedEnterprise, .financier: true
        default: false
        }
    }

    /// The mentions of a sentence that name a government and no company's origin.
    static func governments(_ mentions: [Mention], _ context: DocumentContext) -> [Mention] {
        let reader = FocusReader(context: context, mentions: mentions)
        return mentions.indices.filter {
            mentions[$0].kind.isGovernment && !reader.isGang($0)
                && (mentions[$0].kind == .publicBody || !reader.isOrigin($0))
        }
        .map { mentions[$0] }
    }
}
