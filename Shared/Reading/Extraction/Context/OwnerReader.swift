import Evidence

/// Tells whose systems each block lists, where a label, the block's first words or the heading
/// above are nothing but the name of a body, a place or a state's company: "Ministry of Health:
/// records by X", "**Lapland** – X runs the archive".
struct OwnerReader {
    let context: DocumentContext
    /// The document's names, in the order of the text.
    let mentions: [Mention]

    /// The most scalars in which a block's opening name may end.
    private static let openingMax = 90
    /// The most scalars of a label or heading that is a name and little else.
    private static let titleMax = 200

    func owners() -> [Party?] {
        var found: [Party?] = []
        for (place, block) in context.layout.blocks.enumerated() {
            guard !block.isCell else {
                found.append(nil)
                continue
            }
            let parent = block.parent.flatMap { $0 < place ? found[$0] : nil }
            found.append(label(of: block) ?? opening(of: block) ?? parent ?? heading(of: block))
        }
        return found
    }

    private func label(of block: Block) -> Party? {
        guard let label = block.label, !label.isEmpty, !isHan(label.lowerBound) else { return nil }
        return whole(label)
    }

    /// The name that the heading right above a block is.
    private func heading(of block: Block) -> Party? {
        guard !block.isHeading, let heading = block.headings.last else { return nil }
        let range = context.layout.blocks[heading].range
        return range.isEmpty || isHan(range.lowerBound) ? nil : whole(range)
    }

    /// The name before the first stop or dash of a block.
    private func opening(of block: Block) -> Party? {
        let range = block.range
        guard block.label == nil, !block.isHeading, !range.isEmpty, !isHan(range.lowerBound) else {
            return nil
        }
        let limit = min(range.upperBound, range.lowerBound + Self.openingMax)
        let end = (range.lowerBound..<limit).first { isEnd($0, in: range) }
        guard let end, let owner = whole(range.lowerBound..<end) else { return nil }
        // "PARIS — Acme delivered …": where a report was written.
        return owner.kind == .territory && !block.isBullet ? nil : owner
    }

    /// Whether a name may end at a place: before a full stop and a space, or a dash between spaces.
    private func isEnd(_ place: Int, in range: Range<Int>) -> Bool {
        guard place > range.lowerBound, place + 2 < range.upperBound else { return false }
        let text = context.text
        switch text[place] {
        case ".", ":": return ScalarClass.isSpace(text[place + 1])
        case "-", "\u{2013}", "\u{2014}":
            return ScalarClass.isSpace(text[place - 1]) && ScalarClass.isSpace(text[place + 1])
        default: return false
        }
    }

    /// The owner whose name fills a range but for marks, numbers, an article, its short form and its
    /// country: "[2024-05-01] LAPLAND / Ministry of Health".
    private func whole(_ range: Range<Int>) -> Party? {
        guard range.count <= Self.titleMax else { return nil }
        let own = mentions.within(range)
        guard let first = own.first(where: { $0.kind != .country }), mayOwn(first) else {
            return nil
        }
        let home = context.country(of: first.entity)
        guard own.allSatisfy({ $0.entity == first.entity || $0.entity == home }) else { return nil }
        var rest = ""
        for place in range where !own.contains(where: { $0.range.contains(place) }) {
            let scalar = context.text[place]
            if ScalarClass.isLetter(scalar) { rest.unicodeScalars.append(scalar) }
        }
        guard ["", "the", "The", "cityof"].contains(rest) else { return nil }
        return context.party(first.entity, surface: first.surface)
    }

    private func mayOwn(_ mention: Mention) -> Bool {
        guard mention.use == .name else { return false }
        return switch mention.kind {
        case .publicBody, .stateOwnedEnterprise: true
        case .territory: context.country(of: mention.entity) != nil
        case .organization: Party.isPublicInstitution(mention.surface)
        default: false
        }
    }

    private func isHan(_ place: Int) -> Bool { ScalarClass.isHan(context.text[place]) }
}
