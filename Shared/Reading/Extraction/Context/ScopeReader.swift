import Evidence

/// Tells which country each block of a document is about, by labels, bullets and headings.
struct ScopeReader {
    let text: ScalarText
    let layout: Layout
    /// Countries and territories by name, in the order of the text.
    let places: [Mention]
    /// How headings begin that close a page's sections.
    let closings: [String]
    /// The headings that are nothing but a country.
    private let sections: [Int]
    /// Where the first heading of each wording ends, if the page has sections.
    private let firstEnds: [String: Int]

    init(text: ScalarText, layout: Layout, places: [Mention], closings: [String] = []) {
        self.text = text
        self.layout = layout
        self.places = places
        self.closings = closings
        let countries = Set(places.filter { $0.kind == .country && $0.use == .name }.map(\.range))
        let sections = layout.blocks.indices.filter { place in
            let block = layout.blocks[place]
            return block.isHeading && countries.contains(block.range)
        }
        self.sections = sections
        var ends: [String: Int] = [:]
        for block in layout.blocks where block.isHeading && sections.count >= 2 {
            let name = text.string(block.range)
            ends[name] = min(ends[name] ?? Int.max, block.range.upperBound)
        }
        firstEnds = ends
    }

    struct Result {
        /// By a label, a bullet or a heading that is nothing but a country.
        var strict: [EntityID?]
        /// By a heading that names one country among other words.
        var loose: [EntityID?]
        var document: EntityID?
    }

    func read() -> Result {
        let countries = places.filter { $0.kind == .country }
        var strict: [EntityID?] = []
        var loose: [EntityID?] = []
        var under: EntityID?
        let title = titleCountry(countries)
        for (place, block) in layout.blocks.enumerated() {
            if block.isHeading || isSection(block) { under = nil }
            if isSection(block) {
                under = labelled(block, countries) ?? whole(block.range, countries)
            }
            let own = labelled(block, countries) ?? opening(block, countries) ?? under
            let parent = block.parent.flatMap { $0 < place ? strict[$0] : nil }
            let heading = block.headings.reversed().lazy.compactMap { strict[$0] }.first
            let isSelf = block.isHeading ? whole(block.range, countries) : nil
            let sticky = isClosing(block) ? nil : section(above: block, strict)
            strict.append(own ?? isSelf ?? parent ?? heading ?? sticky)
            let named = block.isHeading ? only(in: block.range, countries) : nil
            let above = block.headings.reversed().lazy.compactMap { loose[$0] }.first
            let label = block.label.flatMap { only(in: $0, countries) }
            loose.append(label ?? named ?? above ?? title)
        }
        return Result(strict: strict, loose: loose, document: Self.prevailing(countries))
    }

    /// The one country that a Chinese title names as what it is about, not as whose company.
    private func titleCountry(_ countries: [Mention]) -> EntityID? {
        guard let block = layout.blocks.first, block.isHeading, !block.range.isEmpty,
            block.range.count <= Self.sectionMax,
            ScalarClass.isHan(text[block.range.lowerBound]),
            let country = only(in: block.range, countries),
            let mention = countries.within(block.range).last
        else { return nil }
        let rest = text.string(mention.range.upperBound..<block.range.upperBound)
        return Self.origins.contains(where: rest.hasPrefix) ? nil : country
    }

    /// 企业, 公司, 厂商, 方案, 援, 造, 制造, 技术, 标准, 产: what follows a maker's country.
    private static let origins = [
        "\u{4F01}\u{4E1A}", "\u{516C}\u{53F8}", "\u{5382}\u{5546}", "\u{65B9}\u{6848}",
        "\u{63F4}", "\u{9020}", "\u{5236}\u{9020}", "\u{6280}\u{672F}", "\u{6807}\u{51C6}",
        "\u{4EA7}",
    ]

    /// The country that a block's label is.
    private func labelled(_ block: Block, _ countries: [Mention]) -> EntityID? {
        block.label.flatMap { whole($0, countries) }
    }

