import Evidence

/// One Chinese sentence on its way from parts to drafts.
struct ChinesePassage {
    let range: Range<Int>
    let items: [ChineseItem]
    let mentions: [Mention]
    let context: DocumentContext

    /// A system that the sentence names: its items and its kind.
    struct System {
        var items: Range<Int>
        var category: SystemCategory
        var weight: Double
        var isReference = false
    }

    func read() {
        let aspects = items.reduce(into: ChineseEntry.Aspects()) {
            $0.formUnion($1.entry?.aspects ?? [])
        }
        defer { remember() }
        guard !aspects.contains(.rumoured), items.last?.text != "\u{FF1F}" else { return }
        let systems = systems()
        var drafts: [Int: Draft] = [:]
        for index in items.indices where items[index].isVerb {
            readDeed(index, systems, &drafts)
        }
        readLoans(systems, &drafts)
        readRelations()
        for place in drafts.keys.sorted() {
            guard var draft = drafts[place] else { continue }
            draft.assertion = aspects.contains(.reported) ? .reported : .asserted
            draft.isPublic = true
            draft.nearby = context.nearbyCountry(
                besides: draft.suppliers + draft.financiers + draft.donors
            )
            commit(draft)
        }
        if drafts.isEmpty { noteSystem(systems) }
    }

    /// Keeps in mind a system that is only named, for 该系统 to stand for.
    private func noteSystem(_ systems: [System]) {
        guard let system = systems.first(where: { !$0.isReference && $0.weight >= 3 }) else {
            return
        }
        var draft = Draft(
            system: text(system),
            isNamed: true,
            category: system.category,
            categoryWeight: system.weight,
            quote: range,
            block: context.block
        )
        draft.recipients = owners(of: system)
        draft.isPublic = true
        context.drafts.append(draft)
        context.lastDraft = context.drafts.count - 1
    }

    func party(_ index: Int) -> Party? {
        items[index].mention.flatMap {
            context.party(mentions[$0].entity, surface: mentions[$0].surface)
        }
    }

    private func remember() {
        for mention in mentions {
            if let party = context.party(mention.entity, surface: mention.surface) {
                context.remember(party)
            }
        }
    }

    private func commit(_ draft: Draft) {
        if !draft.isNamed {
            if let last = context.lastDraft { context.join(draft, into: last) }
            return
        }
        context.drafts.append(draft)
        context.lastDraft = context.drafts.count - 1
    }

    // MARK: - Systems

    /// The systems that the sentence names, each with the words of its name.
    func systems() -> [System] {
        var found: [System] = []
        var index = 0
        while index < items.count {
            guard let entry = items[index].entry, isSystemWord(entry) else {
                index += 1
                continue
            }
            var end = index
            var best = SystemTerm(category: .other, isStrong: false)
            var weight = 0.0
            while end < items.count, let entry = items[end].entry, continues(entry, end) {
                if let term = entry.system {
                    let own = term.isStrong ? 3.0 : 1.0
                    if own >= weight { (best, weight) = (term, own) }
                }
                end += 1
            }
            let reference = entry.reference.contains(.system) && weight == 0
            if weight > 0 || reference {
                found.append(
                    System(
                        items: start(of: index)..<end,
                        category: best.category,
                        weight: weight,
                        isReference: reference
                    )
                )
            }
            index = max(end, index + 1)
        }
        return found
    }

    private func isSystemWord(_ entry: ChineseEntry) -> Bool {
        entry.system != nil || entry.reference.contains(.system)
            || (entry.noun.contains(.system) && entry.frames.isEmpty)
    }

    private func continues(_ entry: ChineseEntry, _ index: Int) -> Bool {
        entry.system != nil || entry.noun.contains(.system) || entry.noun.contains(.works)
            || entry.reference.contains(.system)
    }

    /// Where the name of a system begins: over plain characters to the left.
    private func start(of index: Int) -> Int {
        var start = index
        while start > 0 {
            let item = items[start - 1]
            guard item.entry == nil, item.mention == nil, item.quantity == nil,
                item.segment == items[index].segment,
                let first = item.text.unicodeScalars.first,
                ScalarClass.isHan(first) || ScalarClass.isLetter(first),
                !["\u{7684}", "\u{4E86}", "\u{7B49}", "\u{5171}", "\u{6B3E}", "\u{5957}"].contains(
                    item.text
                ), index - start < 12
            else { break }
            start -= 1
        }
        return start
    }

    func text(_ system: System) -> String {
        context.text.string(
            items[system.items.lowerBound].range
                .lowerBound..<items[system.items.upperBound - 1].range.upperBound
        )
    }
}
