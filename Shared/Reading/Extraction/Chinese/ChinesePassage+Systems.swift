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
        /// Whether it is a part, such as cameras, of the system that is spoken of.
        var isComponent = false
    }

    /// The systems that the sentence names, each with the words of its name; those after one that
    /// `isLast` accepts may be left out.
    func systems(upTo isLast: (System) -> Bool = { _ in false }) -> [System] {
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
                    let isPlain = term.category == .other && best.category != .other
                    if own >= weight,
                        !isPlain && !term.isForm(of: weight > 0 ? best : nil) || weight < 1
                    {
                        (best, weight) = (term, own)
                    }
                }
                end += 1
            }
            let first = start(of: index)
            if isOnlySetting(index..<max(end, index + 1)) || describesCompany(max(end, index + 1)) {
                weight = 0
                if describesCompany(max(end, index + 1)) {
                    index = max(end, index + 1)
                    continue
                }
            }
            if weight == 0, isNamed(first, index, end) {
                weight = 0.5
                if let service = service(first, index, end) {
                    (best, weight) = (service, 1)
                }
            }
            var isReference = entry.reference.contains(.system) && weight < 1
            let whole = first..<max(end, index + 1)
            if isReference, weight == 0, hasOwner(before: first), !isDemonstrative(first) {
                isReference = false
                weight = 0.5
                if let known = found.last(where: { $0.weight >= 1 && !$0.isComponent }) {
                    (best, weight) = (SystemTerm(category: known.category, isStrong: false), 1)
                } else if let topic = context.topic {
                    (best, weight) = (topic, 1)
                }
            }
            if !isReference, isDemonstrative(first), pointsBack(best.category, weight) {
                isReference = true
            }
            if weight > 0 || isReference {
                var system = System(
                    items: whole,
                    category: best.category,
                    weight: isReference ? 0 : weight,
                    isReference: isReference
                )
                system.isComponent = isComponent(system) || isSite(system)
                found.append(system)
                if isLast(system) { return found }
            }
            index = max(end, index + 1)
        }
        return found
    }

    /// 该, 这, 此, 上述 before a name, or at the head of a phrase that ends in it: it points back.
    private func isDemonstrative(_ first: Int) -> Bool {
        let segment = items[first].segment
        func marks(_ index: Int) -> Bool {
            guard index >= 0, items[index].segment == segment,
                items[index].entry?.reference.contains(.government) != true
            else { return false }
            let text = items[index].text
            if text == "\u{8BE5}" || text == "\u{8FD9}" || text == "\u{6B64}" { return true }
            return (text == "\u{4E0A}" || text == "\u{524D}") && index + 1 < items.count
                && items[index + 1].text == "\u{8FF0}"
        }
        if marks(first) || marks(first - 1) || marks(first - 2) { return true }
        // 这座位于东都的大楼
        guard first > 0, items[first - 1].text == "\u{7684}" else { return false }
        return (max(0, first - 12)..<first).contains { marks($0) }
            && !items[max(0, first - 12)..<first].contains { $0.isVerb }
    }

    /// Whether a kind can be that of what was last spoken of.
    private func pointsBack(_ category: SystemCategory, _ weight: Double) -> Bool {
        guard let last = context.lastDraft else { return false }
        let draft = context.drafts[last]
        return weight < 3 || draft.category == category || draft.categoryWeight < 1
    }

    /// 税务委员会的新系统: a government before a noun that tells no kind.
    private func hasOwner(before first: Int) -> Bool {
        var index = first - 1
        while index >= 0, first - index < 4, items[index].segment == items[first].segment {
            if let party = actor(index) {
                return isGovernment(party) && items[index].role != .agent
            }
            guard !items[index].isFilled else { return false }
            index -= 1
        }
        return false
    }

    /// Whether a name is that of a part and nothing more: 核心设备, 登记软件, but not
    /// 塞内加尔的摄像头.
    private func isComponent(_ system: System) -> Bool {
        let named = items[system.items].filter(\.isFilled)
        guard let last = named.last, last.has(.component), !system.isReference,
            named.allSatisfy({ $0.mention == nil }), !isOwned(system)
        else { return false }
        let plain = system.items.count - named.count
        if named.count == 1 { return plain <= 4 }
        return named.count == 2 && system.weight < 3 && plain <= 2
    }

    private func isOwned(_ system: System) -> Bool { !owners(of: system).isEmpty }

    /// 数字身份 of 数字身份企业: what a company does.
    private func describesCompany(_ end: Int) -> Bool {
        end < items.count && items[end].has(.company)
            && items[end].segment == items[end - 1].segment
            && !items[end].has(.supplier)
    }

    /// 机房 of 部署在X的机房: where a system runs.
    private func isSite(_ system: System) -> Bool {
        let segment = items[system.items.lowerBound].segment
        var index = system.items.lowerBound - 1
        while index >= 0, items[index].segment == segment {
            if items[index].isVerb, isHosting(index) { return true }
            index -= 1
        }
        return false
    }

    /// Whether a verb tells where a system runs: 部署在, 托管于.
    func isHosting(_ verb: Int) -> Bool {
        switch items[verb].text.unicodeScalars.last {
        case "\u{5728}", "\u{4E8E}", "\u{5230}", "\u{81F3}", "\u{5165}": true
        default: false
        }
    }

    /// 教育, 海关 alone: a field, and no system.
    private func isOnlySetting(_ range: Range<Int>) -> Bool {
        items[range].allSatisfy {
            $0.has(.setting) && !$0.has([.system, .works]) && $0.mention == nil
        }
    }

    /// 政府服务平台, 小程序, 门户: what a government offers to all.
    private func service(_ first: Int, _ index: Int, _ end: Int) -> SystemTerm? {
        let heads: Set<String> = [
            "\u{95E8}\u{6237}", "\u{5C0F}\u{7A0B}\u{5E8F}", "\u{7F51}\u{7AD9}",
        ]
        let own = items[index..<max(end, index + 1)]
        let isService =
            own.contains { heads.contains($0.text) }
            || own.contains { $0.text == "\u{670D}\u{52A1}" } && hasOwner(before: first)
        return isService ? SystemTerm(category: .eGovernment, isStrong: false) : nil
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
            "\u{5E95}\u{5EA7}", "\u{4E2D}\u{53F0}", "\u{5927}\u{8111}", "\u{4E13}\u{7F51}",
        ]
        let isLatin =
            index > first
            && items[first].text.unicodeScalars.contains(where: ScalarClass.isLetter)
            && !items[first].text.unicodeScalars.contains(where: ScalarClass.isHan)
        return (index - first >= 2 || isLatin) && own.contains { heads.contains($0.text) }
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

    /// The systems that a verb is about, a part standing for the whole that it belongs to.
    func targets(_ verb: Int, _ cast: Cast, _ systems: [System]) -> [Int] {
        var found: [Int] = []
        for place in plainTargets(verb, cast, systems) {
            let whole = self.whole(of: place, systems)
            if !found.contains(whole) { found.append(whole) }
        }
        let named = found.filter { $0 >= 0 && !systems[$0].isReference }
        return named.isEmpty ? found : named
    }

    /// The system that a part belongs to: one before it in the sentence, the one last spoken of,
    /// or one after it.
    func whole(of place: Int, _ systems: [System]) -> Int {
        guard systems.indices.contains(place) else { return place }
        if systems[place].isReference {
            // 抓拍设备来自一个…的项目
            let named = systems[..<place].indices.last {
                !systems[$0].isReference && systems[$0].weight >= 1 && !systems[$0].isComponent
            }
            return named ?? place
        }
        guard systems[place].isComponent else { return place }
        let others = systems.indices.filter {
            !systems[$0].isComponent && (systems[$0].weight >= 0.5 || systems[$0].isReference)
        }
        if let before = others.last(where: { $0 < place }) { return before }
        if let last = context.lastDraft, context.block - context.drafts[last].block <= 1,
            !isAnothers(context.drafts[last])
        {
            return Self.earlier
        }
        if let next = others.first(where: { $0 > place }),
            items[systems[next].items.lowerBound].segment
                - items[systems[place].items.lowerBound].segment <= 1
        {
            return next
        }
        return place
    }

    /// The systems that a verb is about: after it, before it, or in the stretches around.
    private func plainTargets(_ verb: Int, _ cast: Cast, _ systems: [System]) -> [Int] {
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
        let wholes = before.filter { !systems[$0].isComponent }
        // 税务系统改用X的云服务: what is told of is the system before.
        let isUsing =
            items[verb].entry?.frames == Frame.Kinds(.use)
            && wholes.contains { systems[$0].weight >= 1 && !systems[$0].isReference }
        let isPart = !wholes.isEmpty && (isUsing || after.allSatisfy { systems[$0].isComponent })
        if !after.isEmpty, !isPart, !isPassive || named(before, systems).isEmpty {
            return named(after, systems)
        }
        if !before.isEmpty {
            let own = wholes.isEmpty ? before : wholes
            return named(cast.agents.isEmpty ? [own[own.count - 1]] : own, systems)
        }
        let frames = items[verb].entry?.frames ?? .none
        if cast.agents.isEmpty, !frames.containsAny(.launch, .operate) {
            let next = named(places(segment + 1).filter { !systems[$0].isReference }, systems)
            if !next.isEmpty { return Array(next.prefix(frames.contains(.sign) ? 1 : next.count)) }
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
        let wholes = places.filter { !systems[$0].isComponent }
        let places = wholes.isEmpty ? places : wholes
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

    /// The place that stands for a service that is named by its supplier only.
    static var bare: Int { -2 }
}
