import Evidence

/// Deals that ended, suppliers that are only named as such, and suppliers kept from the public.
extension ChinesePassage {
    /// Y取消了与X的N合同, Y与X的N合同到期.
    func readEnding(_ verb: Int, _ cast: Cast, _ systems: [System], _ drafts: inout [Int: Draft]) {
        let segment = items[verb].segment
        let isPaper = items.contains {
            $0.segment == segment && ($0.has([.agreement, .works]) || pointsBack($0))
        }
        guard isPaper, let frames = items[verb].entry?.frames else { return }
        let all = items.indices.filter { items[$0].segment == segment }.flatMap { parties($0) }
        let companies = all.filter(\.isCompany)
        let governments = (cast.subjects + all).filter(isGovernment)
        let isBack =
            all.isEmpty && hasLastOfBlock
            && systems.allSatisfy { pointsBack(items[$0.items.lowerBound]) }
        guard isBack || !companies.isEmpty && (!governments.isEmpty || hasScope) else { return }
        let status: Deployment.Status =
            frames.contains(.end) ? .ended : frames.contains(.cancel) ? .cancelled : .suspended
        let isPlanned = items[..<verb].contains { $0.segment == segment && $0.has(.planned) }
        guard !isPlanned, !items[..<verb].contains(where: { Self.wishes.contains($0.text) }) else {
            return
        }
        if isBack {
            // 合同已于2016年解除: the deal told before.
            update(Self.earlier, systems, &drafts) { draft in
                draft.setStatus(status, rank: 8)
                draft.fire("zh.end.reference@1")
            }
            return
        }
        for place in targets(verb, cast, systems) {
            update(place, systems, &drafts) { draft in
                draft.add(companies, to: \.suppliers)
                draft.add(Array(governments.prefix(1)), to: \.recipients)
                draft.setStatus(status, rank: 8)
                draft.fire("zh.end.active@1")
            }
        }
    }

    /// 该合同, 该项目.
    private func pointsBack(_ item: ChineseItem) -> Bool {
        item.entry?.reference.contains(.system) == true
    }

    /// Whether the block has told of a deal.
    private var hasLastOfBlock: Bool {
        context.lastDraft.map { context.drafts[$0].block == context.block } ?? false
    }

    /// 要求, 呼吁, 如果, 若, 除非, 建议, 威胁, 可能, 主张.
    private static let wishes: Set<String> = [
        "\u{8981}\u{6C42}", "\u{547C}\u{5401}", "\u{5982}\u{679C}", "\u{82E5}",
        "\u{9664}\u{975E}", "\u{5EFA}\u{8BAE}", "\u{5A01}\u{80C1}", "\u{53EF}\u{80FD}",
        "\u{4E3B}\u{5F20}",
    ]

    /// N的承建商为X, X是N的供应商, 供应商：X, 由X担任总承包商.
    func readSuppliers(_ systems: [System], _ drafts: inout [Int: Draft]) {
        for index in items.indices where items[index].has([.supplier, .payer]) {
            let parties = called(index)
            let isPayer = items[index].has(.payer)
            let named = parties.filter { isPayer ? $0.canFinance : $0.canSupply }
            guard !named.isEmpty else { continue }
            for place in supplied(items[index].segment, systems) {
                update(place, systems, &drafts) { draft in
                    if !isPayer { handOver(&draft, besides: named) }
                    draft.add(named, to: isPayer ? \.financiers : \.suppliers)
                    draft.setStatus(.contracted, rank: 1)
                    draft.fire(isPayer ? "zh.payer.copula@1" : "zh.supplier.copula@2")
                }
            }
        }
    }

    /// Who is called by a noun such as 供应商: whom 为, 是 or a colon after it names, or who is said
    /// to be it.
    private func called(_ noun: Int) -> [Party] {
        let segment = items[noun].segment
        let own = items.indices.filter { items[$0].segment == segment }
        guard !own.contains(where: { items[$0].has([.negated, .failed]) }) else { return [] }
        let links: Set<String> = [
            "\u{4E3A}", "\u{662F}", "\u{7CFB}", "\u{5373}", "\u{5305}\u{62EC}", "\u{6709}",
            "\u{5206}\u{522B}", "\u{4F9D}\u{6B21}", "\u{FF1A}", ":",
        ]
        var next = noun + 1
        var isLinked = false
        while next < items.count, next - noun <= 3, links.contains(items[next].text) {
            isLinked = true
            next += 1
        }
        if isLinked { return listed(from: next) }
        // X是N的供应商, X为N的总承包商, 由X担任N的总承包商.
        let last = own.last { items[$0].isFilled || !items[$0].unfilledMark }
        guard last == noun,
            let link = own.last(where: {
                $0 < noun
                    && [
                        "\u{662F}", "\u{4E3A}", "\u{7CFB}", "\u{4EFB}", "\u{6210}\u{4E3A}",
                        "\u{4F5C}\u{4E3A}",
                    ].contains(items[$0].text)
            })
        else { return [] }
        return own.filter { $0 < link }.flatMap { parties($0) }.filter(\.isCompany)
    }

    /// The parties of a list that begins at an item, up to a verb or the next colon.
    private func listed(from start: Int) -> [Party] {
        var found: [Party] = []
        var segment: Int?
        var index = start
        while index < items.count, index - start < 60 {
            let item = items[index]
            if segment == nil, !item.unfilledMark { segment = item.segment }
            if let segment, item.segment != segment { break }
            if let party = actor(index) {
                if party.canSupply || party.canFinance { found.append(party) }
            } else if item.isVerb, !found.isEmpty {
                break
            }
            index += 1
        }
        return found
    }

    func supplied(_ segment: Int, _ systems: [System]) -> [Int] {
        for wanted in [segment, segment - 1, segment - 2] {
            let found = named(
                systems.indices.filter { items[systems[$0].items.lowerBound].segment == wanted },
                systems
            )
            .map { whole(of: $0, systems) }
            if !found.isEmpty { return found }
        }
        return context.lastDraft == nil ? [] : [Self.earlier]
    }

    /// 未透露供应商: the government keeps its supplier from the public.
    func readWithheld(_ systems: [System], _ drafts: inout [Int: Draft]) {
        guard let mark = items.firstIndex(where: { $0.has(.withheld) }) else { return }
        let segment = items[mark].segment
        let names = items.contains { $0.segment == segment && $0.has(.company) }
        guard names else { return }
        for place in supplied(segment, systems)
        where drafts[place]?.suppliers.isEmpty ?? (place != Self.earlier) {
            update(place, systems, &drafts) { draft in
                draft.isSupplierWithheld = true
                draft.fire("zh.withheld@1")
            }
        }
    }

    /// The date told in a stretch, else in the sentence.
    func date(near segment: Int) -> PartialDate? {
        items.lazy.filter { $0.segment == segment }.compactMap(\.date).first
            ?? items.lazy.compactMap(\.date).first
    }
}
