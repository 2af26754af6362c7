import Evidence

/// One Chinese sentence on its way from parts to drafts.
struct ChinesePassage {
    let range: Range<Int>
    let items: [ChineseItem]
    let mentions: [Mention]
    let context: DocumentContext
    let memory: ChinesePassageMemory

    init(
        range: Range<Int>,
        items: [ChineseItem],
        mentions: [Mention],
        context: DocumentContext
    ) {
        self.range = range
        self.items = items
        self.mentions = mentions
        self.context = context
        memory = ChinesePassageMemory(items)
    }

    /// Whom an item stands for: a name, 该公司, 双方, 这四家企业.
    ///
    /// It stays what it is while the sentence is read.
    func parties(_ index: Int) -> [Party] {
        if let known = memory.parties[index] { return known }
        let parties = meantParties(index)
        memory.parties[index] = parties
        return parties
    }

    func read() {
        readDateline()
        readTopic()
        let aspects = memory.aspects
        defer { remember() }
        if isNote { readRelations() }
        guard aspects.isDisjoint(with: [.rumoured, .market]), items.last?.text != "\u{FF1F}",
            !isNote
        else { return }
        recall()
        let systems = systems()
        var drafts: [Int: Draft] = [:]
        for index in items.indices where items[index].isVerb {
            readDeed(index, systems, &drafts)
        }
        readFinances(systems, &drafts)
        readOrigins(systems, &drafts)
        readSuppliers(systems, &drafts)
        readWithheld(systems, &drafts)
        readClients(systems, &drafts)
        readRelations()
        finish(drafts, systems, aspects)
    }

    private func finish(
        _ drafts: [Int: Draft],
        _ systems: [System],
        _ aspects: ChineseEntry.Aspects
    ) {
        var isTold = false
        let places = drafts.keys.sorted()
        for place in places {
            guard var draft = drafts[place] else { continue }
            draft.assertion = aspects.contains(.reported) ? .reported : .asserted
            draft.isPublic = true
            draft.nearby = context.nearbyCountry(
                besides: draft.suppliers + draft.financiers + draft.donors
            )
            if draft.recipients.isEmpty, systems.indices.contains(place),
                let owner = enterprise(owning: systems[place], besides: draft.suppliers)
            {
                draft.recipients = [owner]
            }
            fillMoney(&draft, place, places, systems)
            draft.termYears = draft.termYears ?? term()
            if aspects.contains(.own), draft.recipients.isEmpty || !draft.suppliers.isEmpty {
                continue
            }
            if isOwnProduct(place, systems) { continue }
            isTold = true
            for one in parted(draft, aspects) { commit(one) }
        }
        if !isTold { noteSystem(systems) }
    }

    /// 肯尼亚和乌干达分别采用华为和中兴的N: to each its own.
    private func parted(_ draft: Draft, _ aspects: ChineseEntry.Aspects) -> [Draft] {
        let count = draft.recipients.count
        guard aspects.contains(.respective), count >= 2, draft.suppliers.count == count else {
            return [draft]
        }
        return draft.recipients.indices.map { place in
            var one = draft
            one.recipients = [draft.recipients[place]]
            one.suppliers = [draft.suppliers[place]]
            one.fire("zh.respective@1")
            return one
        }
    }

    /// 公司抓拍设备的传感器: a system of whoever speaks, and of no government.
    private func isOwnProduct(_ place: Int, _ systems: [System]) -> Bool {
        guard systems.indices.contains(place) else { return false }
        let first = systems[place].items.lowerBound
        guard first > 0, items[first - 1].segment == items[first].segment else { return false }
        let owner = items[first - 1]
        return owner.entry?.reference.contains(.company) == true
            && owner.text.unicodeScalars.count <= 3 && owner.role == .subject
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
        if draft.recipients.isEmpty { draft.recipients = presenter(of: system) }
        draft.isPublic = true
        if let body = draft.recipients.first, body.kind == .publicBody {
            context.lastRecipient = (body, context.block)
        }
        place(&draft)
        context.drafts.append(draft)
        context.lastDraft = context.drafts.count - 1
    }

    /// X发布了N, X启用N: the body that puts a system into use.
    private func presenter(of system: System) -> [Party] {
        let segment = items[system.items.lowerBound].segment
        let own = items.indices.filter {
            $0 < system.items.lowerBound && items[$0].segment == segment
        }
        guard
            own.contains(where: {
                items[$0].entry?.frames.contains(.launch) ?? false
                    || Self.presenting.contains(items[$0].text)
            })
        else { return [] }
        return own.filter { items[$0].role == .subject }.compactMap { actor($0) }
            .filter { $0.kind == .publicBody }.suffix(1)
    }

    /// 发布, 发布了, 推出, 推出了.
    private static let presenting: Set<String> = [
        "\u{53D1}\u{5E03}", "\u{53D1}\u{5E03}\u{4E86}", "\u{63A8}\u{51FA}",
        "\u{63A8}\u{51FA}\u{4E86}",
    ]

