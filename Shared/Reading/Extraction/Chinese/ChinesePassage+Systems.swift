import Evidence

/// Which stretches of a Chinese sentence name systems, and which of them a verb is about.
extension ChinesePassage {
    /// A system that the sentence names: its items and its kind.
    struct System {
        var items: Range<Int>
        var category: SystemCategory
        /// 0 for a reference, 0.5 for a name that tells no kind, 1 for a weak term, 3 for a strong.
        var weight: Double
        var isReference = false
    }

    /// The systems that the sentence names, each with the words of its name.
    func systems() -> [System] {
        var found: [System] = []
        var index = 0
        while index < items.count {
            guard let entry = items[index].entry, isSystemWord(entry, index) else {
                index += 1
                continue
            }
            var end = index
            var best = SystemTerm(category: .other, isStrong: false)
            var weight = 0.0
            while end < items.count, let entry = items[end].entry, continues(entry, end),
                items[end].segment == items[index].segment
            {
                if let term = entry.system {
                    let own = term.isStrong ? 3.0 : 1.0
                    if own >= weight { (best, weight) = (term, own) }
                }
                end += 1
            }
            let first = start(of: index)
            if weight == 0, isNamed(first, index, end) { weight = 0.5 }
            let isReference = entry.reference.contains(.system) && weight < 1
            if weight > 0 || isReference {
                found.append(
                    System(
                        items: first..<max(end, index + 1),
                        category: best.category,
                        weight: isReference ? 0 : weight,
                        isReference: isReference
                    )
                )
            }
            index = max(end, index + 1)
        }
        return found
    }

    private func isSystemWord(_ entry: ChineseEntry, _ index: Int) -> Bool {
        (entry.system != nil || entry.reference.contains(.system)
            || (entry.noun.contains(.system) && entry.frames.isEmpty))
            && (items[index].mention == nil || isSystemName(index))
    }

    private func isSystemName(_ index: Int) -> Bool {
        items[index].mention.map { mentions[$0].kind == .system } ?? false
    }

    private func continues(_ entry: ChineseEntry, _ index: Int) -> Bool {
        guard items[index].mention == nil || isSystemName(index) else { return false }
        return entry.system != nil || entry.noun.contains(.system) || entry.noun.contains(.works)
            || entry.reference.contains(.system)
    }

    /// Whether words that tell no kind name a system all the same: 电子申报+系统, Fayda.
    private func isNamed(_ first: Int, _ index: Int, _ end: Int) -> Bool {
        let own = items[index..<max(end, index + 1)]
        if own.indices.contains(where: { isSystemName($0) }) { return true }
        let heads: Set<String> = [
            "\u{7CFB}\u{7EDF}", "\u{5E73}\u{53F0}", "\u{6570}\u{636E}\u{5E93}",
            "\u{8F6F}\u{4EF6}", "\u{95E8}\u{6237}", "\u{5C0F}\u{7A0B}\u{5E8F}",
        ]
        return index - first >= 2 && own.contains { heads.contains($0.text) }
    }

    /// Where the name of a system begins: over plain characters to the left.
    private func start(of index: Int) -> Int {
        var start = index
        while start > 0 {
            let item = items[start - 1]
            guard !item.isFilled, item.segment == items[index].segment,
                let first = item.text.unicodeScalars.first,
                ScalarClass.isHan(first) || ScalarClass.isLetter(first),
                !Self.edges.contains(item.text), index - start < 12
            else { break }
            start -= 1
        }
        return start
    }

    /// 的, 了, 等, 共, 款, 套, 了, 是, 有, 其, 个, 项, 座: no part of a name.
    private static let edges: Set<String> = [
        "\u{7684}", "\u{4E86}", "\u{7B49}", "\u{5171}", "\u{6B3E}", "\u{5957}", "\u{662F}",
        "\u{6709}", "\u{5176}", "\u{4E2A}", "\u{9879}", "\u{5EA7}", "\u{6279}", "\u{5E76}",
        "\u{53CA}",
    ]

    func text(_ system: System) -> String {
        context.text.string(
            items[system.items.lowerBound].range
                .lowerBound..<items[system.items.upperBound - 1].range.upperBound
        )
    }

