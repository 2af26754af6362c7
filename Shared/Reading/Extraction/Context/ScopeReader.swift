import Evidence

/// Tells which country each block of a document is about, by labels, bullets and headings.
struct ScopeReader {
    let text: ScalarText
    let layout: Layout
    /// Countries and territories by name, in the order of the text.
    let places: [Mention]

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
        for (place, block) in layout.blocks.enumerated() {
            let own = labelled(block, countries)
            let parent = block.parent.flatMap { $0 < place ? strict[$0] : nil }
            let heading = block.headings.reversed().lazy.compactMap { strict[$0] }.first
            let isSelf = block.isHeading ? whole(block.range, countries) : nil
            strict.append(own ?? isSelf ?? parent ?? heading)
            let named = block.isHeading ? only(in: block.range, countries) : nil
            let above = block.headings.reversed().lazy.compactMap { loose[$0] }.first
            loose.append(named ?? above)
        }
        return Result(strict: strict, loose: loose, document: Self.prevailing(countries))
    }

    /// The country that a block's label is.
    private func labelled(_ block: Block, _ countries: [Mention]) -> EntityID? {
        block.label.flatMap { whole($0, countries) }
    }

    /// The country that makes up a range but for marks.
    private func whole(_ range: Range<Int>, _ countries: [Mention]) -> EntityID? {
        guard let mention = within(range, countries).first, mention.use == .name else { return nil }
        let rest = range.lazy.filter { position in
            !mention.range.contains(position)
                && (ScalarClass.isLetter(self.text[position])
                    || ScalarClass.isHan(self.text[position]))
        }
        return rest.isEmpty ? mention.entity : nil
    }

    private func only(in range: Range<Int>, _ countries: [Mention]) -> EntityID? {
        let found = Set(within(range, countries).filter { $0.use == .name }.map(\.entity))
        return found.count == 1 ? found.first : nil
    }

    private func within(_ range: Range<Int>, _ mentions: [Mention]) -> [Mention] {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].range.lowerBound < range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var found: [Mention] = []
        while low < mentions.count, mentions[low].range.upperBound <= range.upperBound {
            found.append(mentions[low])
            low += 1
        }
        return found
    }

    /// The country that the document speaks of most, where it has at least half of all names.
    static func prevailing(_ countries: [Mention]) -> EntityID? {
        var counts: [EntityID: Double] = [:]
        for mention in countries {
            counts[mention.entity, default: 0] += mention.use == .demonym ? 0.4 : 1
        }
        let total = counts.values.reduce(0, +)
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value * 2 >= total else { return nil }
        return best.key
    }
}