    /// The party that an item names.
    func party(_ index: Int) -> Party? {
        guard let mention = items[index].mention else { return nil }
        if let known = memory.named[index] { return known }
        let party = context.party(mentions[mention].entity, surface: mentions[mention].surface)
        memory.named[index] = .some(party)
        return party
    }

    /// The party that an item names, unless it only tells where another is from.
    func actor(_ index: Int) -> Party? {
        guard !items[index].isOrigin else { return nil }
        let party = party(index)
        // 巴基斯坦伊斯兰堡: the city.
        if party?.kind == .country, index + 1 < items.count, let next = items[index + 1].mention,
            mentions[next].kind == .territory || mentions[next].kind == .publicBody,
            context.country(of: mentions[next].entity) == party?.entity
        {
            return nil
        }
        return party
    }

    private func remember() {
        if let strong = systems().last(where: { $0.weight >= 3 && !$0.isComponent }) {
            context.topic = SystemTerm(category: strong.category, isStrong: true)
        }
        for mention in mentions {
            if let party = context.party(mention.entity, surface: mention.surface) {
                context.remember(party)
            }
        }
    }

    /// 【内罗毕】 at the head of a paragraph: what follows is about that country.
    private func readDateline() {
        guard let first = items.first, first.text == "\u{3010}",
            let close = items.prefix(8).firstIndex(where: { $0.text == "\u{3011}" })
        else { return }
        context.dateline =
            items[..<close].indices.lazy.compactMap { actor($0) }
            .compactMap { $0.kind == .country ? $0.entity : context.country(of: $0.entity) }.first
    }

    /// 法国方面，…: what follows in the paragraph is about that country.
    private func readTopic() {
        guard let first = items.indices.first(where: { actor($0) != nil }), first <= 2,
            let party = actor(first), isGovernment(party), first + 1 < items.count,
            items[first + 1].text == "\u{65B9}\u{9762}"
        else { return }
        context.lastRecipient = (party, context.block)
    }

    /// Whether a block is a note on a row of a table: 第1项.
    private var isNote: Bool {
        guard let label = context.layout.blocks[context.block].label else { return false }
        let text = context.text.string(label)
        return text.hasPrefix("\u{7B2C}") && text.hasSuffix("\u{9879}")
    }

    // MARK: - What is told

    /// The rule of what is handed over to a body, which is more than whose country it is in.
    static let handover = "zh.handover.object@1"

    private func commit(_ draft: Draft) {
        var draft = draft
        if !draft.isNamed, let last = context.lastDraft, isApart(draft, context.drafts[last]) {
            draft.system = context.drafts[last].system
            draft.category = context.drafts[last].category
            draft.categoryWeight = min(1, context.drafts[last].categoryWeight)
            draft.isNamed = true
        }
        if !draft.isNamed {
            guard let last = context.lastDraft, isCompatible(draft, context.drafts[last]),
                !isElsewhere(context.drafts[last])
            else { return }
            if draft.rules.contains(Self.client) { context.drafts[last].recipients = [] }
            place(served: &draft)
            if draft.recipients.count > context.drafts[last].recipients.count,
                draft.recipients.count > 1
            {
                context.drafts[last].recipients = []
            }
            if let body = draft.recipients.first, body.kind == .publicBody,
                draft.rules.contains(Self.handover),
                context.drafts[last].recipients.allSatisfy({
                    $0.entity == context.country(of: body.entity)
                })
            {
                context.drafts[last].recipients = []
            }
            if !context.drafts[last].recipients.isEmpty { draft.recipients = [] }
            context.join(draft, into: last)
            return
        }
        place(&draft)
        if draft.recipients.isEmpty, let own = locality(of: draft) { draft.recipients = [own] }
        let block = context.layout.blocks[context.block]
        if block.isCell, draft.recipients.isEmpty { return }
        if block.isHeading, draft.recipients.isEmpty, draft.places.isEmpty { return }
        classify(&draft)
        if let country = draft.recipients.first {
            context.lastRecipient = (country, context.block)
        }
        context.drafts.append(draft)
        context.lastDraft = context.drafts.count - 1
    }

    /// Whether what is told of "the system" can be told of one draft: no other government.
    func isCompatible(_ new: Draft, _ old: Draft) -> Bool {
        guard let one = new.recipients.first, let two = old.recipients.first else { return true }
        return one.entity == two.entity || context.country(of: one.entity) == nil
            || context.country(of: one.entity) == context.country(of: two.entity)
            || context.country(of: one.entity) == two.entity
            || context.country(of: two.entity) == one.entity
    }

    /// Whether another place has its own deal of the kind last told, with no word that points back:
    /// A市的户籍系统由X改造；B市委托Y.
    private func isApart(_ new: Draft, _ old: Draft) -> Bool {
        guard !new.suppliers.isEmpty, let one = new.recipients.first,
            let two = old.recipients.first,
            one.entity != two.entity,
            !items.contains(where: { $0.entry?.reference.contains(.system) == true })
        else { return false }
        let homes = (context.country(of: one.entity), context.country(of: two.entity))
        if let left = homes.0, let right = homes.1, left != right { return true }
        return one.kind == .territory && two.kind == .territory
    }
}