    // MARK: - Which system

    /// The systems that a verb is about: after it, before it, or in the stretches around.
    func targets(_ verb: Int, _ cast: Cast, _ systems: [System]) -> [Int] {
        let segment = items[verb].segment
        let limit = nextClause(after: verb)
        func places(_ wanted: Int) -> [Int] {
            systems.indices.filter { items[systems[$0].items.lowerBound].segment == wanted }
        }
        let own = places(segment)
        let after = own.filter {
            systems[$0].items.upperBound > verb + 1 && systems[$0].items.lowerBound < limit
        }
        let before = own.filter { systems[$0].items.upperBound <= verb + 1 }
        // 的N由X承建: what stands before an agent is the object.
        let isPassive = !cast.agents.isEmpty && !before.isEmpty && !isRelative(verb)
        if !after.isEmpty, !isPassive || named(before, systems).isEmpty {
            return named(after, systems)
        }
        if !before.isEmpty {
            return named(cast.agents.isEmpty ? [before[before.count - 1]] : before, systems)
        }
        let frames = items[verb].entry?.frames ?? .none
        if cast.agents.isEmpty, !frames.containsAny(.launch, .operate) {
            let next = named(places(segment + 1).filter { !systems[$0].isReference }, systems)
            if !next.isEmpty { return next }
        }
        for earlier in stride(from: segment - 1, through: max(0, segment - 3), by: -1) {
            let found = named(places(earlier), systems)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Where the part of another agent begins after a verb: 由X建设的N由Y运营.
    private func nextClause(after verb: Int) -> Int {
        var index = verb + 1
        while index < items.count, items[index].segment == items[verb].segment {
            if items[index].entry?.coverb == .agent { return index }
            index += 1
        }
        return index
    }

    /// Whether a verb describes what follows it: 由X承建的N.
    private func isRelative(_ verb: Int) -> Bool {
        items[(verb + 1)...].prefix(2).contains { $0.text == "\u{7684}" }
    }

    /// Named systems, or else those that only point back; those of a known kind before others.
    func named(_ places: [Int], _ systems: [System]) -> [Int] {
        let known = places.filter { systems[$0].weight >= 1 }
        if !known.isEmpty { return known }
        let named = places.filter { !systems[$0].isReference }
        return named.isEmpty ? Array(places.suffix(1)) : named
    }

    /// The draft of a system, changed; `context` stands for what was spoken of before.
    func update(
        _ place: Int,
        _ systems: [System],
        _ drafts: inout [Int: Draft],
        _ change: (inout Draft) -> Void
    ) {
        var draft = drafts[place] ?? blank(place, systems)
        change(&draft)
        drafts[place] = draft
    }

    private func blank(_ place: Int, _ systems: [System]) -> Draft {
        guard systems.indices.contains(place) else {
            return Draft(
                system: "",
                isNamed: false,
                category: .other,
                categoryWeight: 0,
                quote: range,
                block: context.block
            )
        }
        let system = systems[place]
        var draft = Draft(
            system: text(system),
            isNamed: !system.isReference,
            category: system.category,
            categoryWeight: system.weight,
            quote: range,
            block: context.block
        )
        draft.date = date(near: items[system.items.lowerBound].segment)
        draft.recipients += owners(of: system)
        return draft
    }

    /// The place that stands for the system last spoken of.
    static var earlier: Int { -1 }

    func date(near segment: Int) -> PartialDate? {
        items.lazy.filter { $0.segment == segment }.compactMap(\.date).first
            ?? items.lazy.compactMap(\.date).first
    }

    /// The government named right before a system: 塞内加尔国家数据中心.
    func owners(of system: System) -> [Party] {
        var index = system.items.lowerBound - 1
        while index >= 0, items[index].segment == items[system.items.lowerBound].segment {
            if let party = actor(index) {
                let isOwner =
                    isGovernment(party)
                    && (items[index].role == .object || items[index].role == .subject)
                return isOwner ? [party] : []
            }
            guard items[index].entry == nil || items[index].has(.government),
                items[index].quantity == nil
            else { break }
            index -= 1
        }
        return []
    }
}