    /// The country that a block opens with as if it were a label, as in "Kenya: the ministry …".
    private func opening(_ block: Block, _ countries: [Mention]) -> EntityID? {
        guard block.label == nil, !block.isHeading, !block.isCell else { return nil }
        let limit = min(block.range.upperBound, block.range.lowerBound + Self.openingMax)
        let stop = (block.range.lowerBound..<limit).first { text[$0] == "." || text[$0] == ":" }
        guard let stop, stop + 1 < block.range.upperBound else { return nil }
        return whole(block.range.lowerBound..<stop, countries)
    }

    /// The longest country name that may open a block, in scalars.
    private static let openingMax = 40

    /// The country of the section that a heading below a country's heading goes on with.
    ///
    /// Where a page's headings all look alike, "ZAMBIA" is followed by "What is in place" on the
    /// same level.
    private func section(above block: Block, _ strict: [EntityID?]) -> EntityID? {
        guard sections.count >= 2, block.isHeading, let section = lastSection(before: block) else {
            return nil
        }
        // Below the last country's heading only what stood below others goes on with it.
        if section == sections.last, !isRepeated(block) { return nil }
        return strict[section]
    }

    private func lastSection(before block: Block) -> Int? {
        var low = 0
        var high = sections.count
        while low < high {
            let middle = (low + high) / 2
            if layout.blocks[sections[middle]].range.upperBound <= block.range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low > 0 ? sections[low - 1] : nil
    }

    private func isRepeated(_ block: Block) -> Bool {
        firstEnds[text.string(block.range)].map { $0 <= block.range.lowerBound } ?? false
    }

    /// Whether a heading closes a page and its sections: "Outlook", "Recommendations".
    private func isClosing(_ block: Block) -> Bool {
        guard block.isHeading else { return false }
        let name = text.string(block.range).lowercased()
        return closings.contains { name.hasPrefix($0) }
    }

    /// Whether a block heads a section though it is no heading: 三、埃及：…, or a short line with a
    /// label and without an end.
    private func isSection(_ block: Block) -> Bool {
        guard !block.isCell, !block.isHeading, !block.range.isEmpty else { return false }
        let start = block.label?.lowerBound ?? block.range.lowerBound
        guard ScalarClass.isHan(text[start]) else { return false }
        let last = text[block.range.upperBound - 1]
        let isOpenEnded = !"\u{3002}\u{FF1B}\u{FF01}.".unicodeScalars.contains(last)
        guard isOpenEnded, block.range.upperBound - start <= Self.sectionMax else { return false }
        if start >= 2, "\u{3001}\u{FF09}".unicodeScalars.contains(text[start - 1]) {
            return Self.numerals.contains(text[start - 2])
        }
        return block.label != nil && block.kind == .paragraph
    }

    /// The longest line that heads a section, in characters.
    private static let sectionMax = 40
    private static let numerals = Set(
        "\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{4E94}\u{516D}\u{4E03}\u{516B}\u{4E5D}\u{5341}"
            .unicodeScalars
    )

    /// The country that makes up a range but for marks.
    private func whole(_ range: Range<Int>, _ countries: [Mention]) -> EntityID? {
        guard let mention = countries.within(range).first, mention.use == .name else { return nil }
        let rest = range.lazy.filter { position in
            !mention.range.contains(position)
                && (ScalarClass.isLetter(self.text[position])
                    || ScalarClass.isHan(self.text[position]))
        }
        return rest.isEmpty ? mention.entity : nil
    }

    private func only(in range: Range<Int>, _ countries: [Mention]) -> EntityID? {
        let found = Set(countries.within(range).filter { $0.use == .name }.map(\.entity))
        return found.count == 1 ? found.first : nil
    }

    /// The country that the document speaks of most, where it has at least half of all names.
    static func prevailing(_ countries: [Mention]) -> EntityID? {
        var counts: [EntityID: Double] = [:]
        for mention in countries {
            counts[mention.entity, default: 0] += mention.use == .demonym ? 0.4 : 1
        }
        // In order, so that the sum is the same at every reading.
        let total = counts.values.sorted().reduce(0, +)
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value * 2 >= total else { return nil }
        return best.key
    }
}
